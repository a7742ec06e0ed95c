"""Export: look at what the team will get, then write it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from app.project.version import VersionState
from app.window.export.attendance_names import AttendanceNamesDialog
from app.window.export.choices import ExportChoices
from app.window.export.format_previews import previews
from app.window.export.previews import Sheet
from app.window.export.saving import save_dialog, template_dialog
from app.window.export.targets import Target
from app.window.export.writing import write_file
from app.window.formats import moment_text, number_text
from app.window.frame.card import Card
from app.window.frame.desk import Desk
from app.window.frame.empty_state import EmptyState
from app.window.frame.filled_page import FilledPage
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.stacked import stacked
from app.window.frame.status_line import violations_text
from app.window.frame.tiles import Tile, Tiles
from app.window.frame.view import ProjectView
from app.window.jobs.job import JobEnd
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
        self._shown = ""
        self.primary = self.act(_("Export"), "export", self._ask, "Ctrl+E")
        self.act(_("Print"), "print", self._print, "Ctrl+P")

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
        self._tiles, self._sheets, self._choices = Tiles(), QTabWidget(), ExportChoices()
        self._sheets.setAccessibleName(_("Preview"))
        preview = Card(_("Preview"), _("what the file will hold"))
        preview.put(self._sheets)
        self._choices.chosen.connect(self._show_preview)
        self._choices.names_wanted.connect(self._edit_names)
        parts = RememberingSplitter("export", Qt.Orientation.Horizontal, preview, self._choices, shares=(10, 3))
        return stacked(self._tiles, parts)

    def fill(self, view: ProjectView) -> None:
        """Show what the chosen format holds of the scenario's latest roster."""
        if view.version is None:
            return
        self._view = view
        self._tiles.show_tiles(export_tiles(view, self.desk.document.judged))
        self._show_preview()

    def _show_preview(self) -> None:
        kept = self._sheets.currentIndex() if self._shown == self.target.format else 0
        self._shown = self.target.format
        while self._sheets.count():
            page = self._sheets.widget(0)
            self._sheets.removeTab(0)
            if page is not None:
                page.deleteLater()
        for sheet in previews(self._view, self.target.format):
            self._sheets.addTab(table_of(sheet), sheet.name)
        self._sheets.setCurrentIndex(max(0, kept))

    @property
    def target(self) -> Target:
        """What is chosen to be written."""
        return self._choices.target

    def _edit_names(self) -> None:
        dialog = AttendanceNamesDialog(self._view.project, self.window())
        dialog.accepted.connect(lambda: self._store_names(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _store_names(self, dialog: AttendanceNamesDialog) -> None:
        if dialog.project != self._view.project:
            self.desk.document.change(_("Names in the attendance system"), dialog.project)

    def _print(self) -> None:
        """Pages for the wall, as a PDF that any viewer prints."""
        view = self.desk.document.view
        if view is not None and not self.is_empty(view):
            self._choices.choose("pdf")
            self._ask_where(None)

    def _ask(self) -> None:
        if not self.target.template:
            self._ask_where(None)
            return
        dialog = template_dialog(self, self.target)
        dialog.fileSelected.connect(lambda chosen: self._ask_where(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_where(self, template: Path | None) -> None:
        dialog = save_dialog(self, self._view, self.target)
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen), template))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path, template: Path | None = None) -> None:
        """Write the file in a child process, then say what it told and offer its folder."""
        view = self._view

        def ended(end: JobEnd) -> str:
            self._choices.follow_folder()
            return end.words

        arguments = ["export", "--project", str(view.path), "--scenario", view.scenario.name]
        arguments += ["--format", self.target.format, "--out", str(path), "--progress"]
        arguments += ["--wages"] if self._choices.with_wages else []
        arguments += ["--gb18030"] if self._choices.for_old_excel else []
        arguments += ["--template", str(template)] if template else []
        write_file(self.desk, "export", arguments, path, ended)


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
        Tile(_("Rules"), violations_text(view, judged), "", _("every rule checked again")),
    )
