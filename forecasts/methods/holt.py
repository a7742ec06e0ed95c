"""Exponential smoothing with a damped trend on totals without their weekday (Gardner & McKenzie 1985)."""

import numpy as np

from forecasts.horizon import Numbers
from forecasts.past import Leads, Past, weekday_factors, without_weekday

LONGEST_DAYS = 182
DAMPING = 0.9
START_DAYS = 14
LEVELS, TRENDS = (
    grid.ravel() for grid in np.meshgrid((0.05, 0.1, 0.2, 0.3, 0.5), (0.02, 0.05, 0.1, 0.2), indexing="ij")
)
"""Smoothings of level and trend to choose from, each pair once."""


def holt(past: Past, leads: Leads) -> Numbers:
    """Level and damped trend with the least absolute one-step errors, × weekday factor; never below 0."""
    factors = weekday_factors(past)
    flat = without_weekday(past, factors)[-LONGEST_DAYS:]
    known = np.flatnonzero(np.isfinite(flat))
    if not len(known):
        return np.zeros(len(leads))
    level, trend = _smoothed(np.interp(np.arange(known[0], len(flat)), known, flat[known]))
    damped = DAMPING * (1 - DAMPING**leads) / (1 - DAMPING)
    return np.asarray(np.maximum(level + trend * damped, 0.0) * factors[past.weekday(leads)])


def _smoothed(series: Numbers) -> tuple[float, float]:
    """Last level and trend of the best pair of smoothings."""
    level = np.full(len(LEVELS), series[:START_DAYS].mean())
    trend, errors = np.zeros(len(LEVELS)), np.zeros(len(LEVELS))
    for value in series:
        error = value - (level + DAMPING * trend)
        errors += np.abs(error)
        level += DAMPING * trend + LEVELS * error
        trend = DAMPING * trend + LEVELS * TRENDS * error
    best = int(np.argmin(errors))
    return float(level[best]), float(trend[best])
