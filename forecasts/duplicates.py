"""Starts that occur more than once in one series."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from forecasts.history import Counts
from forecasts.horizon import Moments

BEFORE_HOUR = 4
"""Clocks are set back before this hour of the night."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """`rows` dropped because a later one has the same start; starts of the hours that were counted twice because
    clocks were set back.
    """

    rows: int
    clock_changes: tuple[datetime, ...]


def without_duplicates(counts: Counts, added: bool = False, both_hours: bool = False) -> tuple[Counts, Repeated]:
    """Starts sorted and unique. The later row is kept; of an hour that came twice in one night with different counts
    (clocks set back) the mean, for an ordinary day has that hour once. `added`: rows of one start are added up instead;
    `both_hours`: so are the two hours.
    """
    order = np.argsort(counts.starts, kind="stable")
    starts, inquiries = counts.starts[order], np.asarray(counts.inquiries[order], dtype=float)
    last_of_its_kind = np.append(starts[1:] != starts[:-1], True) if len(starts) else np.zeros(0, dtype=bool)
    kept = Counts(starts[last_of_its_kind], inquiries[last_of_its_kind])
    if len(kept) == len(starts):
        return kept, Repeated(0, ())
    where = np.searchsorted(kept.starts, starts)
    times = np.bincount(where)
    changed = _hours_twice(kept.starts, times, np.bincount(where, weights=inquiries) / times != kept.inquiries)
    means = np.bincount(where, weights=inquiries) / times
    sums = means * times
    hour_counts, row_counts = sums if both_hours else means, sums if added else kept.inquiries
    together = Counts(kept.starts, np.where(changed, hour_counts, row_counts))
    hours = np.unique(kept.starts[changed].astype("datetime64[h]"))
    rows = 0 if added else int((times - 1)[~changed].sum())
    told = () if both_hours else tuple(hour.astype("datetime64[m]").item() for hour in hours)
    return together, Repeated(rows, told)


def _hours_twice(
    starts: Moments,
    times: np.ndarray[tuple[int], np.dtype[np.int64]],
    differ: np.ndarray[tuple[int], np.dtype[np.bool_]],
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which starts belong to a night hour counted twice throughout, all of what that day has twice."""
    twice = times == 2
    days, hours = starts.astype("datetime64[D]"), starts.astype("datetime64[h]")
    found = np.zeros(len(starts), dtype=bool)
    for day in np.unique(days[times > 1]):
        repeated = (days == day) & (times > 1)
        hour = hours[repeated][0]
        in_night = (hour - day).astype(np.int64) < BEFORE_HOUR
        if in_night and twice[repeated].all() and differ[repeated].any() and np.array_equal(repeated, hours == hour):
            found |= repeated
    return found
