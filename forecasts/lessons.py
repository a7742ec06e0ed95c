"""What one earlier phase teaches about one series."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

import numpy as np
from numpy.typing import NDArray

from forecasts.cleaning import Cleaned
from forecasts.damped_weekday import log_uplift, smoothed
from forecasts.horizon import MINUTES_PER_DAY, Numbers
from forecasts.methods.core import level
from forecasts.past import weekday_factors
from forecasts.phase_calendar import NamedPhase, in_force, owners
from forecasts.profiles import USUAL_SHRINK, learnable, weekday_profiles

HEAD_MINUTES = 240
"""A burst longer than a day is aligned by minutes this long, then by days."""
SMOOTHED_FROM_DAYS = 7
"""Gradual phases of at least this many days have their daily uplift smoothed."""
CLEAN_WEEKS = 2
LOOK_BACK_DAYS = 56
LEVEL_HALF_LIFE = 10.0


@dataclass(frozen=True, eq=False, slots=True)
class Lesson:
    """Excess over the ordinary by minutes from the start, cumulated, in parts of an ordinary day's level
    (`minutes` and `excess` of one length, both from 0); log uplift by day (`uplift`), and the shares of the clock times
    of those days (`shape`, at the history's interval), of the part after the head.
    """

    analog: NamedPhase
    minutes: Numbers
    excess: Numbers
    uplift: Numbers
    shape: Numbers
    ratio: float


def head_minutes(named: NamedPhase) -> int:
    """How long a phase is aligned by minutes: a short burst throughout, a gradual phase not at all."""
    if not named.bursts:
        return 0
    return named.minutes if named.minutes <= MINUTES_PER_DAY else HEAD_MINUTES


def lesson(cleaned: Cleaned, analog: NamedPhase, phases: Sequence[NamedPhase]) -> Lesson | None:
    """Learn from a phase inside the history; None without two clean weeks before it or without counts in it."""
    fine = cleaned.fine
    first = (analog.phase.start.date() - fine.first_day).days
    last = min((analog.phase.end.date() - fine.first_day).days, fine.days - 1)
    if first < 0 or first > last or not enough_before(cleaned, first):
        return None
    ordinary, factors = _ordinary_days(cleaned, first, last)
    owner = owners(phases, fine.day(first), last - first + 1)
    actual = fine.counts[first : last + 1]
    inside = (in_force(owner, fine.interval_minutes) == phases.index(analog)).reshape(actual.shape) & np.isfinite(
        actual
    )
    if not inside.any():
        return None
    levels = np.divide(ordinary.sum(axis=1), factors, out=np.full(len(factors), np.nan), where=factors > 0)
    whole_level = float(np.nanmean(levels)) if np.isfinite(levels).any() else 0.0
    if whole_level <= 0:
        return None
    minutes = _minutes_from(analog.phase.start, actual.shape, fine.interval_minutes)
    first_day_of_burst = inside & (minutes < MINUTES_PER_DAY) & analog.bursts
    body = inside & (minutes >= head_minutes(analog))
    edges, excess = _excess(minutes, (actual - ordinary) / whole_level, first_day_of_burst, fine.interval_minutes)
    return Lesson(
        analog,
        edges,
        excess,
        _uplift(analog, actual, ordinary, factors, body),
        _shape(actual, body),
        float(actual[inside].sum() / max(ordinary[inside].sum(), 1e-9)),
    )


def enough_before(cleaned: Cleaned, first: int) -> bool:
    """Whether two clean weeks lie before a day, not too far back."""
    past = cleaned.past().until(first)
    recent = past.known()[past.known() >= first - LOOK_BACK_DAYS]
    return len(recent) >= CLEAN_WEEKS * max(1, len(np.unique(past.weekdays[recent])))


def _ordinary_days(cleaned: Cleaned, first: int, last: int) -> tuple[Numbers, Numbers]:
    """What ordinary days would have brought, as seen before the phase, and their weekday factors."""
    past = cleaned.past().until(first)
    factors = weekday_factors(past)
    weekdays = cleaned.fine.weekdays()
    profile = weekday_profiles(learnable(cleaned.fine, cleaned.ordinary)[:first], weekdays[:first], USUAL_SHRINK)
    factor = factors[weekdays[first : last + 1]]
    totals = level(past, factors, LEVEL_HALF_LIFE) * factor
    return totals[:, None] * profile[weekdays[first : last + 1]], factor


def _minutes_from(start: datetime, shape: tuple[int, ...], interval_minutes: int) -> NDArray[np.int64]:
    """Minutes from the phase's start to the start of every interval of its days."""
    lead = int((start - datetime.combine(start.date(), time())).total_seconds() // 60)
    return (np.arange(shape[0] * shape[1]) * interval_minutes - lead).reshape(shape)


def _excess(
    minutes: NDArray[np.int64], relative: Numbers, in_head: NDArray[np.bool_], interval_minutes: int
) -> tuple[Numbers, Numbers]:
    """Cumulated excess at the interval borders of the head."""
    if not in_head.any():
        return np.zeros(1), np.zeros(1)
    borders = np.append(0.0, np.maximum(minutes[in_head] + interval_minutes, 0.0))
    return borders, np.append(0.0, np.cumsum(relative[in_head]))


def _uplift(
    analog: NamedPhase, actual: Numbers, ordinary: Numbers, factors: Numbers, body: NDArray[np.bool_]
) -> Numbers:
    """Log uplift by day from the phase's first, NaN where the body has nothing."""
    counted = np.where(body, actual, 0.0).sum(axis=1)
    counted[~body.any(axis=1)] = np.nan
    uplift = log_uplift(counted, np.where(body, ordinary, 0.0).sum(axis=1), factors)
    gradual = not analog.bursts and len(uplift) >= SMOOTHED_FROM_DAYS
    return smoothed(uplift) if gradual else uplift


def _shape(actual: Numbers, body: NDArray[np.bool_]) -> Numbers:
    """Mean count per clock time over the days of the body, NaN where never seen, shape (intervals per day,)."""
    times = body.sum(axis=0)
    total = np.where(body, actual, 0.0).sum(axis=0)
    return np.asarray(np.divide(total, times, out=np.full(len(times), np.nan), where=times > 0))
