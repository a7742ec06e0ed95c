"""How errors of one series hang together: over a whole day, and from one hour to the next."""

from dataclasses import dataclass

import numpy as np

from forecasts.horizon import Numbers

HOURS_HELD = 3.0
"""Time constant of errors that pass within a day, hours."""
FAR_HOURS = 6.0
"""From this distance on only what the whole day shares is left."""
LEAST_PAIRS = 200
MOST = 0.95
"""The least chance left to each interval alone is one minus this."""


@dataclass(frozen=True, slots=True)
class Dependence:
    """Parts of an interval's variance that the whole `day` shares and that neighbouring `hours` share; the rest is
    chance of each interval alone.
    """

    day: float = 0.3
    hours: float = 0.3


USUAL_DEPENDENCE = Dependence()
"""Taken where it cannot be measured."""


def dependence(errors: Numbers, interval_minutes: int) -> Dependence:
    """Measured from standardised errors (days, intervals per day), NaN where unknown; the usual one when too few."""
    usual = USUAL_DEPENDENCE
    step = interval_minutes / 60
    far = [correlation for lag in _lags(errors, FAR_HOURS / step) if (correlation := _correlation(errors, lag))]
    near = _correlation(errors, 1)
    if near is None:
        return usual
    day = float(np.clip(np.mean(far), 0.0, MOST)) if far else min(usual.day, max(near, 0.0))
    return Dependence(day, float(np.clip((near - day) / np.exp(-step / HOURS_HELD), 0.0, MOST - day)))


def _lags(errors: Numbers, first: float) -> range:
    """Distances in intervals from `first` to half a day."""
    return range(max(1, round(first)), errors.shape[1] // 2 + 1)


def _correlation(errors: Numbers, lag: int) -> float | None:
    """Correlation about zero of errors some intervals apart within a day; None with too few pairs."""
    if lag >= errors.shape[1]:
        return None
    one, other = errors[:, :-lag], errors[:, lag:]
    both = np.isfinite(one) & np.isfinite(other)
    if both.sum() < LEAST_PAIRS:
        return None
    power = np.sqrt(float((one[both] ** 2).mean() * (other[both] ** 2).mean()))
    return float((one[both] * other[both]).mean()) / power if power > 0 else None
