"""What a screen reader is told about a painted grid: a table whose cells say agent, day and what stands there."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget

_kept: list[object] = []
"""Qt does not own what a Python factory makes; it lives as long as it is kept here."""


class Speech(Protocol):
    """What a grid says of itself; rows and days are counted from zero."""

    def size(self) -> tuple[int, int]:
        """Rows and days."""

    def name(self, row: int, day: int) -> str:
        """The cell as a sentence."""

    def value(self, row: int, day: int) -> str:
        """What is painted in the cell."""

    def place(self, row: int, day: int) -> QRect:
        """Where the cell is in the viewport."""

    def cursor(self) -> tuple[int, int] | None:
        """The cell that the keys act on."""

    def is_chosen(self, row: int, day: int) -> bool:
        """Whether the cell is selected."""


_speeches: dict[type[QAbstractScrollArea], Callable[[QAbstractScrollArea], Speech]] = {}


class GridAccessible(QAccessibleWidget):
    """The table; its children are the cells, row by row."""

    def __init__(self, grid: QAbstractScrollArea, speech: Speech) -> None:
        super().__init__(grid, QAccessible.Role.Table, grid.accessibleName())
        self.grid, self.speech = grid, speech
        self._cells: dict[int, CellAccessible] = {}

    def childCount(self) -> int:
        """One child for each cell."""
        rows, days = self.speech.size()
        return rows * days

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None, the stubs do not
        """A cell by its number, row by row; always the same object for the same number."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._cells:
            self._cells[index] = CellAccessible(self, index)
        return self._cells[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The number of a cell, -1 for a stranger."""
        return child.number if isinstance(child, CellAccessible) and child.table is self else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None, the stubs do not
        """The cell the cursor is on."""
        at = self.speech.cursor()
        return None if at is None else self.child(at[0] * self.speech.size()[1] + at[1])


class CellAccessible(QAccessibleInterface):
    """One cell: 客服03 11月4日 晚班 已锁定 违规1项."""

    def __init__(self, table: GridAccessible, number: int) -> None:
        super().__init__()
        self.table, self.number = table, number

    @property
    def _place(self) -> tuple[int, int]:
        """Row and day; the table may have become smaller since."""
        return divmod(self.number, max(1, self.table.speech.size()[1]))

    def isValid(self) -> bool:
        """Whether the grid still has this cell."""
        return self.number < self.table.childCount()

    def object(self) -> QObject | None:  # type: ignore[override]  # Qt takes None, the stubs do not
        """Cells are painted, not objects."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # Qt takes None, the stubs do not
        """The window of the grid."""
        return self.table.window()

    def parent(self) -> QAccessibleInterface:
        """The table."""
        return self.table

    def role(self) -> QAccessible.Role:
        """A cell."""
        return QAccessible.Role.Cell

    def text(self, what: QAccessible.Text) -> str:
        """What the grid says about the cell."""
        if not self.isValid():
            return ""
        if what == QAccessible.Text.Name:
            return self.table.speech.name(*self._place)
        if what == QAccessible.Text.Value:
            return self.table.speech.value(*self._place)
        return ""

    def setText(self, _what: QAccessible.Text, _text: str) -> None:
        """Cells are read here, not written."""

    def state(self) -> QAccessible.State:
        """Selectable, and selected or focused as the grid says."""
        state = QAccessible.State()
        state.selectable = state.focusable = True
        state.selected = self.table.speech.is_chosen(*self._place)
        state.focused = self.table.grid.hasFocus() and self._place == self.table.speech.cursor()
        return state

    def rect(self) -> QRect:
        """Where it is on the screen."""
        if not self.isValid():
            return QRect()
        place = self.table.speech.place(*self._place)
        return QRect(self.table.grid.viewport().mapToGlobal(place.topLeft()), place.size())

    def childCount(self) -> int:
        """A cell has no parts."""
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None, the stubs do not
        """A cell has no parts."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None, the stubs do not
        """A cell has no parts."""
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """A cell has no parts."""
        return -1

    def backgroundColor(self) -> QColor:
        """Said by the picture."""
        return QColor()

    def foregroundColor(self) -> QColor:
        """Said by the picture."""
        return QColor()


def let_speak(kind: type[QAbstractScrollArea], speech: Callable[..., Speech]) -> None:
    """Let grids of a kind be read as tables; `speech` makes what one of them says."""
    if not _kept:
        _kept.append(_factory)
        QAccessible.installFactory(_factory)
    _speeches[kind] = speech


def announce_cursor(grid: QAbstractScrollArea, speech: Speech) -> None:
    """Tell a reader, while one listens, that the cursor stands elsewhere."""
    at = speech.cursor()
    if QAccessible.isActive() and at is not None:
        event = QAccessibleEvent(grid, QAccessible.Event.Focus)
        event.setChild(at[0] * speech.size()[1] + at[1])
        QAccessible.updateAccessibility(event)


def _factory(_key: str, thing: QObject) -> QAccessibleInterface | None:
    speech = next((made for kind, made in _speeches.items() if isinstance(thing, kind)), None)
    if speech is None or not isinstance(thing, QAbstractScrollArea):
        return None
    made = GridAccessible(thing, speech(thing))
    _kept.append(made)
    thing.destroyed.connect(lambda: _kept.remove(made))
    return made
