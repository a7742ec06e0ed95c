"""The usual size of an error: chance, a part that grows with the volume, and what the time of day adds."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from forecasts.horizon import Numbers

PHIS_OF_MEAN = np.concatenate([[0.0], np.geomspace(0.01, 100.0, 17)])
"""Relative variances to choose from, times the mean expectation: from chance alone to hardly any chance."""
ERRORS_TO_BELIEVE = 30
"""A time of day with so many errors is believed by half, the other half is the mean of the day."""


@dataclass(frozen=True, eq=False, slots=True)
class Spread:
    """sqrt(f + phi f²), times `clock` (intervals per day,) of the time of day."""

    phi: float
    clock: Numbers = field(default_factory=lambda: np.ones(1))

    def of(self, expected: Numbers) -> Numbers:
        """Of expectations (…, intervals per day); another number of intervals takes the clock's nearest earlier one."""
        per_day = expected.shape[-1]
        clock = self.clock[np.arange(per_day) * len(self.clock) // per_day]
        return np.asarray(_size(expected, self.phi) * clock)

    def standardised(self, errors: Numbers, expected: Numbers) -> Numbers:
        """Errors over their spread, NaN where nothing was expected."""
        spread = self.of(expected)
        return np.asarray(np.divide(errors, spread, out=np.full(spread.shape, np.nan), where=spread > 0))


def fitted_spread(errors: Sequence[Numbers], expected: Sequence[Numbers]) -> Spread:
    """From errors of days (days, intervals per day), NaN where unknown, and what was expected."""
    off, said = np.concatenate(errors), np.concatenate(expected)
    there = np.isfinite(off) & (said > 0)
    phi = _phi(off[there], said[there])
    return Spread(phi, _clock(np.abs(Spread(phi).standardised(off, said))))


def _size(expected: Numbers, phi: float) -> Numbers:
    return np.asarray(np.sqrt(np.maximum(expected + phi * expected**2, 0.0)))


def _phi(errors: Numbers, expected: Numbers) -> float:
    """The phi under which errors of small and large volumes are most alike: Laplace's likelihood, which single odd days
    move less than their squares would; chance of any common size, as inquiries may come in bunches.
    """
    phis = PHIS_OF_MEAN / expected.mean()
    fits = []
    for phi in phis:
        size = _size(expected, phi)
        fits.append(len(errors) * np.log(np.maximum(np.mean(np.abs(errors) / size), 1e-9)) + np.log(size).sum())
    return float(phis[int(np.argmin(fits))])


def _clock(sizes: Numbers) -> Numbers:
    """Mean standardised size of each time of day over that of the whole day, drawn to 1 where errors are few."""
    known = np.isfinite(sizes).sum(axis=0)
    usual = float(np.nanmean(sizes))
    if not usual > 0:
        return np.ones(sizes.shape[1])
    return np.asarray((np.nansum(sizes, axis=0) / usual + ERRORS_TO_BELIEVE) / (known + ERRORS_TO_BELIEVE))
