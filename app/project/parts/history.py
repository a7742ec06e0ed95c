"""The history of all batches in force, merged: where two count the same interval, the later batch wins; where one
counts it in parts, those are believed.
"""

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, exists, select

from app.project.parts.batches import IN_FORCE
from app.project.parts.rows import plain_rows
from app.project.schema import HISTORY, IMPORT_BATCH, SETTINGS
from forecasts.finest import at_finest, finest_of
from forecasts.history import Counts, History, SeriesKey

DEFAULT_INTERVAL_MINUTES = 30


def read_history(connection: Connection) -> History:
    """The merged history at the finest interval of the batches that count anything before the planned days: there a
    forecast learns. What was counted by longer ones only is spread, finer counts of later days are added up.
    """
    interval = _interval(connection)
    return History(interval, {key: _series(connection, key, interval) for key in _keys(connection)})


def _interval(connection: Connection) -> int:
    columns = IMPORT_BATCH.c
    counted = exists().where(HISTORY.c.batch_id == columns.id)
    query = select(columns.interval_minutes).distinct().where(IN_FORCE, counted)
    lengths = set(connection.execute(query).scalars())
    if len(lengths) < 2:
        return lengths.pop() if lengths else DEFAULT_INTERVAL_MINUTES
    first_day = connection.execute(select(SETTINGS.c.first_day)).scalar_one()
    begin = int(np.datetime64(first_day, "m").astype(np.int64))
    before = exists().where(HISTORY.c.batch_id == columns.id, HISTORY.c.start_minute < begin)
    known = set(connection.execute(select(columns.interval_minutes).distinct().where(IN_FORCE, before)).scalars())
    interval = finest_of(known or lengths)
    return finest_of({interval, *(length for length in lengths if interval % length and length % interval)})


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
    by_length = {
        length: last_wins(starts[lengths == length], inquiries[lengths == length]) for length in set(lengths.tolist())
    }
    minutes, counts = at_finest(by_length, interval)
    return Counts(minutes.astype("datetime64[m]"), counts)


Column = NDArray[np.int64]


def last_wins(starts: Column, inquiries: NDArray[np.float64]) -> tuple[Column, NDArray[np.float64]]:
    """Each start once, in order, with the last count given for it."""
    unique, position = np.unique(starts[::-1], return_index=True)
    return unique, inquiries[::-1][position]
