"""The volume of one phase for one series: learnt from earlier phases, or assumed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum

import numpy as np

from forecasts.burst_excess import between_borders
from forecasts.damped_weekday import at_offsets, damped
from forecasts.horizon import Numbers
from forecasts.lessons import Lesson, head_minutes
from forecasts.ordinary import Ordinary
from forecasts.phase_calendar import NamedPhase
from forecasts.resample import resampled

HALF = 0.5
"""Part of the earlier phase's shape in a day of a phase; the rest is the weekday's."""
RECENCY_PER_YEAR = 0.6
FADE_MINUTES = 60.0
"""Beyond the minutes learnt the excess dies away with this time constant."""
ASSUMED_HEAD_MINUTES = 120
ASSUMED_HEAD_SHARE = 0.2
"""An opening with no earlier one: its first two hours bring this share of the day."""


class Basis(StrEnum):
    """What a phase's volume rests on."""

    LEARNT = "learnt"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, eq=False, slots=True)
class Draft:
    """Flat, per interval: `volume` and `usual` inquiries of the phase's own minutes, as drafted and on an ordinary day;
    `share` of the interval that the phase owns, 0–1; `growth` by a driver's plan, already in `volume`.
    """

    volume: Numbers
    usual: Numbers
    share: Numbers
    basis: Basis
    lessons: tuple[Lesson, ...] = ()
    growth: float | None = None


def draft(new: NamedPhase, share: Numbers, days: Ordinary, lessons: Sequence[Lesson]) -> Draft:
    """Draft a phase over the days of `days`; `share` of each interval is the phase's own."""
    usual = share * days.counts.ravel()
    begin, end = own_minutes(new, days)
    if lessons:
        volume = usual + (share > 0) * _head_excess(new, days, lessons, begin, end)
        in_body = (share > 0) & (begin >= head_minutes(new))
        volume = np.where(in_body, _body(new, days, lessons, usual * in_body, share * in_body), volume)
        return Draft(np.maximum(volume, 0.0), usual, share, Basis.LEARNT, tuple(lessons))
    if new.phase.kind == "opening":
        return Draft(_assumed_opening(usual, share, days, begin, end), usual, share, Basis.ASSUMED)
    return Draft(usual, usual, share, Basis.UNKNOWN)


def grown(made: Draft, factor: float | None) -> Draft:
    """The draft times the growth that a driver's plan promises."""
    return made if factor is None else replace(made, volume=made.volume * factor, growth=factor)


def own_minutes(new: NamedPhase, days: Ordinary) -> tuple[Numbers, Numbers]:
    """Minutes from the phase's start to each interval's start and end, kept within the phase, flat."""
    lead = (datetime.combine(days.first_day, time()) - new.phase.start).total_seconds() // 60
    begin = lead + np.arange(days.counts.size) * days.interval_minutes
    return np.clip(begin, 0.0, new.minutes), np.clip(begin + days.interval_minutes, 0.0, new.minutes)


def _weights(new: NamedPhase, lessons: Sequence[Lesson]) -> Numbers:
    years = np.array([(new.phase.start - lesson.analog.phase.start).days / 365.25 for lesson in lessons])
    weights = RECENCY_PER_YEAR**years
    return np.asarray(weights / weights.sum())


def _head_excess(new: NamedPhase, days: Ordinary, lessons: Sequence[Lesson], begin: Numbers, end: Numbers) -> Numbers:
    """Excess per interval: learnt parts of a day's level by minutes from the start, times the level now."""
    parts = sum(
        weight * (_cumulated(lesson, end) - _cumulated(lesson, begin))
        for weight, lesson in zip(_weights(new, lessons), lessons, strict=True)
    )
    return np.asarray(parts * np.repeat(days.levels(), days.counts.shape[1]))


def _cumulated(lesson: Lesson, minutes: Numbers) -> Numbers:
    """The excess until some minutes after the start, dying away beyond what was seen."""
    last = lesson.minutes[-1]
    inside = between_borders(minutes, lesson.minutes, lesson.excess)
    if last <= 0:
        return np.asarray(inside)
    hour_before = max(last - 60.0, 0.0)
    rate = (lesson.excess[-1] - np.interp(hour_before, lesson.minutes, lesson.excess)) / (last - hour_before)
    return np.asarray(inside + rate * FADE_MINUTES * (1 - np.exp(-np.maximum(minutes - last, 0.0) / FADE_MINUTES)))


def _body(new: NamedPhase, days: Ordinary, lessons: Sequence[Lesson], usual: Numbers, share: Numbers) -> Numbers:
    """Days after the head: ordinary × damped uplift, spread half as usual and half as in the earlier phase."""
    weights = _weights(new, lessons)
    offsets = (days.first_day - new.phase.start.date()).days + np.arange(len(days.counts))
    uplift = weights @ np.stack([at_offsets(lesson.uplift, np.maximum(offsets, 0)) for lesson in lessons])
    usual_days = usual.reshape(days.counts.shape)
    totals = usual_days.sum(axis=1) * damped(uplift, days.factors)
    earlier = weights @ np.stack([_shape_at(lesson, days) for lesson in lessons])
    learnt = _day_shares(earlier * share.reshape(days.counts.shape))
    own = _day_shares(usual_days)
    learnt = np.where(learnt.sum(axis=1, keepdims=True) > 0, learnt, own)
    return np.asarray((totals[:, None] * (HALF * own + HALF * learnt)).ravel())


def _shape_at(lesson: Lesson, days: Ordinary) -> Numbers:
    """The earlier phase's shape over the clock at the interval of `days`, sum 1 (0 if nothing was learnt)."""
    shape = np.where(np.isfinite(lesson.shape), lesson.shape, 0.0)
    total = shape.sum()
    shape = shape / total if total > 0 else shape
    return np.asarray(resampled(shape[None, :], 1440 // len(shape), days.interval_minutes)[0])


def _day_shares(table: Numbers) -> Numbers:
    total = table.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(table, total, out=np.zeros_like(table), where=total > 0))


def _assumed_opening(usual: Numbers, share: Numbers, days: Ordinary, begin: Numbers, end: Numbers) -> Numbers:
    """The first two hours bring a fifth of the day, dying away; the rest is as usual."""
    head = min(float(end.max()), float(ASSUMED_HEAD_MINUTES))
    in_head = (share > 0) & (begin < head)
    if not in_head.any():
        return usual
    day = np.flatnonzero(in_head)[0] // days.counts.shape[1]
    rest = days.counts[day].sum() - usual[in_head].sum()
    amount = max(rest * ASSUMED_HEAD_SHARE / (1 - ASSUMED_HEAD_SHARE), usual[in_head].sum())
    dying = np.exp(-np.minimum(begin, head) / FADE_MINUTES) - np.exp(-np.minimum(end, head) / FADE_MINUTES)
    dying = np.where(in_head, dying, 0.0)
    return np.asarray(np.where(in_head, amount * dying / dying.sum(), usual))
