"""Prices put on cover, seats and shift targets, and the lower bound that any such prices prove.

Lagrangian relaxation: when every inequality of cover, seats and targets is replaced by its price, agents no longer
depend on each other, and the sum of everybody's cheapest days plus the priced remainder is at most the cost of any
roster (Geoffrion 1974). This holds for all prices of the right sign, however they were found; fairness, never
negative, is left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from forecasts.horizon import Numbers
from scheduler.hall import Skills, connected_parts, cuts
from scheduler.kind import Kind
from scheduler.prices import Prices
from scheduler.problem import Problem
from scheduler.search.bound.counted_cover import CountedCover
from scheduler.search.bound.whole_cover import WholeCover


@dataclass(frozen=True, eq=False)
class Relaxation:
    """What is priced, for teams of so many agents of each of these `kinds`."""

    problem: Problem
    kinds: Mapping[Kind, int]

    @cached_property
    def parts(self) -> list[tuple[str, ...]]:
        """Connected skills."""
        return connected_parts(self.problem.requirement, [kind.skills for kind in self.kinds])

    @cached_property
    def cuts(self) -> list[Skills]:
        """Every set of skills that may bind."""
        return [cut for part in self.parts for cut in cuts(part)]

    def lawful(self, cut_prices: Mapping[Skills, Numbers], seats: Numbers, targets: Iterable[float]) -> Prices:
        """The prices nearest to these that prove a bound: none below zero, targets within their costs."""
        limits = [(-target.surplus_cost, target.shortage_cost) for target in self.problem.shift_targets]
        clipped = [min(max(price, low), high) for price, (low, high) in zip(targets, limits, strict=True)]
        return Prices(
            {cut: np.maximum(price, 0.0) for cut, price in cut_prices.items()},
            np.maximum(seats, 0.0),
            np.array(clipped),
        )

    def fitted(self, prices: Prices) -> Prices | None:
        """Prices of another problem as lawful ones of this; None when its intervals or targets were others."""
        size, zeros = self.problem.horizon.intervals, np.zeros(self.problem.horizon.intervals)
        lengths = {len(prices.seats), *(len(values) for values in prices.cuts.values())}
        if lengths != {size} or len(prices.targets) != len(self.problem.shift_targets):
            return None
        seats = zeros if self.problem.seat_limit is None else prices.seats
        return self.lawful({cut: prices.cuts.get(cut, zeros) for cut in self.cuts}, seats, prices.targets)

    def presence(self, prices: Prices, kind: Kind) -> Numbers:
        """Yuan that an agent of a kind costs (mostly: brings) when present, by interval."""
        surplus = self.problem.surplus_cost * self.problem.horizon.interval_hours if self.problem.requirement else 0.0
        return prices.presence(kind, surplus)

    def heads(self, prices: Prices, shifts: tuple[str, ...]) -> Numbers:
        """Yuan that one more head costs because of shift targets, by day and shift."""
        cost = np.zeros((self.problem.horizon.days, len(shifts)))
        position = {shift: number for number, shift in enumerate(shifts)}
        for target, price in zip(self.problem.shift_targets, prices.targets, strict=True):
            if target.shift in position:
                cost[target.day, position[target.shift]] -= price
        return cost

    def remainder(self, prices: Prices) -> float:
        """Yuan of everything that does not depend on the agents, at its least."""
        cover = 0.0
        if self.parts:
            cover = float(self.whole.least(np.array([prices.cuts[cut] for cut in self.cuts]))[0].sum())
        return cover + self.remainder_beside_cover(prices.seats, prices.targets)

    def remainder_beside_cover(self, seats: Numbers, targets: Numbers) -> float:
        """The same without what cover costs by the agents present."""
        wanted = sum(p * t.heads for p, t in zip(targets, self.problem.shift_targets, strict=True))
        return self.surplus_of_required - float(seats.sum()) * (self.problem.seat_limit or 0) + float(wanted)

    @cached_property
    def whole(self) -> WholeCover:
        """What cover costs at given prices when agents are there whole."""
        return WholeCover(self.problem, self.kinds, self.parts, self.cuts)

    @property
    def counted(self) -> CountedCover:
        """The same, heads of each kind counted."""
        return CountedCover(self.problem, self.kinds, self.parts)

    @cached_property
    def surplus_of_required(self) -> float:
        """Yuan that the agents required would cost as surplus, negative: surplus is counted on all who are present."""
        required = sum(float(curve.sum()) for curve in self.problem.requirement.values())
        return -self.problem.surplus_cost * self.problem.horizon.interval_hours * required
