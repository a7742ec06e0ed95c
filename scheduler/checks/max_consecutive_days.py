"""The longest run of working days, those just before the horizon included."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days, runs
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each run of working days that is too long, on its first day in the horizon."""
    most = agent.max_consecutive_days
    for works, first, length in runs(problem, days):
        total = length + (agent.carry_in.consecutive_days if first == 0 else 0)
        if works and most is not None and total > most:
            yield Violation("max_consecutive_days", agent.id, first, facts={"days": total, "most": most})
