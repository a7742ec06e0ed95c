"""What one earlier phase teaches about one series."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

import numpy as np
from numpy.typing import NDArray

from forecasts.as_of import AsOf, as_of
from forecasts.burst_excess import burst_excess
from forecasts.cleaning import Cleaned
from forecasts.damped_weekday import log_uplift, smoothed
from forecasts.horizon import MINUTES_PER_DAY, Numbers
from forecasts.phase_calendar import NamedPhase, in_force, owners

HEAD_MINUTES = 240
"""A burst longer than a day is aligned by minutes this long, then by days."""
SMOOTHED_FROM_DAYS = 7
"""Gradual phases of at least this many days have their daily uplift smoothed."""


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
    eve = as_of(cleaned, first)
    if eve is None or first > last or not eve.enough() or eve.level <= 0:
        return None
    actual, ordinary = fine.counts[first : last + 1], eve.counts(first, last)
    owner = in_force(owners(phases, fine.day(first), last - first + 1), fine.interval_minutes)
    inside = (owner == phases.index(analog)).reshape(actual.shape) & np.isfinite(actual)
    if not inside.any():
        return None
    minutes = _minutes_from(analog.phase.start, actual.shape, fine.interval_minutes)
    burst = inside & (minutes < MINUTES_PER_DAY) & analog.bursts
    body = inside & (minutes >= head_minutes(analog))
    edges, excess = _excess(minutes[burst] + fine.interval_minutes, actual[burst], ordinary[burst], eve.level)
    uplift = _uplift(analog, actual, ordinary, eve, body)
    return Lesson(analog, edges, excess, uplift, _shape(actual, body), _ratio(actual[inside], ordinary[inside]))


def _ratio(actual: Numbers, ordinary: Numbers) -> float:
    return float(actual.sum() / max(ordinary.sum(), 1e-9))


def _minutes_from(start: datetime, shape: tuple[int, ...], interval_minutes: int) -> NDArray[np.int64]:
    """Minutes from the phase's start to the start of every interval of its days."""
    lead = int((start - datetime.combine(start.date(), time())).total_seconds() // 60)
    return (np.arange(shape[0] * shape[1]) * interval_minutes - lead).reshape(shape)


def _excess(ends: NDArray[np.int64], actual: Numbers, ordinary: Numbers, level: float) -> tuple[Numbers, Numbers]:
    """Cumulated excess at the interval borders of a burst, in parts of a day's level."""
    if not len(ends):
        return np.zeros(1), np.zeros(1)
    borders = np.append(0.0, np.maximum(ends, 0.0))
    return borders, np.append(0.0, np.cumsum(burst_excess(actual, ordinary) / level))


def _uplift(analog: NamedPhase, actual: Numbers, ordinary: Numbers, eve: AsOf, body: NDArray[np.bool_]) -> Numbers:
    """Log uplift by day from the phase's first, NaN where the body has nothing.

    Long waves are smoothed, for they do not come back day by day; bursts keep their fixed dates.
    """
    counted = np.where(body, actual, 0.0).sum(axis=1)
    counted[~body.any(axis=1)] = np.nan
    factors = eve.factors[eve.cleaned.fine.weekdays()[eve.day : eve.day + len(actual)]]
    uplift = log_uplift(counted, np.where(body, ordinary, 0.0).sum(axis=1), factors)
    if analog.bursts or len(uplift) < SMOOTHED_FROM_DAYS:
        return uplift
    return smoothed(uplift)


def _shape(actual: Numbers, body: NDArray[np.bool_]) -> Numbers:
    """Mean count per clock time over the days of the body, NaN where never seen, shape (intervals per day,)."""
    times = body.sum(axis=0)
    total = np.where(body, actual, 0.0).sum(axis=0)
    return np.asarray(np.divide(total, times, out=np.full(len(times), np.nan), where=times > 0))
