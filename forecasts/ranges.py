"""P10 and P90 from the errors made in rehearsal.

Errors are standardised by sqrt(f + phi f²): chance alone plus a spread that grows with the volume.
"""

from dataclasses import dataclass

import numpy as np

from forecasts.horizon import Numbers

WIDENED = 1.25
"""Measured: bands from past errors are too narrow by about this factor."""
USUAL_PHI = 0.04
"""Relative variance assumed when nothing could be rehearsed (20 % deviation)."""
NORMAL_P90 = 1.2816
LEAST_ERRORS = 40
"""Standardised errors a week of leads needs for bands of its own."""
GROWTH_PER_WEEK = 0.1
"""Bands widen by this per week beyond the farthest week rehearsed."""


@dataclass(frozen=True, eq=False, slots=True)
class Ranges:
    """`phi` relative variance, `low` and `high` (weeks,) standardised P10 (≤ 0) and P90 (≥ 0) per lead week from 0."""

    phi: float
    low: Numbers
    high: Numbers

    def around(
        self, expected: Numbers, lead_weeks: np.ndarray[tuple[int], np.dtype[np.int64]]
    ) -> tuple[Numbers, Numbers]:
        """Distances down and up from `expected` (any shape), with its lead weeks in the same shape."""
        spread = np.sqrt(expected + self.phi * expected**2)
        known = np.minimum(lead_weeks, len(self.low) - 1)
        farther = 1 + GROWTH_PER_WEEK * (lead_weeks - known)
        return -self.low[known] * spread * farther, self.high[known] * spread * farther


def ranges(expected: Numbers, actual: Numbers, lead_weeks: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Ranges:
    """Bands from rehearsed intervals, three flat arrays of one length; NaN actuals are left out."""
    there = np.isfinite(actual) & (expected > 0)
    expected, actual, lead_weeks = expected[there], actual[there], lead_weeks[there]
    if len(expected) < LEAST_ERRORS:
        return Ranges(USUAL_PHI, np.array([-NORMAL_P90]), np.array([NORMAL_P90]))
    errors = actual - expected
    phi = max(0.0, float(((errors**2 - expected).sum()) / (expected**2).sum()))
    standardised = errors / np.sqrt(expected + phi * expected**2)
    every = np.quantile(standardised, (0.1, 0.9))
    weeks = range(int(lead_weeks.max()) + 1)
    own = [standardised[lead_weeks == week] for week in weeks]
    pairs = np.array([np.quantile(z, (0.1, 0.9)) if len(z) >= LEAST_ERRORS else every for z in own])
    return Ranges(phi, WIDENED * np.minimum(pairs[:, 0], 0.0), WIDENED * np.maximum(pairs[:, 1], 0.0))
