"""Some shifts may not follow others on the next day."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each day followed by a shift that may not follow; the violation stands on the first of the two days."""
    for day, cell in days.items():
        following = days.get(day + 1)
        if following and (cell.shift, following.shift) in problem.forbidden_successions:
            facts = {"shift": cell.shift, "next": following.shift}
            yield Violation("forbidden_successions", agent.id, day, facts=facts)
