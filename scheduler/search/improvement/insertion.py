"""One agent at a time into a roster, each with the days that cost least while the others stay as they are."""

from collections.abc import Mapping

import numpy as np

from forecasts.horizon import Numbers
from scheduler.agent import Agent
from scheduler.break_patterns import Pattern
from scheduler.checks import check_agent
from scheduler.kind import Kind, kind_of
from scheduler.problem import Problem
from scheduler.roster import Assignment
from scheduler.search.paths.agent_paths import OFF, AgentPaths, Path
from scheduler.search.paths.charges import Limit, charged_limits, charged_path
from scheduler.search.paths.team_paths import MOST_STATES, TeamPaths
from scheduler.shift_prices import ShiftPrices
from scheduler.team_state import TeamState

LOCKED = 1e9
"""Yuan for a day off where a shift is locked: more than any roster's worth."""

Days = Mapping[int, Assignment]


class Insertion:
    """Best answers of single agents to a team's state; prepares each agent once. `seen`: all days ever answered.
    `like`: the insertion of a problem whose agents differ only in their wishes, to share what it has prepared; `most`:
    states of a graph.
    """

    def __init__(self, problem: Problem, like: "Insertion | None" = None, most: int = MOST_STATES) -> None:
        self.problem = problem
        self.prices = ShiftPrices(problem)
        self.kinds: dict[str, Kind] = {name: kind_of(problem, agent) for name, agent in problem.agents.items()}
        self.seen: dict[str, dict[tuple[str | None, ...], None]] = {name: {} for name in problem.agents}
        self._paths: TeamPaths = TeamPaths(problem, most) if like is None else like._paths
        self._own: dict[str, tuple[Numbers, Numbers]] = {}
        self._lawful: dict[str, bool] = {}
        self._rest_kept: dict[str, bool] = {}
        self._limits: dict[str, list[Limit]] = {}

    def state(self) -> TeamState:
        """An empty team state."""
        return TeamState(self.problem, {kind.skills for kind in self.kinds.values()})

    def paths(self, name: str) -> AgentPaths:
        """The ways to fill the agent's days."""
        return self._paths[name]

    def shifts(self, name: str) -> tuple[str, ...]:
        """The shifts open to an agent."""
        return self._paths.shifts(name)

    def left_out(self, name: str) -> set[str | None]:
        """Limits of the horizon that the agent's paths know nothing of: kinds of shift, and None for minutes."""
        return self._paths.left_out(name)

    def keeps_all_rules(self, name: str) -> bool:
        """Whether every path of the agent is lawful, so that nobody need check it."""
        if name not in self._lawful:
            self._lawful[name] = self._paths.keeps_all_rules(name)
        return self._lawful[name]

    def keeps_all_but_locks(self, name: str) -> bool:
        """Whether every path of the agent on which locked days stay as they are is lawful."""
        return self._paths.keeps_all_but_locks(name)

    def own(self, name: str) -> tuple[Numbers, Numbers]:
        """Yuan of the agent's own pay and wishes by day and shift, and by day off."""
        if name not in self._own:
            self._own[name] = own_price(self.problem, self.problem.agents[name], self.shifts(name))
        return self._own[name]

    def cheapest(self, name: str, price: Numbers, off_price: Numbers) -> tuple[float, Path] | None:
        """As `AgentPaths.cheapest`; where limits had to be left out of the graph, a cheap path that keeps them."""
        if self.keeps_all_rules(name):
            return self.paths(name).cheapest(price, off_price)
        if name not in self._limits:
            self._limits[name] = list(charged_limits(self.problem, self.problem.agents[name], self.shifts(name)))
        agent, shifts = self.problem.agents[name], self.shifts(name)

        def lawful(path: Path) -> bool:
            cells = {day: Assignment(name, day, shifts[s]) for day, s in enumerate(path) if s != OFF}
            closed = any(s != OFF and not np.isfinite(price[day, s]) for day, s in enumerate(path))
            found = check_agent(self.problem, agent, cells)
            return not closed and all(violation.rule == "breaks" for violation in found)

        return charged_path(self._limits[name], self.paths(name), price, off_price, lawful)

    def is_lawful(self, name: str, days: Days) -> bool:
        """Whether days that `cheapest` has found keep every rule."""
        agent = self.problem.agents[name]
        if name not in self._rest_kept:
            self._rest_kept[name] = not self.problem.no_break and self._paths.keeps_the_rest(name)
        if self._rest_kept[name]:
            return all(lock.day in days for lock in agent.locks if lock.shift is not None)
        return not check_agent(self.problem, agent, days)

    def best_days(self, name: str, state: TeamState) -> Days | None:
        """The cheapest days of an agent who is not in the state; None when none are found that keep the rules."""
        paths, (own, off_price) = self.paths(name), self.own(name)
        presence = state.presence_price(self.kinds[name])
        price, patterns = self.prices.price(presence, paths.shifts)
        price = price + state.target_price(paths.shifts) + state.company.price(self.problem.agents[name], paths.shifts)
        found = self.cheapest(name, price + own, off_price)
        if found is None:
            return None
        held = held_breaks(self.problem.agents[name])
        days = {
            day: Assignment(
                name, day, paths.shifts[s], held.get(day) or self.prices.patterns[paths.shifts[s]][patterns[day, s]]
            )
            for day, s in enumerate(found[1])
            if s != OFF
        }
        if not self.is_lawful(name, days):
            return None
        self.seen[name][tuple(days[day].shift if day in days else None for day in range(self.problem.horizon.days))] = (
            None
        )
        return days

    def with_breaks(self, name: str, shifts: Mapping[int, str], state: TeamState) -> Days:
        """These shifts by day, each with the breaks that cost least while the others stay as they are."""
        kinds = tuple(dict.fromkeys(shifts.values()))
        _, patterns = self.prices.price(state.presence_price(self.kinds[name]), kinds)
        held = held_breaks(self.problem.agents[name])
        return {
            day: Assignment(
                name, day, shift, held.get(day) or self.prices.patterns[shift][patterns[day, kinds.index(shift)]]
            )
            for day, shift in shifts.items()
        }


def held_breaks(agent: Agent) -> dict[int, Pattern]:
    """Breaks that a lock holds, by day."""
    return {lock.day: lock.breaks for lock in agent.locks if lock.breaks}


def own_price(problem: Problem, agent: Agent, shifts: tuple[str, ...]) -> tuple[Numbers, Numbers]:
    """Pay without overtime premiums, and wishes, by day and shift; what a day off costs, by day."""
    days = problem.horizon.days
    pay = np.array([problem.pay_multipliers.get(day, 1.0) for day in range(days)])
    hours = np.array([problem.shifts[shift].paid_minutes / 60 for shift in shifts])
    price, off_price = np.outer(pay, hours) * agent.hourly_cost, np.zeros(days)
    for wish in agent.requests:
        granted = [wish.shift in (None, shift) for shift in shifts]
        if wish.wish == "off":
            price[wish.day] += np.where(granted, wish.cost, 0.0)
        else:
            price[wish.day] += np.where(granted, 0.0, wish.cost)
            off_price[wish.day] += wish.cost
    for lock in agent.locks:
        off_price[lock.day] += LOCKED if lock.shift is not None else 0.0
    return price, off_price
