"""Import: choose files, look at what a dry run would read, then take it in. The reading is done by a child process."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.window.frame.desk import Desk
from app.window.frame.message import Message, Mood
from app.window.frame.reading import Reading
from app.window.history.answers import Answers, options_of
from app.window.history.clipboard_block import write_block
from app.window.history.import_preview import ImportPreviewDialog
from app.window.history.import_report import ImportReport, read_report
from app.window.jobs.job import JobEnd
from app.window.jobs.steps import reader
from app.wording import words

_ = words("window")
JOB = "import"


class Importing(QObject):
    """The straight line of an import. `window` is the parent of its dialogs."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._folder = QTemporaryDir()

    def ask(self) -> None:
        """Let the user choose files."""
        if self._without_project():
            return
        tables = _("Tables and lists (*.xlsx *.xls *.csv *.tsv *.txt *.toml *.json)")
        dialog = QFileDialog(self._window, _("Import files"), "", f"{tables};;{_('All files (*)')}")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda chosen: self.preview([Path(name) for name in chosen]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_folder(self) -> None:
        """Let the user choose a folder of daily files; each is recognised by what is in it."""
        if self._without_project():
            return
        dialog = QFileDialog(self._window, _("Import a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda chosen: self.preview([Path(name) for name in chosen]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def paste(self) -> None:
        """Read the block of cells on the clipboard like a file: the same shapes, the same problems told at once."""
        if self._without_project():
            return
        path = write_block(QGuiApplication.clipboard().mimeData(), Path(self._folder.path()), datetime.now())
        if path is None:
            text = _("The clipboard holds no table. Copy cells with their header in Excel or WPS, then paste.")
            self._desk.say(Message(text, Mood.WARNING))
            return
        self.preview([path])

    def preview(self, paths: Sequence[Path], answers: Answers | None = None) -> None:
        """Read without taking in, then show what was read. `answers`: to what an earlier reading asked."""
        if self._without_project():
            return
        options = ["--dry-run", *options_of(answers or {})]
        self._run(paths, options, _("Reading the files"), lambda end: self._show(paths, end, answers))

    def _without_project(self) -> bool:
        if self._desk.document.view is not None:
            return False
        text = _("Open or create a project first; what is imported goes into it.")
        self._desk.say(Message(text, Mood.WARNING, _("Open the sample project"), self._desk.sample))
        return True

    def _show(self, paths: Sequence[Path], end: JobEnd, answers: Answers | None = None) -> None:
        report = self._report(end)
        if report is None:
            return
        dialog = ImportPreviewDialog(report, self._window, answers)
        dialog.again.connect(lambda given: self.preview(paths, given))
        dialog.accepted.connect(lambda: self._run(paths, dialog.options, _("Importing"), self._taken_in))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _taken_in(self, end: JobEnd) -> None:
        report = self._report(end)
        if report is None:
            return
        if isinstance(end.made, Reading):
            self._desk.document.follow(end.made)
        rows = sum(read.rows for read in report.read)
        files = len(report.read)
        text = _("Imported {rows} rows from {files} files.").format(rows=f"{rows:,}", files=files)
        self._desk.say(Message(text, Mood.GOOD))

    def _report(self, end: JobEnd) -> ImportReport | None:
        report = read_report(end.output)
        if report is None and not end.stopped:
            text = _("The files could not be read: {reason}").format(reason=end.words or _("no answer came back"))
            self._desk.say(Message(text, Mood.ERROR))
        return report

    def _run(self, paths: Sequence[Path], more: list[str], title: str, then: object) -> None:
        view = self._desk.document.view
        if view is None or not callable(then):
            return
        arguments = [JOB, *map(str, paths), "--project", str(view.path), "--json", *more]
        digest = reader(self._desk) if then == self._taken_in else None
        if self._desk.jobs.start(JOB, title, arguments, then, digest=digest) is None:
            self._desk.say(Message(_("An import is already running."), Mood.WARNING))
