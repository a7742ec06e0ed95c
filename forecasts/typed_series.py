"""Series with too little history to learn from, whose every day a person typed: only how a day spreads is ours."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np

from forecasts.findings import InputError
from forecasts.forecast import Forecast, Volume
from forecasts.history import DEFAULT_SKILL, Counts, History, SeriesKey
from forecasts.horizon import MINUTES_PER_DAY, Horizon, Numbers
from forecasts.overrides import NORMAL_P90, SPREAD_FROM_NOTHING, Override
from forecasts.phase_calendar import in_force, named_phases, owners, work_in_force
from forecasts.promotion import Promotion
from forecasts.source import Provenance, Source

METHOD = "typed"
TOO_LITTLE = frozenset({"FC01", "FC19", "FC34"})
USUAL_HOURS = (3, 2, 1, 1, 1, 1, 1, 2, 4, 7, 10, 10, 8, 9, 10, 10, 9, 8, 8, 10, 12, 13, 12, 7)
"""Weights of the hours of a shop's day, assumed where no day was counted: quiet nights, busiest at nine at night."""


def series_by_hand(
    history: History, horizon: Horizon, overrides: Sequence[Override], refused: InputError
) -> tuple[SeriesKey, ...]:
    """The series that were `refused` for too little history and are typed throughout; raises `refused` for others."""
    if any(finding.code not in TOO_LITTLE for finding in refused.findings):
        raise refused
    told = [(finding.facts.get("shop"), finding.facts.get("skill")) for finding in refused.findings]
    typed = {SeriesKey("", override.skill or DEFAULT_SKILL) for override in overrides}
    keys = tuple(key for key in history.series if tuple(key) in told) or tuple(sorted(typed - set(history.series)))
    if not keys or not all(_typed_throughout(key, horizon, overrides) for key in keys):
        raise refused
    return keys


def _typed_throughout(key: SeriesKey, horizon: Horizon, overrides: Sequence[Override]) -> bool:
    days = (horizon.start + timedelta(days=number) for number in range(horizon.days))
    return all(any(_types(one, key, day) for one in overrides) for day in days)


def _types(override: Override, key: SeriesKey, day: datetime) -> bool:
    whole = override.start <= day and day + timedelta(days=1) <= override.end
    return whole and override.inquiries is not None and override.concerns(key)


def forecast_by_hand(
    made: Forecast, history: History, promotions: Sequence[Promotion], keys: Sequence[SeriesKey]
) -> Forecast:
    """The forecast with these series, one inquiry a day each until overrides say how many; measured hours where any
    were counted, assumed ones elsewhere.
    """
    series, sources = dict(made.series), dict(made.sources)
    for key in keys:
        counts = history.series.get(key)
        shape = _counted_hours(counts) if counts is not None else None
        hours = np.array(USUAL_HOURS, dtype=float) if shape is None else shape
        series[key] = _volume(hours, made.horizon, promotions, key.skill)
        source = Source.ASSUMED if shape is None else Source.MEASURED
        sources[key] = (Provenance("profile", source), Provenance("spread", Source.ASSUMED))
    return Forecast(made.horizon, series, " + ".join(filter(None, (made.method, METHOD))), sources)


def _counted_hours(counts: Counts) -> Numbers | None:
    """Inquiries counted in each hour of the clock, None without any."""
    hours = (counts.starts.astype("datetime64[h]").astype(np.int64)) % 24
    sums = np.bincount(hours, weights=np.nan_to_num(counts.inquiries), minlength=24).astype(np.float64)
    return sums if sums.sum() > 0 else None


def _volume(hours: Numbers, horizon: Horizon, promotions: Sequence[Promotion], skill: str) -> Volume:
    per_hour = MINUTES_PER_DAY // 24 // horizon.interval_minutes
    middle = np.tile(np.repeat(hours / hours.sum() / per_hour, per_hour), horizon.days)
    low, high = np.exp(-NORMAL_P90 * SPREAD_FROM_NOTHING), np.exp(NORMAL_P90 * SPREAD_FROM_NOTHING)
    phases = named_phases(promotions)
    numbers = in_force(owners(phases, horizon.first_day, horizon.days), horizon.interval_minutes)
    kinds = tuple(phases[number].phase.kind if number >= 0 else "" for number in numbers)
    work = work_in_force(phases, numbers, skill)
    return Volume(middle * low, middle, middle * high, middle.copy(), kinds, work=work)
