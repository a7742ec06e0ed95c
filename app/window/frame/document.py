"""The project that is open: reads it into views, writes changes at once, takes them back."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.project.project import Project
from app.window.frame.view import ProjectView
from scheduler.problem import Problem
from scheduler.solution import Solution

if TYPE_CHECKING:
    from app.project.file import ProjectFile


@dataclass(frozen=True, slots=True)
class Edit:
    """One action of the user and the projects before and after it."""

    label: str
    before: Project
    after: Project


class Document(QObject):
    """One open project file. Every change is on disk before `changed` tells the pages."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._file: ProjectFile | None = None
        self._scenario = ""
        self._view: ProjectView | None = None
        self._done: list[Edit] = []
        self._undone: list[Edit] = []

    @property
    def view(self) -> ProjectView | None:
        """The latest reading, None while no project is open."""
        return self._view

    @property
    def file(self) -> "ProjectFile":
        """The open file. Raises RuntimeError when there is none."""
        if self._file is None:
            raise RuntimeError("no project is open")
        return self._file

    def open(self, path: Path) -> None:
        """Read a project. Raises InputError when the file is not one; the project open before stays open then."""
        from app.project.file import ProjectFile  # half a second; the window is visible before

        opened = ProjectFile.open(path)
        try:
            opened.read()
        except BaseException:
            opened.close()
            raise
        self.close()
        self._file = opened
        self.reload()

    def close(self) -> None:
        """Let the file go."""
        if self._file is not None:
            self._file.close()
        self._file, self._view, self._scenario = None, None, ""
        self._done.clear()
        self._undone.clear()

    def reload(self) -> None:
        """Read everything again, after a child process or another act wrote the file."""
        self._take()
        self.changed.emit(self._view)

    def _take(self) -> None:
        self._view = self._read(self.file.read())
        self._scenario = self._view.scenario.name

    def choose_scenario(self, name: str) -> None:
        """Show another scenario."""
        self._scenario = name
        self.reload()

    def change(self, label: str, project: Project) -> None:
        """One act of the user, written at once and undoable. History comes in through imports only.

        Raises InputError when it cannot be stored; then nothing has changed.
        """
        if self._view is None:
            raise RuntimeError("no project is open")
        edit = Edit(label, self._view.project, project)
        self._write(label, project)
        self._done.append(edit)
        self._undone.clear()
        self.changed.emit(self._view)

    def save_roster(self, problem: Problem, solution: Solution, note: str = "") -> None:
        """Store a roster as the newest version of the scenario shown."""
        self.file.save_solution(self._scenario, problem, solution, note)
        self.reload()

    @property
    def undo_label(self) -> str:
        """What undo would take back, "" when nothing."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again, "" when nothing."""
        return self._undone[-1].label if self._undone else ""

    def undo(self) -> None:
        """Take back the last change."""
        if self._done:
            edit = self._done[-1]
            self._write(edit.label, edit.before)
            self._undone.append(self._done.pop())
            self.changed.emit(self._view)

    def redo(self) -> None:
        """Do the change taken back last again."""
        if self._undone:
            edit = self._undone[-1]
            self._write(edit.label, edit.after)
            self._done.append(self._undone.pop())
            self.changed.emit(self._view)

    def _write(self, label: str, project: Project) -> None:
        """Write and read again; raises InputError, with nothing changed, when it cannot be stored."""
        self.file.change(label, replace(project, history=self.file.read().history))
        self._take()

    def _read(self, project: Project) -> ProjectView:
        names = [scenario.name for scenario in project.scenarios]
        name = self._scenario if self._scenario in names else names[0]
        made = self.file.results(name)
        return ProjectView(
            path=self.file.path,
            project=project,
            scenario=project.scenario(name),
            forecast=made.forecast,
            requirement=made.requirement,
            version=made.version,
            stale=made.stale,
        )
