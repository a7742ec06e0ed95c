"""What an import would bring, before it does: every file with its rows, every finding as a sentence."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.window.formats import number_text
from app.window.frame.tiles import label
from app.window.history.import_report import FileRead, ImportReport
from app.window.history.overlap_choice import OverlapChoice
from app.window.look import space
from app.window.look.look import look
from app.window.tables.numbers_table import Column, NumbersTable, Row
from app.window.tables.sentences import Sentences
from app.wording import words

_ = words("window")
SETTINGS = {"promotions", "goals", "project"}


def kind_name(kind: str) -> str:
    """What a file was taken for."""
    names = {
        "history": _("Inquiry history"),
        "agents": _("Agents"),
        "absences": _("Absences"),
        "requests": _("Requests"),
        "shifts": _("Shift table"),
        "promotions": _("Promotions"),
        "drivers": _("Visitors and orders"),
        "broadcasts": _("Live broadcasts"),
        "roster": _("Roster workbook"),
        "attendance": _("Attendance"),
        "goals": _("Service goals"),
        "project": _("Project"),
    }
    return names.get(kind, kind or _("not recognised"))


class ImportPreviewDialog(QDialog):
    """Accepting it runs the import."""

    def __init__(self, report: ImportReport, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What will be imported"))
        self.resize(look().px(760), look().px(520))
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
        sentences = Sentences(_("Findings"))
        lines = [(finding.level, finding.text) for finding in report.findings]
        sentences.show_lines(lines, _("Nothing to complain about."))
        column = QVBoxLayout(self)
        column.setSpacing(look().px(space.RELATED))
        column.addWidget(label(_("Files read"), "card-title"))
        column.addWidget(table, 2)
        column.addWidget(label(_("Findings ({count})").format(count=len(report.findings)), "card-title"))
        column.addWidget(sentences, 3)
        self._overlap = OverlapChoice()
        self._overlap.setVisible(report.asks_overlap and report.usable)
        column.addWidget(self._overlap)
        column.addWidget(self._buttons(report))

    @property
    def options(self) -> list[str]:
        """What the import command is told of the choices made."""
        return [self._overlap.option] if self._overlap.option else []

    def _buttons(self, report: ImportReport) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        take_in = buttons.addButton(_("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        take_in.setProperty("kind", "primary")
        take_in.setEnabled(report.usable and not report.asks_overlap)
        self._overlap.chosen.connect(lambda: take_in.setEnabled(True))
        if not report.usable:
            take_in.setToolTip(_("Correct the errors first."))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def file_row(read: FileRead) -> Row:
    """One file in the table; what was refused stands out. A settings file has no rows."""
    counts = (read.rows or None if read.kind in SETTINGS else read.rows, read.refused, read.left_out, read.missing)
    numbers = (number_text(value) for value in counts)
    tokens = ((3, "law"),) if read.refused else ()
    return Row((read.file, kind_name(read.kind), *numbers), tokens)
