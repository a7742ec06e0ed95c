"""Daily totals of the past as every small method sees them."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from forecasts.medians import known_median

Leads = NDArray[np.int64]
"""Days after the last day of the past, from 1."""
WEEKS_FOR_WEEKDAYS = 16
POLISHES = 4


@dataclass(frozen=True, eq=False, slots=True)
class Past:
    """`totals` (days,) inquiries, NaN where missing or set aside; `weekdays` (days,) 0 Monday … 6 Sunday."""

    totals: Numbers
    weekdays: NDArray[np.int64]

    def until(self, days: int) -> "Past":
        """The first days only."""
        return Past(self.totals[:days], self.weekdays[:days])

    def weekday(self, leads: Leads) -> NDArray[np.int64]:
        """The weekdays of days ahead."""
        return np.asarray((self.weekdays[-1] + leads) % 7)

    def known(self) -> NDArray[np.int64]:
        """Numbers of the days that have a total."""
        return np.flatnonzero(np.isfinite(self.totals))


@lru_cache(maxsize=16)  # every method of a rehearsal asks for those of the same past
def weekday_factors(past: Past) -> Numbers:
    """Factor of each weekday over the week's level, shape (7,), read only; 0 for a weekday never recorded.

    Multiplicative median polish over the last sixteen weeks with totals: rows are weeks, columns weekdays.
    """
    known = past.known()
    if not len(known):
        return _read_only(np.ones(7))
    last = known[-1]
    weeks = (last - known) // 7
    weeks = np.unique(weeks, return_inverse=True)[1]
    recent = weeks < WEEKS_FOR_WEEKDAYS
    table = np.full((int(weeks[recent].max()) + 1, 7), np.nan)
    table[weeks[recent], past.weekdays[known[recent]]] = past.totals[known[recent]]
    return _read_only(_polished(table))


def _read_only(factors: Numbers) -> Numbers:
    factors.flags.writeable = False
    return factors


def _polished(table: Numbers) -> Numbers:
    seen = ~np.isnan(table).all(axis=0)
    factors = np.zeros(7)
    factors[seen] = 1.0
    for _ in range(POLISHES):
        open_days = factors > 0
        if not open_days.any():
            break
        weeks = known_median(table[:, open_days] / factors[open_days], axis=1)[:, None]
        ratios = np.divide(table, weeks, out=np.full_like(table, np.nan), where=weeks > 0)
        factors = np.nan_to_num(known_median(ratios, axis=0))
        factors /= factors[seen].mean() if factors.any() else 1.0
    return factors


def without_weekday(past: Past, factors: Numbers) -> Numbers:
    """Totals over their weekday's factor, shape (days,); NaN on closed weekdays."""
    factor = factors[past.weekdays]
    return np.asarray(np.divide(past.totals, factor, out=np.full(len(factor), np.nan), where=factor > 0))
