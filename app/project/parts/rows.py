"""Rows of a table, compared before they are written, so that only what differs is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, delete, insert, select, update

Row = dict[str, Any]
Tables = dict[Table, list[Row]]
"""Rows by table, parents before children."""


def plain_rows(connection: Connection, query: Select[Any]) -> list[tuple[Any, ...]]:
    """Rows as SQLite gives them, in a third of the time: for thousands of rows of numbers and names."""
    found = connection.execute(query)
    rows = list(found.cursor.fetchall()) if found.cursor is not None else []
    found.close()
    return rows


def read_rows(connection: Connection, table: Table) -> list[Row]:
    """All rows in order of `position` where the table has one, else of its key."""
    order = [table.c.position] if "position" in table.c else []
    found = connection.execute(select(table).order_by(*order, *table.primary_key.columns))
    return [dict(row) for row in found.mappings()]


def write_where_different(connection: Connection, tables: Mapping[Table, Sequence[Row]]) -> bool:
    """Make tables that belong together hold these rows, touching only those that differ; say whether any did."""
    changes = {table: _changes(table, read_rows(connection, table), rows) for table, rows in tables.items()}
    for table in reversed(list(tables)):
        for row in changes[table].gone:
            connection.execute(delete(table).where(_is(table, row)))
    for table, change in changes.items():
        for row in change.changed:
            connection.execute(update(table).where(_is(table, row)).values(row))
        if change.new:
            connection.execute(insert(table), change.new)
    return any(change.gone or change.changed or change.new for change in changes.values())


@dataclass(frozen=True, slots=True)
class _Changes:
    gone: list[Row]
    changed: list[Row]
    new: list[Row]


def _changes(table: Table, before: Sequence[Row], after: Sequence[Row]) -> _Changes:
    old, new = _by_key(table, before), _by_key(table, after)
    return _Changes(
        gone=[row for key, row in old.items() if key not in new],
        changed=[row for key, row in new.items() if key in old and row != old[key]],
        new=[row for key, row in new.items() if key not in old],
    )


def _is(table: Table, row: Row) -> ColumnElement[bool]:
    return and_(*(column == row[column.name] for column in table.primary_key))


def _by_key(table: Table, rows: Sequence[Row]) -> dict[tuple[Any, ...], Row]:
    return {tuple(row[column.name] for column in table.primary_key): row for row in rows}


def children(rows: Sequence[Row], parent: str) -> dict[Any, list[Row]]:
    """Rows by the value of the column that names their parent."""
    found: dict[Any, list[Row]] = {}
    for row in rows:
        found.setdefault(row[parent], []).append(row)
    return found
