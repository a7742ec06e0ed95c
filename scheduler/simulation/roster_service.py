"""The service that a roster gives, played through: breaks, shift ends, and work that may wait beside the chats."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from forecasts.forecast import Forecast
from forecasts.horizon import Horizon, Numbers
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.simulation.engine import simulate_windows
from scheduler.simulation.roster_windows import roster_windows
from scheduler.simulation.service import SimulatedService
from scheduler.simulation.trials import Trials
from scheduler.simulation.waiting_work import put_aside
from scheduler.simulation.window import AgentWindow
from scheduler.staffing.checked import checked_volumes
from scheduler.staffing.deferrable import deferrable_work, done_in_time, worked_off
from scheduler.staffing.engine import chatting_of
from scheduler.staffing.goals import Goals


@dataclass(frozen=True, slots=True)
class WorkThatWaited:
    """Agent-hours of work that may wait: that came, and that the roster does within its time."""

    came: float
    in_time: float


@dataclass(frozen=True, eq=False, slots=True)
class RosterService:
    """By skill: the simulated service, and what became of work that may wait where there is any."""

    service: Mapping[str, SimulatedService]
    waited: Mapping[str, WorkThatWaited]


def simulate_roster(
    problem: Problem,
    roster: Roster,
    forecast: Forecast,
    goals: Mapping[str, Goals],
    trials: Trials | None = None,
) -> RosterService:
    """Play a roster through; problem and forecast have the same horizon. Work that may wait is done, oldest first, by
    those whom the chats do not need as `staff` sees it. Raises InputError as `simulate` does.
    """
    windows, volumes = roster_windows(problem, roster, goals), checked_volumes(forecast, goals)
    horizon, waited = forecast.horizon, dict[str, WorkThatWaited]()
    for skill, needed in chatting_of(forecast, goals).items():
        work, wait = deferrable_work(horizon, volumes[skill], goals[skill])
        done = worked_off(work, needed, present(windows.get(skill, []), horizon))
        windows[skill] = put_aside(windows.get(skill, []), done, horizon.interval_minutes * 60.0).windows
        hours = horizon.interval_hours
        waited[skill] = WorkThatWaited(float(work.sum()) * hours, done_in_time(done, work, wait) * hours)
    return RosterService(simulate_windows(forecast, windows, goals, trials), waited)


def present(windows: Sequence[AgentWindow], horizon: Horizon) -> Numbers:
    """Standard agents at work through the whole of each interval, shape (intervals,)."""
    seconds = horizon.interval_minutes * 60.0
    starts = np.arange(horizon.intervals) * seconds
    there = np.zeros(horizon.intervals)
    for window in windows:
        there += window.productivity * ((window.start <= starts) & (window.end >= starts + seconds))
    return there
