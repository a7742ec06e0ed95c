"""Live broadcasts as timed bumps: inquiries rise shortly before, during and for a while after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np

from forecasts.horizon import MINUTES_PER_DAY, Numbers
from forecasts.source import Source

BEFORE_MINUTES = 30
AFTER_MINUTES = 60
PARTS = ("before", "during", "after")
ASSUMED_UPLIFT = 1.5
"""During a broadcast nobody knows anything about: a prior, not a measurement."""
BEFORE_PART, AFTER_PART = 0.3, 0.5
"""Part of the rise during a broadcast that is assumed before and after it."""


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A live stream, [start, end); `uplift` during it typed by a person or None; `host` tells kinds apart.

    Raises ValueError for one that ends before it starts or for a negative uplift.
    """

    name: str
    start: datetime
    end: datetime
    host: str = ""
    uplift: float | None = None
    skill: str = ""

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"broadcast {self.name} ends before it starts")
        if self.uplift is not None and self.uplift < 0:
            raise ValueError(f"broadcast {self.name} has a negative uplift: {self.uplift}")

    def window(self, part: str) -> tuple[datetime, datetime]:
        """Start and end of the stretch before, during or after."""
        if part == "before":
            return self.start - timedelta(minutes=BEFORE_MINUTES), self.start
        return (self.start, self.end) if part == "during" else (self.end, self.end + timedelta(minutes=AFTER_MINUTES))


@dataclass(frozen=True, slots=True)
class Bump:
    """Factors on the volume before, during and after a broadcast."""

    before: float
    during: float
    after: float
    source: Source

    def of(self, part: str) -> float:
        """The factor of a part."""
        return float(getattr(self, part))


def bump_of(uplift: float, source: Source) -> Bump:
    """A bump from the uplift during the broadcast alone."""
    return Bump(1 + BEFORE_PART * (uplift - 1), uplift, 1 + AFTER_PART * (uplift - 1), source)


def windows(broadcasts: Sequence[Broadcast], part: str, first_day: date, days: int, interval_minutes: int) -> Numbers:
    """Share of each interval that a part of the broadcasts fills, 0–1, flat from a midnight."""
    minutes = np.zeros(days * MINUTES_PER_DAY)
    for broadcast in broadcasts:
        start, end = (_minute(moment, first_day) for moment in broadcast.window(part))
        minutes[max(start, 0) : max(end, 0)] = 1.0
    return np.asarray(minutes.reshape(-1, interval_minutes).mean(axis=1))


def _minute(moment: datetime, first_day: date) -> int:
    return int((moment - datetime.combine(first_day, time())).total_seconds() // 60)
