"""A card: a surface with a title line, acts at its right and one thing inside."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.window.frame.elided import ElidedLabel
from app.window.look import space
from app.window.look.look import look


class Card(QFrame):
    """`title_row` takes further widgets beside the title; `put` fills the card."""

    def __init__(self, title: str = "", note: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        edge = look().px(space.IN_CARD)
        self.column.setContentsMargins(edge, look().px(12), edge, look().px(12))
        self.column.setSpacing(look().px(space.RELATED))
        self.title_row = QHBoxLayout()
        self.title_row.setSpacing(look().px(space.RELATED))
        self.name = ElidedLabel(title, "card-title", least=14)
        self.note = ElidedLabel(note, "quiet")
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # never widens the card
        if title:
            self.title_row.addWidget(self.name)
            self.title_row.addWidget(self.note, 1)
            self.column.addLayout(self.title_row)

    def put(self, widget: QWidget, stretch: int = 1) -> None:
        """Add a widget under what is there."""
        self.column.addWidget(widget, stretch)
