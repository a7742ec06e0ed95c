"""Who is on duty without those who should be there: no lead in the room, a new hire alone.

On duty is from the first to the last minute of a shift, breaks included: a lead at lunch is still to be found.
"""

import numpy as np

from forecasts.horizon import Numbers
from scheduler.agent import Agent
from scheduler.problem import Companion, Problem
from scheduler.roster import Roster


def duty_intervals(problem: Problem, day: int, shift: str) -> range:
    """Intervals of the horizon that a shift on a day touches."""
    horizon, worked = problem.horizon, problem.shifts[shift]
    midnight, step = day * horizon.intervals_per_day, horizon.interval_minutes
    return range(midnight + worked.start // step, min(midnight - (-worked.end // step), horizon.intervals))


def accompanies(rule: Companion, agent: Agent) -> bool:
    """Whether the agent is one of those who must be there."""
    return rule.companion in agent.tags


def needs_company(rule: Companion, agent: Agent) -> bool:
    """Whether the agent may not be there without them."""
    return rule.of is None or rule.of in agent.tags


def duty(problem: Problem, rule: Companion, roster: Roster) -> tuple[Numbers, Numbers]:
    """Heads on duty in each interval: who needs company, and who gives it, shape (intervals,)."""
    need, give = np.zeros(problem.horizon.intervals), np.zeros(problem.horizon.intervals)
    for cell in roster.cells.values():
        agent = problem.agents.get(cell.agent)
        if agent is None or cell.shift not in problem.shifts or not 0 <= cell.day < problem.horizon.days:
            continue
        touched = duty_intervals(problem, cell.day, cell.shift)
        need[touched.start : touched.stop] += needs_company(rule, agent)
        give[touched.start : touched.stop] += accompanies(rule, agent)
    return need, give


def unaccompanied(problem: Problem, rule: Companion, roster: Roster) -> Numbers:
    """1 for each interval in which somebody is on duty without enough company, else 0, shape (intervals,)."""
    need, give = duty(problem, rule, roster)
    alone: Numbers = ((need > 0) & (give < rule.least)).astype(np.float64)
    return alone


def companion_cost(problem: Problem, roster: Roster) -> float:
    """Yuan of the hours without company, of the rules that have a price."""
    hours = problem.horizon.interval_hours
    return sum(
        rule.cost * hours * float(unaccompanied(problem, rule, roster).sum())
        for rule in problem.companions
        if rule.cost is not None
    )
