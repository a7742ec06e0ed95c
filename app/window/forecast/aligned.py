"""The last promotion laid under the one planned, opening over opening."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import gcd

import numpy as np

from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon, Moments, Numbers
from forecasts.promotion import Promotion

ANCHORS = ("opening", "main_day", "spot_sale", "balance", "deposit")
"""Kinds of phase that two promotions are laid over each other by, the best first."""


@dataclass(frozen=True, eq=False, slots=True)
class Aligned:
    """Inquiries of an earlier promotion at the horizon's intervals, NaN where not counted, shape (intervals,)."""

    name: str
    inquiries: Numbers


def planned_promotion(promotions: tuple[Promotion, ...], horizon: Horizon) -> Promotion | None:
    """The promotion inside the horizon; the one with most of its phases there when there are several."""
    inside = [(sum(p.overlaps(horizon.start, horizon.end) for p in one.phases), one) for one in promotions]
    best = max(inside, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] else None


def last_promotion(promotions: tuple[Promotion, ...], planned: Promotion, start: datetime) -> Promotion | None:
    """The latest promotion wholly before the horizon that shares an anchor; one of the same season is preferred."""
    before = [one for one in promotions if one.phases and max(p.end for p in one.phases) <= start]
    usable = [one for one in before if _offset(planned, one) is not None]
    month = _begin(planned).month
    return max(usable, key=lambda one: (_begin(one).month == month, _begin(one)), default=None)


def aligned(history: History, skill: str, promotions: tuple[Promotion, ...], horizon: Horizon) -> Aligned | None:
    """The earlier promotion's inquiries of a skill; None without one, or when none of it was counted."""
    planned = planned_promotion(promotions, horizon)
    earlier = last_promotion(promotions, planned, horizon.start) if planned else None
    if planned is None or earlier is None:
        return None
    offset = _offset(planned, earlier)
    counts = history.pooled().series.get(SeriesKey("", skill))
    if offset is None or counts is None:
        return None
    inquiries = _counted(counts, history.interval_minutes, horizon.starts() - np.timedelta64(offset), horizon)
    return None if np.isnan(inquiries).all() else Aligned(earlier.name, inquiries)


def _counted(counts: Counts, counted_minutes: int, starts: Moments, horizon: Horizon) -> Numbers:
    """Inquiries of the horizon's intervals when they began at `starts`; counts of longer ones are split evenly."""
    step = gcd(counted_minutes, horizon.interval_minutes)
    minutes = starts.astype("datetime64[m]").astype(np.int64)[:, None] + np.arange(0, horizon.interval_minutes, step)
    known = dict(zip(counts.starts.astype("datetime64[m]").astype(np.int64).tolist(), counts.inquiries, strict=True))
    cells = (minutes - minutes % counted_minutes).tolist()
    whole = np.array([sum(known.get(minute, np.nan) for minute in row) for row in cells])
    return whole * (step / counted_minutes)


def _offset(planned: Promotion, earlier: Promotion) -> timedelta | None:
    """How much later the planned promotion comes."""
    for kind in ANCHORS:
        ours = [phase.start for phase in planned.phases if phase.kind == kind]
        theirs = [phase.start for phase in earlier.phases if phase.kind == kind]
        if ours and theirs:
            return ours[-1] - theirs[-1]
    return None


def _begin(promotion: Promotion) -> datetime:
    return min(phase.start for phase in promotion.phases)
