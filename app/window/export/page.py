"""Export: look at what the team will get, then write it."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QRadioButton, QTabWidget, QWidget

from app.project.version import VersionState
from app.window.export.previews import Sheet, sheets
from app.window.export.targets import Target, targets
from app.window.formats import moment_text, number_text
from app.window.frame.card import Card
from app.window.frame.desk import Desk
from app.window.frame.empty_state import EmptyState
from app.window.frame.filled_page import FilledPage
from app.window.frame.message import Message, Mood
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.stacked import stacked
from app.window.frame.status_line import violations_text
from app.window.frame.tiles import Tile, Tiles, label
from app.window.frame.view import ProjectView
from app.window.jobs.job import JobEnd
from app.window.jobs.steps import failure
from app.window.names import scenario_name
from app.window.tables.numbers_table import NumbersTable
from app.wording import words
from scheduler.judged import Judged

_ = words("window")


class ExportPage(FilledPage):
    """Primary: export."""

    step = "export"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.primary = self.act(_("Export"), "export", self._ask, "Ctrl+E")

    def title(self) -> str:
        """The step's name."""
        return _("Export")

    def is_empty(self, view: ProjectView) -> bool:
        """Before there is a roster."""
        return view.version is None

    def empty(self) -> QWidget:
        """The way to a roster."""
        sentence = _("There is no roster to export yet. Optimise one first; here you then see what the team will get.")
        return EmptyState("export", sentence, _("Go to the roster"), lambda: self.desk.go("roster"))

    def follow(self, view: ProjectView | None) -> None:
        """Only a roster can leave."""
        if self.primary is not None:
            self.primary.setEnabled(view is not None and view.version is not None)

    def build(self) -> QWidget:
        """Tiles; the sheets; what is written at the side."""
        self._tiles, self._sheets = Tiles(), QTabWidget()
        self._sheets.setAccessibleName(_("Preview"))
        preview = Card(_("Preview"), _("the sheets of the team's workbook"))
        preview.put(self._sheets)
        parts = RememberingSplitter("export", Qt.Orientation.Horizontal, preview, self._choices(), shares=(10, 3))
        return stacked(self._tiles, parts)

    def fill(self, view: ProjectView) -> None:
        """Show the sheets of the scenario's latest roster."""
        if view.version is None:
            return
        self._view = view
        shown = sheets(view.project, view.scenario, view.version)
        self._tiles.show_tiles(export_tiles(view, self.desk.document.judged))
        chosen = max(0, self._sheets.currentIndex())
        while self._sheets.count():
            page = self._sheets.widget(0)
            self._sheets.removeTab(0)
            if page is not None:
                page.deleteLater()
        for sheet in shown:
            self._sheets.addTab(table_of(sheet), sheet.name)
        self._sheets.setCurrentIndex(chosen)

    def _choices(self) -> Card:
        card = Card(_("What is written"))
        self._formats = QButtonGroup(card)
        for number, target in enumerate(targets()):
            button = QRadioButton(target.name)
            button.setAccessibleName(target.name)
            button.setChecked(number == 0)
            self._formats.addButton(button, number)
            note = label(target.note, "quiet")
            note.setWordWrap(True)
            card.column.addWidget(button)
            card.column.addWidget(note)
        privacy = label(
            _("No wages are written here. Staff ids stand in the HR workbook and the long table only."), "quiet"
        )
        privacy.setWordWrap(True)
        card.column.addStretch(1)
        card.column.addWidget(privacy)
        return card

    @property
    def target(self) -> Target:
        """What is chosen to be written."""
        return targets()[max(0, self._formats.checkedId())]

    def _ask(self) -> None:
        target = self.target
        name = f"{self._view.project.name} {scenario_name(self._view.scenario.name)} {target.format}"
        dialog = QFileDialog(self, _("Export to"), name, f"*.{target.suffix}" if target.suffix else "")
        if target.suffix:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(target.suffix)
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the file in a child process, then offer its folder."""
        view, title = self._view, _("Exporting")

        def ended(end: JobEnd) -> None:
            if not end.well or not path.exists():
                self.desk.say(failure(title, end))
                return
            text = _("Written: {name}").format(name=path.name)
            self.desk.say(Message(text, Mood.GOOD, _("Open the folder"), lambda: open_folder(path)))

        arguments = ["export", "--project", str(view.path), "--scenario", view.scenario.name]
        arguments += ["--format", self.target.format, "--out", str(path), "--progress"]
        self.desk.jobs.start("export", title, arguments, ended)


def open_folder(path: Path) -> None:
    """Show a folder, or that of a file, in the system's own way."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))


def table_of(sheet: Sheet) -> NumbersTable:
    """A sheet as a table."""
    table = NumbersTable(sheet.name, sheet.columns)
    table.show_rows(sheet.rows)
    return table


def export_tiles(view: ProjectView, judged: Judged | None) -> tuple[Tile, ...]:
    """Which version, for how many, how many shifts, and whether it keeps the rules."""
    version = view.version
    if version is None:
        return ()
    problem, roster = version.problem, version.solution.roster
    state = _("published") if version.state is VersionState.PUBLISHED else _("draft")
    when = _("made {moment}").format(moment=moment_text(version.created))
    return (
        Tile(_("Version"), str(version.number), state, when),
        Tile(_("Agents"), number_text(len(problem.agents)), "", _("{days} days").format(days=problem.horizon.days)),
        Tile(_("Shifts planned"), number_text(len(roster)), "", scenario_name(version.scenario)),
        Tile(_("Rules"), violations_text(judged), "", _("every rule checked again")),
    )
