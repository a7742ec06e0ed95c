"""All series forecast anew in the middle of a day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np

from forecasts.engine import known_before
from forecasts.forecast import Forecast
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.intraday import Teaching, Update, reforecast, teaching
from forecasts.outlook import Outlook
from forecasts.phase_calendar import named_phases
from forecasts.promotion import Promotion
from forecasts.series_plan import NOTHING_TOLD, plan_series


def updated(
    made: Forecast,
    history: History,
    actuals: History,
    now: datetime,
    promotions: Sequence[Promotion] = (),
    told: Outlook = NOTHING_TOLD,
) -> tuple[Forecast, Mapping[SeriesKey, Update]]:
    """The forecast as of `now`, with `actuals` counted since the horizon began, and what changed in each series.

    `history`, `promotions` and what was `told` are those the forecast was made from: how far a surprise goes on is
    learnt there. Counts of `actuals` finer than the forecast's intervals are added up, coarser ones left out. A series
    without actuals stays. Raises ValueError when `now` is outside the horizon.
    """
    lessons = teachings(history, made.horizon, promotions, told)
    series, changes = dict(made.series), {}
    for key, volume in made:
        counted = at_intervals(actuals.series.get(key), actuals.interval_minutes, made.horizon)
        if len(counted):
            known = lessons.get(key, teaching(()))
            series[key], changes[key] = reforecast(volume, made.horizon, counted, now, known)
    return replace(made, series=series), changes


def teachings(
    history: History, horizon: Horizon, promotions: Sequence[Promotion] = (), told: Outlook = NOTHING_TOLD
) -> Mapping[SeriesKey, Teaching]:
    """Rehearsed days of every series of a history."""
    known, phases = known_before(history, horizon), named_phases(promotions)
    plans = [
        plan_series(key, counts, known.interval_minutes, horizon, phases, told) for key, counts in known if len(counts)
    ]
    return {plan.key: teaching(plan.days.rehearsed) for plan in plans}


def at_intervals(counts: Counts | None, interval_minutes: int, horizon: Horizon) -> Counts:
    """Counts at the horizon's interval; an interval that lacks a part is missing."""
    empty = Counts(np.zeros(0, dtype="datetime64[m]"), np.zeros(0))
    if counts is None or not len(counts) or horizon.interval_minutes % interval_minutes:
        return empty
    minutes = counts.starts.astype("datetime64[m]").astype(np.int64) // horizon.interval_minutes
    wholes, where, parts = np.unique(minutes * horizon.interval_minutes, return_inverse=True, return_counts=True)
    complete = parts == horizon.interval_minutes // interval_minutes
    sums = np.bincount(where, weights=counts.inquiries)
    return Counts(wholes[complete].astype("datetime64[m]"), sums[complete])
