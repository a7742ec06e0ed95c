"""A list of values edited by hand in a table: cells typed or chosen, rows added and deleted."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.window.frame.tiles import label
from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look
from app.window.tables.copying import PasteKey, let_copy
from app.window.tables.pasting import pasted, refused_text
from app.window.tables.values_model import Field, Index, ValuesModel
from app.wording import words

_ = words("window")
CELL, CHOICE_ROOM, FEWEST_ROWS = 28, 34, 3


class ChoiceDelegate(QStyledItemDelegate):
    """A box of choices that also takes an own word, where a field offers any."""

    def __init__(self, fields: Sequence[Field], parent: QWidget) -> None:
        super().__init__(parent)
        self._fields = fields

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A box, or a line."""
        choices = self._fields[index.column()].choices()
        if not choices:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        box.setEditable(True)
        box.addItems(list(choices))
        box.activated.connect(lambda _row: self.commitData.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What stands there."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """What was typed or chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)


class ListEditor(QWidget):
    """`changed` carries the values after an edit, an addition or a deletion. `more` are buttons beside Add and Delete;
    `none` is said while there is nothing.
    """

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, name: str, fields: Sequence[Field], new: Callable[[], Any] | None, none: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.model = ValuesModel(fields)
        self.table = _table(name, self.model, self)
        self.note = label("", "quiet")
        self.note.setWordWrap(True)
        self._none, self._new, self._acts = none, new, 0
        let_copy(self.table)
        PasteKey(self.table, self.paste)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(look().px(space.RELATED))
        if new is not None:
            self.add = self.button(_("Add"), "add", lambda: self._put((*self.values, new())))
        self.delete = self.button(_("Delete"), "trash", self._remove)
        self.buttons.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look().px(space.RELATED), 0, 0)
        column.setSpacing(look().px(space.RELATED))
        column.addWidget(self.table, 1)
        column.addLayout(self.buttons)
        # Queued: the editor of the cell closes before the project is read anew.
        self.model.edited.connect(self.changed.emit, Qt.ConnectionType.QueuedConnection)
        self.model.refused.connect(self.refused.emit)

    @property
    def values(self) -> tuple[Any, ...]:
        """As they stand."""
        return self.model.values

    def paste(self) -> None:
        """Put the clipboard's cells in from the chosen cell on: all of them, or none and everything wrong told."""
        at = self.table.currentIndex()
        place = (at.row(), at.column()) if at.isValid() else (len(self.values), 0)
        values, refused = pasted(self.model.fields, self.values, place, QGuiApplication.clipboard().text(), self._new)
        if refused:
            self.refused.emit(refused_text(refused))
        elif values != self.values:
            self._put(values)

    def button(self, text: str, symbol: str, run: Callable[[], object]) -> QPushButton:
        """One more button under the table."""
        made = QPushButton(icon(symbol), text)
        made.setAccessibleName(text)
        made.clicked.connect(lambda _checked=False: run())
        self.buttons.insertWidget(self._acts, made)
        self._acts += 1
        return made

    def show_values(self, values: Sequence[Any]) -> None:
        """Replace them; the cell chosen stays."""
        at = self.table.currentIndex()
        row, column = at.row(), at.column()
        self.model.show_values(values)
        self.note.setText("" if values else self._none)
        self._fit_columns()
        if 0 <= row < len(values):
            index = self.model.index(row, max(column, 0))
            self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _fit_columns(self) -> None:
        """As wide as their texts; a last column that stretches is measured alone, else it keeps Qt's 100 pixels."""
        header = self.table.horizontalHeader()
        stretches = header.stretchLastSection()
        header.setStretchLastSection(False)
        self.table.resizeColumnsToContents()
        header.setStretchLastSection(stretches)

    def scroll_to(self, row: int) -> None:
        """Bring a row to the top."""
        self.table.scrollTo(self.model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def chosen_rows(self) -> set[int]:
        """Rows with a selected cell."""
        return {index.row() for index in self.table.selectedIndexes()}

    def _remove(self) -> None:
        rows = self.chosen_rows()
        if rows:
            self._put(tuple(value for row, value in enumerate(self.values) if row not in rows))

    def _put(self, values: tuple[Any, ...]) -> None:
        self.changed.emit(values)


def _table(name: str, model: ValuesModel, parent: QWidget) -> QTableView:
    table = QTableView(parent)
    table.setModel(model)
    table.setItemDelegate(ChoiceDelegate(model.fields, table))
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(True)
    table.setEditTriggers(
        QAbstractItemView.EditTrigger.DoubleClicked
        | QAbstractItemView.EditTrigger.EditKeyPressed
        | QAbstractItemView.EditTrigger.AnyKeyPressed
    )
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    height = max(QFontMetrics(look().font()).height() + look().px(space.ROW_PADDING), look().px(CELL))
    table.verticalHeader().setDefaultSectionSize(height)
    table.setMinimumHeight(FEWEST_ROWS * height)
    header = table.horizontalHeader()
    header.setFont(look().font(space.QUIET))
    header.setHighlightSections(False)
    header.setMinimumSectionSize(look().px(72))
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setStretchLastSection(model.fields[-1].words)
    return table
