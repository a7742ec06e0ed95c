"""Shifts that an agent may not work on some days: protected agents, new ones, wishes that are promises."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each assignment to such a shift, once for each limit it breaks."""
    for day, cell in days.items():
        for limit in agent.forbidden_shifts:
            if limit.holds_on(day) and problem.shifts[cell.shift].carries(limit.shift):
                facts = {"shift": cell.shift, "kind": limit.shift}
                yield Violation("forbidden_shifts", agent.id, day, facts=facts)
