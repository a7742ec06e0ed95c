"""Rolling-origin backtest: every method, and the product's own choice, on stretches of the past it had not seen."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

import numpy as np

from forecasts.accuracy import Accuracy, accuracy
from forecasts.by_hand import BY_HAND, by_hand_rehearsed, same_weekdays_mean
from forecasts.cleaning import Cleaned, clean, promotion_days
from forecasts.day_matrix import DayMatrix, Flags
from forecasts.engine import forecast
from forecasts.findings import Finding, InputError, refuse_if_any
from forecasts.forecast import Forecast
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon, Numbers
from forecasts.methods import METHODS
from forecasts.ordinary import rehearsed_days
from forecasts.outlook import Outlook
from forecasts.past import Leads
from forecasts.phase_calendar import named_phases
from forecasts.profiles import best_shape, learnable, weekday_profiles
from forecasts.promotion import Phase, Promotion, promotion_findings
from forecasts.ranges import Rehearsed, ranges
from forecasts.rehearsal import Rehearsal, rehearse
from forecasts.series_plan import NOTHING_TOLD

CHOICE = "choice"
"""The row of the forecast that the product itself would have made."""
LEAST_BEFORE = 14
"""Days of history before the first origin."""


@dataclass(frozen=True, slots=True)
class BacktestRow:
    """A method on the ordinary or the promotion days: errors per interval and per day; of one `week` ahead (from 1), or
    of all weeks together.
    """

    method: str
    days: str
    by_interval: Accuracy
    by_day: Accuracy
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Backtest:
    """The table: the product's choice first, what a spreadsheet says, then every method; `first_days` of the origins,
    `days` ahead each. `by_week` holds the same rows for each week ahead.
    """

    rows: tuple[BacktestRow, ...]
    first_days: tuple[date, ...]
    days: int
    by_week: tuple[BacktestRow, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class _Said:
    """What one method said for the days after one origin of one series, (days, intervals per day) and (days,)."""

    method: str
    actual: Numbers
    promoted: Flags
    p50: Numbers
    p10: Numbers | None = None
    p90: Numbers | None = None

    def only(self, promoted: bool, week: int | None) -> "_Said":
        """The ordinary or the promotion days, of one week ahead (from 1) or of all."""
        days = self.promoted == promoted
        if week is not None:
            days = days & (np.arange(len(days)) // 7 + 1 == week)
        low, high = (None if p is None else p[days] for p in (self.p10, self.p90))
        return _Said(self.method, self.actual[days], self.promoted[days], self.p50[days], low, high)


def backtest(
    history: History,
    days: int,
    origins: int,
    promotions: Sequence[Promotion] = (),
    progress: Callable[[int], object] | None = None,
    *,
    told: Outlook = NOTHING_TOLD,
) -> Backtest:
    """Forecast `days` days from each of `origins` days spread over the history's end, seeing only what was before.

    Days the cleaning holds for missing are not compared. Promotions are known ahead, as they are in life; what people
    typed in them counts. So are the drivers and broadcasts `told`: the choice sees drivers as they came, the best a
    plan can be. Overrides and actuals are left aside.
    Raises `InputError` (FC22) when the history is too short for one origin.
    """
    refuse_if_any(promotion_findings(promotions))
    phases = [named.phase for named in named_phases(promotions)]
    minutes = history.interval_minutes
    whole = {
        key: clean(key, counts, minutes, minutes, kept=told.kept, calendar=told.calendar) for key, counts in history
    }
    firsts = _first_days(list(whole.values()), days, origins)
    said: list[_Said] = []
    used: list[date] = []
    for done, first in enumerate(firsts, 1):
        horizon = Horizon(first, days, min(history.interval_minutes, 60))
        with suppress(InputError):  # an origin whose past is too short is left out
            said += list(_origin(history, whole, horizon, partial(_made, horizon, promotions, told), phases))
            used.append(first)
        if progress is not None:
            progress(done)
    if not used:
        raise _too_short(days)
    weeks = [row for week in range(1, -(-days // 7) + 1) for row in _rows(said, week)]
    return Backtest(tuple(_rows(said)), tuple(used), days, tuple(weeks))


def _made(horizon: Horizon, promotions: Sequence[Promotion], told: Outlook, past: History) -> Forecast:
    """The forecast the product would have made."""
    return forecast(
        past,
        horizon,
        promotions,
        drivers=told.drivers,
        broadcasts=told.broadcasts,
        calendar=told.calendar,
        kept=told.kept,
    )[0]


def _too_short(days: int) -> InputError:
    return InputError([Finding("FC22", facts={"days": days, "needed": days + LEAST_BEFORE})])


def _first_days(series: Sequence[Cleaned], days: int, origins: int) -> tuple[date, ...]:
    begin = max(cleaned.matrix.first_day for cleaned in series) + timedelta(days=LEAST_BEFORE)
    latest = min(cleaned.matrix.last_day for cleaned in series) - timedelta(days=days - 1)
    room = (latest - begin).days
    if room < 0 or origins < 1:
        raise _too_short(days)
    step = min(days, room // (origins - 1)) if origins > 1 else 0
    number = origins if step else 1
    return tuple(latest - timedelta(days=step * back) for back in reversed(range(number)))


def _origin(
    history: History,
    whole: dict[SeriesKey, Cleaned],
    horizon: Horizon,
    forecaster: Callable[[History], Forecast],
    phases: Sequence[Phase],
) -> Iterator[_Said]:
    before = np.datetime64(horizon.start, "m")
    cut = {key: counts.between(counts.starts.min(), before) for key, counts in history}
    made = forecaster(History(history.interval_minutes, cut))
    for key, counts in cut.items():
        actual = _days_of(whole[key].matrix, horizon)
        promoted = promotion_days(DayMatrix(horizon.first_day, history.interval_minutes, actual), phases)
        volume = made.series[key]
        p10, p50, p90 = (p.reshape(*actual.shape, -1).sum(axis=2) for p in (volume.p10, volume.p50, volume.p90))
        yield _Said(CHOICE, actual, promoted, p50, p10, p90)
        for name, low, middle, high in _methods(key, counts, history.interval_minutes, horizon, phases):
            yield _Said(name, actual, promoted, middle, low, high)


def _days_of(matrix: DayMatrix, horizon: Horizon) -> Numbers:
    first = (horizon.first_day - matrix.first_day).days
    return matrix.counts[first : first + horizon.days]


def _methods(
    key: SeriesKey, counts: Counts, minutes: int, horizon: Horizon, phases: Sequence[Phase]
) -> Iterator[tuple[str, Numbers, Numbers, Numbers]]:
    """A spreadsheet's mean and every method of the pool alone, blind to promotions: name, P10, P50 and P90, each range
    from the method's own rehearsals as the product's is from the blend's.
    """
    cleaned = clean(key, counts, minutes, minutes, phases)
    past = cleaned.past()
    leads = (horizon.first_day - cleaned.matrix.last_day).days + np.arange(horizon.days)
    usable, weekdays = learnable(cleaned.matrix, cleaned.ordinary), cleaned.matrix.weekdays()
    shape = best_shape(usable, weekdays)
    profiles = weekday_profiles(usable, weekdays, shape)
    rehearsals = rehearse(past, leads, METHODS)
    own = by_hand_rehearsed(cleaned.fine, usable, rehearsals)
    yield BY_HAND, *_with_range(same_weekdays_mean(cleaned.fine, leads), leads, own, minutes)
    for number, (name, method) in enumerate(METHODS.items()):
        alone = rehearsed_days(cleaned, rehearsals, partial(_of_method, number), shape)
        said = method(past, leads)[:, None] * profiles[past.weekday(leads)]
        yield name, *_with_range(said, leads, alone, minutes)


def _with_range(
    said: Numbers, leads: Leads, rehearsed: tuple[Rehearsed, ...], minutes: int
) -> tuple[Numbers, Numbers, Numbers]:
    """P10, P50 and P90 of what was said for days ahead."""
    down, up = ranges(rehearsed, minutes).around(said, np.broadcast_to((leads[:, None] - 1) // 7, said.shape))
    return np.maximum(said - down, 0.0), said, said + up


def _of_method(number: int, rehearsal: Rehearsal) -> Numbers:
    return np.asarray(rehearsal.totals[number])


def _rows(said: Sequence[_Said], week: int | None = None) -> Iterator[BacktestRow]:
    for days, promoted in (("ordinary", False), ("promotion", True)):
        if not any(one.only(promoted, week).promoted.size for one in said):
            continue
        for method in (CHOICE, BY_HAND, *METHODS):
            parts = [one.only(promoted, week) for one in said if one.method == method]
            yield BacktestRow(method, days, _by_interval(parts), _by_day(parts), week)


def _by_interval(parts: Sequence[_Said]) -> Accuracy:
    actual, p50 = _joined(part.actual for part in parts), _joined(part.p50 for part in parts)
    lows = [part.p10 for part in parts if part.p10 is not None]
    highs = [part.p90 for part in parts if part.p90 is not None]
    if not lows:
        return accuracy(actual, p50)
    return accuracy(actual, p50, _joined(lows), _joined(highs))


def _by_day(parts: Sequence[_Said]) -> Accuracy:
    """Errors of whole days; quantiles of intervals must not be added, so there are none."""
    return accuracy(_joined(p.actual.sum(axis=1) for p in parts), _joined(p.p50.sum(axis=1) for p in parts))


def _joined(tables: Iterable[Numbers]) -> Numbers:
    return np.concatenate([table.ravel() for table in tables])
