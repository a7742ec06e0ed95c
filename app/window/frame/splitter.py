"""A splitter that remembers where it was left, in the settings of this computer and never in the project."""

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from app.window.look.look import look

HANDLE = 12
"""Wide enough to be taken hold of, narrower than the distance of cards: it takes room from both."""


class RememberingSplitter(QSplitter):
    """`name` is the key it is remembered by; `shares` the first division."""

    def __init__(self, name: str, orientation: Qt.Orientation, *parts: QWidget, shares: tuple[int, ...]) -> None:
        super().__init__(orientation)
        self._key = f"splitter/{name}"
        self.setChildrenCollapsible(False)
        self.setHandleWidth(look().px(HANDLE))
        for number, part in enumerate(parts):
            self.addWidget(part)
            self.setStretchFactor(number, shares[number])
        self.setSizes([share * 100 for share in shares])
        kept = QSettings().value(self._key)
        if isinstance(kept, QByteArray):
            self.restoreState(kept)
        self.splitterMoved.connect(self._remember)

    def _remember(self, _position: int, _number: int) -> None:
        QSettings().setValue(self._key, self.saveState())
