"""How a table was read: its first rows under what each column was taken for, which can be corrected."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.window.frame.tiles import label
from app.window.history.answers import Answers
from app.window.history.import_report import TableTold
from app.window.look import space
from app.window.look.look import look
from app.window.tables.numbers_table import Column, NumbersTable, Row
from app.wording import words

_ = words("window")


class FirstRows(QWidget):
    """`changed` tells that a column was given another meaning."""

    changed = Signal()

    def __init__(self, tables: tuple[TableTold, ...]) -> None:
        super().__init__()
        self._tables = tables
        self._chosen: dict[tuple[str, str], str] = {}
        self.table_box, self.column_box, self.meaning_box = QComboBox(), QComboBox(), QComboBox()
        for box, name in (
            (self.table_box, _("Table")),
            (self.column_box, _("Column")),
            (self.meaning_box, _("Meaning")),
        ):
            box.setAccessibleName(name)
        for table in tables:
            self.table_box.addItem(" · ".join(part for part in (table.file, table.sheet) if part))
        self._rows = NumbersTable(_("First rows"), ())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(space.RELATED))
        column.addLayout(self._choosers())
        column.addWidget(self._rows, 1)
        self.table_box.activated.connect(lambda _row: self._show())
        self.column_box.activated.connect(lambda _row: self._show_meaning())
        self.meaning_box.activated.connect(lambda _row: self._take())
        self._show()

    @property
    def answers(self) -> Answers:
        """The meanings chosen, by the columns' names."""
        return dict(self._chosen)

    def _choosers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look().px(space.RELATED))
        row.addWidget(self.table_box, 2)
        row.addWidget(label(_("Column"), "quiet"))
        row.addWidget(self.column_box, 1)
        row.addWidget(label(_("means"), "quiet"))
        row.addWidget(self.meaning_box, 1)
        return row

    @property
    def _table(self) -> TableTold | None:
        number = self.table_box.currentIndex()
        return self._tables[number] if 0 <= number < len(self._tables) else None

    def _show(self) -> None:
        table = self._table
        if table is None:
            return
        names = dict(table.possible)
        columns = [
            Column("\n".join((name or str(number), _meaning(names, meaning))), words=True)
            for number, (name, meaning) in enumerate(zip(table.names, table.meanings, strict=True), start=1)
        ]
        width = len(columns)
        self._rows.show_rows([Row((*row[:width], *[""] * (width - len(row)))) for row in table.rows], columns)
        self.column_box.clear()
        self.column_box.addItems([name for name in table.names if name])
        self.meaning_box.clear()
        self.meaning_box.addItem(_("not used"), "")
        for value, text in table.possible:
            self.meaning_box.addItem(text, value)
        self._show_meaning()

    def _show_meaning(self) -> None:
        table = self._table
        if table is None or not self.column_box.count():
            return
        name = self.column_box.currentText()
        meaning = self._chosen.get(("meaning", name), dict(zip(table.names, table.meanings, strict=True))[name])
        self.meaning_box.setCurrentIndex(max(0, self.meaning_box.findData(meaning)))

    def _take(self) -> None:
        if self.column_box.count():
            self._chosen["meaning", self.column_box.currentText()] = str(self.meaning_box.currentData() or "")
            self.changed.emit()


def _meaning(names: dict[str, str], meaning: str) -> str:
    own = {"": "–", "hours": _("hour"), "days": _("day")}
    return own.get(meaning) or names.get(meaning, meaning)
