"""The help dialog: keys, words with their meaning, and the change log, each with one filter."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QWidget,
)

from app.project.batch import LogEntry
from app.window.frame.dialog_column import dialog_column
from app.window.help.change_names import change_name
from app.window.help.glossary import glossary
from app.window.help.keys import key_sheet
from app.window.help.own_keys_tab import own_keys_tab
from app.window.look.look import look
from app.wording import words

_ = words("window")

FIRST_SIZE = (760, 560)


class HelpDialog(QDialog):
    """What keys do, what words mean, what was changed. `keys_given`: closed after acts were given other keys."""

    keys_given = Signal()

    def __init__(self, log: Iterable[LogEntry], parent: QWidget, word: str = "") -> None:
        """`word`: what somebody asks for; the words are shown at once then."""
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*(look().px(size) for size in FIRST_SIZE))
        self.needle = QLineEdit()
        self.needle.setPlaceholderText(_("Find"))
        self.needle.setAccessibleName(_("Find"))
        self.needle.setClearButtonEnabled(True)
        self.tabs = QTabWidget()
        changed = [(entry.time.strftime("%Y-%m-%d %H:%M"), change_name(entry.label)) for entry in log]
        self.tables = [
            _table((_("Key"), _("Does")), key_sheet()),
            _table((_("Word"), _("Meaning")), glossary()),
            _table((_("Time"), _("Change")), changed[::-1]),
        ]
        for table, name in zip(self.tables, (_("Keys"), _("Words"), _("Change log")), strict=True):
            table.setAccessibleName(name)
            self.tabs.addTab(table, name)
        self.own_keys = own_keys_tab()
        self._keys_before = self.own_keys.values
        self.finished.connect(lambda _end: self._tell_keys())
        self.tabs.addTab(self.own_keys, _("Own keys"))
        self.needle.textChanged.connect(self._filter)
        column = dialog_column(self)
        column.addWidget(self.needle)
        column.addWidget(self.tabs, 1)
        if word:
            self.tabs.setCurrentIndex(1)
            self.needle.setText(word)

    def _tell_keys(self) -> None:
        if self.own_keys.values != self._keys_before:
            self.keys_given.emit()

    def _filter(self, needle: str) -> None:
        """Keep the lines that contain the words."""
        wanted = needle.strip().casefold()
        for table in self.tables:
            for row in range(table.rowCount()):
                texts = (table.item(row, column) for column in range(table.columnCount()))
                line = " ".join(item.text() for item in texts if item is not None).casefold()
                table.setRowHidden(row, wanted not in line)


def _table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> QTableWidget:
    table = QTableWidget(len(lines), len(heads))
    table.setHorizontalHeaderLabels(list(heads))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for row, line in enumerate(lines):
        for column, text in enumerate(line):
            table.setItem(row, column, QTableWidgetItem(text))
    table.resizeColumnToContents(0)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.setProperty("kind", "reading")
    return table
