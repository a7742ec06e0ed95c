"""Tiles over the rest of a page."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.window.look import space
from app.window.look.look import look


def stacked(*parts: QWidget) -> QWidget:
    """Parts from top to bottom; the last takes the room that is left."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(space.IN_CARD))
    for part in parts[:-1]:
        column.addWidget(part)
    column.addWidget(parts[-1], 1)
    return whole
