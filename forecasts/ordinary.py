"""What ordinary days would bring: the blend of daily totals times the weekday's profile."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from forecasts.blend import Blend, blend
from forecasts.cleaning import Cleaned
from forecasts.day_matrix import Weekdays
from forecasts.horizon import Numbers
from forecasts.past import Leads, weekday_factors
from forecasts.profiles import best_shape, learnable, weekday_profiles
from forecasts.ranges import Ranges, Rehearsed, ranges
from forecasts.rehearsal import Rehearsal
from forecasts.resample import resampled


@dataclass(frozen=True, eq=False, slots=True)
class Ordinary:
    """Days from `first_day`: `counts` (days, intervals per day) inquiries, `factors` (days,) of their weekdays,
    `lead_weeks` (days,) whole weeks after the last day counted, the bands, and the `rehearsed` days (latest first, at
    the working interval of the history) they were measured on.
    """

    first_day: date
    interval_minutes: int
    counts: Numbers
    factors: Numbers
    lead_weeks: Weekdays
    bands: Ranges
    blend: Blend
    rehearsed: tuple[Rehearsed, ...] = ()

    def levels(self) -> Numbers:
        """Daily totals without their weekday, shape (days,); closed days take the mean of the others."""
        totals = self.counts.sum(axis=1)
        levels = np.divide(totals, self.factors, out=np.full(len(totals), np.nan), where=self.factors > 0)
        fallback = float(np.nanmean(levels)) if np.isfinite(levels).any() else 0.0
        return np.where(np.isfinite(levels), levels, fallback)


def ordinary(cleaned: Cleaned, first_day: date, days: int, asked: Leads, interval_minutes: int) -> Ordinary:
    """Ordinary days `first_day` …; rehearsed for the leads `asked` (the horizon's own)."""
    past, matrix = cleaned.past(), cleaned.matrix
    leads = (first_day - matrix.last_day).days + np.arange(days)
    chosen = blend(past, asked)
    shape = best_shape(learnable(matrix, cleaned.ordinary), matrix.weekdays())
    profiles = weekday_profiles(learnable(matrix, cleaned.ordinary), matrix.weekdays(), shape)
    weekdays = past.weekday(leads)
    counts = chosen.totals(past, leads)[:, None] * profiles[weekdays]
    rehearsed = rehearsed_days(cleaned, chosen.rehearsals, chosen.rehearsed, shape)
    return Ordinary(
        first_day,
        interval_minutes,
        resampled(counts, matrix.interval_minutes, interval_minutes),
        weekday_factors(past)[weekdays],
        (leads - 1) // 7,
        ranges(rehearsed, matrix.interval_minutes),
        chosen,
        rehearsed,
    )


def rehearsed_days(
    cleaned: Cleaned, rehearsals: Sequence[Rehearsal], totals: Callable[[Rehearsal], Numbers], shape: Numbers
) -> tuple[Rehearsed, ...]:
    """What would have been said in rehearsals, interval by interval, beside what came; `totals` of the days of each."""
    matrix = cleaned.matrix
    usable, weekdays = learnable(matrix, cleaned.ordinary), matrix.weekdays()
    rehearsed = []
    for rehearsal in rehearsals:
        profiles = weekday_profiles(usable[: rehearsal.origin], weekdays[: rehearsal.origin], shape)
        days = rehearsal.origin + rehearsal.leads - 1
        said = totals(rehearsal)[:, None] * profiles[weekdays[days]]
        rehearsed.append(Rehearsed(said, usable[days], (rehearsal.leads - 1) // 7))
    return tuple(rehearsed)
