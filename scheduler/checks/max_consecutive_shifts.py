"""The most days in a row with shifts of a kind, such as nights."""

from collections.abc import Iterator
from itertools import groupby

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each row of days with the kind that is too long, on its first day."""
    for key, most in agent.max_consecutive_shifts.items():
        kind = [day in days and problem.shifts[days[day].shift].carries(key) for day in range(problem.horizon.days)]
        first = 0
        for holds, group in groupby(kind):
            length = len(list(group))
            if holds and length > most:
                facts = {"kind": key, "days": length, "most": most}
                yield Violation("max_consecutive_shifts", agent.id, first, facts=facts)
            first += length
