"""The most paid minutes in a day: shifts that pay more are not the agent's."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days, paid_minutes
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each day with too many paid minutes."""
    most = agent.max_minutes_per_day
    for day, cell in days.items():
        worked = paid_minutes(problem, cell)
        if most is not None and worked > most:
            yield Violation("max_minutes_per_day", agent.id, day, facts={"minutes": worked, "most": most})
