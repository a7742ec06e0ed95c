"""A scenario's roster in the numbers that decide; quick, without predicting the service."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from app.project.version import PlanVersion
from app.workbook.agent_hours import agent_hours
from forecasts.horizon import Horizon
from scheduler.checks import check
from scheduler.cover import Cover, cover
from scheduler.objective import cost, spread
from scheduler.problem import Problem
from scheduler.roster import Roster

HOURS_OF_DAY = 24


@dataclass(frozen=True, eq=False, slots=True)
class Figures:
    """`agent_hours` paid, in all and by contract; `overtime_hours` of them past the weekly threshold; `cost` and of it
    `labour_cost` yuan; `shortage_hours` agent-hours, in all and by hour of the day, 24 numbers; `worst_shortage`
    standard agents short in the interval starting at `worst_start`; `fairness`: most less fewest of the work that is to
    be shared, where that is widest; `violations`: rules broken; `gap` or None; `cover` for the curves.
    """

    scenario: str
    version: PlanVersion
    agent_hours: float
    hours_by_contract: Mapping[str, float]
    overtime_hours: float
    cost: float
    labour_cost: float
    shortage_hours: float
    worst_shortage: float
    worst_start: datetime | None
    shortage_by_hour: tuple[float, ...]
    fairness: int
    violations: int
    gap: float | None
    cover: Cover


def figures(version: PlanVersion) -> Figures:
    """Judge a stored roster by its own problem."""
    problem, roster = version.problem, version.solution.roster
    present, price = cover(problem, roster), cost(problem, roster)
    worst, start = _worst(problem.horizon, present)
    return Figures(
        scenario=version.scenario,
        version=version,
        agent_hours=sum(problem.shifts[cell.shift].paid_minutes for cell in roster) / 60,
        hours_by_contract=_by_contract(problem, roster),
        overtime_hours=sum(agent_hours(problem, roster, a).overtime_minutes for a in problem.agents.values()) / 60,
        cost=price.total,
        labour_cost=price.labour,
        shortage_hours=price.agent_hours_short,
        worst_shortage=worst,
        worst_start=start,
        shortage_by_hour=_by_hour(problem.horizon, present),
        fairness=max((spread(problem, rule, roster.by_agent()) for rule in problem.fairness), default=0),
        violations=len(check(problem, roster)),
        gap=version.solution.gap,
        cover=present,
    )


def _by_contract(problem: Problem, roster: Roster) -> dict[str, float]:
    """Paid hours of each contract, those without any too."""
    hours = dict.fromkeys(sorted({agent.contract for agent in problem.agents.values()}), 0.0)
    for cell in roster:
        hours[problem.agents[cell.agent].contract] += problem.shifts[cell.shift].paid_minutes / 60
    return hours


def _by_hour(horizon: Horizon, present: Cover) -> tuple[float, ...]:
    """Agent-hours short in each hour of the day, all days and skills together."""
    short = np.sum([present.shortage[skill] for skill in present.shortage], axis=0) * horizon.interval_hours
    hours = (np.arange(horizon.intervals) % horizon.intervals_per_day * horizon.interval_hours).astype(int)
    return tuple(np.bincount(hours, weights=np.broadcast_to(short, hours.shape), minlength=HOURS_OF_DAY).tolist())


def _worst(horizon: Horizon, present: Cover) -> tuple[float, datetime | None]:
    """The most standard agents short over all skills, and the start of that interval."""
    short = np.sum([present.shortage[skill] for skill in present.shortage], axis=0)
    if not np.any(short > 0):
        return 0.0, None
    interval = int(np.argmax(short))
    return float(short[interval]), horizon.starts()[interval].astype(datetime)
