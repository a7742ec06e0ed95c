"""How the volume of an interval spreads over steps of about five minutes: what decides an opening's first minutes."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from scipy.interpolate import PchipInterpolator

from forecasts.horizon import Numbers

STEP_MINUTES = 5


def steps_of(interval_minutes: int) -> int:
    """Steps in one interval: of five minutes where that divides it, else somewhat longer."""
    return max(1, interval_minutes // STEP_MINUTES)


def arrival_profile(volumes: Numbers, phases: Sequence[str], steps: int) -> Numbers:
    """Inquiries per step, shape (intervals, steps), smooth and never negative, each interval keeping its total.

    The running total is interpolated monotonically (PCHIP). Nothing is smoothed across the border of a phase, since an
    opening begins with a jump.
    """
    if steps == 1:
        return volumes[:, np.newaxis]
    borders = [0, *(i for i in range(1, len(volumes)) if phases[i] != phases[i - 1]), len(volumes)]
    parts = [_smooth(volumes[start:end], steps) for start, end in pairwise(borders) if end > start]
    return np.concatenate(parts)


def _smooth(volumes: Numbers, steps: int) -> Numbers:
    totals = np.concatenate(([0.0], np.cumsum(volumes)))
    fine = np.linspace(0, len(volumes), len(volumes) * steps + 1)
    if len(volumes) == 1:
        return np.full((1, steps), volumes[0] / steps)
    running = PchipInterpolator(np.arange(len(totals)), totals)(fine)
    running[::steps] = totals
    return np.maximum(np.diff(running), 0).reshape(-1, steps)
