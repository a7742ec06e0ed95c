"""A contract's most paid minutes in the horizon."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days, paid_minutes
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """The horizon's paid minutes when they are too many."""
    worked = sum(paid_minutes(problem, cell) for cell in days.values())
    if agent.max_minutes is not None and worked > agent.max_minutes:
        yield Violation("max_minutes", agent.id, facts={"minutes": worked, "most": agent.max_minutes})
