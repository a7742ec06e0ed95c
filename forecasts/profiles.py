"""How a day's volume spreads over its intervals, by weekday."""

from collections.abc import Iterator

import numpy as np

from forecasts.day_matrix import DayMatrix, Flags, Weekdays
from forecasts.horizon import Numbers

LONGEST_WEEKS = 26
HALF_LIVES = (1.0, 4.0, 16.0)
"""Weeks after which a day weighs half in a weekday's profile, to choose from: short where the day's course moves, long
where counts are few."""
TOGETHER = (0.0, 0.5, 1.0)
"""Parts of the all-day shape in each weekday's profile to choose from: none where weekdays differ, all where counts are
few."""
SHARPNESS = 24.0
"""Weight of a shape is (1 / its error) to this power: nearly the best alone, without its jumps."""
WEEKS_TO_CHOOSE = 4
USUAL_SHAPE: Numbers = np.array([[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
"""Weights of the shapes, (half-lives, parts together), where there are too few weeks to choose by."""


def weekday_profiles(counts: Numbers, weekdays: Weekdays, shape: Numbers) -> Numbers:
    """Shares per weekday and interval, shape (7, intervals per day), each row sums to 1 (or 0 when closed).

    `counts` (days, intervals per day) with NaN rows for days not to learn from; `shape` weighs half-lives and parts.
    """
    mixed = np.zeros((7, counts.shape[1]))
    for half_life, weights in zip(HALF_LIVES, shape, strict=True):
        if weights.any():
            own, together = _own_and_together(counts, weekdays, half_life)
            shared = float(weights @ np.array(TOGETHER))
            mixed += (float(weights.sum()) - shared) * own + shared * together
    return shares(mixed)


def best_shape(counts: Numbers, weekdays: Weekdays) -> Numbers:
    """Weights of the shapes, sum 1, by how well their profiles of the weeks before fitted each of the last four."""
    errors = np.zeros((len(HALF_LIVES), len(TOGETHER)))
    for first, last in _last_weeks(counts):
        came = np.nan_to_num(counts[first:last])
        actual, total = shares(came), came.sum(axis=1, keepdims=True)
        for number, half_life in enumerate(HALF_LIVES):
            own, together = _own_and_together(counts[:first], weekdays[:first], half_life)
            for part, shared in enumerate(TOGETHER):
                said = ((1 - shared) * own + shared * together)[weekdays[first:last]]
                errors[number, part] += float((np.abs(actual - said) * total).sum())
    if not errors.any():
        return USUAL_SHAPE
    best = errors.min()
    weights = (best / errors) ** SHARPNESS if best > 0 else (errors <= 0).astype(float)
    return np.asarray(weights / weights.sum())


def _own_and_together(counts: Numbers, weekdays: Weekdays, half_life: float) -> tuple[Numbers, Numbers]:
    """Each weekday's own shares and those of all days, where the weekday is open."""
    means = _weekday_means(counts, weekdays, half_life)
    return shares(means), shares(np.where(means > 0, shares(means.sum(axis=0, keepdims=True)), 0.0))


def _last_weeks(counts: Numbers) -> Iterator[tuple[int, int]]:
    """The last four weeks that have two weeks before them."""
    for back in range(WEEKS_TO_CHOOSE):
        last = len(counts) - 7 * back
        if last - 7 >= 14:
            yield last - 7, last


def _weekday_means(counts: Numbers, weekdays: Weekdays, half_life: float) -> Numbers:
    usable = np.flatnonzero(~np.isnan(counts).all(axis=1))
    means = np.zeros((7, counts.shape[1]))
    for weekday in range(7):
        rows = usable[weekdays[usable] == weekday][-LONGEST_WEEKS:]
        if len(rows):
            weights = 0.5 ** (((rows[-1] - rows) / 7) / half_life)
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
