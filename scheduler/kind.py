"""Which agents are interchangeable in cover."""

from dataclasses import dataclass

from scheduler.agent import Agent
from scheduler.hall import Skills
from scheduler.problem import Problem


@dataclass(frozen=True, slots=True)
class Kind:
    """What makes agents interchangeable in cover: skills (those required at all) and productivity."""

    skills: Skills
    productivity: float


def kind_of(problem: Problem, agent: Agent) -> Kind:
    """The kind an agent belongs to; skills that nothing requires make no difference."""
    return Kind(agent.skills.intersection(problem.requirement), agent.productivity)
