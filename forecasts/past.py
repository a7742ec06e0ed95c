"""Daily totals of the past as every small method sees them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers

Leads = NDArray[np.int64]
"""Days after the last day of the past, from 1."""
WEEKS_FOR_WEEKDAYS = 8


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


def weekday_factors(past: Past) -> Numbers:
    """Factor of each weekday over the week's level, shape (7,); 0 for a weekday never recorded.

    Multiplicative median polish over the last eight weeks with totals: rows are weeks, columns weekdays.
    """
    known = past.known()
    if not len(known):
        return np.ones(7)
    last = known[-1]
    weeks = (last - known) // 7
    weeks = np.unique(weeks, return_inverse=True)[1]
    recent = weeks < WEEKS_FOR_WEEKDAYS
    table = np.full((int(weeks[recent].max()) + 1, 7), np.nan)
    table[weeks[recent], past.weekdays[known[recent]]] = past.totals[known[recent]]
    return _polished(table)


def _polished(table: Numbers) -> Numbers:
    seen = ~np.isnan(table).all(axis=0)
    part = table[:, seen]
    columns = np.ones(part.shape[1])
    for _ in range(4):
        open_days = columns > 0
        if not open_days.any():
            break
        rows = np.nanmedian(part[:, open_days] / columns[open_days], axis=1, keepdims=True)
        ratios = np.divide(part, rows, out=np.full_like(part, np.nan), where=rows > 0)
        columns = np.where(np.isnan(ratios).all(axis=0), 0.0, _column_medians(ratios))
        columns /= columns.mean() if columns.mean() > 0 else 1.0
    factors = np.zeros(7)
    factors[seen] = columns
    return factors


def _column_medians(ratios: Numbers) -> Numbers:
    filled = np.where(np.isnan(ratios).all(axis=0), 0.0, ratios)
    return np.asarray(np.nanmedian(filled, axis=0))


def without_weekday(past: Past, factors: Numbers) -> Numbers:
    """Totals over their weekday's factor, shape (days,); NaN on closed weekdays."""
    factor = factors[past.weekdays]
    return np.divide(past.totals, factor, out=np.full(len(factor), np.nan), where=factor > 0)
