"""Everybody's cheapest days at the same prices, families of agents in a row, on as many processors as are allowed."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.problem import Problem
from scheduler.search.bound.limit_charges import LimitCharges
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.paths.agent_paths import AgentPaths
from scheduler.search.paths.day_graph import Arcs
from scheduler.search.paths.path_kernel import OFF, cheapest_paths

AT_ONCE = 32
"""Agents priced by one call."""


@dataclass(frozen=True, eq=False)
class Cheapest:
    """By agent: the least cost, infinite where no days keep the rules; the position of the shift in the problem by day,
    or OFF; and yuan of pay and wishes.
    """

    least: Numbers
    shifts: NDArray[np.int16]
    own: Numbers


@dataclass(frozen=True, eq=False)
class _Batch:
    """Agents of one family. `own`: infinite where a cell is closed; `positions`: of their shifts in the problem."""

    agents: NDArray[np.int64]
    kinds: NDArray[np.int64]
    arcs: Arcs
    entries: NDArray[np.int64]
    own: Numbers
    off: Numbers
    premium: Numbers
    positions: NDArray[np.int64]


class TeamPricing:
    """Agents by position; `kinds` tells whose prices an agent sees."""

    def __init__(self, problem: Problem, insertion: Insertion, kinds: Sequence[int], workers: int = 1) -> None:
        self._order, self._workers, self.kinds = list(problem.shifts), workers, kinds
        self._shape = len(problem.agents), problem.horizon.days
        names, families = list(problem.agents), dict[int, list[int]]()
        self.charges = LimitCharges(problem, insertion)
        for agent, name in enumerate(names):
            families.setdefault(id(insertion.paths(name).arcs), []).append(agent)
        self._batches = [
            self._batch(insertion, [names[agent] for agent in some], some, kinds)
            for members in families.values()
            for some in (members[first : first + AT_ONCE] for first in range(0, len(members), AT_ONCE))
        ]

    def cheapest(self, price: Numbers, charges: Numbers) -> Cheapest:
        """The cheapest days of all at prices of shifts by kind and day, shape (kinds, days, shifts), and yuan for each
        shift by agent, (agents, shifts), which `own` is without.
        """
        found = Cheapest(np.empty(self._shape[0]), np.empty(self._shape, dtype=np.int16), np.empty(self._shape[0]))
        if self._workers == 1:
            for batch in self._batches:
                _price(batch, price, _charged(batch, charges), found)
        else:
            with ThreadPoolExecutor(self._workers) as pool:
                list(pool.map(lambda batch: _price(batch, price, _charged(batch, charges), found), self._batches))
        return found

    def _batch(self, insertion: Insertion, names: Sequence[str], agents: Sequence[int], kinds: Sequence[int]) -> _Batch:
        paths: list[AgentPaths] = [insertion.paths(name) for name in names]
        own = [insertion.own(name) for name in names]
        return _Batch(
            np.array(agents),
            np.array([kinds[agent] for agent in agents]),
            paths[0].arcs,
            np.array([one.entry for one in paths]),
            np.array([np.where(one.open, price, np.inf) for one, (price, _) in zip(paths, own, strict=True)]),
            np.array([off for _, off in own]),
            np.array([one.premium for one in paths]),
            np.array([self._order.index(shift) for shift in paths[0].shifts], dtype=np.int64),
        )


def _charged(batch: _Batch, charges: Numbers) -> Numbers:
    """What each shift is charged, (agents of the batch, shifts of their family)."""
    return charges[np.ix_(batch.agents, batch.positions)]


def _price(batch: _Batch, price: Numbers, charged: Numbers, found: Cheapest) -> None:
    """Fill in the agents of a batch."""
    shared = price[:, :, batch.positions][batch.kinds] + charged[:, np.newaxis]
    least, paths = cheapest_paths(batch.arcs, batch.entries, shared + batch.own, batch.off, batch.premium)
    agents, days = np.nonzero(paths != OFF)
    worked = paths[agents, days].astype(np.int64)
    shifts = np.full(paths.shape, OFF, dtype=np.int16)
    shifts[agents, days] = batch.positions[worked]
    found.least[batch.agents], found.shifts[batch.agents] = least, shifts
    found.own[batch.agents] = least - np.bincount(agents, shared[agents, days, worked], len(least))
