"""An agent works only shifts among those the agent may work."""

from scheduler.agent import Agent
from scheduler.problem import Problem


def forbids(problem: Problem, agent: Agent, day: int, shift: str) -> bool:
    """Whether the agent may not work this shift on this day."""
    del problem, day
    return not agent.may_work(shift)
