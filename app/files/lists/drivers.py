"""Drivers of the forecast: visitors or orders per day or interval, and live broadcasts."""

import numpy as np

from app.files.choices import ImportChoices
from app.files.grid import text_of
from app.files.shapes.long_rows import UNKNOWN, counts_of, moments_of
from app.files.table import Table
from app.files.values.moment import Calendar, read_moment
from app.files.values.number import read_count
from forecasts.broadcast import Broadcast
from forecasts.driver import Driver
from forecasts.history import Counts

LAGGING = {"visitors": False, "orders": True}
"""Inquiries follow orders by days (after-sale); visitors ask at once."""


def read_drivers(table: Table, choices: ImportChoices, calendar: Calendar) -> tuple[Driver, ...]:
    """A driver for each column of visitors or orders and each shop, under the column's name; of two rows for one start
    the later counts.
    """
    starts = moments_of(table, calendar)
    shops = np.array([shop or choices.shop for shop in table.texts("shop")])
    found = []
    for column, lags in LAGGING.items():
        if table.has(column):
            counts = counts_of(table, column)
            known = (starts != UNKNOWN) & ~np.isnan(counts)
            for shop in dict.fromkeys(shops[known].tolist()):
                mine = known & (shops == shop)
                by_start = dict(zip(starts[mine].tolist(), counts[mine].tolist(), strict=True))
                found.append(Driver(table.name(column), _counts(by_start), shop, lags=lags))
    return tuple(found)


def _counts(by_start: dict[int, float]) -> Counts:
    minutes = np.array(sorted(by_start), dtype=np.int64)
    return Counts(minutes.astype("datetime64[m]"), np.array([by_start[minute] for minute in minutes.tolist()]))


def read_broadcasts(table: Table, choices: ImportChoices) -> tuple[Broadcast, ...]:
    """Broadcasts whose start and end can be read; one that ends before it starts is noted (IE39)."""
    calendar = choices.plan_calendar()
    starts = table.parsed("starts_at", lambda value: read_moment(value, calendar))
    ends = table.parsed("ends_at", lambda value: read_moment(value, calendar))
    uplifts = table.parsed("uplift", read_count)
    names, hosts = table.texts("broadcast"), table.texts("host")
    found = []
    for number, start, end, uplift, name, host in zip(table.numbers, starts, ends, uplifts, names, hosts, strict=True):
        if start is None or end is None:
            continue
        if end <= start:
            table.log.problem("IE39", number, value=text_of(end))
        else:
            found.append(Broadcast(name or host, start, end, host, uplift))
    return tuple(found)
