"""Prices and a lower bound for long horizons in which shifts want heads: the subgradient method.

A year's days of an agent are too many for mixes of columns to settle in the time there is. Each step asks everybody
for their cheapest days and moves every price along what is short or too much, by what the gap to the best roster lets
hope for (Polyak 1969; Held, Wolfe & Crowder 1974), the way before it remembered (Camerini, Fratta & Maffioli 1975).
"""

from collections import Counter
from collections.abc import Callable
from math import inf

import numpy as np

from forecasts.horizon import Numbers
from scheduler.prices import Prices
from scheduler.problem import Problem
from scheduler.search.bound.prices import Relaxation
from scheduler.search.bound.team_pricing import Cheapest, TeamPricing
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.paths.path_kernel import OFF
from scheduler.search.run import Run

FIRST_HOPE, LARGEST_HOPE, LEAST_HOPE = 0.3, 1.0, 1e-4
"""Share of the gap that a step reaches for: at first, at most, and below which there is none."""
PATIENCE = 15
"""Steps without a better bound after which a step reaches for half as much, from the best prices."""
ONWARD = 1.1
"""By which a step reaches for more after a better bound."""
UNKNOWN = 1e5
"""Yuan to reach for while there is no roster."""
MEMORY = 0.9
"""Share of the way before."""


class TargetPrices:
    """`bound`: the best one proven, by the prices `best`. For problems without requirement."""

    def __init__(self, problem: Problem, insertion: Insertion, workers: int = 1) -> None:
        self.bound, self.best = -inf, Prices({}, np.zeros(problem.horizon.intervals), np.zeros(0))
        self._relaxation = Relaxation(problem, Counter(insertion.kinds.values()))
        self._pricing = TeamPricing(problem, insertion, [0] * len(problem.agents), workers)  # all see the same prices
        self._charges = self._pricing.charges
        targets, order = problem.shift_targets, list(problem.shifts)
        self._heads = np.array([target.heads for target in targets], dtype=np.float64)
        self._cell = np.array(
            [target.day * len(order) + order.index(target.shift) for target in targets], dtype=np.int64
        )
        self._shape = problem.horizon.days, len(order)
        self._low = np.concatenate([[-target.surplus_cost for target in targets], np.zeros(self._charges.size)])
        self._high = np.concatenate([[target.shortage_cost for target in targets], np.full(self._charges.size, inf)])
        self._place, self._way = np.clip(np.zeros(self._low.size), self._low, self._high), np.zeros(self._low.size)
        self._best_place, self._hope, self._idle = self._place, FIRST_HOPE, 0

    @property
    def converged(self) -> bool:
        """Whether the bound can hardly rise any more."""
        return self._hope < LEAST_HOPE

    def step(self, goal: float) -> None:
        """Prove a bound at the prices as they are, then move them; `goal`: the cost of the best roster."""
        bound, slopes = self._asked(self._place)
        if bound > self.bound:
            self.bound, self._best_place, self._idle = bound, self._place, 0
            self._hope = min(LARGEST_HOPE, ONWARD * self._hope)
        elif self._idle >= PATIENCE:
            self._hope, self._idle, self._way = self._hope / 2, 0, np.zeros_like(self._way)
            self._place = self._best_place
            _, slopes = self._asked(self._place)
        else:
            self._idle += 1
        held = ((self._place <= self._low) & (slopes < 0)) | ((self._place >= self._high) & (slopes > 0))
        self._way = np.where(held, 0.0, slopes) + MEMORY * self._way
        length = self._hope * max(goal - bound, 0.0) / max(float(np.square(self._way).sum()), 1e-9)
        self._place = np.clip(self._place + length * self._way, self._low, self._high)

    def climb(self, run: Run, over: Callable[[], bool]) -> None:
        """Step after step until it is over or the bound hardly rises any more; the run hears of it."""
        while not over() and not self.converged:
            before = self.bound
            self.step(UNKNOWN if run.objective is None else run.objective)
            if self.bound > before:
                run.prove(self.bound, self.best)

    def _asked(self, place: Numbers) -> tuple[float, Numbers]:
        """The bound that prices prove, and how it rises with each."""
        targets, charges = place[: self._heads.size], place[self._heads.size :]
        price = np.zeros(self._shape)
        np.subtract.at(price.reshape(-1), self._cell, targets)
        found = self._pricing.cheapest(price[np.newaxis], self._charges.of_agents(charges))
        prices = Prices({}, np.zeros_like(self.best.seats), targets)
        bound = self._relaxation.remainder(prices) + float(found.least.sum()) - self._charges.constant(charges)
        if bound > self.bound:
            self.best = prices
        worked = self._charges.counts(found.shifts)
        return bound, np.concatenate([self._heads - self._counts(found), self._charges.rise(worked)])

    def _counts(self, found: Cheapest) -> Numbers:
        """Heads on each shift that wants some."""
        days, kinds = self._shape
        worked = (np.arange(days) * kinds + found.shifts)[found.shifts != OFF]
        counts: Numbers = np.bincount(worked, minlength=days * kinds)[self._cell].astype(np.float64)
        return counts
