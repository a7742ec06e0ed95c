"""What cover costs at least when agents are present whole or not at all.

The linear relaxation lets a fifth of an agent sit through a night that requires a fifth. Here the presence of agents is
a sum of whole ones in each interval, which raises the bound of the Lagrangian relaxation (Geoffrion 1974: it is as
strong as the convex hull of what is kept). Only the cost of one skill by what agents with several bring it is made
convex; `counted_cover` does without that where teams are small.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.hall import Skills, cuts
from scheduler.kind import Kind
from scheduler.problem import Problem
from scheduler.search.bound.required_parts import required_parts, valued_pieces
from scheduler.search.bound.whole_cover_kernel import WholePart, least_cover

MOST_CHOICES = 2_000
"""Presences of those who share skills that are looked at in an interval. One that has more, or more vertices of a
skill's cost, has so many agents that parts of them make no difference.
"""
FINEST = 100
"""Parts of a standard agent that are told apart; productivity between two counts as the higher, which keeps the bound
true.
"""


class WholeCover:
    """For teams of so many `heads` of each kind. `parts`: connected skills; `order`: the order of cuts in arrays."""

    def __init__(
        self,
        problem: Problem,
        heads: Mapping[Kind, int],
        parts: Sequence[tuple[str, ...]],
        order: Sequence[Skills],
    ) -> None:
        self._problem, self._heads, self._order = problem, heads, order
        self.parts = [[self._part(*some) for some in required_parts(problem, part)] for part in parts]

    def least(self, prices: Numbers) -> tuple[Numbers, Numbers]:
        """Yuan of shortage, and of presence at these prices, by part and interval; standard agents present in reach of
        each cut. `prices`: by cut and interval, at least 0.
        """
        value, present = np.zeros((len(self.parts), prices.shape[1])), np.zeros_like(prices)
        for number, alike in enumerate(self.parts):
            for part in alike:
                least_cover(part, prices, MOST_CHOICES, value[number], present)
        return value, present

    def _part(self, skills: list[str], intervals: NDArray[np.int64]) -> WholePart:
        most = {skill: float(self._problem.requirement[skill][intervals].max()) for skill in skills}
        owning: dict[Skills, dict[float, int]] = {}
        for kind, heads in self._heads.items():
            by_worth = owning.setdefault(kind.skills & set(skills), {})
            by_worth[kind.productivity] = by_worth.get(kind.productivity, 0) + heads
        single = [_sums(owning.get(frozenset((skill,)), {}), most[skill]) for skill in skills]
        sharing = [owned for owned in owning if len(owned) > 1]
        shared = [_sums(owning[owned], sum(most[skill] for skill in owned)) for owned in sharing]
        binding = cuts(skills)
        pieces = [valued_pieces(self._problem, skill) for skill in skills]
        shape = len(skills), max(map(len, pieces)), self._problem.horizon.intervals
        amount, price = np.zeros(shape), np.zeros(shape)
        for skill, steps in enumerate(pieces):
            for step, (amounts, prices) in enumerate(steps):
                amount[skill, step], price[skill, step] = amounts, prices
        return WholePart(
            intervals,
            amount,
            price,
            np.array([self._order.index(cut) for cut in binding], dtype=np.int64),
            np.array([[skill in cut for skill in skills] for cut in binding]),
            np.concatenate(single),
            _firsts(single),
            np.concatenate([np.zeros(0), *shared]),
            _firsts(shared),
            np.array([[bool(owned & cut) for owned in sharing] for cut in binding], np.bool_).reshape(
                len(binding), len(sharing)
            ),
        )


def _firsts(lists: Sequence[Numbers]) -> NDArray[np.int64]:
    """Where each begins when they are put in a row, and the end of the last."""
    return np.cumsum([0, *map(len, lists)], dtype=np.int64)


def _sums(heads: Mapping[float, int], most: float) -> Numbers:
    """The standard agents that some of these heads, by productivity, can make; up to the first that are enough."""
    steps = {worth: int(np.ceil(worth * FINEST - 1e-9)) for worth in heads}
    size = int(np.ceil(most * FINEST)) + max(steps.values(), default=0) + 1
    possible = np.zeros(size, dtype=np.bool_)
    possible[0] = True
    for worth, count in heads.items():
        for _ in range(min(count, size // max(steps[worth], 1))):
            possible[steps[worth] :] |= possible[: size - steps[worth]].copy()
    found: Numbers = np.flatnonzero(possible) / FINEST
    return found[: np.searchsorted(found, most) + 1]
