"""What a dialog lies in: one column with the margins of a card."""

from PySide6.QtWidgets import QDialog, QVBoxLayout

from app.window.look import space
from app.window.look.look import look


def dialog_column(dialog: QDialog, spacing: int = space.RELATED) -> QVBoxLayout:
    """The dialog's column; `spacing` before zoom."""
    column = QVBoxLayout(dialog)
    edge = look().px(space.IN_CARD)
    column.setContentsMargins(edge, edge, edge, edge)
    column.setSpacing(look().px(spacing))
    return column
