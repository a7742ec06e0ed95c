"""The cost of a roster in yuan, by part: the single truth that every search is measured by."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scheduler.agent import Agent
from scheduler.companions import companion_cost
from scheduler.cover import Cover, cover
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
    companions: float = 0.0
    agent_hours_short: float = 0.0

    @property
    def total(self) -> float:
        """The objective."""
        soft = self.requests + self.fairness + self.companions
        return self.shortage + self.surplus + self.shift_targets + self.labour + soft


@dataclass(frozen=True, slots=True)
class Personal:
    """Yuan that an agent costs whatever the others do, and what each rule of fairness counts of the agent."""

    labour: float
    requests: float
    shared: tuple[int, ...]


Rows = Mapping[str, Mapping[int, Assignment]]
"""Every agent's assignments by day, in order."""


def cost(problem: Problem, roster: Roster) -> Cost:
    """What a roster costs; assignments of unknown agents or shifts count nothing."""
    rows = known_rows(problem, roster)
    personal = {name: personal_cost(problem, agent, rows.get(name, {})) for name, agent in problem.agents.items()}
    return whole_cost(problem, roster, personal, cover(problem, roster))


def whole_cost(problem: Problem, roster: Roster, personal: Mapping[str, Personal], found: Cover) -> Cost:
    """The cost of a roster whose cover, and what each agent costs alone, are known."""
    shortage, surplus, hours_short = _expected_cost(problem, roster, found)
    return Cost(
        shortage=shortage,
        surplus=surplus,
        shift_targets=_target_cost(problem, roster) if problem.shift_targets else 0.0,
        labour=sum(one.labour for one in personal.values()),
        requests=sum(one.requests for one in personal.values()),
        fairness=sum(
            rule.cost * _range([personal[name].shared[number] for name in concerned(problem, rule)])
            for number, rule in enumerate(problem.fairness)
        ),
        companions=companion_cost(problem, roster),
        agent_hours_short=hours_short,
    )


def personal_cost(problem: Problem, agent: Agent, days: Mapping[int, Assignment]) -> Personal:
    """What one agent's days, in order, cost whatever the others do."""
    shares = tuple(shared(problem, rule, agent.id, days) for rule in problem.fairness)
    return Personal(labour_cost(problem, agent, days.values()), request_cost(agent, days), shares)


def known_rows(problem: Problem, roster: Roster) -> dict[str, dict[int, Assignment]]:
    """Every agent's assignments by day, in order, without those of unknown agents or shifts."""
    rows: dict[str, dict[int, Assignment]] = {}
    for (agent, day), cell in sorted(roster.cells.items()):
        if agent in problem.agents and cell.shift in problem.shifts:
            rows.setdefault(agent, {})[day] = cell
    return rows


def _expected_cost(problem: Problem, roster: Roster, found: Cover) -> tuple[float, float, float]:
    """The same as `_requirement_cost`, over the load levels where there are any."""
    if not problem.load_levels:
        return _requirement_cost(problem, found)
    parts = [(share, _requirement_cost(certain, cover(certain, roster))) for share, certain in problem.outcomes]
    shortage, surplus, short = (sum(share * part[number] for share, part in parts) for number in range(3))
    return shortage, surplus, short


def _requirement_cost(problem: Problem, found: Cover) -> tuple[float, float, float]:
    """Yuan of shortage, yuan of surplus, agent-hours short."""
    if not problem.requirement:
        return 0.0, 0.0, 0.0
    hours = problem.horizon.interval_hours
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
    """Most less fewest of the shifts to be shared, earlier months included, among the agents it speaks of."""
    return _range([shared(problem, rule, name, rows.get(name, {})) for name in concerned(problem, rule)])


def concerned(problem: Problem, rule: Fairness) -> Iterator[str]:
    """The agents among whom a rule shares."""
    return (name for name, agent in problem.agents.items() if rule.contract in (None, agent.contract))


def shared(problem: Problem, rule: Fairness, name: str, days: Mapping[int, Assignment]) -> int:
    """How many of the shifts to be shared an agent has, earlier months included."""
    return rule.before.get(name, 0) + sum(rule.counts(day, problem.shifts[cell.shift]) for day, cell in days.items())


def _range(counts: Sequence[int]) -> int:
    return max(counts) - min(counts) if counts else 0
