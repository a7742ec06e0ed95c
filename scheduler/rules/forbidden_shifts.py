"""Shifts that an agent may not work on some days: protected agents, new ones, wishes that are promises."""

from scheduler.agent import Agent
from scheduler.problem import Problem


def forbids(problem: Problem, agent: Agent, day: int, shift: str) -> bool:
    """Whether the agent may not work this shift on this day."""
    worked = problem.shifts[shift]
    return any(limit.holds_on(day) and worked.carries(limit.shift) for limit in agent.forbidden_shifts)
