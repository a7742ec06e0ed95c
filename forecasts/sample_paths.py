"""Whole-day sample paths: outcomes of all intervals together, because a day that starts busy tends to stay so.

Each interval keeps its quantiles; what intervals share comes from a Gaussian copula of three parts: one draw for the
day (or the promotion phase), errors that pass within hours, and chance of the interval alone. Adding a path up gives
an outcome of the day, which adding quantiles up does not.
"""

from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from forecasts.dependence import HOURS_HELD
from forecasts.forecast import Volume
from forecasts.horizon import Horizon, Numbers
from forecasts.quantiles import at_normal

NEXT_DAY = 0.6
"""Correlation of one day's shared error with the next day's (measured 0.26 to 0.70 on four series)."""
PHASE_SHARE = 0.6
"""Least part of the variance that the intervals of a phase share: how strong a promotion turns out is one number."""


def sample_paths(volume: Volume, horizon: Horizon, number: int, seed: int) -> Numbers:
    """Inquiries per interval of `number` possible courses of the horizon, shape (number, intervals).

    The same seed gives the same paths. Quantiles over the paths agree with the volume's. Raises ValueError when the
    volume does not fill the horizon.
    """
    if len(volume.p50) != horizon.intervals:
        raise ValueError(f"{len(volume.p50)} intervals of volume do not fill a horizon of {horizon.intervals}")
    rng = np.random.default_rng(seed)
    phases = _in_a_phase(volume)
    shared = np.where(phases, _phase_draws(volume.phases, number, rng), _day_draws(horizon, number, rng))
    return _outcomes(volume, shared, horizon.interval_hours, rng)


def stretch_paths(volume: Volume, interval_minutes: int, number: int, seed: int) -> Numbers:
    """The same for a stretch within one day or phase alone, shape (number, intervals): as good, and quick."""
    rng = np.random.default_rng(seed)
    return _outcomes(volume, rng.standard_normal((number, 1)), interval_minutes / 60, rng)


def _outcomes(volume: Volume, shared: Numbers, interval_hours: float, rng: np.random.Generator) -> Numbers:
    """Draws shared by the day or phase joined with passing errors and chance, as inquiries."""
    number, intervals = len(shared), len(volume.p50)
    day = np.where(_in_a_phase(volume), max(volume.dependence.day, PHASE_SHARE), volume.dependence.day)
    hours = np.minimum(volume.dependence.hours, 1 - day)
    passing = _chain(number, intervals, float(np.exp(-interval_hours / HOURS_HELD)), rng)
    alone = rng.standard_normal((number, intervals))
    return at_normal(
        volume, np.sqrt(day) * shared + np.sqrt(hours) * passing + np.sqrt(np.maximum(1 - day - hours, 0.0)) * alone
    )


def _in_a_phase(volume: Volume) -> NDArray[np.bool_]:
    return np.array([kind != "" for kind in volume.phases])


def day_totals(paths: Numbers, horizon: Horizon) -> Numbers:
    """Inquiries per day of each path, shape (number, days)."""
    return np.asarray(paths.reshape(len(paths), horizon.days, -1).sum(axis=2))


def _day_draws(horizon: Horizon, number: int, rng: np.random.Generator) -> Numbers:
    return np.repeat(_chain(number, horizon.days, NEXT_DAY, rng), horizon.intervals_per_day, axis=1)


def _phase_draws(phases: Sequence[str], number: int, rng: np.random.Generator) -> Numbers:
    """One draw for each stretch of a phase kind, over however many days it lasts."""
    parts = [np.repeat(rng.standard_normal((number, 1)), len(list(same)), axis=1) for _, same in groupby(phases)]
    return np.concatenate(parts, axis=1)


def _chain(number: int, steps: int, kept: float, rng: np.random.Generator) -> Numbers:
    """Standard normal draws in which each step keeps a part of the one before, shape (number, steps)."""
    draws = rng.standard_normal((number, steps))
    for step in range(1, steps):
        draws[:, step] = kept * draws[:, step - 1] + np.sqrt(1 - kept**2) * draws[:, step]
    return draws
