"""A table over rows of ready-made texts. Numbers stand at the right, words at the left."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.window.help.glossary import meaning
from app.window.look import space
from app.window.look.look import look
from app.window.tables.copying import let_copy

ROOT = QModelIndex()
LEAST_WRAPPED = 200
FEWEST_ROWS = 4
"""Rows that always have room, the header counted."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A header with its unit in it; `words` for columns that hold no numbers, `wide` for the one that takes the room
    that is left, `centred` for codes, `wrapped` for sentences of several lines.
    """

    name: str
    words: bool = False
    wide: bool = False
    centred: bool = False
    wrapped: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of one row. `tokens` colour letters by column, `tones` wear a shift's colours; the text always says
    the same. `strong` for totals.
    """

    cells: tuple[str, ...]
    tokens: tuple[tuple[int, str], ...] = ()
    tones: tuple[tuple[int, str], ...] = ()
    strong: bool = False


class NumbersModel(QAbstractTableModel):
    """Rows of texts for Qt."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()
        self._folded = False

    def fold(self, folded: bool) -> None:
        """Headers of several words in two lines, or all in one."""
        if folded != self._folded:
            self._folded = folded
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

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
        if role in {Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.BackgroundRole}:
            return colour_of(row, index.column(), role == Qt.ItemDataRole.ForegroundRole)
        if role == Qt.ItemDataRole.FontRole and row.strong:
            return look().font(bold=True)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The header stands over its numbers."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            name = self.columns[section].name
            return folded(name) if self._folded else name
        if role == Qt.ItemDataRole.ToolTipRole:
            return meaning(self.columns[section].name) or None
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        words = self.columns[column].words
        side = Qt.AlignmentFlag.AlignLeft if words else Qt.AlignmentFlag.AlignRight
        if self.columns[column].centred:
            side = Qt.AlignmentFlag.AlignHCenter
        return side | Qt.AlignmentFlag.AlignVCenter


def folded(name: str) -> str:
    """A header, its last line in two of about the same length, where it has a space to break at."""
    *lines, last = name.split("\n")
    breaks = [at for at, letter in enumerate(last) if letter == " "]
    if not breaks:
        return name
    middle = min(breaks, key=lambda at: max(at, len(last) - at - 1))
    return "\n".join((*lines, last[:middle], last[middle + 1 :]))


def colour_of(row: Row, column: int, letters: bool) -> QColor | None:
    """What a cell wears, None for the table's own."""
    tone = dict(row.tones).get(column)
    if tone is not None:
        colours = look().theme.shifts[tone]
        return QColor(colours.letter if letters else colours.fill)
    token = dict(row.tokens).get(column)
    return look().colour(token) if token and letters else None


class ToneDelegate(QStyledItemDelegate):
    """Paints a shift's fill under its code, or an outline when it has none; the stylesheet would leave it out."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill, then the cell as ever."""
        fill = index.data(Qt.ItemDataRole.BackgroundRole)
        if isinstance(fill, QColor):
            place = option.rect.adjusted(2, 2, -3, -4)
            painter.fillRect(place, fill)
            painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole) if fill == look().colour("surface") else fill)
            painter.drawRect(place)
        super().paint(painter, option, index)


class NumbersTable(QTableView):
    """`row_chosen` tells which row the user is on; Ctrl+C copies the selection for a spreadsheet."""

    row_chosen = Signal(int)

    def __init__(self, name: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self.numbers = NumbersModel(columns)
        self._widths: tuple[list[int], list[int]] | None = None
        self.setModel(self.numbers)
        self.setItemDelegate(ToneDelegate(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        if any(column.wrapped for column in columns):
            self.setWordWrap(True)
            self.setProperty("kind", "reading")
        else:
            self.setWordWrap(False)
        self.verticalHeader().hide()
        height = QFontMetrics(look().font()).height() + look().px(space.ROW_PADDING)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setMinimumSectionSize(height)
        self.setMinimumHeight(FEWEST_ROWS * height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFont(look().font(space.QUIET))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        let_copy(self)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.row_chosen.emit(now.row()))

    def show_rows(self, rows: Sequence[Row], columns: Sequence[Column] | None = None) -> None:
        """Replace the rows, and the columns when they differ; the selected row stays selected."""
        chosen = self.currentIndex().row()
        self.numbers.show_rows(rows, columns)
        self.setWordWrap(any(column.wrapped for column in self.numbers.columns))
        self._widths = None
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
        """Every column as wide as its contents, with headers in two lines where one has no room; the room left goes to
        the wide one or to all that are centred, else to the last.
        """
        columns = self.numbers.columns
        if not columns:
            return
        if self._widths is None:
            measured = self._measured(), self._measured(folded=True)
            self._widths = measured if self.isVisible() else None  # before, the style has not been put on
        else:
            measured = self._widths
        is_narrow = sum(measured[0]) > self.viewport().width()
        self.numbers.fold(is_narrow)
        widths = measured[is_narrow]
        left = self.viewport().width() - sum(widths)
        takers = [number for number, column in enumerate(columns) if column.wide or column.centred]
        takers = takers or [len(columns) - 1]
        for number, width in enumerate(widths):
            taken = max(0, left) // len(takers) if number in takers else 0
            self.horizontalHeader().resizeSection(number, width + taken)
        if any(column.wrapped for column in columns):
            self.resizeRowsToContents()

    def _measured(self, folded: bool = False) -> list[int]:
        """Widths of the columns by their contents; a wrapped one asks for little, codes for less when folded."""
        self.numbers.fold(folded)
        header, narrow = self.horizontalHeader(), look().px(LEAST_WRAPPED)
        margin = self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin, None, header)
        return [
            narrow
            if column.wrapped
            else max(header.sectionSizeHint(number) - 2 * margin * (folded and column.centred), self._widest(number))
            for number, column in enumerate(self.numbers.columns)
        ]

    def _widest(self, column: int) -> int:
        """What the longest text of a column needs: Qt would lay out every cell, of which a large team has thousands."""
        metrics = QFontMetrics(look().font())
        distinct = {(row.strong, row.cells[column]): number for number, row in enumerate(self.numbers.rows)}
        longest: dict[bool, tuple[int, int]] = {}
        for (strong, text), number in distinct.items():
            longest[strong] = max(longest.get(strong, (-1, 0)), (metrics.horizontalAdvance(text), number))
        places = (self.numbers.index(number, column) for _width, number in longest.values())
        return max((self.sizeHintForIndex(place).width() for place in places), default=0)
