"""The shortest run of days off; one that touches the horizon's edge may be shorter."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days, runs, touches_edge
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each run of days off that is too short, on its first day."""
    least = agent.min_consecutive_days_off
    for works, first, length in runs(problem, days):
        if not works and least is not None and length < least and not touches_edge(problem, first, length):
            yield Violation("min_consecutive_days_off", agent.id, first, facts={"days": length, "least": least})
