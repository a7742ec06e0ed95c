"""Today forecast anew from what has come so far, and the rest of a running promotion with it."""

from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from forecasts.forecast import Volume
from forecasts.history import Counts
from forecasts.horizon import Horizon, Numbers
from forecasts.quantiles import at_normal
from forecasts.ranges import Rehearsed

LAST_DAYS = 112
"""All days of eight rehearsals of two weeks: fewer make the exponent jump from day to day."""
LEAST_DAYS = 14
USUAL_EXPONENT = 0.5
"""Taken where too few days can teach one; half the surprise goes on."""
USUAL_DAY_VARIANCE = 0.04
STRONG = 0.3
SURPRISING = 3.0
"""A day off by more than `STRONG` (in logarithms) and by more than so many usual deviations at that time of day is
followed by the larger of both corrections …"""
BELIEVED = 0.5
"""… of which the second counts by half: an odd morning is often made good in the evening."""
STRONG_FROM = 0.25
"""Not before this part of the day's volume is over: early hours swing by themselves."""
PHASE_EXPONENT = 0.3
"""How much of a phase's surprise so far goes on to its following days."""
LARGEST = 5.0


@dataclass(frozen=True, eq=False, slots=True)
class Teaching:
    """Days that were forecast without having been seen: `expected` and `actual` (days, intervals per day), NaN where
    nothing was counted. Later days last.
    """

    expected: Numbers
    actual: Numbers


@dataclass(frozen=True, slots=True)
class Update:
    """How the rest of the day changes: its `factor`, the `exponent` fitted for this time of day, the `ratio` of what
    came to what was expected so far, and how far ranges narrow (`narrowed`, at most 1).
    """

    factor: float
    exponent: float
    ratio: float
    narrowed: float


def teaching(rehearsed: tuple[Rehearsed, ...]) -> Teaching:
    """The last rehearsed days, from the engine's own rehearsals (`SeriesPlan.days.rehearsed`)."""
    expected = [one.expected for one in reversed(rehearsed)]
    actual = [one.actual for one in reversed(rehearsed)]
    if not expected:
        return Teaching(np.zeros((0, 1)), np.zeros((0, 1)))
    whole = ~np.isnan(np.concatenate(actual)).any(axis=1)
    return Teaching(np.concatenate(expected)[whole][-LAST_DAYS:], np.concatenate(actual)[whole][-LAST_DAYS:])


def update(seen: float, expected_so_far: float, expected_rest: float, cut: float, known: Teaching) -> Update:
    """Correct the rest of a day of which `seen` inquiries came in place of `expected_so_far`.

    `cut` is the share of the clock's intervals that is over, 0–1. The exponent is the least that the days in `known`
    are sure of. Where, once a quarter of the day is over, the log ratio is beyond 0.3 and beyond
    what this time of day usually shows, half the gamma-Poisson posterior of the day's strength is taken if it corrects
    more.
    """
    if expected_so_far <= 0 or expected_rest <= 0:
        return Update(1.0, 0.0, 1.0, 1.0)
    fitted = _fitted(known, cut)
    ratio = _ratio(seen, expected_so_far)
    log = fitted.exponent * np.log(ratio)
    seen_share = expected_so_far / (expected_so_far + expected_rest)
    if seen_share >= STRONG_FROM and abs(np.log(ratio)) > max(STRONG, SURPRISING * fitted.deviation):
        strength = 1 / max(fitted.variance, USUAL_DAY_VARIANCE)  # such a day is not one of the calm ones
        posterior = float(np.log((strength + seen) / (strength + expected_so_far)))
        log = max(log, BELIEVED * posterior, key=abs)
    return Update(float(np.clip(np.exp(log), 1 / LARGEST, LARGEST)), fitted.exponent, ratio, fitted.narrowed)


def _ratio(seen: float, expected: float) -> float:
    """What came over what was expected; half an inquiry is added to both so that nothing is not a ratio of 0."""
    return (seen + 0.5) / (expected + 0.5)


@dataclass(frozen=True, slots=True)
class _Fitted:
    """At one time of day: the exponent, the error left by it over the error without, the usual deviation of the log
    ratio so far, and the relative variance of whole days.
    """

    exponent: float = USUAL_EXPONENT
    narrowed: float = 1.0
    deviation: float = 0.0
    variance: float = USUAL_DAY_VARIANCE


def _fitted(known: Teaching, cut: float) -> _Fitted:
    """From a line through the origin: log ratios of the rest of the known days on those so far, weighted by volume."""
    column = round(cut * known.expected.shape[1])
    before, came = (table[:, :column].sum(axis=1) for table in (known.expected, known.actual))
    rest, after = (table[:, column:].sum(axis=1) for table in (known.expected, known.actual))
    use = (before > 0) & (rest > 0)
    if use.sum() < LEAST_DAYS:
        return _Fitted()
    before, came, rest, after = before[use], came[use], rest[use], after[use]
    log = np.log((came + 0.5) / (before + 0.5))
    exponent = _surely(log, np.log((after + 0.5) / (rest + 0.5)), rest)
    without, left = (float(np.abs(rest * np.exp(e * log) - after).sum()) for e in (0.0, exponent))
    whole, real = before + rest, came + after
    variance = float(((real - whole) ** 2 - whole).sum() / (whole**2).sum())
    narrowed = min(left / without, 1.0) if without > 0 else 1.0
    return _Fitted(exponent, narrowed, float(log.std()), max(variance, 1e-4))


def _surely(seen: Numbers, later: Numbers, weights: Numbers) -> float:
    """Slope of `later` on `seen` less its standard error (White 1980, days may vary as they like), 0–1: a morning is
    followed as far as the days before prove that it should be.
    """
    square = float((weights * seen**2).sum())
    if not square > 0:
        return 0.0
    slope = float((weights * seen * later).sum()) / square
    error = float(np.sqrt((weights**2 * seen**2 * (later - slope * seen) ** 2).sum())) / square
    return float(np.clip(slope - error, 0.0, 1.0))


def reforecast(
    volume: Volume, horizon: Horizon, actuals: Counts, now: datetime, known: Teaching
) -> tuple[Volume, Update]:
    """The volume as of `now` (on the interval grid, in the horizon): past intervals hold what came where counted, the
    rest of today is corrected, following days of a phase in force today by the phase's surprise to the power 0.3.

    `actuals` are at the horizon's interval. Other days stay: the next forecast learns from today. Raises ValueError
    when `now` is outside the horizon.
    """
    cut = horizon.minute(now) // horizon.interval_minutes
    if not 0 <= cut <= horizon.intervals or horizon.minute(now) < 0:
        raise ValueError(f"{now} is outside the horizon")
    counted = _on_grid(horizon, actuals)
    counted[cut:] = np.nan
    per_day = horizon.intervals_per_day
    today = slice(cut - cut % per_day, min(cut - cut % per_day + per_day, horizon.intervals))
    so_far, rest = slice(today.start, cut), slice(cut, today.stop)
    there = np.isfinite(counted[so_far])
    change = update(
        float(counted[so_far][there].sum()),
        float(volume.p50[so_far][there].sum()),
        float(volume.p50[rest].sum()),
        (cut % per_day) / per_day,
        known,
    )
    factors, narrowed = np.ones(horizon.intervals), np.ones(horizon.intervals)
    factors[rest], narrowed[rest] = change.factor, change.narrowed
    factors[today.stop :] = _phase_factors(volume, counted, today)
    return _with_actuals(_scaled(volume, factors, narrowed), counted), change


def _on_grid(horizon: Horizon, actuals: Counts) -> Numbers:
    counted = np.full(horizon.intervals, np.nan)
    minutes = (actuals.starts.astype("datetime64[m]") - np.datetime64(horizon.start, "m")).astype(np.int64)
    inside = (minutes >= 0) & (minutes < horizon.intervals * horizon.interval_minutes)
    counted[minutes[inside] // horizon.interval_minutes] = actuals.inquiries[inside]
    return counted


def _phase_factors(volume: Volume, counted: Numbers, today: slice) -> Numbers:
    """For the days after today: (came / expected)^0.3 of each phase kind in force today, over all that was counted."""
    phases = np.array(volume.phases)
    later = np.ones(len(phases) - today.stop)
    for kind in set(volume.phases[today]) - {""}:
        known = (phases == kind) & np.isfinite(counted)
        if known.any():
            ratio = _ratio(float(counted[known].sum()), float(volume.p50[known].sum()))
            later[phases[today.stop :] == kind] = np.clip(ratio**PHASE_EXPONENT, 1 / LARGEST, LARGEST)
    return later


def _scaled(volume: Volume, factors: Numbers, narrowed: Numbers) -> Volume:
    """Volume times factors, with ranges narrowed on the normal scale that joins the quantiles."""
    z = narrowed * 1.2815515655446004
    low, high = at_normal(volume, -z), at_normal(volume, z)
    return replace(volume, p10=low * factors, p50=volume.p50 * factors, p90=high * factors, mean=volume.mean * factors)


def _with_actuals(volume: Volume, counted: Numbers) -> Volume:
    known = np.isfinite(counted)
    p10, p50, p90, mean = (
        np.where(known, counted, table) for table in (volume.p10, volume.p50, volume.p90, volume.mean)
    )
    return replace(volume, p10=p10, p50=p50, p90=p90, mean=mean)
