"""What was fixed beforehand stays, breaks too where they were; those are held where breaks are counted."""

from scheduler.agent import Agent
from scheduler.break_patterns import free_patterns
from scheduler.problem import Problem
from scheduler.rules.agent_model import AgentModel


def forbids(problem: Problem, agent: Agent, day: int, shift: str) -> bool:
    """Whether the day is locked to something else, or to breaks that may not lie there."""
    return any(
        lock.shift != shift or (lock.breaks is not None and lock.breaks not in free_patterns(problem, day, shift))
        for lock in agent.locks
        if lock.day == day
    )


def post(model: AgentModel) -> None:
    """A locked shift is worked; when it may not be, nothing can satisfy the lock."""
    for lock in model.agent.locks:
        if lock.shift is not None:
            model.require(model.works[lock.day] == 1, "locks", lock.day)
