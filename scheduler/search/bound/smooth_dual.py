"""Prices and a lower bound for teams too large for linear programmes: column generation on a smoothed dual.

Each round climbs to the best prices for the columns known, asks everybody for their cheapest days there, which proves
a bound and gives new columns, and cools as the bound rises.
"""

from collections.abc import Callable
from math import inf

import numpy as np

from forecasts.horizon import Numbers
from scheduler.cover import price_pieces
from scheduler.prices import Prices
from scheduler.problem import Problem
from scheduler.search.bound.ascent import climb
from scheduler.search.bound.columns import Columns
from scheduler.search.bound.covers import Covers
from scheduler.search.bound.dual_kernel import ColumnArrays, PriceArrays, presence_prices, smooth_dual
from scheduler.search.bound.prices import Relaxation
from scheduler.search.bound.team_pricing import TeamPricing
from scheduler.search.team.team_arrays import TeamArrays
from scheduler.search.team.team_kernel import shift_prices

FIRST_PRICES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1.0)
NEAR_PRICES = (0.9, 1.0, 1.1)
"""At which presences are looked for, as shares of the highest prices, and of those climbed to."""
STEPS = 60
"""Of each climb."""
WARM, COLD, BREAKS = 30.0, 0.02, 0.1
"""Yuan by which an agent's choice may be off, at first and at last; a break's may by this share of it."""
RISE, PATIENCE = 5e-6, 4
"""Relative rise of the bound that counts; rounds without one before giving way."""
OPEN_SHARE = 0.1
"""Share of the open gap by which the choices of all agents together may be off."""


class SmoothDual:
    """Agents by position. `bound`: the best one proven, by the prices `best`; `value`: the smoothed cost of the best
    mix of the columns known.
    """

    def __init__(self, problem: Problem, relaxation: Relaxation, team: TeamArrays, pricing: TeamPricing) -> None:
        self.bound, self.value = -inf, inf
        self.best: Prices | None = None
        self.columns = Columns(pricing.kinds, team.shifts.lawful.shape[0], team.shifts.first_pattern.size - 1)
        self._problem, self._relaxation, self._team, self._pricing = problem, relaxation, team, pricing
        self._charges = pricing.charges
        self._warmth, self._idle = WARM, 0
        self._low, self._high = self._limits()
        self._place = np.zeros(self._low.size)
        mine = [[cut <= set(part) for cut in relaxation.cuts] for part in relaxation.parts]
        self._covers = Covers(
            np.array(mine, dtype=np.bool_).reshape(len(relaxation.parts), len(relaxation.cuts)),
            problem.horizon.intervals,
        )
        highest = self._split(self._high).cuts
        for share in FIRST_PRICES:
            self._cover(share * highest)

    def round(self, over: Callable[[], bool] = lambda: False) -> None:
        """Climb, then ask everybody: a better bound perhaps, and new columns. Nothing comes of it once it is over."""
        (columns, used), covers = self.columns.arrays(), self._covers.arrays()
        warmth = np.array([self._warmth, max(COLD, BREAKS * self._warmth)])
        counts = self._charges.counts(self.columns.rows)

        def function(place: Numbers) -> tuple[float, Numbers]:
            charged = self._charged(columns, counts, place)
            value, rise, shares, _ = smooth_dual(self._team, charged, covers, used, self._split(place), warmth)
            mean = self._charges.mean(columns.agent, shares, counts)
            value += self._relaxation.surplus_of_required - self._charges.constant(self._tail(place))
            return value, np.concatenate([self._joined(rise), self._charges.rise(mean)])

        self.value, self._place = climb(function, self._place, self._low, self._high, STEPS, over)
        if over():
            return
        charged = self._charged(columns, counts, self._place)
        shares, presences = smooth_dual(self._team, charged, covers, used, self._split(self._place), warmth)[2:]
        self.columns.age(shares)
        self._covers.age(presences)
        before = self.bound
        self._price(self._place)
        self._idle = 0 if self.bound - before > RISE * abs(self.bound) else self._idle + 1
        gap = max(0.0, self.value - self.bound)
        self._warmth = min(self._warmth, max(COLD, OPEN_SHARE * gap / max(len(self._pricing.kinds), 1)))

    def begin(self) -> None:
        """The bound that no prices at all prove: everybody's cheapest days by themselves."""
        self._price(np.clip(np.zeros_like(self._low), self._low, self._high))

    def sharpen(self) -> None:
        """The same prices prove a little more when no skill's cost is made convex."""
        if self.best is not None:
            self.bound += self._relaxation.remainder(self.best, exactly=True) - self._relaxation.remainder(self.best)

    @property
    def converged(self) -> bool:
        """Whether the bound can hardly rise any more."""
        return self._warmth <= COLD and self._idle >= PATIENCE

    def _price(self, place: Numbers) -> None:
        """Everybody's cheapest days: a bound and new columns."""
        prices, charges = self._split(place), self._tail(place)
        presence = presence_prices(self._team, prices)
        price = np.array([shift_prices(self._team.shifts, one)[0] for one in presence])
        for day, shift, worth in zip(self._team.targets.day, self._team.targets.shift, prices.targets, strict=True):
            price[:, day, shift] -= worth
        found = self._pricing.cheapest(price, self._charges.of_agents(charges))
        named = Prices(dict(zip(self._relaxation.cuts, prices.cuts, strict=True)), prices.seats, prices.targets)
        bound = self._relaxation.remainder(named) + float(found.least.sum()) - self._charges.constant(charges)
        if bound > self.bound:
            self.bound, self.best = bound, named
        self.columns.add_all(found.shifts, found.own)
        for share in NEAR_PRICES:
            self._cover(share * prices.cuts)

    def _cover(self, prices: Numbers) -> None:
        """The cheapest presences at these prices of cuts."""
        if len(prices):
            self._covers.add_all(prices, *self._relaxation.whole.least(prices))

    def _limits(self) -> tuple[Numbers, Numbers]:
        """Lowest and highest prices: no more than an agent can be worth; nothing where no seats are limited or some
        skill of a set is not required.
        """
        size, requirement, hours = (
            self._team.present.heads.size,
            self._problem.requirement,
            self._problem.horizon.interval_hours,
        )
        dearest = {skill: np.max([p for _, p in price_pieces(self._problem, skill)], axis=0) for skill in requirement}
        worth = {skill: (price + self._problem.surplus_cost) * hours for skill, price in dearest.items()}
        high = [
            np.where(
                np.min([requirement[skill] for skill in cut], axis=0) > 0,
                np.max([worth[skill] for skill in cut], axis=0),
                0.0,
            )
            for cut in self._relaxation.cuts
        ]
        head = np.max([np.ones(size), *worth.values()], axis=0) * max(
            1.0, float(self._team.productivity.max(initial=1.0))
        )
        seats = head if np.isfinite(self._team.seats) else np.zeros(size)
        targets = self._team.targets
        charges = self._charges.highest(self._dearest_shift(float(head.max(initial=0.0))))
        low = np.concatenate([np.zeros(size * (len(high) + 1)), -targets.extra, np.zeros_like(charges)])
        return low, np.concatenate([*high, seats, targets.short, charges])

    def _dearest_shift(self, head: float) -> float:
        """More than a shift can be worth."""
        return head * self._team.shifts.per_day + float(self._team.targets.short.max(initial=0.0))

    def _split(self, place: Numbers) -> PriceArrays:
        size, cuts, targets = self._problem.horizon.intervals, len(self._relaxation.cuts), self._team.targets.day.size
        return PriceArrays(
            place[: cuts * size].reshape(cuts, size),
            place[cuts * size :][:size],
            place[(cuts + 1) * size :][:targets],
        )

    def _tail(self, place: Numbers) -> Numbers:
        """The charges on limits."""
        return place[place.size - self._charges.size :]

    def _charged(self, columns: ColumnArrays, counts: Numbers, place: Numbers) -> ColumnArrays:
        """The columns with their shifts charged."""
        if not self._charges.size:
            return columns
        yuan = self._charges.of_agents(self._tail(place))
        return columns._replace(cost=columns.cost + (yuan[columns.agent] * counts).sum(axis=1))

    def _joined(self, rise: PriceArrays) -> Numbers:
        return np.concatenate([rise.cuts.ravel(), rise.seats, rise.targets])
