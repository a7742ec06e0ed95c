"""The recent level, moved as the same weeks moved a year ago: for seasons that come back, but never quite alike."""

import numpy as np

from forecasts.horizon import Numbers
from forecasts.methods.core import core
from forecasts.methods.last_year import YEAR_DAYS
from forecasts.past import Leads, Past, weekday_factors, without_weekday

LEVEL_HALF_LIFE = 4.0
BEFORE_DAYS = 14
"""The weeks that last year's move starts from."""
AROUND_DAYS = 7
"""Days on either side of the one a year ago whose mean it is taken from."""
LEAST_DAYS = 5


def season(past: Past, leads: Leads, share: float = 1.0) -> Numbers:
    """Core method × (level around the day a year ago / level of the two weeks before it)^share; the core method alone
    where a year ago nothing is known. A `share` of one half believes half of last year's move.
    """
    said = core(past, leads, LEVEL_HALF_LIFE)
    flat = without_weekday(past, weekday_factors(past))
    then = len(flat) - YEAR_DAYS
    before = _mean(flat, then - BEFORE_DAYS, then)
    around = np.array([_mean(flat, day - AROUND_DAYS, day + AROUND_DAYS + 1) for day in then - 1 + leads])
    known = (around > 0) & (before > 0)
    said[known] *= (around[known] / before) ** share
    return said


def _mean(flat: Numbers, first: int, last: int) -> float:
    """Mean of the totals known from one day up to another, 0 for too few."""
    window = flat[max(first, 0) : max(last, 0)]
    window = window[np.isfinite(window)]
    return float(window.mean()) if len(window) >= LEAST_DAYS else 0.0
