"""The days planned at once and the clock grid under them. Local wall time, one zone, no daylight saving."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np
from numpy.typing import NDArray

MINUTES_PER_DAY = 1440

Moments = NDArray[np.datetime64]
"""Local moments, `datetime64[m]`."""
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Horizon:
    """Consecutive days 0 … `days` - 1 from `first_day`, cut into intervals on the clock grid."""

    first_day: date
    days: int
    interval_minutes: int

    def __post_init__(self) -> None:
        """Raise ValueError unless there is at least one day and the interval divides an hour."""
        if self.days < 1:
            raise ValueError(f"a horizon has at least one day, not {self.days}")
        if self.interval_minutes < 1 or 60 % self.interval_minutes:
            raise ValueError(f"an interval divides an hour, {self.interval_minutes} minutes do not")

    @property
    def intervals_per_day(self) -> int:
        """Intervals in one day."""
        return MINUTES_PER_DAY // self.interval_minutes

    @property
    def intervals(self) -> int:
        """Intervals in the whole horizon."""
        return self.days * self.intervals_per_day

    @property
    def interval_hours(self) -> float:
        """Length of an interval in hours."""
        return self.interval_minutes / 60

    @property
    def start(self) -> datetime:
        """Midnight at which day 0 begins."""
        return datetime.combine(self.first_day, time())

    @property
    def end(self) -> datetime:
        """Midnight at which the last day ends."""
        return self.start + timedelta(days=self.days)

    def day(self, number: int) -> date:
        """The date of a day number; also outside the horizon."""
        return self.first_day + timedelta(days=number)

    def day_number(self, day: date) -> int:
        """The number of a date, negative before the horizon."""
        return (day - self.first_day).days

    def weekday(self, number: int) -> int:
        """0 Monday … 6 Sunday."""
        return self.day(number).weekday()

    def week(self, number: int) -> tuple[int, int]:
        """ISO year and week of a day number; weeks run Monday to Sunday."""
        year, week, _ = self.day(number).isocalendar()
        return year, week

    def minute(self, moment: datetime) -> int:
        """Minutes from the horizon's start to a moment; negative before it."""
        return int((moment - self.start).total_seconds() // 60)

    def starts(self) -> Moments:
        """Start of every interval, shape (intervals,)."""
        first = np.datetime64(self.start, "m")
        return first + np.arange(self.intervals) * np.timedelta64(self.interval_minutes, "m")
