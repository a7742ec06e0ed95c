"""Which settings file a TOML text is, by its keys."""

from app.files.content import FileContent
from app.files.log import Log
from app.files.settings.document import Settings, read_toml
from app.files.settings.goals import read_goals
from app.files.settings.outlook import KEYS, read_outlook
from app.files.settings.project import read_project
from app.files.settings.promotions import read_promotions

PROJECT_KEYS = frozenset({"name", "first_day", "days", "interval_minutes", "seat_limit"})


def read_settings_file(text: str, log: Log, content: FileContent) -> str:
    """Read promotions, goals or project settings into `content`; say which."""
    table = read_toml(text, log)
    document = Settings(table, log)
    if not table:
        return ""
    if "promotion" in table or KEYS & table.keys():
        content.promotions += read_promotions(document)
        content.outlook |= read_outlook(document)
        document.finish()
        return "promotions"
    if PROJECT_KEYS & table.keys():
        content.settings = read_project(document)
        return "project"
    content.goals |= read_goals(document)
    return "goals"
