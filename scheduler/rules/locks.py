"""What was fixed beforehand stays."""

from scheduler.agent import Agent
from scheduler.problem import Problem
from scheduler.rules.agent_model import AgentModel


def forbids(problem: Problem, agent: Agent, day: int, shift: str) -> bool:
    """Whether the day is locked to something else."""
    del problem
    return any(lock.day == day and lock.shift != shift for lock in agent.locks)


def post(model: AgentModel) -> None:
    """A locked shift is worked; when it may not be, nothing can satisfy the lock."""
    for lock in model.agent.locks:
        if lock.shift is not None:
            model.require(model.works[lock.day] == 1, "locks", lock.day)
