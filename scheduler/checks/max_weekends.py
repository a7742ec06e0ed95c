"""The most weekends with a shift; a weekend is a Saturday with the Sunday after it."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """The number of weekends worked when it is too large."""
    worked = {weekend(problem, day) for day in days} - {None}
    if agent.max_weekends is not None and len(worked) > agent.max_weekends:
        facts = {"weekends": len(worked), "most": agent.max_weekends}
        yield Violation("max_weekends", agent.id, facts=facts)


def weekend(problem: Problem, day: int) -> int | None:
    """The Saturday of the weekend a day belongs to (-1 when the horizon begins on a Sunday); None on other days."""
    weekday = problem.horizon.weekday(day)
    return day - (weekday - 5) if weekday >= 5 else None
