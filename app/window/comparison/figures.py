"""A scenario's roster in the numbers that decide; quick, without predicting the service."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from app.project.version import PlanVersion
from scheduler.cover import Cover, cover
from scheduler.objective import cost


@dataclass(frozen=True, eq=False, slots=True)
class Figures:
    """`agent_hours` paid; `cost` yuan; `shortage_hours` agent-hours; `worst_shortage` standard agents short in the
    interval starting at `worst_start`; `gap` or None; `cover` for the curves.
    """

    scenario: str
    version: PlanVersion
    agent_hours: float
    cost: float
    shortage_hours: float
    worst_shortage: float
    worst_start: datetime | None
    gap: float | None
    cover: Cover


def figures(version: PlanVersion) -> Figures:
    """Judge a stored roster by its own problem."""
    problem, roster = version.problem, version.solution.roster
    present, price = cover(problem, roster), cost(problem, roster)
    short = np.sum([present.shortage[skill] for skill in present.shortage], axis=0)
    worst = int(np.argmax(short)) if np.size(short) else 0
    any_short = bool(np.size(short)) and float(short[worst]) > 0
    return Figures(
        scenario=version.scenario,
        version=version,
        agent_hours=sum(problem.shifts[cell.shift].paid_minutes for cell in roster) / 60,
        cost=price.total,
        shortage_hours=price.agent_hours_short,
        worst_shortage=float(short[worst]) if any_short else 0.0,
        worst_start=problem.horizon.starts()[worst].astype(object) if any_short else None,
        gap=version.solution.gap,
        cover=present,
    )
