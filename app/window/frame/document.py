"""The project that is open: reads it into views, writes changes at once, takes them back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.project.undo_labels import UndoLabels
from app.window.frame.judgement import Judgement
from app.window.frame.step_aside import LONG, StepAside
from app.window.frame.writing_lock import WritingLock
from forecasts.findings import Finding, InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.project.file import ProjectFile
    from app.project.project import Project
    from app.project.version import CellKey, Cells
    from app.window.frame.reading import Reading
    from app.window.frame.view import ProjectView
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
        self._lock: WritingLock | None = None
        self._aside = StepAside(self, self._stepped)

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
        from app.window.frame.reading import read_path

        reading = read_path(path)
        if self._lock is None or self._lock.project != path.resolve():
            self.close()
            self._lock = WritingLock(path)
        self.take(reading)

    def take(self, reading: Reading) -> None:
        """Show a reading, perhaps made in another thread, and go on with its file."""
        if self._file is not None:
            self._file.close()
        self._file, self._judgement = reading.file, reading.judgement
        self._show(reading.view, reading.labels)
        self.look_again()  # something may have been changed here while the other thread was reading

    def follow(self, reading: Reading) -> None:
        """Show what was read after a job, unless another project has been opened meanwhile."""
        if self._file is not None and self._file.path == reading.file.path:
            self.take(reading)
        else:
            reading.file.close()

    def _show(self, view: ProjectView, labels: UndoLabels) -> None:
        self._view, self._labels, self._scenario = view, labels, view.scenario.name
        self.changed.emit(view)

    def close(self) -> None:
        """Let the file go."""
        self._aside.drop()
        if self._file is not None:
            self._file.close()
        if self._lock is not None:
            self._lock.release()
        self._file = self._view = self._lock = None
        self._scenario, self._labels, self._judgement = "", UndoLabels(), Judgement()

    @property
    def holder(self) -> str:
        """The computer whose window writes this project, "" when this window does."""
        return self._lock.holder if self._lock is not None else ""

    @property
    def refusal(self) -> InputError | None:
        """Why nothing can be changed here, None when it can."""
        return InputError([Finding("PF13", facts={"holder": self.holder})]) if self.holder else None

    def look_again(self) -> None:
        """Read the file again if another program has changed it; write it from now on if its other window is gone."""
        if self._lock is None:
            return
        freed = bool(self.holder) and self._lock.ask()
        if freed or not self.file.is_as_read():
            self.reload()

    def _begin_act(self) -> None:
        """Before a change: raises InputError (PF13) where another window writes, else sees what others have stored."""
        self._aside.finish()
        refusal = self.refusal
        if refusal is not None:
            raise refusal
        if not self.file.is_as_read():
            self.reload()

    def reload(self) -> None:
        """Read everything again, after a child process or another act wrote the file."""
        from app.window.frame.reading import read_view

        self._show(read_view(self.file, self._scenario), self.file.undo_labels())

    def choose_scenario(self, name: str) -> None:
        """Show another scenario."""
        self._scenario = name
        self.reload()

    def change(self, label: str, project: Project) -> None:
        """One act of the user, written at once and undoable. History comes in through imports only.

        Raises InputError when it cannot be stored, also because another program changed the same part of the project
        since it was read; then nothing has changed.
        """
        refusal = self.refusal
        if refusal is not None:
            raise refusal
        try:
            self.file.change(label, project)
        except InputError:
            self.look_again()
            raise
        self.reload()

    def save_roster(self, problem: Problem, solution: Solution, note: str = "") -> None:
        """Store a roster as the newest version of the scenario shown. What was written is not read again."""
        from app.project.stale import roster_is_stale

        self._begin_act()
        view = self._view
        if view is None or view.requirement is None:
            raise RuntimeError("no requirement is open")
        version = self.file.save_solution(self._scenario, problem, solution, note)
        late = bool(view.stale - {"roster"}) or roster_is_stale(view.project, view.requirement, version)
        stale = view.stale | {"roster"} if late else view.stale - {"roster"}
        self._view = replace(view, version=version, stale=stale)
        self._labels = self.file.undo_labels()
        self.changed.emit(self._view)

    def edit_roster(self, label: str, cells: Cells, locks: Mapping[CellKey, bool], goes_on: bool = False) -> None:
        """Change cells of the roster shown, None a day off, and lock or unlock cells: one step of undo, or with
        the edit before when it `goes_on` with that.

        Only what is touched is read anew, so that an edit is seen at once. Raises InputError when it cannot be stored.
        """
        from app.project.version import edited_version

        self._begin_act()
        view, judged = self._view, self.judged
        if view is None or view.version is None or judged is None:
            raise RuntimeError("no roster is open")
        number = self.file.edit_roster(label, view.scenario.name, view.version.number, cells, locks, goes_on)
        kept = (view.locks - locks.keys()) | {key for key, locked in locks.items() if locked}
        version = view.version
        if cells:
            after = judged.edited(cells)
            version = edited_version(version, number, cells, after.cost.total)
            self._judgement.keep(version, after)
        self._view = replace(view, version=version, locks=frozenset(kept))
        self._labels = self.file.undo_labels()
        self.changed.emit(self._view)

    def publish(self, label: str) -> None:
        """Make the roster shown the one that agents were told."""
        self._begin_act()
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

    def undo(self, look_ahead: Callable[[Reading], object] | None = None) -> None:
        """Take back the last change, whoever made it; raises InputError when it cannot be stored. With `look_ahead` a
        long step is taken and read in a thread of its own, which calls that; whoever acts meanwhile waits for it.
        """
        self._begin_act()
        self._step(lambda file: file.undo(), self._labels.undo_size, look_ahead)

    def redo(self, look_ahead: Callable[[Reading], object] | None = None) -> None:
        """Do the change taken back last again, in the same way."""
        self._begin_act()
        self._step(lambda file: file.redo(), self._labels.redo_size, look_ahead)

    def _step(
        self,
        step: Callable[[ProjectFile], object],
        size: int,
        look_ahead: Callable[[Reading], object] | None,
    ) -> None:
        if look_ahead is not None and size >= LONG:
            self._aside.start(self.file.again(), self._scenario, step, look_ahead)
        elif step(self.file) is not None:
            self.reload()

    def _stepped(self, reading: Reading) -> None:
        """Show what a long step made, unless another project or scenario has been opened meanwhile."""
        if self._view is not None and reading.view.scenario.name != self._scenario:
            reading.file.close()
            self.reload()
        else:
            self.follow(reading)
