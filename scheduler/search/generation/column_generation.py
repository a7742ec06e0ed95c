"""Column generation: prices from the master problem, columns from each agent's dynamic programme, a bound from both.

Each round asks every agent for the cheapest days at the newest prices and at points between them and those of the best
bound so far; that smoothing keeps prices from swinging (Wentges 1997).
"""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from scheduler.checks import check_agent
from scheduler.labour import labour_cost
from scheduler.objective import request_cost
from scheduler.prices import Prices
from scheduler.problem import Problem
from scheduler.roster import Assignment
from scheduler.search.generation.master import Days, Master, Mix
from scheduler.search.generation.pricing import Pricing
from scheduler.search.improvement.insertion import Insertion

SMOOTHING = (0.0, 0.5, 0.85)
"""Weights of the best prices so far."""
ROUGH = 0.2
"""Relative distance of the bound from the mix beyond which its prices are no guide."""
CONVERGED = 1e-5


class ColumnGeneration:
    """Columns, prices and the bound of one problem. `converged`: whether the bound is about as high as it can be."""

    def __init__(self, problem: Problem, insertion: Insertion) -> None:
        self.problem, self.insertion = problem, insertion
        self.pricing = Pricing(problem, insertion)
        self.relaxation = self.pricing.relaxation
        self.master = Master(problem, self.relaxation, insertion.kinds, insertion.prices)
        self.bound: float | None = None
        self.best: Prices | None = None
        self.converged = False

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
        self.converged = self.bound is not None and mix.cost - self.bound <= CONVERGED * abs(mix.cost)
        return None if self.converged else mix

    def _points(self, mix: Mix) -> list[Prices]:
        """The newest prices, and others towards the best ones once those are any good."""
        if self.best is None or self.bound is None or mix.cost - self.bound > ROUGH * abs(mix.cost):
            return [mix.prices]
        return [between(self.best, mix.prices, weight) for weight in SMOOTHING]

    def price(self, prices: Prices, over: Callable[[], bool] = lambda: False) -> float | None:
        """The bound that these prices prove, None when interrupted; the agents' cheapest days become columns."""

        def hear(name: str, days: Days) -> None:
            lawful = days if self.insertion.keeps_all_rules(name) else self.pricing.column(name, prices)
            if lawful is not None:
                self.add(name, lawful)

        total = self.pricing.bound(prices, over, hear)
        if total is not None and (self.bound is None or total > self.bound):
            self.bound, self.best = total, prices
        return total

    def add_cheapest(self, name: str, prices: Prices, allowed: NDArray[np.bool_]) -> bool:
        """An agent's cheapest days among those allowed as a column; whether there are any, see `Pricing.cheapest`."""
        days = self.pricing.column(name, prices, allowed)
        if days is not None:
            self.add(name, days)
        return days is not None


def between(best: Prices, newest: Prices, weight: float) -> Prices:
    """Prices `weight` of the way back to the best."""
    return Prices(
        {cut: weight * best.cuts[cut] + (1 - weight) * price for cut, price in newest.cuts.items()},
        weight * best.seats + (1 - weight) * newest.seats,
        weight * best.targets + (1 - weight) * newest.targets,
    )
