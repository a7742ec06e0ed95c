"""Nobody works while absent."""

from forecasts.horizon import MINUTES_PER_DAY
from scheduler.agent import Absence, Agent
from scheduler.problem import Problem


def forbids(problem: Problem, agent: Agent, day: int, shift: str) -> bool:
    """Whether the agent may not work this shift on this day."""
    start = day * MINUTES_PER_DAY + problem.shifts[shift].start
    end = start + problem.shifts[shift].minutes
    return any(_collides(absence, day, start, end) for absence in agent.absences)


def _collides(absence: Absence, day: int, start: int, end: int) -> bool:
    if absence.start is None or absence.end is None:
        return absence.day == day
    return max(start, absence.start) < min(end, absence.end)
