"""What was fixed beforehand stays."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each lock that the roster does not keep."""
    del problem
    for lock in agent.locks:
        actual = days[lock.day].shift if lock.day in days else None
        if actual != lock.shift:
            yield Violation("locks", agent.id, lock.day, facts={"locked": lock.shift, "shift": actual})
