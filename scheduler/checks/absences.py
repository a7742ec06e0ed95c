"""Nobody works while absent."""

from collections.abc import Iterator

from scheduler.agent import Absence, Agent
from scheduler.checks.agent_days import Days, span
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each assignment that starts on an absent day or overlaps an absent span."""
    for absence in agent.absences:
        for day, cell in days.items():
            if hits(absence, *span(problem, cell), day):
                yield Violation("absences", agent.id, day, facts={"shift": cell.shift})


def hits(absence: Absence, start: int, end: int, day: int) -> bool:
    """Whether a shift over [start, end) on a day collides with an absence."""
    if absence.start is None or absence.end is None:
        return day == absence.day
    return start < absence.end and absence.start < end
