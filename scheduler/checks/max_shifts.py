"""The most shifts of a kind, by id or by tag, in the horizon."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each kind of shift worked too often."""
    for key, most in agent.max_shifts.items():
        count = sum(problem.shifts[cell.shift].carries(key) for cell in days.values())
        if count > most:
            yield Violation("max_shifts", agent.id, facts={"kind": key, "count": count, "most": most})
