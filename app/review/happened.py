"""What happened, on the clock grid of the plan: inquiries counted and agents who came."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from forecasts.forecast import Forecast, Volume
from forecasts.history import History, SeriesKey
from forecasts.horizon import Horizon, Numbers
from forecasts.intraday_update import at_intervals
from scheduler.attendance import Adherence, AttendedDay, adherence
from scheduler.problem import Problem
from scheduler.roster import Roster


@dataclass(frozen=True, eq=False, slots=True)
class Happened:
    """`counted`: series to inquiries per interval of the horizon, NaN where nothing was counted. `kept`: the roster
    without the assignments whose agents stayed away; the roster itself where attendance says nothing of a day.
    """

    counted: Mapping[SeriesKey, Numbers]
    kept: Roster
    adherence: tuple[Adherence, ...]

    @property
    def known(self) -> bool:
        """Whether anything was counted inside the horizon."""
        return any(np.isfinite(counts).any() for counts in self.counted.values())


def happened(
    expected: Forecast, problem: Problem, roster: Roster, counted: History, came: Iterable[AttendedDay]
) -> Happened:
    """What counts and attendance say of the plan. Counts finer than the plan's interval are added up, an interval that
    lacks a part is missing; coarser ones cannot be split and stay away.
    """
    horizon = expected.horizon
    inside = [day for day in came if horizon.first_day <= day.day < horizon.day(horizon.days)]
    planned = {
        (cell.agent, horizon.day(cell.day)): problem.shifts[cell.shift].paid_minutes
        for cell in roster
        if cell.shift in problem.shifts
    }
    kept_rosters = adherence(planned, inside)
    away = {(one.agent, horizon.day_number(day)) for one in kept_rosters for day in one.stayed_away}
    kept = Roster({key: cell for key, cell in roster.cells.items() if key not in away})
    pooled = counted.pooled()
    return Happened({key: _on_grid(pooled, key, horizon) for key, _volume in expected}, kept, kept_rosters)


def _on_grid(counted: History, key: SeriesKey, horizon: Horizon) -> Numbers:
    found = np.full(horizon.intervals, np.nan)
    counts = at_intervals(counted.series.get(key), counted.interval_minutes, horizon)
    places = (counts.starts - np.datetime64(horizon.start, "m")).astype(np.int64) // horizon.interval_minutes
    inside = (places >= 0) & (places < horizon.intervals)
    found[places[inside]] = counts.inquiries[inside]
    return found


def as_forecast(expected: Forecast, counted: Mapping[SeriesKey, Numbers]) -> Forecast:
    """What came as a forecast certain of itself; where nothing was counted, what was expected."""
    return replace(expected, series={key: _certain(volume, counted[key]) for key, volume in expected})


def _certain(volume: Volume, counted: Numbers) -> Volume:
    came = np.where(np.isfinite(counted), counted, volume.p50)
    return replace(volume, p10=came, p50=came, p90=came, mean=came)
