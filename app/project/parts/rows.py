"""Rows of a table, compared before they are written, so that only what differs is."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert, select

Row = dict[str, Any]
Tables = dict[Table, list[Row]]
"""Rows by table, parents before children."""


def read_rows(connection: Connection, table: Table) -> list[Row]:
    """All rows in order of `position` where the table has one, else of its key."""
    order = [table.c.position] if "position" in table.c else []
    found = connection.execute(select(table).order_by(*order, *table.primary_key.columns))
    return [dict(row) for row in found.mappings()]


def write_where_different(connection: Connection, tables: Mapping[Table, Sequence[Row]]) -> bool:
    """Replace the rows of tables that belong together if any differs; say whether."""
    if all(_by_key(table, read_rows(connection, table)) == _by_key(table, rows) for table, rows in tables.items()):
        return False
    for table in reversed(list(tables)):
        connection.execute(table.delete())
    for table, rows in tables.items():
        if rows:
            connection.execute(insert(table), list(rows))
    return True


def _by_key(table: Table, rows: Sequence[Row]) -> dict[tuple[Any, ...], Row]:
    return {tuple(row[column.name] for column in table.primary_key): row for row in rows}


def children(rows: Sequence[Row], parent: str) -> dict[Any, list[Row]]:
    """Rows by the value of the column that names their parent."""
    found: dict[Any, list[Row]] = {}
    for row in rows:
        found.setdefault(row[parent], []).append(row)
    return found
