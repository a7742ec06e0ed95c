"""The most paid minutes in each week or part of one, those before the horizon included."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days, paid_minutes, weeks
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each week with too many paid minutes."""
    most = agent.max_minutes_per_week
    for week, cells, carries in weeks(problem, days):
        carried = agent.carry_in.week_minutes if carries else 0
        worked = sum(paid_minutes(problem, cell) for cell in cells) + carried
        if most is not None and worked > most:
            yield Violation("max_minutes_per_week", agent.id, week[0], facts={"minutes": worked, "most": most})
