"""Past inquiries per shop, skill and interval. A missing interval is absent, never zero."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import numpy as np

from forecasts.horizon import Moments, Numbers

DEFAULT_SKILL = "presale"
"""The skill of a history that names none."""


class SeriesKey(NamedTuple):
    """What one series of counts is about; `shop` may be empty."""

    shop: str
    skill: str


@dataclass(frozen=True, eq=False, slots=True)
class Counts:
    """One series: `starts` sorted and unique, shape (n,), `inquiries` counted from each start, shape (n,)."""

    starts: Moments
    inquiries: Numbers

    def __len__(self) -> int:
        """Number of intervals counted."""
        return len(self.starts)

    def __eq__(self, other: object) -> bool:
        """Equal when starts and counts are."""
        return (
            isinstance(other, Counts)
            and np.array_equal(self.starts, other.starts)
            and np.array_equal(self.inquiries, other.inquiries)
        )

    __hash__ = None  # type: ignore[assignment]  # arrays inside: compared by value, never hashed

    def between(self, start: np.datetime64, end: np.datetime64) -> "Counts":
        """The counts of the intervals that start in [start, end)."""
        inside = (self.starts >= start) & (self.starts < end)
        return Counts(self.starts[inside], self.inquiries[inside])


@dataclass(frozen=True, slots=True)
class History:
    """All series of a project at one interval length."""

    interval_minutes: int
    series: Mapping[SeriesKey, Counts]

    def __iter__(self) -> Iterator[tuple[SeriesKey, Counts]]:
        """Series by key, sorted."""
        return iter(sorted(self.series.items()))

    def skills(self) -> tuple[str, ...]:
        """Skills present, sorted."""
        return tuple(sorted({key.skill for key in self.series}))

    def before(self, moment: datetime) -> "History":
        """The counts of the intervals that start before a moment."""
        start = np.datetime64(moment, "m")
        if all(len(counts) == 0 or counts.starts[-1] < start for counts in self.series.values()):
            return self
        kept = {key: counts.between(np.datetime64(datetime.min, "m"), start) for key, counts in self}
        return History(self.interval_minutes, kept)

    def pooled(self) -> "History":
        """The shops of each skill added up, for a team that serves them all.

        An interval that one shop lacks is taken as missing for the pool too once any shop that has
        already begun counting lacks it; adding only the others would read as fewer inquiries.
        """
        pooled: dict[SeriesKey, Counts] = {}
        for skill in self.skills():
            parts = [counts for key, counts in self if key.skill == skill]
            pooled[SeriesKey("", skill)] = parts[0] if len(parts) == 1 else _add(parts)
        return History(self.interval_minutes, pooled)


def _add(parts: list[Counts]) -> Counts:
    starts = np.unique(np.concatenate([p.starts for p in parts]))
    total = np.zeros(len(starts))
    complete = np.ones(len(starts), dtype=bool)
    for part in parts:
        where = np.searchsorted(starts, part.starts)
        has = np.zeros(len(starts), dtype=bool)
        has[where] = True
        total[where] += part.inquiries
        counting = (starts >= part.starts[0]) & (starts <= part.starts[-1])
        complete &= has | ~counting
    return Counts(starts[complete], total[complete])
