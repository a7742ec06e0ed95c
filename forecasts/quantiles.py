"""Any quantile of a volume from its stored P10, P50 and P90."""

from statistics import NormalDist

import numpy as np

from forecasts.forecast import Volume
from forecasts.horizon import Numbers

NORMAL_P90 = NormalDist().inv_cdf(0.9)
LEAST, MOST = 0.001, 0.999


def quantile(volume: Volume, share: float) -> Numbers:
    """The volume below which `share` (0.001–0.999) of the outcomes of each interval lie, shape (intervals,).

    P10, P50 and P90 come back as stored. Between them the volume is interpolated on the normal scale: in logarithms (a
    lognormal through the two neighbours, as volume is skewed), or plainly where one of the two is zero. Beyond P10 and
    P90 square roots go on along the same scale: they even out counts and do not run away where P50 is near zero.
    Quantiles of intervals must not be added: a day's are in `sample_paths`. Raises ValueError for another share.
    """
    if not LEAST <= share <= MOST:
        raise ValueError(f"a share lies between {LEAST} and {MOST}, not at {share}")
    return at_normal(volume, np.full(len(volume.p50), NormalDist().inv_cdf(share)))


def at_normal(volume: Volume, scores: Numbers) -> Numbers:
    """The same for standard normal scores, shape (…, intervals)."""
    weight = np.abs(scores) / NORMAL_P90
    other = np.where(scores > 0, volume.p90, volume.p10)
    middle = np.broadcast_to(volume.p50, other.shape)
    root, step = np.sqrt(middle), np.sqrt(other) - np.sqrt(middle)
    return np.where(weight > 1, np.maximum(root + weight * step, 0.0) ** 2, _between(middle, other, weight))


def _between(middle: Numbers, other: Numbers, weight: Numbers) -> Numbers:
    positive = (middle > 0) & (other > 0)
    ratio = np.divide(other, middle, out=np.ones_like(other), where=positive)
    inside = np.minimum(weight, 1.0)
    return np.where(positive, middle * ratio**inside, middle + inside * (other - middle))
