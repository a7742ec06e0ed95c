"""No break while the load is at its steepest, such as the first half hour of a promotion's phase."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.break_patterns import touched_spans
from scheduler.checks.agent_days import Days
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each assignment with a break in such a time."""
    for day, cell in days.items():
        if touched_spans(problem, day, problem.shifts[cell.shift], cell.breaks):
            yield Violation("no_break", agent.id, day, facts={"shift": cell.shift})
