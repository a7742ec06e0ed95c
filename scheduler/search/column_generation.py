"""Column generation: prices from the master problem, columns from each agent's dynamic programme, a bound from both.

Each round asks every agent for the cheapest days at the newest prices and at points between them and those of the best
bound so far; that smoothing keeps prices from swinging (Wentges 1997).
"""

from collections.abc import Callable, Mapping, Sequence

from scheduler.checks import check_agent
from scheduler.labour import labour_cost
from scheduler.objective import request_cost
from scheduler.prices import Prices
from scheduler.problem import Problem
from scheduler.roster import Assignment
from scheduler.search.agent_paths import OFF, Path
from scheduler.search.insertion import Insertion
from scheduler.search.master import Days, Master, Mix
from scheduler.search.prices import Relaxation

SMOOTHING = (0.0, 0.5, 0.85)
"""Weights of the best prices so far."""
ROUGH = 0.2
"""Relative distance of the bound from the mix beyond which its prices are no guide."""
CONVERGED = 1e-5


class ColumnGeneration:
    """Columns, prices and the bound of one problem."""

    def __init__(self, problem: Problem, insertion: Insertion) -> None:
        self.problem, self.insertion = problem, insertion
        skill_sets = frozenset(kind.skills for kind in insertion.kinds.values())
        self.relaxation = Relaxation(problem, skill_sets)
        self.master = Master(problem, self.relaxation, insertion.kinds, insertion.prices)
        self.bound: float | None = None
        self.best: Prices | None = None

    def add(self, agent: str, days: Days) -> None:
        """A column, unless it breaks a rule that the dynamic programme leaves out."""
        if self.master.knows(agent, days):
            return
        cells = {day: Assignment(agent, day, shift) for day, shift in enumerate(days) if shift is not None}
        if self._keeps_rules(agent, cells):
            one = self.problem.agents[agent]
            cost = labour_cost(self.problem, one, cells.values()) + request_cost(one, cells)
            self.master.add(agent, days, cost)

    def _keeps_rules(self, agent: str, cells: Mapping[int, Assignment]) -> bool:
        """Whether the days are lawful; breaks, not yet placed, aside."""
        found = check_agent(self.problem, self.problem.agents[agent], cells)
        return all(violation.rule == "breaks" for violation in found)

    def round(self, seconds: float, over: Callable[[], bool]) -> Mix | None:
        """Solve the master, within so many seconds; add columns, raise the bound. None when nothing better can be
        expected or found.
        """
        mix = self.master.solve(seconds)
        if mix is None or over():
            return None
        for prices in self._points(mix):
            if self.price(prices, over) is None:
                return mix
        converged = self.bound is not None and mix.cost - self.bound <= CONVERGED * abs(mix.cost)
        return None if converged else mix

    def _points(self, mix: Mix) -> list[Prices]:
        """The newest prices, and others towards the best ones once those are any good."""
        if self.best is None or self.bound is None or mix.cost - self.bound > ROUGH * abs(mix.cost):
            return [mix.prices]
        return [between(self.best, mix.prices, weight) for weight in SMOOTHING]

    def price(self, prices: Prices, over: Callable[[], bool] = lambda: False) -> float | None:
        """The bound that these prices prove, None when interrupted; the agents' cheapest days become columns."""
        total = self.relaxation.remainder(prices)
        for name in self.problem.agents:
            if over():
                return None
            cost, days = self.cheapest(name, prices)
            total += cost
            self.add(name, days)
        if self.bound is None or total > self.bound:
            self.bound, self.best = total, prices
        return total

    def cheapest(self, name: str, prices: Prices) -> tuple[float, Days]:
        """An agent's cheapest days at these prices. Raises ValueError when no days keep the rules."""
        paths, (own, off_price) = self.insertion.paths(name), self.insertion.own(name)
        presence = self.relaxation.presence(prices, self.insertion.kinds[name])
        shift_price, _ = self.insertion.prices.price(presence, paths.shifts)
        found = paths.cheapest(shift_price + own + self.relaxation.heads(prices, paths.shifts), off_price)
        if found is None:
            raise ValueError(f"no days for {name}")
        return found[0], named(found[1], paths.shifts)


def named(path: Path, shifts: Sequence[str]) -> Days:
    """A path with shift ids for positions."""
    return tuple(None if position == OFF else shifts[position] for position in path)


def between(best: Prices, newest: Prices, weight: float) -> Prices:
    """Prices `weight` of the way back to the best."""
    return Prices(
        {cut: weight * best.cuts[cut] + (1 - weight) * price for cut, price in newest.cuts.items()},
        weight * best.seats + (1 - weight) * newest.seats,
        weight * best.targets + (1 - weight) * newest.targets,
    )
