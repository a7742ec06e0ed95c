"""The keys of pages and window: the usual ones, until somebody gives an act another one on this computer."""

from PySide6.QtCore import QSettings

PLACE = "keys"
STEP_KEYS = tuple(f"Ctrl+{number}" for number in range(1, 10))
WINDOW_KEYS = (
    "Ctrl+Return", "F8", "Shift+F8", "F7", "Shift+F7", "Ctrl+F", "Ctrl+G", "Ctrl+B", "Ctrl+Shift+B",
    "Ctrl+Shift+D", "F11", "Ctrl+I", "Ctrl+E", "Ctrl+P", "Ctrl+Z", "Ctrl+Y", "F6", "Shift+F6",
    "Ctrl++", "Ctrl+-", "Ctrl+0", "Ctrl+N", "Ctrl+O", "Ctrl+Shift+S", "F1", *STEP_KEYS,
)  # fmt: skip
"""An act is known by its usual key, the same on every page."""


def key_for(usual: str) -> str:
    """The key in force for the act that usually has this one."""
    return str(QSettings().value(f"{PLACE}/{usual}", usual))
