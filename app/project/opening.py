"""What kind of file is this? Told before anything is written to it."""

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from app.project.database import BUSY_SECONDS, reading, writing
from app.project.schema import VERSION
from forecasts.findings import Finding, InputError, Place

SMALLEST = 512
"""Bytes of the smallest database."""
VERSION_TABLE = "alembic_version"


def refuse_unless_database(path: Path) -> None:
    """Raise InputError for a missing file (PF01), a folder (PF02), anything that is no database (PF03)."""
    if path.is_dir():
        raise InputError([problem("PF02", path)])
    if not path.exists():
        raise InputError([problem("PF01", path)])
    if not os.access(path, os.R_OK | os.W_OK):
        raise InputError([problem("PF06", path, os.strerror(errno.EACCES))])
    if not _is_database(path):
        raise InputError([problem("PF03", path)])


def _is_database(path: Path) -> bool:
    """Asked of SQLite: were the file opened here and closed, the locks of this process's other connections to it would
    be gone, and another program would tidy away the write-ahead log beneath them (sqlite.org/howtocorrupt.html, 2.2).
    """
    if path.stat().st_size < SMALLEST:
        return False
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
            connection.execute("PRAGMA schema_version").close()
    except sqlite3.DatabaseError as error:  # busy or damaged: a database, and who reads it tells what it has
        return error.sqlite_errorcode != sqlite3.SQLITE_NOTADB
    return True


def refuse_unless_free(path: Path) -> None:
    """Raise InputError when a new project cannot be made there: something is in the way (PF09) or no folder (PF10)."""
    if path.exists():
        raise InputError([problem("PF09", path)])
    if not path.parent.is_dir():
        raise InputError([problem("PF10", path, str(path.parent))])


def bring_up_to_date(engine: Engine, path: Path) -> None:
    """Upgrade a project made by an earlier program; refuse other databases (PF03) and newer projects (PF04)."""
    with reading(engine, path) as connection:
        version = _version(connection)
    if version is None:
        raise InputError([problem("PF03", path)])
    if version > VERSION:
        raise InputError([problem("PF04", path, version)])
    if version < VERSION:
        make_tables(engine, path)


def make_tables(engine: Engine, path: Path) -> None:
    """Run the steps that are missing, all or none."""
    from app.project.migrations import upgrade  # half a second to import, needed once per program version

    with writing(engine, path) as connection:
        upgrade(connection)


def _version(connection: Connection) -> str | None:
    """The schema step of a project, None for a database that is none."""
    if not {VERSION_TABLE, "settings", "import_batch"} <= set(inspect(connection).get_table_names()):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608  # a constant
    return None if found is None else str(found)


def problem(code: str, path: Path, value: str = "") -> Finding:
    """A finding about the project file as a whole."""
    return Finding(code, place=Place(file=path.name), value=value)
