"""A part beside the main one, behind a splitter that remembers; beneath it where both have no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.window.frame.splitter import RememberingSplitter
from app.window.look import space
from app.window.look.look import look


class Beside(QWidget):
    """`name` is the key that the splitter is remembered by; both stand above each other in less than `narrow`."""

    def __init__(self, name: str, main: QWidget, side: QWidget, narrow: int) -> None:
        super().__init__()
        self._main, self._side, self._narrow = main, side, narrow
        self._parts = RememberingSplitter(name, Qt.Orientation.Horizontal, main, side, shares=(1, 0))
        self._places = self._parts.saveState()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(space.IN_CARD))
        self._column.addWidget(self._parts, 1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of both, whatever stands where now."""
        widest = max(part.minimumSizeHint().width() for part in (self._main, self._side))
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, perhaps another place."""
        super().resizeEvent(event)
        stacked, narrow = self._parts.count() == 1, self.width() < self._narrow
        if narrow and not stacked:
            self._places = self._parts.saveState()
            self._column.addWidget(self._side)
        elif stacked and not narrow:
            self._parts.addWidget(self._side)
            self._parts.restoreState(self._places)
