"""Daily uplift with a damped weekday: on a day far above the ordinary it matters little which weekday it is.

total = level × weekday^g × exp(uplift) with g = clip(1 − |uplift| / 0.5, 0, 1).
"""

import numpy as np

from forecasts.horizon import Numbers

DAMPED_AT = 0.5
SMOOTHED_DAYS = 2
HALVES_IN_DAYS = 2.0
"""Beyond the last day learnt the log uplift halves in this many days."""


def weekday_power(uplift: Numbers) -> Numbers:
    """The exponent g of the weekday factor."""
    return np.asarray(np.clip(1 - np.abs(uplift) / DAMPED_AT, 0.0, 1.0))


def log_uplift(actual: Numbers, ordinary: Numbers, factor: Numbers) -> Numbers:
    """Log uplift of days, NaN where nothing ordinary is expected; `ordinary` includes the weekday `factor`."""
    uplift = np.full(len(actual), np.nan)
    known = np.isfinite(actual) & (ordinary > 0) & (factor > 0)
    weekday = np.log(factor[known])
    over_level = np.log(np.maximum(actual[known], 0.5) / ordinary[known]) + weekday
    solved = over_level - weekday
    for _ in range(5):
        solved = over_level - weekday_power(solved) * weekday
    uplift[known] = solved
    return uplift


def damped(uplift: Numbers, factor: Numbers) -> Numbers:
    """What an ordinary day of that weekday is multiplied by."""
    safe = np.where(factor > 0, factor, 1.0)
    return np.asarray(safe ** (weekday_power(uplift) - 1) * np.exp(uplift))


def smoothed(uplift: Numbers) -> Numbers:
    """Mean over two days before and after, NaN left out; at either end over as many on both sides as there are."""
    padded = np.pad(uplift, SMOOTHED_DAYS, constant_values=np.nan)
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * SMOOTHED_DAYS + 1)
    days = np.arange(len(uplift))
    reach = np.minimum(np.minimum(days, days[::-1]), SMOOTHED_DAYS)
    near = np.abs(np.arange(-SMOOTHED_DAYS, SMOOTHED_DAYS + 1)) <= reach[:, None]
    there = ~np.isnan(windows) & near
    total = np.where(there, windows, 0.0).sum(axis=1)
    number = there.sum(axis=1)
    return np.asarray(np.divide(total, number, out=np.full(len(uplift), np.nan), where=number > 0))


def at_offsets(uplift: Numbers, offsets: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Numbers:
    """Uplift at day offsets: holes filled along the line, fading out beyond the last day known; 0 if none is."""
    known = np.flatnonzero(np.isfinite(uplift))
    if not len(known):
        return np.zeros(len(offsets))
    beyond = np.maximum(offsets - known[-1], 0)
    return np.asarray(np.interp(offsets, known, uplift[known]) * 0.5 ** (beyond / HALVES_IN_DAYS))
