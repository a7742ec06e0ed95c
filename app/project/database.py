"""The SQLite database under a project file: durable, shared by two processes, its errors told as findings."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from forecasts.findings import Finding, InputError, Place

NUMBERS = re.compile(r"\[[-0-9., ]*\]")
BUSY_SECONDS = 15
"""How long a writer waits for the other process before it gives up."""


def engine_of(path: Path) -> Engine:
    """An engine whose connections keep foreign keys, write ahead and sync every commit to disk."""
    url = URL.create("sqlite+pysqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS}, json_deserializer=_parsed)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _parsed(text: str) -> Any:
    """Thousands of cells hold the same few lists of numbers: each is parsed once."""
    return list(_numbers(text)) if NUMBERS.fullmatch(text) else json.loads(text)


@lru_cache(maxsize=4096)
def _numbers(text: str) -> tuple[float, ...]:
    return tuple(json.loads(text))


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


def copy_database(engine: Engine, path: Path, target: Path) -> None:
    """One state of the database as another file, which takes the place of `target` when it is whole."""
    draft = target.with_name(f".{target.name}.part")
    try:
        with reading(engine, path) as connection, closing(sqlite3.connect(draft)) as copy:
            source = cast(sqlite3.Connection, connection.connection.dbapi_connection)
            source.backup(copy)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


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
