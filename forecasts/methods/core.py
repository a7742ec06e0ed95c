"""A robust recent level times the weekday."""

import numpy as np

from forecasts.horizon import Numbers
from forecasts.past import Leads, Past, weekday_factors, without_weekday

BEYOND = 3.0
"""Totals further from the middle than this many deviations are drawn in to it."""


def core(past: Past, leads: Leads, half_life: float = 10.0) -> Numbers:
    """Level (weights halve every `half_life` days) × weekday factor."""
    factors = weekday_factors(past)
    return level(past, factors, half_life) * factors[past.weekday(leads)]


def level(past: Past, factors: Numbers, half_life: float) -> float:
    """Weighted mean of the totals without their weekday, extremes drawn in; 0 without any."""
    flat = without_weekday(past, factors)
    known = np.flatnonzero(np.isfinite(flat))
    if not len(known):
        return 0.0
    weights = 0.5 ** ((known[-1] - known) / half_life)
    values = flat[known]
    middle = weighted_median(values, weights)
    spread = 1.4826 * weighted_median(np.abs(values - middle), weights)
    drawn_in = np.clip(values, middle - BEYOND * spread, middle + BEYOND * spread)
    return float((weights * drawn_in).sum() / weights.sum())


def weighted_median(values: Numbers, weights: Numbers) -> float:
    """The value below which half the weight lies."""
    order = np.argsort(values)
    below = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(below, 0.5 * below[-1])])
