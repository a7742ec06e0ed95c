"""What this computer remembers about the window; nothing of a project is kept here."""

from pathlib import Path

from PySide6.QtCore import QSettings

from app.wording import LANGUAGES, language

RECENT = 8


def remembered_language() -> str:
    """The language chosen last, else the one in force."""
    kept = str(QSettings().value("window/language", ""))
    return kept if kept in LANGUAGES else language()


def remembered_theme() -> str:
    """`light` or `dark`."""
    return "dark" if QSettings().value("window/theme") == "dark" else "light"


def remembered_zoom() -> float:
    """The zoom chosen last, 1.0 at first."""
    try:
        return float(str(QSettings().value("window/zoom", 1.0)))
    except ValueError:
        return 1.0


def remember(key: str, value: object) -> None:
    """Keep a value of the window."""
    QSettings().setValue(f"window/{key}", value)


def recent_projects() -> tuple[Path, ...]:
    """Projects opened before that are still there, the latest first."""
    kept = QSettings().value("window/recent", [])
    paths = [kept] if isinstance(kept, str) else list(kept) if isinstance(kept, list) else []
    return tuple(path for text in paths if (path := Path(str(text))).is_file())


def add_recent(path: Path) -> None:
    """Remember a project as the latest."""
    others = [str(known) for known in recent_projects() if known != path]
    remember("recent", [str(path), *others][:RECENT])
