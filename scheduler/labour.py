"""What an agent's paid hours cost: overtime past a week's limit, multiplied days; the larger multiplier counts."""

from collections.abc import Iterable

from scheduler.agent import Agent
from scheduler.problem import Problem
from scheduler.roster import Assignment


def labour_cost(problem: Problem, agent: Agent, cells: Iterable[Assignment]) -> float:
    """Yuan for one agent's assignments, given in order of days."""
    limit = agent.overtime.after_minutes_per_week if agent.overtime else None
    carried = agent.carry_in.week_minutes if problem.first_week_began_before else 0
    worked = {problem.horizon.week(0): carried}
    cost = 0.0
    for cell in cells:
        week, minutes = problem.horizon.week(cell.day), problem.shifts[cell.shift].paid_minutes
        before = worked.get(week, 0)
        worked[week] = before + minutes
        extra = 0 if limit is None else min(minutes, max(0, before + minutes - limit))
        day = problem.pay_multipliers.get(cell.day, 1.0)
        cost += (minutes * day + extra * overtime_premium(problem, agent, cell.day)) / 60 * agent.hourly_cost
    return cost


def overtime_premium(problem: Problem, agent: Agent, day: int) -> float:
    """What an overtime minute of a day costs more than an ordinary one, in the agent's ordinary rate."""
    pay = problem.pay_multipliers.get(day, 1.0)
    return max(pay, agent.overtime.multiplier) - pay if agent.overtime else 0.0
