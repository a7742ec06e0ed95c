"""A series as a matrix of days by intervals, missing intervals NaN."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from forecasts.history import Counts
from forecasts.horizon import MINUTES_PER_DAY, Moments, Numbers

Flags = NDArray[np.bool_]
Weekdays = NDArray[np.int64]


@dataclass(frozen=True, eq=False, slots=True)
class DayMatrix:
    """`counts` of shape (days, intervals per day), inquiries; NaN where nothing was recorded."""

    first_day: date
    interval_minutes: int
    counts: Numbers

    @property
    def days(self) -> int:
        """Number of days, recorded or not."""
        return int(self.counts.shape[0])

    @property
    def last_day(self) -> date:
        """The last day with a row."""
        return self.day(self.days - 1)

    def day(self, number: int) -> date:
        """The date of a row."""
        return self.first_day + timedelta(days=number)

    def weekdays(self) -> Weekdays:
        """0 Monday … 6 Sunday of every row, shape (days,)."""
        return (self.first_day.weekday() + np.arange(self.days)) % 7

    def recorded(self) -> Flags:
        """Which days have at least one interval, shape (days,)."""
        return np.asarray(~np.isnan(self.counts).all(axis=1))

    def starts(self) -> Moments:
        """Start of every interval, flat, shape (days × intervals per day,)."""
        return moments(self.first_day, self.days, self.interval_minutes)


def moments(first_day: date, days: int, interval_minutes: int) -> Moments:
    """Interval starts of consecutive days, flat."""
    steps = np.arange(days * MINUTES_PER_DAY // interval_minutes) * np.timedelta64(interval_minutes, "m")
    return np.datetime64(first_day, "m") + steps


def day_matrix(counts: Counts, interval_minutes: int) -> DayMatrix:
    """Lay a series (starts unique) out by day; raises ValueError for an empty one."""
    if not len(counts):
        raise ValueError("a series without counts has no days")
    starts = counts.starts.astype("datetime64[m]")
    first = starts[0].astype("datetime64[D]")
    days = int((starts[-1].astype("datetime64[D]") - first).astype(int)) + 1
    flat = np.full(days * (MINUTES_PER_DAY // interval_minutes), np.nan)
    flat[(starts - first.astype("datetime64[m]")).astype(np.int64) // interval_minutes] = counts.inquiries
    return DayMatrix(first.item(), interval_minutes, flat.reshape(days, -1))


def coarsened(matrix: DayMatrix, interval_minutes: int) -> DayMatrix:
    """Intervals added up to a longer one; an interval with a missing part is missing."""
    parts = interval_minutes // matrix.interval_minutes
    if parts == 1:
        return matrix
    counts = matrix.counts.reshape(matrix.days, -1, parts).sum(axis=2)
    return DayMatrix(matrix.first_day, interval_minutes, counts)
