"""Methods to compare with: the classics of planning, and statsforecast's where it is installed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import find_spec

import numpy as np

from forecasts.by_hand import same_weekdays_mean
from forecasts.cleaning import clean
from forecasts.day_matrix import DayMatrix
from forecasts.history import DEFAULT_SKILL, Counts, SeriesKey
from forecasts.horizon import Numbers
from forecasts.profiles import best_shape, learnable, weekday_profiles

OTHERS = ("AutoETS", "Theta", "MSTL")
WEEKS_OF_INTERVALS = 12
"""MSTL sees this much of the intervals: more makes it slower, not better."""


@dataclass(frozen=True, eq=False)
class Known:
    """The days before an origin as `matrix` (closed = 0, missing = NaN) and as `counts`, and how many days to say."""

    matrix: DayMatrix
    counts: Counts
    days: int


def mean_of_four(known: Known) -> Numbers:
    """Mean of the last four recorded days of the weekday, interval by interval."""
    return same_weekdays_mean(known.matrix, 1 + np.arange(known.days))


def seasonal_naive(known: Known) -> Numbers:
    """The last recorded day of the weekday."""
    return same_weekdays_mean(known.matrix, 1 + np.arange(known.days), 1)


@cache
def other_methods() -> Mapping[str, Callable[[Known], Numbers]]:
    """statsforecast's methods by name; empty where it is not installed."""
    if find_spec("statsforecast") is None:
        return {}
    return {"AutoETS": partial(_daily, "AutoETS"), "Theta": partial(_daily, "Theta"), "MSTL": _mstl}


def _daily(name: str, known: Known) -> Numbers:
    """A model of daily totals with a week's season, spread by the weekday profile."""
    from statsforecast import models

    minutes = known.matrix.interval_minutes
    cleaned = clean(SeriesKey("", DEFAULT_SKILL), known.counts, minutes, minutes)
    lead = known.matrix.days - cleaned.matrix.days
    totals = _filled(np.where(cleaned.ordinary, cleaned.totals, np.nan))
    model = getattr(models, name)(season_length=7)
    ahead = model.forecast(y=totals, h=known.days + lead)["mean"][lead:]
    usable, past_weekdays = learnable(cleaned.matrix, cleaned.ordinary), cleaned.matrix.weekdays()
    profiles = weekday_profiles(usable, past_weekdays, best_shape(usable, past_weekdays))
    weekdays = (known.matrix.first_day.weekday() + known.matrix.days + np.arange(known.days)) % 7
    return np.asarray(np.maximum(ahead, 0.0)[:, None] * profiles[weekdays])


def _mstl(known: Known) -> Numbers:
    """MSTL with the seasons day and week on the intervals, exponential smoothing for the trend."""
    from statsforecast import models

    per_day = known.matrix.counts.shape[1]
    recent = _filled_days(known.matrix.counts)[-7 * WEEKS_OF_INTERVALS :]
    model = models.MSTL(season_length=[per_day, 7 * per_day], trend_forecaster=models.AutoETS(model="ZZN"))
    ahead = model.forecast(y=recent.ravel(), h=known.days * per_day)["mean"]
    return np.asarray(np.maximum(ahead, 0.0).reshape(known.days, per_day))


def _filled(totals: Numbers) -> Numbers:
    """Missing totals taken from the week before, or from the mean: these methods do not know missing days."""
    return _filled_days(totals[:, None])[:, 0]


def _filled_days(table: Numbers) -> Numbers:
    filled = table.copy()
    for day in range(len(filled)):
        before = filled[day - 7] if day >= 7 else _mean(table[day::7])
        filled[day] = np.where(np.isnan(filled[day]), before, filled[day])
    return filled


def _mean(rows: Numbers) -> Numbers:
    """Mean of the numbers of each column, 0 without any."""
    return np.asarray(np.nansum(rows, axis=0) / np.maximum(np.isfinite(rows).sum(axis=0), 1))
