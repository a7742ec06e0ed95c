"""A file in which every change is one transaction, one row in the change log and one step of undo."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, insert

from app.project import undo
from app.project.batch import LogEntry
from app.project.database import copy_database, engine_of, reading, writing
from app.project.meanwhile import Revision, revision_of
from app.project.parts.rows import read_rows
from app.project.project import Project
from app.project.schema import CHANGE_LOG
from app.project.undo_labels import UndoLabels


class LoggedFile:
    """An open file. Reads see one state; a writer waits for its turn. Everything that cannot be done to the file (gone,
    read-only, full, damaged) raises InputError with a finding PF01 ….
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = engine_of(path)
        self._read_last: Project | None = None
        self._revision: Revision | None = None
        self._written: Revision | None = None

    def close(self) -> None:
        """Let go of the file; the last to do so folds the write-ahead log into it."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_reason: object) -> None:
        self.close()

    def is_as_read(self) -> bool:
        """Whether nothing but this object has changed the file since it read the project last."""
        with reading(self._engine, self.path) as connection:
            return revision_of(connection) == self._revision

    def copy_to(self, path: Path) -> None:
        """A copy of the whole project with its undo, whole or not at all, also while another program has it open.

        Raises InputError (PF01 …) or OSError when it cannot be written; what stood there before is then still there.
        """
        copy_database(self._engine, self.path, path)

    def undo(self) -> str | None:
        """Take the newest change back, whoever made it; its label, None when there is none."""
        return self._step(undo.step_back)

    def redo(self) -> str | None:
        """Do the change again that was taken back last; its label, None when there is none."""
        return self._step(undo.step_again)

    def _step(self, step: Callable[[Connection], str | None]) -> str | None:
        with writing(self._engine, self.path) as connection:
            label = step(connection)
        self._read_last = self._revision = None
        return label

    def undo_labels(self) -> UndoLabels:
        """What undo and redo would do."""
        with reading(self._engine, self.path) as connection:
            return undo.labels(connection)

    def undo_depth(self) -> int:
        """How many steps can be undone."""
        with reading(self._engine, self.path) as connection:
            return undo.depth(connection)

    def change_log(self) -> tuple[LogEntry, ...]:
        """Every change accepted so far, oldest first."""
        with reading(self._engine, self.path) as connection:
            return tuple(LogEntry(row["time"], row["label"]) for row in read_rows(connection, CHANGE_LOG))

    @contextmanager
    def _changing(self, label: str, follows: bool = False, renames: bool = False) -> Iterator[Connection]:
        """One transaction with its row in the change log and its step of undo. What only `follows` from the change
        before, such as a forecast made anew, is taken back together with that; what `renames` it gives it its label.
        """
        with writing(self._engine, self.path) as connection:
            before, noted_before = revision_of(connection), undo.begin_noting(connection)
            yield connection
            if follows:
                undo.extend_step(connection, noted_before, label if renames else "")
            else:
                undo.end_step(connection, label, noted_before)
            connection.execute(insert(CHANGE_LOG).values(time=now(), label=label))
            self._written = revision_of(connection)
        if self._revision == before:
            self._revision = self._written


def now() -> datetime:
    """The local time, as it is kept: whole seconds."""
    return datetime.now().replace(microsecond=0)
