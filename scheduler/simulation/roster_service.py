"""The service that a roster gives, played through: breaks, shift ends, and work that may wait beside the chats."""

from collections.abc import Mapping
from dataclasses import dataclass

from forecasts.forecast import Forecast
from forecasts.horizon import Numbers
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.simulation.engine import simulate_windows
from scheduler.simulation.roster_windows import roster_windows
from scheduler.simulation.service import SimulatedService
from scheduler.simulation.trials import Trials
from scheduler.simulation.waiting_work import Chatting, put_aside
from scheduler.staffing.goals import Goals


@dataclass(frozen=True, eq=False, slots=True)
class RosterService:
    """By skill: the simulated service, and of the work that may wait the agent-hours wanted and those given."""

    service: Mapping[str, SimulatedService]
    hours_wanted: Mapping[str, float]
    hours_given: Mapping[str, float]


def simulate_roster(
    problem: Problem,
    roster: Roster,
    forecast: Forecast,
    goals: Mapping[str, Goals],
    waiting: Mapping[str, Numbers],
    trials: Trials | None = None,
) -> RosterService:
    """Play a roster through; problem and forecast have the same horizon. `waiting`: skill to standard agents to put on
    work that may wait, shape (intervals,), as `engine.deferrable_of` finds them. Raises InputError as `simulate` does.
    """
    windows = roster_windows(problem, roster, goals)
    seconds, hours = forecast.horizon.interval_minutes * 60.0, forecast.horizon.interval_hours
    aside: dict[str, Chatting] = {
        skill: put_aside(windows[skill], wanted, seconds) for skill, wanted in waiting.items() if skill in windows
    }
    chatting = windows | {skill: part.windows for skill, part in aside.items()}
    return RosterService(
        service=simulate_windows(forecast, chatting, goals, trials),
        hours_wanted={skill: float(waiting[skill].sum()) * hours for skill in aside},
        hours_given={skill: float(part.waiting.sum()) * hours for skill, part in aside.items()},
    )
