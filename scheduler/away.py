"""Whole days that an agent is away."""

from forecasts.horizon import MINUTES_PER_DAY
from scheduler.agent import Agent
from scheduler.problem import Problem


def days_absent(problem: Problem, agent: Agent) -> set[int]:
    """Day numbers that an agent is away for whole."""
    away: set[int] = set()
    for absence in agent.absences:
        if absence.day is not None:
            away.add(absence.day)
        elif absence.start is not None and absence.end is not None:
            away.update(range(-(-absence.start // MINUTES_PER_DAY), absence.end // MINUTES_PER_DAY))
    return away & set(range(problem.horizon.days))
