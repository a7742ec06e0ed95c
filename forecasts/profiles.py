"""How a day's volume spreads over its intervals, by weekday."""

import numpy as np

from forecasts.day_matrix import DayMatrix, Flags, Weekdays
from forecasts.horizon import Numbers

WEEKS = 8
HALF_LIFE_WEEKS = 4.0
SHRINK = 0.5
"""Part of the all-day shape in each weekday's profile."""


def weekday_profiles(counts: Numbers, weekdays: Weekdays) -> Numbers:
    """Shares per weekday and interval, shape (7, intervals per day), each row sums to 1 (or 0 when closed).

    `counts` (days, intervals per day) with NaN rows for days not to learn from. Recent weeks weigh more.
    """
    usable = np.flatnonzero(~np.isnan(counts).all(axis=1))
    if not len(usable):
        return np.zeros((7, counts.shape[1]))
    means, open_times = np.zeros((7, counts.shape[1])), np.zeros((7, counts.shape[1]), dtype=bool)
    for weekday in range(7):
        rows = usable[weekdays[usable] == weekday][-WEEKS:]
        if len(rows):
            weights = 0.5 ** (((rows[-1] - rows) / 7) / HALF_LIFE_WEEKS)
            means[weekday] = _weighted_mean(counts[rows], weights)
            open_times[weekday] = means[weekday] > 0
    return _shrunk(means, open_times)


def _weighted_mean(block: Numbers, weights: Numbers) -> Numbers:
    there = ~np.isnan(block)
    weight = (there * weights[:, None]).sum(axis=0)
    total = (np.where(there, block, 0.0) * weights[:, None]).sum(axis=0)
    return np.asarray(np.divide(total, weight, out=np.zeros_like(total), where=weight > 0))


def _shrunk(means: Numbers, open_times: Flags) -> Numbers:
    """Each weekday's shares drawn to those of all days, only where the weekday is open at that time."""
    own = shares(means)
    together = shares(means.sum(axis=0, keepdims=True))
    there = np.where(open_times, together, 0.0)
    return shares((1 - SHRINK) * own + SHRINK * shares(there))


def shares(table: Numbers) -> Numbers:
    """Rows divided by their sum; a row of zeros stays."""
    total = table.sum(axis=-1, keepdims=True)
    return np.asarray(np.divide(table, total, out=np.zeros_like(table), where=total > 0))


def learnable(matrix: DayMatrix, ordinary: Flags) -> Numbers:
    """Counts of the ordinary days, other days NaN."""
    return np.where(ordinary[:, None], matrix.counts, np.nan)
