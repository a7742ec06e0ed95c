"""What was fixed beforehand stays, breaks too where they were."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each lock that the roster does not keep."""
    del problem
    for lock in agent.locks:
        cell = days.get(lock.day)
        actual = None if cell is None else cell.shift
        if actual != lock.shift:
            yield Violation("locks", agent.id, lock.day, facts={"locked": lock.shift, "shift": actual})
        elif cell is not None and lock.breaks not in (None, cell.breaks):
            facts = {"locked": lock.shift, "shift": actual, "why": "breaks"}
            yield Violation("locks", agent.id, lock.day, facts=facts)
