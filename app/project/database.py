"""The SQLite database under a project file: durable, shared by two processes, its errors told as findings."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from forecasts.findings import Finding, InputError, Place

BUSY_SECONDS = 15
"""How long a writer waits for the other process before it gives up."""


def engine_of(path: Path) -> Engine:
    """An engine whose connections keep foreign keys, write ahead and sync every commit to disk."""
    engine = create_engine(URL.create("sqlite+pysqlite", database=str(path)), connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin in _begin, also for reads, so a read sees one state
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: one that upgrades a read lock later cannot wait for its turn.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """A transaction that sees one state of the file. Raises InputError when the file cannot be read."""
    with _told_as_findings(path), engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Connection]:
    """A transaction that is on disk when the block ends, or leaves no trace when it raises."""
    with _told_as_findings(path), engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def _told_as_findings(path: Path) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        code = _code(str(error.orig).lower())
        if code is None:
            raise
        raise InputError([Finding(code, place=Place(file=path.name), value=str(error.orig))]) from error


def _code(message: str) -> str | None:
    signs = {
        "readonly": "PF06",
        "unable to open": "PF06",
        "locked": "PF07",
        "full": "PF08",
        "disk i/o": "PF08",
        "malformed": "PF05",
        "not a database": "PF03",
    }
    return next((code for sign, code in signs.items() if sign in message), None)
