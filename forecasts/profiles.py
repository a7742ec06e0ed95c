"""How a day's volume spreads over its intervals, by weekday."""

from collections.abc import Iterator

import numpy as np

from forecasts.day_matrix import DayMatrix, Flags, Weekdays
from forecasts.horizon import Numbers

WEEKS = 8
HALF_LIFE_WEEKS = 4.0
SHRINKS = (0.0, 0.1, 0.25, 0.5, 0.75)
"""Parts of the all-day shape in each weekday's profile to choose from: little where weekdays differ, much where
counts are few."""
USUAL_SHRINK = 0.5
"""The part taken when there are too few weeks to choose by."""
WEEKS_TO_CHOOSE = 4


def weekday_profiles(counts: Numbers, weekdays: Weekdays, shrink: float) -> Numbers:
    """Shares per weekday and interval, shape (7, intervals per day), each row sums to 1 (or 0 when closed).

    `counts` (days, intervals per day) with NaN rows for days not to learn from. Recent weeks weigh more.
    """
    means = _weekday_means(counts, weekdays)
    own = shares(means)
    together = np.where(means > 0, shares(means.sum(axis=0, keepdims=True)), 0.0)
    return shares((1 - shrink) * own + shrink * shares(together))


def best_shrink(counts: Numbers, weekdays: Weekdays) -> float:
    """The shrink whose profiles of the weeks before fitted the last four weeks best."""
    errors = np.zeros(len(SHRINKS))
    for first, last in _last_weeks(counts):
        means = counts[first:last]
        actual = shares(np.where(np.isnan(means), 0.0, means))
        weight = np.nansum(means, axis=1, keepdims=True)
        for number, shrink in enumerate(SHRINKS):
            profile = weekday_profiles(counts[:first], weekdays[:first], shrink)[weekdays[first:last]]
            errors[number] += float((np.abs(actual - profile) * weight).sum())
    return SHRINKS[int(np.argmin(errors))] if errors.any() else USUAL_SHRINK


def _last_weeks(counts: Numbers) -> Iterator[tuple[int, int]]:
    """The last four weeks that have two weeks before them."""
    for back in range(WEEKS_TO_CHOOSE):
        last = len(counts) - 7 * back
        if last - 7 >= 14:
            yield last - 7, last


def _weekday_means(counts: Numbers, weekdays: Weekdays) -> Numbers:
    usable = np.flatnonzero(~np.isnan(counts).all(axis=1))
    means = np.zeros((7, counts.shape[1]))
    for weekday in range(7):
        rows = usable[weekdays[usable] == weekday][-WEEKS:]
        if len(rows):
            weights = 0.5 ** (((rows[-1] - rows) / 7) / HALF_LIFE_WEEKS)
            means[weekday] = _weighted_mean(counts[rows], weights)
    return means


def _weighted_mean(block: Numbers, weights: Numbers) -> Numbers:
    there = ~np.isnan(block)
    weight = (there * weights[:, None]).sum(axis=0)
    total = (np.where(there, block, 0.0) * weights[:, None]).sum(axis=0)
    return np.asarray(np.divide(total, weight, out=np.zeros_like(total), where=weight > 0))


def shares(table: Numbers) -> Numbers:
    """Rows divided by their sum; a row of zeros stays."""
    total = table.sum(axis=-1, keepdims=True)
    return np.asarray(np.divide(table, total, out=np.zeros_like(table), where=total > 0))


def learnable(matrix: DayMatrix, ordinary: Flags) -> Numbers:
    """Counts of the ordinary days, other days NaN."""
    return np.where(ordinary[:, None], matrix.counts, np.nan)
