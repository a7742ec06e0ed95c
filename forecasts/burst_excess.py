"""How much more than usual a burst brought, interval by interval, with chance taken out.

Counts of a calm series jump by chance alone; such jumps would come back as peaks and holes of the forecast. What
Poisson chance explains is therefore shrunk away: the whole to nothing, the intervals to the shape of ordinary days.
"""

import numpy as np

from forecasts.horizon import Numbers
from forecasts.profiles import shares


def burst_excess(actual: Numbers, ordinary: Numbers) -> Numbers:
    """Excess per interval, flat arrays of one length in and out."""
    chance = np.maximum(actual, ordinary)
    excess = actual - ordinary
    shape = shares(ordinary) if ordinary.sum() > 0 else np.full(len(ordinary), 1 / len(ordinary))
    whole = excess.sum()
    own = excess - whole * shape
    believed = whole * _beyond_chance(whole**2, chance.sum())
    return np.asarray(believed * shape + own * _beyond_chance((own**2).sum(), chance.sum()))


def _beyond_chance(square: float, variance: float) -> float:
    return float(np.clip(1 - variance / square, 0.0, 1.0)) if square > 0 else 0.0


def between_borders(minutes: Numbers, borders: Numbers, cumulated: Numbers) -> Numbers:
    """A cumulated excess at any minute: the monotone cubic (Fritsch and Carlson 1980) through the interval borders, so
    that a burst that dies away is stronger in the first half of an interval than in the second; flat beyond the ends.
    """
    from scipy.interpolate import PchipInterpolator

    borders, first = np.unique(borders, return_index=True)
    if len(borders) < 3:
        return np.asarray(np.interp(minutes, borders, cumulated[first]))
    return np.asarray(PchipInterpolator(borders, cumulated[first])(np.clip(minutes, borders[0], borders[-1])))
