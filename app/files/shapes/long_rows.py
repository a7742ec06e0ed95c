"""One count a row: `start,inquiries[,shop][,skill]`, 时间,咨询量, or a day and an account with its totals."""

import re
from datetime import date
from unicodedata import normalize

import numpy as np

from app.files.choices import ImportChoices
from app.files.counted import Counted, Minutes
from app.files.grid import Value
from app.files.shapes.count_column import count_column
from app.files.shapes.whose import whose
from app.files.table import Table
from app.files.values.clock import HourLabel, interval_of_labels, read_hour_label
from app.files.values.missing import Unreadable, is_missing
from app.files.values.moment import Calendar, minute_of, read_moment
from app.files.values.number import read_count
from forecasts.horizon import Numbers

_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:00)?")
_STRETCH = re.compile(r"(.*\d:\d{2}(?::\d{2})?)\s*[-~至到—–]+\s*\S.*")
_DIGITS = re.compile(r"\d{1,9}")
UNKNOWN = np.iinfo(np.int64).min
"""Stands for a start that could not be read; the row is already noted."""


def read_long_rows(table: Table, choices: ImportChoices, calendar: Calendar, day: date | None) -> Counted:
    """The counts of all rows whose start and count can be read; the rest is noted. `day`: where no row has a date."""
    starts, interval = _starts(table, calendar, day)
    counts = counts_of(table, count_column(table))
    kept = np.flatnonzero((starts != UNKNOWN) & ~np.isnan(counts))
    return Counted(starts[kept], counts[kept], whose(table, choices).at(kept.tolist()), interval)


def counts_of(table: Table, column: str) -> Numbers:
    """A column of counts, NaN where missing or unreadable, shape (rows,)."""
    values = table.values(column)
    if all(isinstance(value, str) and _DIGITS.fullmatch(value) for value in values):
        return np.array(values, dtype=np.float64)
    table.log.missing += sum(map(is_missing, values))
    found = table.parsed(column, read_count)
    return np.array([np.nan if count is None else count for count in found], dtype=np.float64)


def _starts(table: Table, calendar: Calendar, day: date | None) -> tuple[Minutes, int]:
    """Start of each row in minutes since 1970, and the interval where labels of hours tell it, else 0."""
    if table.has("hour"):
        return _days_and_hours(table, calendar, day)
    return moments_of(table, calendar), 0


def days_of(table: Table, calendar: Calendar, day: date | None) -> Minutes:
    """The day of each row, that of the whole table where the rows have none (IE13 when nothing tells it)."""
    if table.has("date"):
        return moments_of(table, calendar)
    if day is None:
        table.log.problem("IE13")
        return np.full(len(table.rows), UNKNOWN)
    return np.full(len(table.rows), minute_of_day(day))


def minute_of_day(day: date) -> int:
    """Minutes since 1970 of a day's midnight."""
    return (day - date(1970, 1, 1)).days * 1440


def moments_of(table: Table, calendar: Calendar) -> Minutes:
    """The date column in minutes since 1970, UNKNOWN where it cannot be read."""
    values = table.values("date")
    if all(isinstance(value, str) and _ISO.fullmatch(value) for value in values):
        try:
            return np.array(values, dtype="datetime64[m]").astype(np.int64)
        except ValueError:
            pass  # 30 February and the like: below, cell by cell, so that each is named
    found = table.parsed("date", lambda value: read_moment(_begin(value), calendar))
    return np.array([UNKNOWN if moment is None else minute_of(moment) for moment in found], dtype=np.int64)


def _begin(value: Value) -> Value:
    """Where a stretch of time begins: `2026-10-01 00:00-01:00`."""
    found = _STRETCH.fullmatch(normalize("NFKC", value).strip()) if isinstance(value, str) else None
    return found[1] if found else value


def _days_and_hours(table: Table, calendar: Calendar, day: date | None) -> tuple[Minutes, int]:
    days = days_of(table, calendar, day)
    labels = table.parsed("hour", _hour)
    offsets = np.array([UNKNOWN if label is None else label.start for label in labels], dtype=np.int64)
    known = (days != UNKNOWN) & (offsets != UNKNOWN)
    return np.where(known, days + np.where(known, offsets, 0), UNKNOWN), interval_of_labels(filter(None, labels))


def _hour(value: Value) -> HourLabel:
    label = read_hour_label(value)
    if label is None:
        raise Unreadable("IE22")
    return label
