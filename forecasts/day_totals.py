"""Daily totals from a matrix with holes: the missing part of a day is filled in by the weekday's usual shares."""

from dataclasses import dataclass

import numpy as np

from forecasts.day_matrix import DayMatrix, Flags
from forecasts.horizon import Numbers

ENOUGH_SEEN = 0.4
"""A day of which at least this share (of the usual volume) was recorded is completed, else it is missing."""
WHOLE = 0.95
"""A day of which this share was recorded counts as whole."""


@dataclass(frozen=True, eq=False, slots=True)
class DayTotals:
    """`totals` (days,) inquiries, NaN missing; `seen` (days,) share of the usual volume that was recorded, 0–1."""

    totals: Numbers
    seen: Numbers

    def whole(self) -> Flags:
        """Which days were recorded whole."""
        return np.asarray(self.seen >= WHOLE)


def day_totals(matrix: DayMatrix) -> DayTotals:
    """Total of every day; holes are filled only as far as `ENOUGH_SEEN` allows."""
    present = ~np.isnan(matrix.counts)
    shares = _usual_shares(matrix)[matrix.weekdays()]
    unknown = shares.sum(axis=1) == 0
    shares[unknown] = 1.0 / shares.shape[1]
    seen = np.where(present, shares, 0.0).sum(axis=1)
    seen[~present.any(axis=1)] = 0.0
    counted = np.where(present, matrix.counts, 0.0).sum(axis=1)
    totals = np.full(matrix.days, np.nan)
    enough = seen >= ENOUGH_SEEN
    totals[enough] = counted[enough] / np.minimum(seen[enough], 1.0)
    return DayTotals(totals, seen)


def _usual_shares(matrix: DayMatrix) -> Numbers:
    """Mean count per weekday and interval as shares of the day, shape (7, intervals per day); zero rows if unknown."""
    means = np.zeros((7, matrix.counts.shape[1]))
    weekdays = matrix.weekdays()
    for weekday in range(7):
        block = matrix.counts[weekdays == weekday]
        there = (~np.isnan(block)).sum(axis=0)
        means[weekday] = np.nansum(block, axis=0) / np.maximum(there, 1)
    total = means.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(means, total, out=np.zeros_like(means), where=total > 0))
