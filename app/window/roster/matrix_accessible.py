"""What a screen reader is told about the matrix: a table whose cells say agent, day, shift, lock and violations."""

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from app.window.roster.matrix_view import MatrixView

_kept: list[object] = []
"""Qt does not own what a Python factory makes; it lives as long as it is kept here."""


class MatrixAccessible(QAccessibleWidget):
    """The table; its children are the cells, row by row."""

    def __init__(self, matrix: MatrixView) -> None:
        super().__init__(matrix, QAccessible.Role.Table, matrix.accessibleName())
        self.matrix = matrix
        self._cells: dict[int, CellAccessible] = {}

    def childCount(self) -> int:
        """One child for each cell."""
        return self.matrix.model.rowCount() * self.matrix.model.columnCount()

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
        chosen = self.matrix.selection
        return None if chosen.is_empty else self.child(chosen.row * chosen.days + chosen.day)


class CellAccessible(QAccessibleInterface):
    """One cell: 客服03 11月4日 晚班 已锁定 违规1项."""

    def __init__(self, table: MatrixAccessible, number: int) -> None:
        super().__init__()
        self.table, self.number = table, number

    @property
    def _place(self) -> tuple[int, int]:
        """Row and day; the table may have become smaller since."""
        return divmod(self.number, max(1, self.table.matrix.model.columnCount()))

    def isValid(self) -> bool:
        """Whether the matrix still has this cell."""
        return self.number < self.table.childCount()

    def object(self) -> QObject | None:  # type: ignore[override]  # Qt takes None, the stubs do not
        """Cells are painted, not objects."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # Qt takes None, the stubs do not
        """The window of the matrix."""
        return self.table.window()

    def parent(self) -> QAccessibleInterface:
        """The table."""
        return self.table

    def role(self) -> QAccessible.Role:
        """A cell."""
        return QAccessible.Role.Cell

    def text(self, what: QAccessible.Text) -> str:
        """What the model says about the cell."""
        if not self.isValid():
            return ""
        index = self.table.matrix.model.index(*self._place)
        if what == QAccessible.Text.Name:
            return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        if what == QAccessible.Text.Value:
            return str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return ""

    def setText(self, _what: QAccessible.Text, _text: str) -> None:
        """Cells are read here, not written."""

    def state(self) -> QAccessible.State:
        """Selectable, and selected or focused as the matrix says."""
        state, chosen = QAccessible.State(), self.table.matrix.selection
        row, day = self._place
        state.selectable = state.focusable = True
        state.selected = chosen.first_row <= row <= chosen.last_row and chosen.first_day <= day <= chosen.last_day
        state.focused = self.table.matrix.hasFocus() and (row, day) == (chosen.row, chosen.day)
        return state

    def rect(self) -> QRect:
        """Where it is on the screen."""
        scene = self.table.matrix.scene
        if scene is None or not self.isValid():
            return QRect()
        row, day = self._place
        corner = QPoint(scene.geometry.day_left(day), scene.geometry.row_top(row))
        size = QSize(scene.geometry.day_width, scene.geometry.row_height)
        return QRect(self.table.matrix.viewport().mapToGlobal(corner), size)

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


def install() -> None:
    """Let Qt know how the matrix speaks; once for the whole program."""
    if not _kept:
        _kept.append(_factory)
        QAccessible.installFactory(_factory)


def _factory(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, MatrixView) and isinstance(thing, QWidget):
        made = MatrixAccessible(thing)
        _kept.append(made)
        thing.destroyed.connect(lambda: _kept.remove(made))
        return made
    return None
