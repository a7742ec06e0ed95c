"""From prices of presence in each interval to prices of shifts, breaks placed where they cost least."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.break_patterns import Pattern, break_patterns, footprint
from scheduler.problem import Problem


class ShiftPrices:
    """For each shift on each day the cheapest break pattern at given prices per interval."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        step = problem.horizon.interval_minutes
        self.patterns: dict[str, tuple[Pattern, ...]] = {
            name: break_patterns(shift, step) for name, shift in problem.shifts.items()
        }
        self.stretches = {
            name: [_stretches(footprint(shift, pattern, step)) for pattern in self.patterns[name]]
            for name, shift in problem.shifts.items()
        }

    def price(self, presence: Numbers, shifts: Sequence[str]) -> tuple[Numbers, NDArray[np.intp]]:
        """Least price of each shift by day, shape (days, shifts), and the position of its break pattern."""
        horizon = self.problem.horizon
        finite = np.where(np.isfinite(presence), presence, 1e12)
        summed = np.concatenate([[0.0], np.cumsum(finite)])
        midnights = np.arange(horizon.days) * horizon.intervals_per_day
        least = np.full((horizon.days, len(shifts)), np.inf)
        chosen = np.zeros(least.shape, dtype=np.intp)
        for position, shift in enumerate(shifts):
            prices = np.array([self._sum(summed, midnights, stretches) for stretches in self.stretches[shift]])
            if len(prices):
                chosen[:, position] = prices.argmin(axis=0)
                least[:, position] = prices.min(axis=0)
        return np.where(least > 1e11, np.inf, least), chosen

    def _sum(self, summed: Numbers, midnights: NDArray[np.intp], stretches: Sequence[tuple[int, int]]) -> Numbers:
        last = len(summed) - 1
        total = np.zeros(len(midnights))
        for begin, end in stretches:
            total += summed[np.minimum(midnights + end, last)] - summed[np.minimum(midnights + begin, last)]
        return total


def _stretches(intervals: Sequence[int]) -> list[tuple[int, int]]:
    """Consecutive intervals as half-open stretches."""
    found: list[tuple[int, int]] = []
    for interval in intervals:
        if found and found[-1][1] == interval:
            found[-1] = found[-1][0], interval + 1
        else:
            found.append((interval, interval + 1))
    return found
