"""A table over rows of ready-made texts. Numbers stand at the right, words at the left."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.window.look import space
from app.window.look.look import look

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A header with its unit in it; `words` for columns that hold no numbers, `wide` for the one that takes the room
    that is left.
    """

    name: str
    words: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of one row. `token` colours a cell by column; its text says the same. `strong` for totals."""

    cells: tuple[str, ...]
    tokens: tuple[tuple[int, str], ...] = ()
    strong: bool = False


class NumbersModel(QAbstractTableModel):
    """Rows of texts for Qt."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row], columns: Sequence[Column] | None = None) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.columns = self.columns if columns is None else tuple(columns)
        self.endResetModel()

    def rowCount(self, _parent: Index = ROOT) -> int:
        """Rows."""
        return len(self.rows)

    def columnCount(self, _parent: Index = ROOT) -> int:
        """Columns."""
        return len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, side, colour and weight of a cell."""
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            tokens = dict(row.tokens)
            return look().colour(tokens[index.column()]) if index.column() in tokens else None
        if role == Qt.ItemDataRole.FontRole and row.strong:
            return look().font(bold=True)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The header stands over its numbers."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].name
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignLeft if self.columns[column].words else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter


class NumbersTable(QTableView):
    """`row_chosen` tells which row the user is on; Ctrl+C copies the selection for a spreadsheet."""

    row_chosen = Signal(int)

    def __init__(self, name: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self.numbers = NumbersModel(columns)
        self.setModel(self.numbers)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        height = QFontMetrics(look().font()).height() + look().px(space.ROW_PADDING)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setMinimumSectionSize(height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFont(look().font(space.QUIET))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.row_chosen.emit(now.row()))

    def show_rows(self, rows: Sequence[Row], columns: Sequence[Column] | None = None) -> None:
        """Replace the rows, and the columns when they differ; the selected row stays selected."""
        chosen = self.currentIndex().row()
        self.numbers.show_rows(rows, columns)
        self._fit()
        if 0 <= chosen < len(rows):
            blocked = self.blockSignals(True)
            self.selectRow(chosen)
            self.blockSignals(blocked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The wide column takes what is left."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Every column as wide as its contents; the room left goes to the wide one, else to the last."""
        header, columns = self.horizontalHeader(), self.numbers.columns
        if not columns:
            return
        self.resizeColumnsToContents()
        wide = next((number for number, column in enumerate(columns) if column.wide), len(columns) - 1)
        left = self.viewport().width() - header.length()
        if left > 0:
            header.resizeSection(wide, header.sectionSize(wide) + left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy as tab-separated text."""
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = sorted({index.row() for index in self.selectedIndexes()})
            QGuiApplication.clipboard().setText("\n".join("\t".join(self.numbers.rows[row].cells) for row in chosen))
            return
        super().keyPressEvent(event)
