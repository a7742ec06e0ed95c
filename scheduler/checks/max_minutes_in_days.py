"""The most paid minutes in given stretches of days, such as a calendar month or a settled span."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days, paid_minutes
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each stretch with too many paid minutes, on its first day."""
    for limit in agent.max_minutes_in_days:
        worked = sum(paid_minutes(problem, cell) for day, cell in days.items() if limit.first <= day <= limit.last)
        if worked > limit.minutes:
            length = limit.last - limit.first + 1
            facts = {"minutes": worked, "most": limit.minutes, "days": length, "kind": limit.name}
            yield Violation("max_minutes_in_days", agent.id, limit.first, facts=facts)
