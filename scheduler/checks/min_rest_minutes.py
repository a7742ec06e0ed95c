"""The least rest from the end of a shift to the start of the next, the last before the horizon included."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days, span
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each shift that starts too soon after the one before it."""
    least, last_end = agent.min_rest_minutes, agent.carry_in.last_shift_end
    for day, cell in days.items():
        start, end = span(problem, cell)
        if least is not None and last_end is not None and start - last_end < least:
            facts = {"minutes": start - last_end, "least": least}
            yield Violation("min_rest_minutes", agent.id, day, facts=facts)
        last_end = end
