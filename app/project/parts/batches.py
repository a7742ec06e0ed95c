"""Import batches and the history in them. A batch is never changed, only added, replaced or taken out."""

from collections.abc import Iterator

import numpy as np
from sqlalchemy import Connection, func, insert, select, update

from app.project.batch import ImportBatch
from app.project.parts.rows import Row, read_rows
from app.project.schema import HISTORY, IMPORT_BATCH
from forecasts.history import History, SeriesKey

ROWS_AT_ONCE = 50_000
IN_FORCE = IMPORT_BATCH.c.replaced_by.is_(None) & IMPORT_BATCH.c.taken_out.is_(False)


def read_batches(connection: Connection) -> tuple[ImportBatch, ...]:
    """The batches in force, oldest first."""
    rows = read_rows(connection, IMPORT_BATCH)
    return tuple(_batch(row) for row in rows if row["replaced_by"] is None and not row["taken_out"])


def _batch(row: Row) -> ImportBatch:
    return ImportBatch(row["source"], row["sha256"], row["kind"], row["rows"], row["created"], row["id"])


def add_batch(connection: Connection, batch: ImportBatch, history: History) -> int:
    """Store a batch and its history; return its id.

    An earlier batch of the same source steps back when the new one spans it. One that reaches further (an
    export of the last 30 days, always under one name) stays, and the later batch wins where both count.
    """
    row = {
        "source": batch.source,
        "sha256": batch.sha256,
        "kind": batch.kind,
        "rows": batch.rows,
        "interval_minutes": history.interval_minutes,
        "created": batch.created,
        "taken_out": True,  # until its counts are there; undo marks it so again
    }
    added = connection.execute(insert(IMPORT_BATCH).values(row)).inserted_primary_key
    assert added is not None  # noqa: S101  # an insert of one row always has its key
    number = int(added[0])
    statement = str(insert(HISTORY).compile(connection))
    for rows in _history_rows(number, history):
        connection.exec_driver_sql(statement, rows)
    connection.execute(update(IMPORT_BATCH).where(IMPORT_BATCH.c.id == number).values(taken_out=False))
    for earlier in _same_source(connection, batch.source, number):
        if _spans(_extent(connection, number), _extent(connection, earlier)):
            connection.execute(update(IMPORT_BATCH).where(IMPORT_BATCH.c.id == earlier).values(replaced_by=number))
    return number


def remove_batch(connection: Connection, number: int) -> None:
    """Take a batch out; the one it replaced comes forward again. Unknown ids are no error."""
    columns = IMPORT_BATCH.c
    connection.execute(update(IMPORT_BATCH).where(columns.id == number).values(taken_out=True))
    connection.execute(update(IMPORT_BATCH).where(columns.replaced_by == number).values(replaced_by=None))


def _history_rows(number: int, history: History) -> Iterator[list[tuple[int, str, str, int, float]]]:
    """In the order of the table's columns, as plain values: a million dictionaries take longer than their storing."""
    for key, counts in history:
        minutes = counts.starts.astype("datetime64[m]").astype(np.int64)
        for first in range(0, len(counts), ROWS_AT_ONCE):
            part = slice(first, first + ROWS_AT_ONCE)
            yield [
                (number, key.shop, key.skill, minute, count)
                for minute, count in zip(minutes[part].tolist(), counts.inquiries[part].tolist(), strict=True)
            ]


def _same_source(connection: Connection, source: str, newer: int) -> list[int]:
    columns = IMPORT_BATCH.c
    same = select(columns.id).where(columns.source == source, columns.id != newer, IN_FORCE)
    return list(connection.execute(same).scalars())


Extent = dict[SeriesKey, tuple[int, int]]


def _extent(connection: Connection, number: int) -> Extent:
    """First and last start of each series of a batch, minutes since 1970."""
    columns = HISTORY.c
    query = (
        select(columns.shop, columns.skill, func.min(columns.start_minute), func.max(columns.start_minute))
        .where(columns.batch_id == number)
        .group_by(columns.shop, columns.skill)
    )
    return {SeriesKey(shop, skill): (first, last) for shop, skill, first, last in connection.execute(query)}


def _spans(newer: Extent, earlier: Extent) -> bool:
    return all(
        key in newer and newer[key][0] <= first and last <= newer[key][1] for key, (first, last) in earlier.items()
    )
