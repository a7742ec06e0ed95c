"""What ordinary days promise, seen from the eve of a day in the history."""

from dataclasses import dataclass

import numpy as np

from forecasts.cleaning import Cleaned
from forecasts.horizon import Numbers
from forecasts.methods.core import level
from forecasts.past import Past, weekday_factors
from forecasts.profiles import USUAL_SHAPE, learnable, weekday_profiles

LEVEL_HALF_LIFE = 10.0
LOOK_BACK_DAYS = 56
CLEAN_WEEKS = 2
USUAL_DEVIATION = 0.2
"""Taken where the days before are too few to tell."""


@dataclass(frozen=True, eq=False, slots=True)
class AsOf:
    """`level` inquiries a day without the weekday, `factors` (7,) of the weekdays, both from days before `day`."""

    cleaned: Cleaned
    day: int
    past: Past
    factors: Numbers
    level: float

    def enough(self) -> bool:
        """Whether two clean weeks lie before the day, not too far back."""
        recent = self.past.known()
        recent = recent[recent >= self.day - LOOK_BACK_DAYS]
        return len(recent) >= CLEAN_WEEKS * max(1, len(np.unique(self.past.weekdays[recent])))

    def totals(self) -> Numbers:
        """The ordinary total of every day of the history, before and after, shape (days,)."""
        return np.asarray(self.level * self.factors[self.cleaned.matrix.weekdays()])

    def log_ratios(self) -> Numbers:
        """Log of actual over ordinary totals, NaN where either is missing, shape (days,)."""
        expected = self.totals()
        return np.asarray(np.log(np.maximum(self.cleaned.totals, 0.5) / np.where(expected > 0, expected, np.nan)))

    def deviation(self) -> float:
        """Usual (robust standard) deviation of the log ratio on ordinary days before."""
        before = self.log_ratios()[: self.day][np.isfinite(self.past.totals)]
        before = before[np.isfinite(before)][-LOOK_BACK_DAYS:]
        return 1.4826 * float(np.median(np.abs(before))) if len(before) else USUAL_DEVIATION

    def counts(self, first: int, last: int) -> Numbers:
        """Ordinary counts of the days first … last at the history's own interval."""
        weekdays = self.cleaned.fine.weekdays()
        usable = learnable(self.cleaned.fine, self.cleaned.ordinary)
        profiles = weekday_profiles(usable[: self.day], weekdays[: self.day], USUAL_SHAPE)
        return self.totals()[first : last + 1, None] * profiles[weekdays[first : last + 1]]


def as_of(cleaned: Cleaned, day: int) -> AsOf | None:
    """The view from the eve of a day; None without a day before it."""
    if day < 1:
        return None
    past = cleaned.past().until(day)
    factors = weekday_factors(past)
    return AsOf(cleaned, day, past, factors, level(past, factors, LEVEL_HALF_LIFE))
