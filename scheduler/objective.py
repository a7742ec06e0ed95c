"""The cost of a roster in yuan, by part: the single truth that every search is measured by."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from scheduler.agent import Agent
from scheduler.cover import cover
from scheduler.labour import labour_cost
from scheduler.problem import Fairness, Problem
from scheduler.roster import Assignment, Roster


@dataclass(frozen=True, slots=True)
class Cost:
    """Yuan by part of the objective; `agent_hours_short` tells how much is uncovered, unpriced."""

    shortage: float = 0.0
    surplus: float = 0.0
    shift_targets: float = 0.0
    labour: float = 0.0
    requests: float = 0.0
    fairness: float = 0.0
    agent_hours_short: float = 0.0

    @property
    def total(self) -> float:
        """The objective."""
        return self.shortage + self.surplus + self.shift_targets + self.labour + self.requests + self.fairness


def cost(problem: Problem, roster: Roster) -> Cost:
    """What a roster costs; assignments of unknown agents or shifts count nothing."""
    rows = _known_rows(problem, roster)
    shortage, surplus, hours_short = _requirement_cost(problem, roster)
    agents = [(agent, rows.get(name, {})) for name, agent in problem.agents.items()]
    return Cost(
        shortage=shortage,
        surplus=surplus,
        shift_targets=_target_cost(problem, roster),
        labour=sum(labour_cost(problem, agent, days.values()) for agent, days in agents),
        requests=sum(request_cost(agent, days) for agent, days in agents),
        fairness=sum(rule.cost * spread(problem, rule, rows) for rule in problem.fairness),
        agent_hours_short=hours_short,
    )


def _known_rows(problem: Problem, roster: Roster) -> dict[str, dict[int, Assignment]]:
    rows: dict[str, dict[int, Assignment]] = {}
    for (agent, day), cell in sorted(roster.cells.items()):
        if agent in problem.agents and cell.shift in problem.shifts:
            rows.setdefault(agent, {})[day] = cell
    return rows


def _requirement_cost(problem: Problem, roster: Roster) -> tuple[float, float, float]:
    """Yuan of shortage, yuan of surplus, agent-hours short."""
    if not problem.requirement:
        return 0.0, 0.0, 0.0
    found, hours = cover(problem, roster), problem.horizon.interval_hours
    short = sum(float(missing.sum()) for missing in found.shortage.values())
    return (
        float(found.shortage_cost.sum()),
        float(found.surplus.sum()) * problem.surplus_cost * hours,
        short * hours,
    )


def _target_cost(problem: Problem, roster: Roster) -> float:
    heads = Counter((cell.day, cell.shift) for cell in roster.cells.values() if cell.agent in problem.agents)
    total = 0.0
    for target in problem.shift_targets:
        extra = heads[target.day, target.shift] - target.heads
        total += target.surplus_cost * extra if extra > 0 else -target.shortage_cost * extra
    return total


def request_cost(agent: Agent, days: Mapping[int, Assignment]) -> float:
    """Yuan of one agent's wishes not met."""
    total = 0.0
    for wish in agent.requests:
        cell = days.get(wish.day)
        holds = cell is not None and wish.shift in (None, cell.shift)
        total += wish.cost if holds != (wish.wish == "on") else 0.0
    return total


def spread(problem: Problem, rule: Fairness, rows: Mapping[str, Mapping[int, Assignment]]) -> int:
    """Most less fewest shifts carrying the rule's tag among the agents it speaks of."""
    counts = [
        sum(rule.tag in problem.shifts[cell.shift].tags for cell in rows.get(name, {}).values())
        for name, agent in problem.agents.items()
        if rule.contract in (None, agent.contract)
    ]
    return max(counts) - min(counts) if counts else 0
