"""The history of all batches in force, merged: where two count the same interval, the later batch wins."""

from math import lcm

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, exists, select

from app.project.parts.batches import IN_FORCE
from app.project.parts.rows import plain_rows
from app.project.schema import HISTORY, IMPORT_BATCH
from forecasts.history import Counts, History, SeriesKey

DEFAULT_INTERVAL_MINUTES = 30


def read_history(connection: Connection) -> History:
    """The merged history at the shortest interval that every batch can be added up to; nothing is ever split."""
    columns = IMPORT_BATCH.c
    counted = exists().where(HISTORY.c.batch_id == columns.id)
    lengths = connection.execute(select(columns.interval_minutes).distinct().where(IN_FORCE, counted))
    interval = lcm(*lengths.scalars().all() or [DEFAULT_INTERVAL_MINUTES])
    return History(interval, {key: _series(connection, key, interval) for key in _keys(connection)})


def _keys(connection: Connection) -> list[SeriesKey]:
    query = select(HISTORY.c.shop, HISTORY.c.skill).distinct().join(IMPORT_BATCH).where(IN_FORCE)
    return [SeriesKey(*row) for row in connection.execute(query)]


def _series(connection: Connection, key: SeriesKey, interval: int) -> Counts:
    columns = HISTORY.c
    query = (
        select(IMPORT_BATCH.c.interval_minutes, columns.start_minute, columns.inquiries)
        .join(IMPORT_BATCH)
        .where(columns.shop == key.shop, columns.skill == key.skill, IN_FORCE)
        .order_by(columns.batch_id)
    )
    rows = np.array(plain_rows(connection, query), dtype=np.float64)  # whole minutes are exact in it
    (lengths, starts), inquiries = rows[:, :2].T.astype(np.int64), rows[:, 2]
    parts = [
        at_interval(*last_wins(starts[lengths == length], inquiries[lengths == length]), int(length), interval)
        for length in sorted(set(lengths.tolist()), reverse=True)
    ]
    minutes, counts = last_wins(*(np.concatenate(column) for column in zip(*parts, strict=True)))
    return Counts(minutes.astype("datetime64[m]"), counts.astype(np.float64))


Column = NDArray[np.int64]


def last_wins(starts: Column, inquiries: NDArray[np.float64]) -> tuple[Column, NDArray[np.float64]]:
    """Each start once, in order, with the last count given for it."""
    unique, position = np.unique(starts[::-1], return_index=True)
    return unique, inquiries[::-1][position]


def at_interval(
    starts: Column, inquiries: NDArray[np.float64], finer: int, interval: int
) -> tuple[Column, NDArray[np.float64]]:
    """Counts of `finer` minutes added up to `interval`; an interval that lacks one of its parts stays missing."""
    if finer == interval:
        return starts, inquiries
    wholes, where, parts = np.unique(starts // interval * interval, return_inverse=True, return_counts=True)
    totals = np.bincount(where, weights=inquiries, minlength=len(wholes))
    complete = parts == interval // finer
    return wholes[complete], totals[complete]
