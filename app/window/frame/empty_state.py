"""What a page shows before it has anything: one sentence, one picture, one button, and the sample as a way in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.window.frame.tiles import label
from app.window.look import space
from app.window.look.icons import icon, pixmap
from app.window.look.look import look

PICTURE, THIN, WIDTH = 96, 0.5, 460


class EmptyState(QWidget):
    """`act` is the word on the button; `link` and `follow` add a quieter way, as a rule the sample project."""

    def __init__(
        self,
        picture: str,
        sentence: str,
        act: str,
        run: Callable[[], object],
        link: str = "",
        follow: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.setAccessibleName(sentence)
        column = QVBoxLayout(self)
        column.setSpacing(look().px(space.IN_CARD))
        column.addStretch(2)
        self.button = QPushButton(icon(picture, "on_accent"), act)
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(lambda _checked=False: run())
        for part in (_drawn(picture), _said(sentence), self.button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        if follow is not None:
            way = QPushButton(link)
            way.setProperty("kind", "link")
            way.clicked.connect(lambda _checked=False: follow())
            column.addWidget(way, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)


def _drawn(picture: str) -> QLabel:
    drawn = QLabel()
    drawn.setPixmap(pixmap(picture, look().theme.text_quiet, look().px(PICTURE), THIN))
    return drawn


def _said(sentence: str) -> QLabel:
    said = label(sentence)
    said.setWordWrap(True)
    said.setAlignment(Qt.AlignmentFlag.AlignCenter)
    said.setFixedWidth(look().px(WIDTH))
    said.setMinimumHeight(said.heightForWidth(look().px(WIDTH)))
    return said
