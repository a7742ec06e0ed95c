"""Counts of days moved to a shorter or longer interval, sums kept."""

from math import gcd

import numpy as np

from forecasts.horizon import MINUTES_PER_DAY, Numbers

USUAL_DAY = np.array(
    [
        2.6,
        1.4,
        0.8,
        0.5,
        0.4,
        0.5,
        1.0,
        1.8,
        3.4,
        5.2,
        6.2,
        5.8,
        5.0,
        5.2,
        5.8,
        6.0,
        5.8,
        5.2,
        4.8,
        5.6,
        6.8,
        7.4,
        7.2,
        5.6,
    ]
)
"""Assumed shares of the 24 hours in percent, used only to split counts of more than an hour."""


def resampled(counts: Numbers, from_minutes: int, to_minutes: int) -> Numbers:
    """Counts (days, intervals) at another interval: added up, split by the neighbours' slope, or both."""
    if from_minutes > 60:
        counts, from_minutes = _hours(counts), 60
    step = gcd(from_minutes, to_minutes)
    if step < from_minutes:
        counts = _split(counts, from_minutes // step)
    return np.asarray(counts.reshape(len(counts), MINUTES_PER_DAY // to_minutes, to_minutes // step).sum(axis=2))


def _hours(counts: Numbers) -> Numbers:
    """Intervals of several hours cut by the assumed day."""
    shape = USUAL_DAY.reshape(counts.shape[1], -1)
    return np.asarray((counts[:, :, None] * (shape / shape.sum(axis=1, keepdims=True))).reshape(len(counts), 24))


def _split(counts: Numbers, parts: int) -> Numbers:
    """Each interval in equal parts whose sizes follow the line through its neighbours."""
    flat = counts.ravel()
    places = (np.arange(len(flat) * parts) + 0.5) / parts - 0.5
    density = np.interp(places, np.arange(len(flat)), flat).reshape(-1, parts)
    total = density.sum(axis=1, keepdims=True)
    share = np.divide(density, total, out=np.full_like(density, 1 / parts), where=total > 0)
    return np.asarray((share * flat[:, None]).reshape(len(counts), -1))
