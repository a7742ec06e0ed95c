"""Everybody's cheapest days at given shadow prices, and the bound that they prove together."""

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.prices import Prices
from scheduler.problem import Problem
from scheduler.search.bound.prices import Relaxation
from scheduler.search.generation.master import Days
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.paths.agent_paths import OFF, Path


class Pricing:
    """The agents of one problem, each asked by themselves."""

    def __init__(self, problem: Problem, insertion: Insertion) -> None:
        self.problem, self.insertion = problem, insertion
        self.relaxation = Relaxation(problem, Counter(insertion.kinds.values()))

    def bound(
        self, prices: Prices, over: Callable[[], bool], heard: Callable[[str, Days], None] | None = None
    ) -> float | None:
        """The bound that these prices prove, None when interrupted; `heard` is told each agent's cheapest days."""
        total = self.relaxation.remainder(prices)
        for name in self.problem.agents:
            if over():
                return None
            cost, days = self.cheapest(name, prices)
            total += cost
            if heard is not None:
                heard(name, days)
        return total

    def cheapest(self, name: str, prices: Prices, allowed: NDArray[np.bool_] | None = None) -> tuple[float, Days]:
        """An agent's cheapest days at these prices. `allowed`: which shifts and, last, whether a day off, by day.
        Raises ValueError when no days keep the rules.
        """
        paths = self.insertion.paths(name)
        found = paths.cheapest(*self.days(name, prices, allowed))
        if found is None:
            raise ValueError(f"no days for {name}")
        return found[0], named(found[1], paths.shifts)

    def column(self, name: str, prices: Prices, allowed: NDArray[np.bool_] | None = None) -> Days | None:
        """The same, but days that keep also the limits left out of the graph; None when none are found."""
        found = self.insertion.cheapest(name, *self.days(name, prices, allowed))
        return None if found is None else named(found[1], self.insertion.paths(name).shifts)

    def days(self, name: str, prices: Prices, allowed: NDArray[np.bool_] | None = None) -> tuple[Numbers, Numbers]:
        """Yuan of an agent's shifts by day, and of days off."""
        shifts, (own, off_price) = self.insertion.paths(name).shifts, self.insertion.own(name)
        presence = self.relaxation.presence(prices, self.insertion.kinds[name])
        shift_price, _ = self.insertion.prices.price(presence, shifts)
        price = shift_price + own + self.relaxation.heads(prices, shifts)
        if allowed is None:
            return price, off_price
        return np.where(allowed[:, :-1], price, np.inf), np.where(allowed[:, -1], off_price, np.inf)


def named(path: Path, shifts: Sequence[str]) -> Days:
    """A path with shift ids for positions."""
    return tuple(None if position == OFF else shifts[position] for position in path)
