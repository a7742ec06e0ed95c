"""Opening, making and copying project files; a file that cannot be used becomes a sentence in the message bar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.window.frame.message import Message, Mood
from app.window.frame.settings import add_recent
from app.window.frame.writing_lock import WritingLock
from app.wording import words
from app.wording.names import listed, paragraph
from forecasts.findings import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.project.project import Project
    from app.window.frame.desk import Desk
    from app.window.jobs.job import JobEnd

_ = words("window")
SUFFIX = ".peakroster"


def sample_path() -> Path:
    """Where the sample project of this user lives."""
    from platformdirs import user_data_path

    return user_data_path("PeakRoster", appauthor=False, ensure_exists=True) / f"sample{SUFFIX}"


def refusal(error: InputError) -> Message:
    """Every finding of a refused input, as one message."""
    from app.wording.findings import sentence

    return Message(paragraph(sentence(finding) for finding in error.findings), Mood.ERROR)


class ProjectActs(QObject):
    """What the project menu does. `window` is the parent of its dialogs."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def open_path(self, path: Path) -> bool:
        """Open a project file; False, and a message, when it is none or something still works on the one open."""
        if self._busy():
            return False
        try:
            self._desk.document.open(path)
        except InputError as error:
            self._desk.say(refusal(error))
            return False
        add_recent(path)
        if self._desk.document.refusal is not None:
            self._desk.say(self._looked_at())
        return True

    def _looked_at(self) -> Message:
        """What is said of a project that another window writes."""
        text = _("This project is open in another window ({holder}); here you can look at it and export it.")
        said = text.format(holder=self._desk.document.holder)
        return Message(said, Mood.WARNING, _("Work in a copy …"), self.save_as)

    def _busy(self) -> bool:
        """What a job finds would end up in another project. Predicting the service writes nothing and may go on."""
        titles = [job.title for job in self._desk.jobs.running() if job.kind != "compare"]
        if titles:
            text = _("Still running: {titles}. Stop it before you open another project.").format(titles=listed(titles))
            self._desk.say(Message(text, Mood.WARNING))
        return bool(titles)

    def open(self) -> None:
        """Ask for a project file."""
        dialog = QFileDialog(self._window, _("Open project"), "", _filter())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._ask(dialog, self.open_path)

    def new(self) -> None:
        """Ask for name and days, then for the place of the file."""
        from app.window.frame.project_dialog import ProjectDialog

        dialog = ProjectDialog(self._window)
        dialog.accepted.connect(lambda: self._place_new(dialog.project()))
        dialog.open()

    def save_as(self) -> None:
        """Copy the project and go on with the copy."""
        if self._desk.document.view is not None:
            self._ask(self._save_dialog(_("Save a copy as"), self._desk.document.view.project.name), self._copy_to)

    def open_sample(self) -> None:
        """Open the sample project; it is made first when this user has none yet."""
        path = sample_path()
        if path.exists():
            self.open_path(path)
            return
        arguments = ["sample", "--out", str(path), "--progress"]
        self._desk.jobs.start("sample", _("Making the sample project"), arguments, self._sample_made)

    def _sample_made(self, end: JobEnd) -> None:
        if end.well and sample_path().exists():
            self.open_path(sample_path())
        elif not end.stopped:
            self._desk.say(
                Message(_("The sample project could not be made: {reason}").format(reason=end.words), Mood.ERROR)
            )

    def _place_new(self, project: Project) -> None:
        self._ask(
            self._save_dialog(_("Where to keep the project"), project.name), lambda path: self._create(path, project)
        )

    def _create(self, path: Path, project: Project) -> None:
        from app.project.file import ProjectFile  # half a second; the window is visible before

        try:
            ProjectFile.create(path, project).close()
        except InputError as error:
            self._desk.say(refusal(error))
            return
        self.open_path(path)

    def _copy_to(self, path: Path) -> None:
        from sqlite3 import DatabaseError

        if path == self._desk.document.file.path or self._busy() or self._in_use(path):
            return
        try:
            self._desk.document.file.copy_to(path)
        except (OSError, DatabaseError) as error:
            text = _("The copy could not be written: {reason}. Choose another place.").format(reason=error)
            self._desk.say(Message(text, Mood.ERROR))
            return
        if self.open_path(path):
            self._desk.say(Message(_("You are working in the copy {name} now.").format(name=path.name), Mood.GOOD))

    def _in_use(self, path: Path) -> bool:
        """Whether another window works on the project that the copy would take the place of."""
        lock = WritingLock(path)
        if lock.holder:
            text = _("{name} is open in another window ({holder}). Choose another name.")
            self._desk.say(Message(text.format(name=path.name, holder=lock.holder), Mood.ERROR))
        lock.release()
        return bool(lock.holder)

    def _save_dialog(self, title: str, name: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, name, _filter())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        return dialog

    def _ask(self, dialog: QFileDialog, then: Callable[[Path], object]) -> None:
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _filter() -> str:
    return _("PeakRoster projects (*{suffix})").format(suffix=SUFFIX)
