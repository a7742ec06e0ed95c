"""An agent works only shifts among those the agent may work."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each assignment to a shift that is not the agent's."""
    del problem
    for day, cell in days.items():
        if not agent.may_work(cell.shift):
            yield Violation("eligible_shifts", agent.id, day, facts={"shift": cell.shift})
