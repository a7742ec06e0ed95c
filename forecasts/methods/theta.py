"""Theta: exponential smoothing with half the trend, on totals without their weekday.

Assimakopoulos & Nikolopoulos (2000), in the form of Hyndman & Billah (2003): simple exponential smoothing with a
drift of half the slope of the straight line. The drift is damped, a trend of months does not go on for ever.
"""

import numpy as np

from forecasts.horizon import Numbers
from forecasts.past import Leads, Past, weekday_factors, without_weekday

LONGEST_DAYS = 182
DAMPING = 0.97
SMOOTHINGS = np.array([0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8])


def theta(past: Past, leads: Leads) -> Numbers:
    """Theta with weekday factors; never below 0."""
    factors = weekday_factors(past)
    flat = without_weekday(past, factors)[-LONGEST_DAYS:]
    known = np.flatnonzero(np.isfinite(flat))
    if not len(known):
        return np.zeros(len(leads))
    series = np.interp(np.arange(known[0], len(flat)), known, flat[known])
    last, smoothing = _smoothed(series)
    drift = _slope(series) / 2
    steps = (1 - DAMPING**leads) / (1 - DAMPING) * DAMPING
    ahead = last + drift * (steps + (1 - (1 - smoothing) ** len(series)) / smoothing - 1)
    return np.asarray(np.maximum(ahead, 0.0) * factors[past.weekday(leads)])


def _smoothed(series: Numbers) -> tuple[float, float]:
    """The last level and the smoothing with the least squared one-step errors."""
    levels = np.full(len(SMOOTHINGS), series[: min(7, len(series))].mean())
    squared = np.zeros(len(SMOOTHINGS))
    for value in series:
        error = value - levels
        squared += error**2
        levels += SMOOTHINGS * error
    best = int(np.argmin(squared))
    return float(levels[best]), float(SMOOTHINGS[best])


def _slope(series: Numbers) -> float:
    steps = np.arange(len(series)) - (len(series) - 1) / 2
    square = float((steps**2).sum())
    return float((steps * series).sum() / square) if square else 0.0
