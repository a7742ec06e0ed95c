"""What an absent row means: closed, nobody asked, or missing; and which zeros cannot be true."""

from dataclasses import replace

import numpy as np

from forecasts.day_matrix import DayMatrix, Flags
from forecasts.medians import known_median

SELDOM = 0.5
"""An interval recorded on fewer than this share of its weekday's days counts as closed where it is absent."""
FEW = 3.0
"""Exports that leave out rows of zero are believed to do so only where the usual count is this low."""
CERTAINLY_BUSY = 8.0
"""A count of zero where the median is at least this is doubted (Poisson: one in 3,000)."""


def closed_read_as_zero(matrix: DayMatrix, believe_few: bool = True) -> tuple[DayMatrix, int]:
    """Absent intervals of recorded days set to 0 where the clock time is usually absent, or where the series never
    holds a zero and counts are few (an export without empty rows), the latter only when `believe_few`. Returns the
    number of the latter kind too.
    """
    counts = matrix.counts.copy()
    weekdays, recorded = matrix.weekdays(), matrix.recorded()
    without_zeros = believe_few and not (counts == 0).any()
    left_out = 0
    for weekday in range(7):
        rows = np.flatnonzero((weekdays == weekday) & recorded)
        if not len(rows):
            continue
        block = counts[rows]
        absent = np.isnan(block)
        closed = absent & ((~absent).mean(axis=0) < SELDOM)
        few = absent & ~closed & (without_zeros & (known_median(block, axis=0) <= FEW))
        block[closed | few] = 0.0
        left_out += int(few.sum())
        counts[rows] = block
    return replace(matrix, counts=counts), left_out


def doubtful_zeros(matrix: DayMatrix) -> Flags:
    """Zeros in runs of two or more where the weekday's median is at least `CERTAINLY_BUSY`, shape of `counts`."""
    weekdays = matrix.weekdays()
    busy = np.zeros(matrix.counts.shape, dtype=bool)
    for weekday in range(7):
        rows = weekdays == weekday
        block = matrix.counts[rows]
        if len(block):
            busy[rows] = known_median(block, axis=0) >= CERTAINLY_BUSY
    busy[:, :] &= np.isfinite(matrix.counts)
    zero = busy & (matrix.counts == 0)
    neighbour = np.zeros_like(zero)
    neighbour[:, 1:] |= zero[:, :-1]
    neighbour[:, :-1] |= zero[:, 1:]
    alone = matrix.counts.shape[1] == 1
    return np.asarray(zero & (neighbour | alone))
