"""The most working days in each week or part of one, those before the horizon included."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days, weeks
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each week with too many working days."""
    most = agent.max_days_per_week
    for week, cells, carries in weeks(problem, days):
        worked = len(cells) + (agent.carry_in.week_days if carries else 0)
        if most is not None and worked > most:
            yield Violation("max_days_per_week", agent.id, week[0], facts={"days": worked, "most": most})
