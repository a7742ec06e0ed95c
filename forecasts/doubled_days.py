"""Days that an export counted twice: every count is even and the day is about twice the usual."""

import numpy as np

from forecasts.day_matrix import DayMatrix, Flags
from forecasts.horizon import Numbers
from forecasts.medians import median_of

LEAST_COUNTS = 10
"""So many counts above 0 are all even by chance once in a thousand days."""
SELDOM = 0.05
"""Where more days than this are even throughout, counts come in pairs and tell nothing."""
TWICE = (1.5, 2.7)
WEEKS_AROUND = 4


def doubled_days(matrix: DayMatrix) -> Flags:
    """Which days were counted twice, shape (days,)."""
    counts = np.nan_to_num(matrix.counts)
    enough = (counts > 0).sum(axis=1) >= LEAST_COUNTS
    even = enough & (counts % 2 == 0).all(axis=1)
    if not enough.any() or even.sum() > max(SELDOM * enough.sum(), 3):
        return np.zeros(matrix.days, dtype=bool)
    total = np.where(matrix.recorded(), counts.sum(axis=1), np.nan)
    ratio = np.array([_over_usual(total, day) if even[day] else 0.0 for day in range(matrix.days)])
    return np.asarray(even & (ratio >= TWICE[0]) & (ratio <= TWICE[1]))


def _over_usual(total: Numbers, day: int) -> float:
    """A day's total over the median of the same weekday in the weeks around it; 0 without any."""
    weeks = [day + 7 * week for week in range(-WEEKS_AROUND, WEEKS_AROUND + 1) if week]
    around = np.array([total[other] for other in weeks if 0 <= other < len(total)])
    around = around[np.isfinite(around)]
    usual = median_of(around) if len(around) else 0.0
    return float(total[day]) / usual if usual > 0 else 0.0
