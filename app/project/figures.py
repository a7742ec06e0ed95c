"""A scenario's roster in the numbers that decide; quick, without predicting the service."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from app.project.version import PlanVersion
from forecasts.horizon import Horizon
from scheduler.cover import Cover, cover
from scheduler.objective import cost


@dataclass(frozen=True, eq=False, slots=True)
class Figures:
    """`agent_hours` paid; `cost` and of it `labour_cost` yuan; `shortage_hours` agent-hours; `worst_shortage` standard
    agents short in the interval starting at `worst_start`; `gap` or None; `cover` for the curves.
    """

    scenario: str
    version: PlanVersion
    agent_hours: float
    cost: float
    labour_cost: float
    shortage_hours: float
    worst_shortage: float
    worst_start: datetime | None
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
        cost=price.total,
        labour_cost=price.labour,
        shortage_hours=price.agent_hours_short,
        worst_shortage=worst,
        worst_start=start,
        gap=version.solution.gap,
        cover=present,
    )


def _worst(horizon: Horizon, present: Cover) -> tuple[float, datetime | None]:
    """The most standard agents short over all skills, and the start of that interval."""
    short = np.sum([present.shortage[skill] for skill in present.shortage], axis=0)
    if not np.any(short > 0):
        return 0.0, None
    interval = int(np.argmax(short))
    return float(short[interval]), horizon.starts()[interval].astype(datetime)
