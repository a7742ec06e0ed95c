"""The most paid minutes in a day: shifts that pay more are not the agent's."""

from scheduler.agent import Agent
from scheduler.problem import Problem


def forbids(problem: Problem, agent: Agent, day: int, shift: str) -> bool:
    """Whether the agent may not work this shift on this day."""
    del day
    most = agent.max_minutes_per_day
    return most is not None and problem.shifts[shift].paid_minutes > most
