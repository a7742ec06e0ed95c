"""Rows of one file that count intervals of different lengths: whole days of longer ones, and single rows in between."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.files.counted import Counted, Minutes, moment_text
from app.files.holes import day_ranges
from app.files.log import Log
from forecasts.horizon import MINUTES_PER_DAY

LENGTHS = (60, 30, 20, 15, 10)
"""Lengths that days may count by beside a finer one, the longest first."""
BY_CHANCE = 1e-3
"""A day of the finer length keeps to a coarser grid throughout more seldom than this, before it is taken for coarse."""
FEW, FEW_A_DAY = 0.01, 2
"""Share of all rows, and rows a day, that may lie beside the grid of the others as slips of the hand."""
MOST_TOLD = 10


def slips_told(counted: Counted, interval: int, log: Log) -> bool:
    """Whether a few rows lie beside the grid that all others keep (IE42 for each): they would halve every interval."""
    for length in LENGTHS:
        beside = np.flatnonzero(counted.starts % length)
        if length <= interval or not len(beside):
            return False
        a_day = np.unique(counted.starts[beside] // MINUTES_PER_DAY, return_counts=True)[1]
        if len(beside) <= FEW * len(counted.starts) and a_day.max() <= FEW_A_DAY:
            for row in beside[:MOST_TOLD]:
                facts = {"minutes": length}
                start = moment_text(counted.starts[row])
                log.problem("IE42", counted.whose.rows[row], value=start, facts=facts)
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Days:
    """Days of one series each: the number of a row's day, and of each day its date (days since 1970) and the
    starts that it counts.
    """

    of_row: Minutes
    dates: Minutes
    starts: Minutes


def at_finest(counted: Counted, series: Minutes, interval: int, log: Log) -> Counted:
    """The rows with those of coarser days spread evenly over intervals of the finest length (IN30). `series`: the
    number of each row's series.
    """
    days = _days(counted.starts, series)
    lengths = np.full(len(days.dates), interval)
    for length in reversed(LENGTHS):
        if length > interval and length % interval == 0:
            lengths[_coarse(counted.starts, days, interval, length)] = length
    if (lengths == interval).all():
        return counted
    for length in np.unique(lengths[lengths > interval]):
        dates = np.unique(days.dates[lengths == length]).tolist()
        log.notice("IN30", count=len(dates), days=day_ranges(dates), minutes=int(length), finest=interval)
    return _spread(counted, lengths[days.of_row] // interval, interval)


def _days(starts: Minutes, series: Minutes) -> _Days:
    dates = starts // MINUTES_PER_DAY
    base = dates.min()
    width = int(dates.max() - base) + 1
    days, of_row = np.unique(series * width + dates - base, return_inverse=True)
    counted = np.unique(of_row * MINUTES_PER_DAY + starts % MINUTES_PER_DAY) // MINUTES_PER_DAY
    return _Days(of_row, days % width + base, np.bincount(counted))


def _coarse(starts: Minutes, days: _Days, interval: int, length: int) -> NDArray[np.bool_]:
    """Which days keep to a coarser grid, and not by chance."""
    beside = np.bincount(days.of_row, weights=starts % length > 0)
    return np.asarray((beside == 0) & ((interval / length) ** days.starts < BY_CHANCE))


def _spread(counted: Counted, parts: Minutes, interval: int) -> Counted:
    """Each row as so many, of equal shares."""
    at = np.repeat(np.arange(len(parts)), parts)
    step = np.arange(len(at)) - np.repeat(np.cumsum(parts) - parts, parts)
    whose = counted.whose.at(at.tolist())
    return replace(
        counted, starts=counted.starts[at] + step * interval, inquiries=(counted.inquiries / parts)[at], whose=whose
    )
