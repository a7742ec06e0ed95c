"""Amounts that run through time, counted by interval without loops: what the compiled counting must agree with."""

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers

_ROUNDING = 1e-12
"""What differences of running sums leave where there is nothing."""


def by_interval(moments: Numbers, edges: Numbers, amounts: Numbers | None = None) -> Numbers:
    """Number, or sum of amounts, of what happened in each interval; outside counts nowhere."""
    place = np.searchsorted(edges, moments, side="right")
    counted = np.bincount(place, amounts, minlength=len(edges) + 1)
    inside: Numbers = counted[1 : len(edges)].astype(float)
    return inside


def spread(starts: Numbers, ends: Numbers, rates: Numbers, edges: Numbers) -> Numbers:
    """Sum over spans [start, end) of rate × seconds inside each interval; spans end after they start."""
    amounts = np.diff(_before(starts, rates, edges) - _before(ends, rates, edges))
    rounding = _ROUNDING * float(rates.sum()) * float(edges[-1] - edges[0])
    return np.where(amounts > rounding, amounts, 0.0)


def _before(moments: Numbers, rates: Numbers, edges: Numbers) -> Numbers:
    """By each edge: sum of rate × seconds since the moment, over moments before it."""
    order = np.argsort(moments, kind="stable")
    rate = np.concatenate(([0.0], np.cumsum(rates[order])))
    weighted = np.concatenate(([0.0], np.cumsum(rates[order] * moments[order])))
    count = np.searchsorted(moments[order], edges)
    since: Numbers = edges * rate[count] - weighted[count]
    return since


def present_at(starts: Numbers, ends: Numbers, moments: Numbers) -> Numbers:
    """How many spans cover each moment."""
    begun = np.searchsorted(np.sort(starts), moments, side="right")
    over = np.searchsorted(np.sort(ends), moments, side="right")
    covering: Numbers = (begun - over).astype(float)
    return covering


def most_at_once(groups: NDArray[np.int64], starts: Numbers, ends: Numbers, edges: Numbers) -> Numbers:
    """Highest number of spans of one group that overlap, in each interval."""
    here = np.unique(groups)
    who = np.concatenate((groups, groups, np.repeat(here, len(edges) - 1)))
    when = np.concatenate((starts, ends, np.tile(edges[:-1], len(here))))
    change = np.concatenate((np.ones(len(starts)), -np.ones(len(ends)), np.zeros(len(here) * (len(edges) - 1))))
    order = np.lexsort((change, when, who))
    held = np.cumsum(change[order])
    place = np.searchsorted(edges, when[order], side="right") - 1
    inside = (place >= 0) & (place < len(edges) - 1)
    most = np.zeros(len(edges) - 1)
    np.maximum.at(most, place[inside], held[inside])
    return most
