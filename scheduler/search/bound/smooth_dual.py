"""Prices and a lower bound for teams too large for linear programmes: column generation on a smoothed dual.

Each round climbs to the best prices for the columns known, asks everybody for their cheapest days there, which proves
a bound and gives new columns, and cools as the bound rises. Prices are first put on sets of skills; then, where heads
can be counted, on kinds of agents.
"""

from collections.abc import Callable
from math import inf

import numpy as np

from forecasts.horizon import Numbers
from scheduler.prices import Prices
from scheduler.problem import Problem
from scheduler.search.bound.ascent import climb
from scheduler.search.bound.columns import Columns
from scheduler.search.bound.covers import Covers
from scheduler.search.bound.dual_kernel import ColumnArrays, PriceArrays, presence_prices, smooth_dual
from scheduler.search.bound.price_groups import PriceGroups, by_cuts, by_kinds
from scheduler.search.bound.prices import Relaxation
from scheduler.search.bound.team_pricing import TeamPricing
from scheduler.search.team.team_arrays import TeamArrays
from scheduler.search.team.team_kernel import shift_prices

FIRST_PRICES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1.0)
NEAR_PRICES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.05, 1.1, 1.2, 1.3, 1.5, 2.0)
"""At which presences are looked for at first, as shares of the highest prices, and of those already climbed to."""
STEPS, COUNTED_STEPS = 60, 200
"""Of each climb; with a price for each kind there are more to be found."""
WARM, COLD, BREAKS = 30.0, 0.02, 0.1
"""Yuan by which an agent's choice may be off, at first and at last; a break's may by this share of it."""
COUNTED_WARM = 2.0
"""The same where prices for each kind begin, which is near the best."""
RISE, PATIENCE = 5e-6, 4
"""Relative rise of the bound that counts; rounds without one before giving way."""
OPEN_SHARE = 0.1
"""Share of the open gap by which the choices of all agents together may be off."""
COOLEST = 0.5
"""Share of the warmth that a round leaves at least: a climb cut short may seem to leave no gap."""

Mixed = tuple[float, PriceArrays, Numbers, Numbers]
"""A smoothed value, its slopes, and the shares of columns and of presences in the mix."""


class SmoothDual:
    """Agents by position. `bound`: the best one proven; `best`: the prices of sets of skills that proved it, or came
    nearest; `value`: the smoothed cost of the best mix of the columns known.
    """

    def __init__(self, problem: Problem, relaxation: Relaxation, team: TeamArrays, pricing: TeamPricing) -> None:
        self.bound, self.value = -inf, inf
        self.best: Prices | None = None
        self.columns = Columns(pricing.kinds, team.shifts.lawful.shape[0], team.shifts.first_pattern.size - 1)
        self._problem, self._relaxation, self._team, self._pricing = problem, relaxation, team, pricing
        self._charges = pricing.charges
        self._use(by_cuts(relaxation), WARM, STEPS)
        self._place = self._best_place = np.zeros(self._low.size)
        for share in FIRST_PRICES:
            self._cover(share * self._groups.highest)

    def count_heads(self) -> bool:
        """Go on with a price for each kind of agent, from the best place reached; whether heads can be counted."""
        groups = by_kinds(self._relaxation)
        if groups is None:
            return False
        prices, charges, kinds = self._split(self._best_place), self._tail(self._best_place), self._groups.reaches
        own = np.array(
            [prices.presence[self._groups.mine[part] & kinds[:, kind]].sum(axis=0) for part, kind in groups.members]
        )
        self._use(groups, COUNTED_WARM, COUNTED_STEPS)
        self._place = self._best_place = np.concatenate([own.ravel(), prices.seats, prices.targets, charges])
        self._price(self._place)
        for share in NEAR_PRICES:
            self._cover(share * own)
        return True

    def _use(self, groups: PriceGroups, warmth: float, steps: int) -> None:
        """Put prices on these groups."""
        self._groups, self._warmth, self._steps, self._idle = groups, warmth, steps, 0
        self._low, self._high = self._limits()
        self._covers = Covers(groups.mine, self._problem.horizon.intervals)

    def round(self, over: Callable[[], bool] = lambda: False) -> None:
        """Climb, then ask everybody: a better bound perhaps, and new columns. Nothing comes of it once it is over."""
        (columns, used), covers = self.columns.arrays(), self._covers.arrays()
        warmth = np.array([self._warmth, max(COLD, BREAKS * self._warmth)])
        counts, reaches = self._charges.counts(self.columns.rows), self._groups.reaches

        def mix(place: Numbers) -> Mixed:
            charged = self._charged(columns, counts, place)
            found: Mixed = smooth_dual(self._team, reaches, charged, covers, used, self._split(place), warmth)
            return found

        def function(place: Numbers) -> tuple[float, Numbers]:
            value, rise, shares, _ = mix(place)
            mean = self._charges.mean(columns.agent, shares, counts)
            value += self._relaxation.surplus_of_required - self._charges.constant(self._tail(place))
            return value, np.concatenate([self._joined(rise), self._charges.rise(mean)])

        start = max(self._place, self._best_place, key=lambda place: function(place)[0])
        self.value, self._place = climb(function, start, self._low, self._high, self._steps, over)
        if over():
            return
        shares, presences = mix(self._place)[2:]
        self.columns.age(shares)
        self._covers.age(presences)
        before = self.bound
        self._price(self._place)
        risen = self.bound - before > RISE * abs(self.bound)
        self._idle = 0 if risen or self._warmth > COLD else self._idle + 1
        gap = max(0.0, self.value - self.bound)
        self._warmth = min(
            self._warmth, max(COLD, COOLEST * self._warmth, OPEN_SHARE * gap / max(len(self._pricing.kinds), 1))
        )

    def begin(self) -> None:
        """The bound that no prices at all prove: everybody's cheapest days by themselves."""
        self._price(np.clip(np.zeros_like(self._low), self._low, self._high))

    @property
    def converged(self) -> bool:
        """Whether the bound can hardly rise any more."""
        return self._warmth <= COLD and self._idle >= PATIENCE

    def _price(self, place: Numbers) -> None:
        """Everybody's cheapest days: a bound and new columns."""
        prices, charges = self._split(place), self._tail(place)
        presence = presence_prices(self._team, self._groups.reaches, prices)
        price = np.array([shift_prices(self._team.shifts, one)[0] for one in presence])
        for day, shift, worth in zip(self._team.targets.day, self._team.targets.shift, prices.targets, strict=True):
            price[:, day, shift] -= worth
        found = self._pricing.cheapest(price, self._charges.of_agents(charges))
        bound = self._relaxation.remainder_beside_cover(prices.seats, prices.targets) + self._cover(prices.presence)
        bound += float(found.least.sum()) - self._charges.constant(charges)
        if bound > self.bound:
            self.bound, self._best_place = bound, place
            if self._groups.cuts is not None:
                cuts = dict(zip(self._groups.cuts, prices.presence, strict=True))
                self.best = Prices(cuts, prices.seats, prices.targets)
        self.columns.add_all(found.shifts, found.own)
        for share in self._groups.near:
            self._cover(share * prices.presence)

    def _cover(self, prices: Numbers) -> float:
        """Yuan of shortage and presence at these prices, at their least; the presences are remembered."""
        if not len(prices):
            return 0.0
        value, present = self._groups.least(prices)
        self._covers.add_all(prices, value, present)
        return float(value.sum())

    def _limits(self) -> tuple[Numbers, Numbers]:
        """Lowest and highest prices: no more than an agent can be worth; nothing where no seats are limited."""
        highest, size = self._groups.highest, self._team.present.heads.size
        head = highest.max(axis=0, initial=1.0) * max(1.0, float(self._team.productivity.max(initial=1.0)))
        seats = head if np.isfinite(self._team.seats) else np.zeros(size)
        targets = self._team.targets
        charges = self._charges.highest(self._dearest_shift(float(head.max(initial=0.0))))
        low = np.concatenate([np.zeros(size * (len(highest) + 1)), -targets.extra, np.zeros_like(charges)])
        return low, np.concatenate([highest.ravel(), seats, targets.short, charges])

    def _dearest_shift(self, head: float) -> float:
        """More than a shift can be worth."""
        return head * self._team.shifts.per_day + float(self._team.targets.short.max(initial=0.0))

    def _split(self, place: Numbers) -> PriceArrays:
        groups, targets = self._groups.highest, self._team.targets.day.size
        seats = groups.size + groups.shape[1]
        return PriceArrays(
            place[: groups.size].reshape(groups.shape),
            place[groups.size : seats],
            place[seats : seats + targets],
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
        return np.concatenate([rise.presence.ravel(), rise.seats, rise.targets])
