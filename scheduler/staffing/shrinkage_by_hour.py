"""Another shrinkage for some hours: `00:00-06:00=0.05 20:00-24:00=0.2`."""

import re
from functools import lru_cache

import numpy as np

from forecasts.horizon import MINUTES_PER_DAY, Horizon, Numbers
from scheduler.staffing.goals import Goals

_SPAN = re.compile(r"([01]\d|2[0-4]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)=(\d*\.?\d+)")

Spans = tuple[tuple[int, int, float], ...]


@lru_cache(maxsize=64)
def shrinkage_spans(text: str) -> Spans | None:
    """(start, end) in minutes from midnight and the share, None for a text that says nothing of the kind."""
    found = [_SPAN.fullmatch(part) for part in text.split()]
    if not all(found):
        return None
    numbers = [match.groups() for match in found if match]
    spans = tuple((int(a) * 60 + int(b), int(c) * 60 + int(d), float(share)) for a, b, c, d, share in numbers)
    proper = all(start != end and max(start, end) <= MINUTES_PER_DAY and share < 1 for start, end, share in spans)
    return spans if proper else None


def shrinkage_of(goals: Goals, horizon: Horizon) -> Numbers:
    """The shrinkage of each interval, shape (intervals,); of several spans the last one given holds."""
    shares = np.full(horizon.intervals, goals.shrinkage)
    minutes = np.arange(horizon.intervals) * horizon.interval_minutes % MINUTES_PER_DAY
    for start, end, share in shrinkage_spans(goals.shrinkage_by_hour) or ():
        after, before = minutes >= start, minutes < end
        shares[after & before if start < end else after | before] = share
    return shares
