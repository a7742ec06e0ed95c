"""Days far from what the weekday and the weeks around them say."""

from dataclasses import dataclass

import numpy as np

from forecasts.day_matrix import Flags
from forecasts.horizon import Numbers
from forecasts.medians import known_median, median_of
from forecasts.past import Past, weekday_factors

AROUND_DAYS = 10
LEAST = np.log(1.35)
"""A day within 35 % is never odd."""
DEVIATIONS = 4.0
RUN = 3
"""So many odd days on end are a question for a person, not an outlier."""


@dataclass(frozen=True, eq=False, slots=True)
class OddDays:
    """`expected` (days,) inquiries by weekday and surroundings; `isolated` to set aside; `runs` (first, last) day
    numbers of odd days on end in one direction.
    """

    expected: Numbers
    isolated: Flags
    runs: tuple[tuple[int, int], ...]


def odd_days(past: Past, holidays: Flags) -> OddDays:
    """Odd: off by more than 35 %, four median deviations and what chance alone does to a small count.

    Holidays that are oddly quiet are set aside however many they are: the calendar explains them.
    """
    expected = _expected(past)
    judged = np.isfinite(past.totals) & (expected > 0)
    deviation = np.zeros(len(expected))
    deviation[judged] = np.log(np.maximum(past.totals[judged], 0.5) / expected[judged])
    usual = 1.4826 * median_of(np.abs(deviation[judged])) if judged.any() else 0.0
    chance = DEVIATIONS / np.sqrt(np.maximum(expected, 1.0))
    odd = judged & (np.abs(deviation) > np.maximum(max(LEAST, DEVIATIONS * usual), chance))
    quiet = odd & holidays & (deviation < 0)
    isolated, runs = _split(np.flatnonzero(judged & ~quiet), np.where(odd, np.sign(deviation), 0.0))
    return OddDays(expected, isolated | quiet, runs)


def _expected(past: Past) -> Numbers:
    """Median of the days around without their weekday, times the weekday."""
    factors = weekday_factors(past)
    factor = factors[past.weekdays]
    flat = np.divide(past.totals, factor, out=np.full(len(factor), np.nan), where=factor > 0)
    padded = np.pad(flat, AROUND_DAYS, constant_values=np.nan)
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * AROUND_DAYS + 1)
    middle = np.nan_to_num(known_median(windows, axis=1))
    return middle * factor


def _split(
    judged: np.ndarray[tuple[int], np.dtype[np.int64]], sign: Numbers
) -> tuple[Flags, tuple[tuple[int, int], ...]]:
    """Odd days by the length of their run over judged days in one direction."""
    isolated = np.zeros(len(sign), dtype=bool)
    runs = []
    signs = sign[judged]
    borders = np.flatnonzero(np.diff(signs)) + 1
    for run in np.split(judged, borders):
        if len(run) and sign[run[0]] != 0:
            if len(run) >= RUN:
                runs.append((int(run[0]), int(run[-1])))
            else:
                isolated[run] = True
    return isolated, tuple(runs)
