"""All scenarios at once: calculated together, and written as a workbook or as pages."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QPushButton

from app.window.export.saving import FORBIDDEN_IN_FILE_NAMES, last_folder
from app.window.export.writing import write_file
from app.window.frame.desk import Desk
from app.window.frame.message import Message, Mood
from app.window.frame.view import ProjectView
from app.window.jobs.job import JobEnd
from app.window.jobs.steps import failure
from app.window.look.icons import icon
from app.wording import words

_ = words("window")

KIND, EXPORT = "compare-all", "compare-export"
GAP = "0.01"
"""Optimality gap at which a scenario of several is done."""


class ComparisonBatch(QObject):
    """`calculate` and `export` are its buttons. `seconds`: how long each scenario may take."""

    def __init__(self, desk: Desk, seconds: Callable[[], int]) -> None:
        super().__init__()
        self._desk, self._seconds = desk, seconds
        self._path = Path()
        self._name = ""
        self._fresh: list[str] = []
        self.calculate = _button(
            "optimise", _("Calculate all"), _("Plan every scenario whose roster is not up to date")
        )
        self.export = _button("export", _("Export"), _("Write the scenarios that are up to date as Excel or PDF"))
        self.calculate.clicked.connect(self._calculate)
        self.export.clicked.connect(self._ask)

    def follow(self, view: ProjectView, fresh: Sequence[str]) -> None:
        """What is up to date now."""
        self._path, self._name, self._fresh = view.path, view.project.name, list(fresh)
        self.calculate.setEnabled(len(fresh) < len(view.project.scenarios))
        self.export.setEnabled(bool(fresh))

    def _calculate(self) -> None:
        limits = ["--seconds", str(self._seconds()), "--gap", GAP]
        self._run(_("Calculating the scenarios"), [*limits, "--progress"])

    def take_point(self, scenario: str, limits: Sequence[str]) -> None:
        """Let a scenario made of a sweep's point have the roster found there: the command finds it by its content."""
        self._run(_("Taking the roster over"), [scenario, *limits])

    def _run(self, title: str, arguments: Sequence[str]) -> None:
        def ended(end: JobEnd) -> None:
            self._desk.document.reload()
            if not end.well:
                self._desk.say(failure(title, end))

        command = ["compare", "--project", str(self._path), *arguments, "--json"]
        if self._desk.jobs.start(KIND, title, command, ended) is None:
            self._desk.say(Message(_("{title}: already running.").format(title=title), Mood.WARNING))

    def _ask(self) -> None:
        dialog = QFileDialog(self.export, _("Export to"), "", f"{_('Excel workbook')} (*.xlsx);;PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        folder = last_folder()
        if folder is not None:
            dialog.setDirectory(str(folder))
        name = f"{self._name}_{_('scenarios')}_{date.today():%Y%m%d}".translate(FORBIDDEN_IN_FILE_NAMES)
        dialog.selectFile(f"{name}.xlsx")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("pdf" if "pdf" in chosen else "xlsx"))
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the scenarios that are up to date."""
        command = ["compare", *self._fresh, "--project", str(self._path), "--out", str(path), "--json"]
        write_file(self._desk, EXPORT, command, path)


def _button(picture: str, name: str, tip: str) -> QPushButton:
    button = QPushButton(icon(picture), name)
    button.setAccessibleName(name)
    button.setToolTip(tip)
    return button
