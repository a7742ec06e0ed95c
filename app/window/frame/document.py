"""The project that is open: reads it into views, writes changes at once, takes them back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.project.undo_labels import UndoLabels
from app.window.frame.judgement import Judgement
from app.window.frame.view import ProjectView

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.project.file import ProjectFile
    from app.project.project import Project
    from app.project.version import CellKey, Cells
    from scheduler.judged import Judged
    from scheduler.problem import Problem
    from scheduler.solution import Solution


class Document(QObject):
    """One open project file. Every change is on disk before `changed` tells the pages."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._file: ProjectFile | None = None
        self._scenario = ""
        self._view: ProjectView | None = None
        self._labels = UndoLabels()
        self._judgement = Judgement()

    @property
    def judged(self) -> Judged | None:
        """What is known of the roster shown, None before there is one."""
        if self._view is None or self._view.version is None:
            return None
        return self._judgement.of(self._view.version)

    @property
    def view(self) -> ProjectView | None:
        """The latest reading, None while no project is open."""
        return self._view

    @property
    def file(self) -> ProjectFile:
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
        self._labels = UndoLabels()

    def reload(self) -> None:
        """Read everything again, after a child process or another act wrote the file."""
        self._take()
        self.changed.emit(self._view)

    def _take(self) -> None:
        self._view = self._read(self.file.read())
        self._scenario = self._view.scenario.name
        self._labels = self.file.undo_labels()

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
        self.file.change(label, replace(project, history=self.file.read().history))
        self.reload()

    def save_roster(self, problem: Problem, solution: Solution, note: str = "") -> None:
        """Store a roster as the newest version of the scenario shown. What was written is not read again."""
        from app.project.stale import roster_is_stale

        view = self._view
        if view is None or view.requirement is None:
            raise RuntimeError("no requirement is open")
        version = self.file.save_solution(self._scenario, problem, solution, note)
        late = bool(view.stale - {"roster"}) or roster_is_stale(view.project, view.requirement, version)
        stale = view.stale | {"roster"} if late else view.stale - {"roster"}
        self._view = replace(view, version=version, stale=stale)
        self._labels = self.file.undo_labels()
        self.changed.emit(self._view)

    def edit_roster(self, label: str, cells: Cells, locks: Mapping[CellKey, bool]) -> None:
        """Change cells of the roster shown, None a day off, and lock or unlock cells: one step of undo.

        Only what is touched is read anew, so that an edit is seen at once. Raises InputError when it cannot be stored.
        """
        from app.project.version import edited_version

        view, judged = self._view, self.judged
        if view is None or view.version is None or judged is None:
            raise RuntimeError("no roster is open")
        number = self.file.edit_roster(label, view.scenario.name, view.version.number, cells, locks)
        kept = (view.locks - locks.keys()) | {key for key, locked in locks.items() if locked}
        objective = judged.edited(cells).cost.total
        version = edited_version(view.version, number, cells, objective) if cells else view.version
        self._view = replace(view, version=version, locks=frozenset(kept))
        self._labels = self.file.undo_labels()
        self.changed.emit(self._view)

    def publish(self, label: str) -> None:
        """Make the roster shown the one that agents were told."""
        if self._view is None or self._view.version is None:
            raise RuntimeError("no roster is open")
        self.file.publish(label, self._view.scenario.name, self._view.version.number)
        self.reload()

    @property
    def undo_label(self) -> str:
        """What undo would take back, "" when nothing."""
        return self._labels.undo

    @property
    def redo_label(self) -> str:
        """What redo would do again, "" when nothing."""
        return self._labels.redo

    def undo(self) -> None:
        """Take back the last change, whoever made it; raises InputError when it cannot be stored."""
        if self.file.undo() is not None:
            self.reload()

    def redo(self) -> None:
        """Do the change taken back last again."""
        if self.file.redo() is not None:
            self.reload()

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
            locks=made.locks,
        )
