"""What cover costs at least, heads of each kind counted.

With a price for each set of skills, six tenths of a full agent stand in for an agent of 0.6, and nearly every amount
can be present. Here each kind has a price of its own, and what is present is so many heads of each: as strong as the
convex hull of every interval's cost over whole heads (Geoffrion 1974). All ways to be present are gone through, which
small teams allow.
"""

from collections.abc import Mapping, Sequence
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.hall import Skills, cuts
from scheduler.kind import Kind
from scheduler.problem import Problem
from scheduler.search.bound.counted_cover_kernel import counted_cover
from scheduler.search.bound.counted_ways_kernel import NEVER, CountedPart
from scheduler.search.bound.required_parts import required_parts, valued_pieces

MOST_WAYS = 6_000
"""To be present, of those with the same skills. Where there are more, parts of an agent make hardly a difference."""
MOST_TOGETHER = 300_000
"""Ways of all together, in the mean over intervals. Nearly all are ruled out unseen."""

Ways = tuple[Numbers, Numbers]
"""Of heads with the same skills to be present: standard agents in all, rising, and by group, (ways, groups)."""


class CountedCover:
    """For teams of so many `heads` of each kind. `groups`: part and kind, by position, each with its own prices."""

    def __init__(self, problem: Problem, heads: Mapping[Kind, int], parts: Sequence[tuple[str, ...]]) -> None:
        self._problem, self._heads, self._shape = problem, heads, (len(parts), problem.horizon.intervals)
        self.groups = [
            (number, kind)
            for number, part in enumerate(parts)
            for kind, one in enumerate(heads)
            if not one.skills.isdisjoint(part)
        ]
        self._required = [
            (number, *some) for number, part in enumerate(parts) for some in required_parts(problem, part)
        ]
        self._parts: list[tuple[int, CountedPart]] = []

    def prepare(self) -> bool:
        """Whether there are few enough ways to be present to go through them time and again; they are listed then."""
        together = 0
        for number, skills, intervals in self._required:
            if any(prod(self._heads[kind] + 1 for kind in kinds) > MOST_WAYS for kinds in self._sets(skills).values()):
                return False
            part = self._part(number, skills, intervals)
            self._parts.append((number, part))
            together += len(intervals) * _together(part)
        return together <= MOST_TOGETHER * self._shape[1]

    def least(self, prices: Numbers) -> tuple[Numbers, Numbers]:
        """Yuan of shortage, and of presence at these prices, by part and interval; standard agents present by group and
        interval. `prices`: of a standard agent, by group and interval, at least 0.
        """
        value, present = np.zeros(self._shape), np.zeros_like(prices)
        for number, part in self._parts:
            counted_cover(part, prices, value[number], present)
        return value, present

    def _sets(self, skills: Sequence[str]) -> dict[Skills, list[Kind]]:
        """Kinds by which of these skills they have: each skill alone, then several."""
        found: dict[Skills, list[Kind]] = {frozenset((skill,)): [] for skill in skills}
        for kind in self._heads:
            if owned := kind.skills & set(skills):
                found.setdefault(owned, []).append(kind)
        return found

    def _ways(self, number: int, kinds: Sequence[Kind]) -> Ways:
        """Every count of heads of these kinds."""
        order = list(self._heads)
        heads = np.array(list(product(*(range(self._heads[kind] + 1) for kind in kinds))), dtype=np.float64)
        there = np.zeros((len(heads), len(self.groups)))
        for column, kind in zip(heads.T, kinds, strict=True):
            there[:, self.groups.index((number, order.index(kind)))] = column * kind.productivity
        rising = np.argsort(there.sum(axis=1), kind="stable")
        return there[rising].sum(axis=1), there[rising]

    def _part(self, number: int, skills: list[str], intervals: NDArray[np.int64]) -> CountedPart:
        sets, binding = self._sets(skills), cuts(skills)
        ways = [self._ways(number, kinds) for kinds in sets.values()]
        pieces = [(skill, *piece) for skill, name in enumerate(skills) for piece in valued_pieces(self._problem, name)]
        amount, price = np.array([one for _, one, _ in pieces]), np.array([one for _, _, one in pieces])
        dearest = np.argsort(-price, axis=0, kind="stable")
        return CountedPart(
            intervals,
            np.array([skill for skill, _, _ in pieces], dtype=np.int64)[dearest],
            np.take_along_axis(amount, dearest, axis=0),
            np.take_along_axis(price, dearest, axis=0),
            np.array([[skill in cut for skill in skills] for cut in binding]),
            np.concatenate([worth for worth, _ in ways]),
            np.concatenate([there for _, there in ways]),
            np.cumsum([0, *(len(worth) for worth, _ in ways)], dtype=np.int64),
            np.array([[bool(owned & cut) for owned in sets] for cut in binding]),
            np.array([[skill in owned for owned in sets] for skill in skills]),
            np.full((len(sets), self._shape[1]), NEVER, dtype=np.int64),
        )


def _together(part: CountedPart) -> int:
    """Ways of all sets together, of each set those of different worth up to the first that is enough."""
    counts = []
    for one, (first, last) in enumerate(zip(part.first, part.first[1:], strict=False)):
        mine = part.owns[part.skill[:, part.intervals], one]
        most = (part.amount[:, part.intervals] * mine).sum(axis=0).max()
        counts.append(1 + len(np.unique(part.worth[first:last][part.worth[first:last] < most].round(6))))
    return prod(counts)
