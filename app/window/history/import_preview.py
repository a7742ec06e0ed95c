"""What an import would bring, before it does: files, first rows, every finding as a sentence, and what is asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QTabWidget, QWidget

from app.window.formats import number_text
from app.window.frame.dialog_column import dialog_column
from app.window.frame.tiles import label
from app.window.history.answers import Answers, options_of
from app.window.history.first_rows import FirstRows
from app.window.history.import_report import FileRead, ImportReport
from app.window.history.overlap_choice import OverlapChoice
from app.window.history.questions_form import QuestionsForm
from app.window.look.look import look
from app.window.tables.numbers_table import Column, NumbersTable, Row
from app.window.tables.sentences import Sentences
from app.wording import words
from app.wording.names import kind_of_file

_ = words("window")
SETTINGS = {"promotions", "goals", "project"}


class ImportPreviewDialog(QDialog):
    """Accepting it runs the import. `again` carries the answers given, with which the files are to be read anew;
    `given` were those of this reading.
    """

    again = Signal(object)

    def __init__(self, report: ImportReport, parent: QWidget, given: Answers | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What will be imported"))
        self.resize(look().px(820), look().px(640))
        self._given = dict(given or {})
        self._questions = QuestionsForm(report.questions, self._given)
        self._first_rows = FirstRows(report.tables)
        tabs = QTabWidget()
        tabs.setAccessibleName(_("What was read"))
        tabs.setDocumentMode(True)
        tabs.addTab(_files_table(report), _("Files read"))
        if report.tables:
            tabs.addTab(self._first_rows, _("First rows"))
        sentences = Sentences(_("Findings"))
        lines = [(finding.level, finding.text) for finding in report.findings]
        sentences.show_lines(lines, _("Nothing to complain about."))
        column = dialog_column(self)
        column.addWidget(tabs, 3)
        column.addWidget(label(_("Findings ({count})").format(count=len(report.findings)), "card-title"))
        column.addWidget(sentences, 3)
        if report.questions:
            column.addWidget(label(_("Questions ({count})").format(count=len(report.questions)), "card-title"))
            column.addWidget(self._questions)
        self._overlap = OverlapChoice()
        self._overlap.setVisible(report.asks_overlap and report.usable)
        column.addWidget(self._overlap)
        column.addWidget(self._buttons(report))

    @property
    def options(self) -> list[str]:
        """What the import command is told of the choices made."""
        return [*options_of(self._given), *([self._overlap.option] if self._overlap.option else [])]

    def _buttons(self, report: ImportReport) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        again = buttons.addButton(_("Read again"), QDialogButtonBox.ButtonRole.ActionRole)
        take_in = buttons.addButton(_("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        take_in.setProperty("kind", "primary")
        take_in.setEnabled(report.usable and not report.asks_overlap)
        self._overlap.chosen.connect(lambda: take_in.setEnabled(not again.isEnabled()))
        if not report.usable:
            take_in.setToolTip(_("Correct the errors first."))
        again.setEnabled(self._questions.answered)
        for asking in (self._questions, self._first_rows):
            asking.changed.connect(lambda: self._answered(again, take_in))
        again.clicked.connect(self._read_again)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    @property
    def answers(self) -> Answers:
        """Everything answered so far."""
        return {**self._questions.answers, **self._first_rows.answers}

    def _answered(self, again: QPushButton, take_in: QPushButton) -> None:
        """What an answer changes shows only after another reading."""
        again.setEnabled(True)
        take_in.setEnabled(False)
        take_in.setToolTip(_("Read the files again with the answers first."))

    def _read_again(self) -> None:
        self.again.emit(self.answers)
        self.reject()


def _files_table(report: ImportReport) -> NumbersTable:
    table = NumbersTable(
        _("Files read"),
        (
            Column(_("File"), words=True, wide=True),
            Column(_("Holds"), words=True),
            Column(_("Rows read")),
            Column(_("Refused")),
            Column(_("Left out")),
            Column(_("Missing intervals")),
        ),
    )
    table.show_rows([file_row(read) for read in report.read])
    return table


def file_row(read: FileRead) -> Row:
    """One file in the table; what was refused stands out. A settings file has no rows."""
    counts = (read.rows or None if read.kind in SETTINGS else read.rows, read.refused, read.left_out, read.missing)
    numbers = (number_text(value) for value in counts)
    tokens = ((3, "law"),) if read.refused else ()
    return Row((read.file, kind_of_file(read.kind), *numbers), tokens)
