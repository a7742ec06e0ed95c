"""A row that becomes two when there is no room for one: at a large zoom, in a narrow window, in a longer language."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class WrappingRow(QLayout):
    """Widgets beside each other, all as high as the highest; those that may grow share the room left in their line."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 0) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Taken in at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Items, hidden ones too."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, None behind the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more height than its lines."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the lines it takes."""
        lines = len(list(self._lines(width)))
        return lines * self._height() + max(0, lines - 1) * self.spacing()

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = self._shown()
        widths = sum(item.sizeHint().width() for item in shown)
        return QSize(widths + max(0, len(shown) - 1) * self.spacing(), self._height())

    def minimumSize(self) -> QSize:
        """As narrow as the widest of them."""
        return QSize(max((item.minimumSize().width() for item in self._shown()), default=0), self._height())

    def setGeometry(self, place: QRect) -> None:
        """Line by line from the top."""
        super().setGeometry(place)
        top = place.top()
        for line in self._lines(place.width()):
            self._place(line, QRect(place.left(), top, place.width(), self._height()))
            top += self._height() + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _height(self) -> int:
        return max((item.sizeHint().height() for item in self._shown()), default=0)

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        line: list[QLayoutItem] = []
        for item in self._shown():
            if line and self._least([*line, item]) > width:
                yield line
                line = []
            line.append(item)
        if line:
            yield line

    def _least(self, line: list[QLayoutItem]) -> int:
        return sum(_least(item) for item in line) + (len(line) - 1) * self.spacing()

    def _place(self, line: list[QLayoutItem], place: QRect) -> None:
        growing = [item for item in line if _grows(item)]
        left, x = max(0, place.width() - self._least(line)), place.left()
        for item in line:
            width = min(_least(item), place.width()) + (left // len(growing) if item in growing else 0)
            item.setGeometry(QRect(x, place.top(), width, place.height()))
            x += width + self.spacing()


def _grows(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _least(item: QLayoutItem) -> int:
    """What may grow takes its least width, what may not its usual one."""
    return item.minimumSize().width() if _grows(item) else item.sizeHint().width()
