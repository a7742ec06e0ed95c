"""The same weeks a year ago, scaled by how the weeks before compare: for seasons that come back every year."""

import numpy as np

from forecasts.horizon import Numbers
from forecasts.methods.core import core
from forecasts.past import Leads, Past

YEAR_DAYS = 364
"""52 weeks, so that weekdays meet."""
LEVEL_DAYS = 28
LEAST_DAYS = 8
"""Totals that a level needs."""


def last_year(past: Past, leads: Leads) -> Numbers:
    """Median of the same weekday in three weeks a year ago × growth of the last four weeks over theirs; the core method
    for days without a year-old counterpart.
    """
    otherwise = core(past, leads)
    now = _level(past.totals, len(past.totals))
    then = _level(past.totals, len(past.totals) - YEAR_DAYS)
    if not now or not then:
        return otherwise
    days = len(past.totals) - 1 + leads - YEAR_DAYS
    around = np.array([[_total(past.totals, day + week) for week in (-7, 0, 7)] for day in days])
    known = np.isfinite(around).any(axis=1)
    said = otherwise.copy()
    said[known] = np.nanmedian(around[known], axis=1) * now / then
    return said


def _level(totals: Numbers, end: int) -> float | None:
    """Mean of the four weeks before a day; None with too few totals."""
    recent = totals[max(end - LEVEL_DAYS, 0) : max(end, 0)]
    recent = recent[np.isfinite(recent)]
    return float(recent.mean()) if len(recent) >= LEAST_DAYS else None


def _total(totals: Numbers, day: int) -> float:
    return float(totals[day]) if 0 <= day < len(totals) else np.nan
