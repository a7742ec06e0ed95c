"""The project file of a folder to import: name, first_day, days, interval_minutes, seat_limit."""

from dataclasses import dataclass

from app.files.settings.document import Settings
from forecasts.horizon import Horizon

INTERVALS = (15, 30, 60)
DEFAULT_DAYS, DEFAULT_INTERVAL = 14, 30


@dataclass(frozen=True, slots=True)
class ProjectSettings:
    """What a project is called and plans; None leaves the project's own value."""

    name: str | None = None
    horizon: Horizon | None = None
    seat_limit: int | None = None


def read_project(document: Settings) -> ProjectSettings:
    """The settings; a horizon only when its first day is given and readable."""
    first_day, days = document.moment("first_day"), document.whole("days", least=1)
    interval = document.one_of("interval_minutes", INTERVALS)
    settings = ProjectSettings(
        name=document.text("name"),
        horizon=Horizon(first_day.date(), days or DEFAULT_DAYS, interval or DEFAULT_INTERVAL) if first_day else None,
        seat_limit=document.whole("seat_limit", least=1),
    )
    document.finish()
    return settings
