"""Presences of agents in single intervals, found to be the cheapest at some prices; those long out of use forgotten.

What columns are for agents, these are for intervals: the master problem takes a mix of them.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers

IDLE = 8
"""Rounds that a presence stays without being in the mix."""
IN_THE_MIX = 1e-4
DIGITS = 6
"""Of presences that are told apart."""


class CoverMix(NamedTuple):
    """Presences by place, which is a part of the skills in an interval: yuan of what stays short, and standard agents
    of each group of prices, (presences, groups). `places`: how many there may be.
    """

    place: NDArray[np.int64]
    interval: NDArray[np.int64]
    cost: Numbers
    present: Numbers
    places: int


class Covers:
    """In the order found; `mine[part, group]`: whether a group of prices is one of a part's."""

    def __init__(self, mine: NDArray[np.bool_], intervals: int) -> None:
        self._mine, self._intervals, self._places = mine, intervals, len(mine) * intervals
        self._known: set[tuple[int, bytes]] = set()
        self._place, self._cost = np.zeros(0, dtype=np.int64), np.zeros(0)
        self._present, self._idle = np.zeros((0, mine.shape[1])), np.zeros(0, dtype=np.int64)

    def __len__(self) -> int:
        return self._cost.size

    def add_all(self, prices: Numbers, value: Numbers, present: Numbers) -> None:
        """What `WholeCover.least` tells at some prices. Known ones are passed over."""
        for part, mine in enumerate(self._mine):
            there = np.where(mine[:, np.newaxis], present, 0.0).T
            cost = value[part] - (prices.T * there).sum(axis=1)
            places = part * self._intervals + np.arange(self._intervals)
            keys = [(int(place), np.round(row, DIGITS).tobytes()) for place, row in zip(places, there, strict=True)]
            fresh = [number for number, key in enumerate(keys) if key not in self._known]
            self._known.update(keys)
            self._place = np.append(self._place, places[fresh])
            self._cost = np.append(self._cost, cost[fresh])
            self._present = np.concatenate([self._present, there[fresh]])
            self._idle = np.append(self._idle, np.zeros(len(fresh), dtype=np.int64))

    def age(self, shares: Numbers) -> None:
        """Forget presences that have been out of the mix for too long; `shares` of each in the newest mix."""
        self._idle = np.where(shares > IN_THE_MIX, 0, self._idle + 1)
        kept = self._idle < IDLE
        for number in np.flatnonzero(~kept):
            self._known.discard((int(self._place[number]), np.round(self._present[number], DIGITS).tobytes()))
        self._place, self._cost = self._place[kept], self._cost[kept]
        self._present, self._idle = self._present[kept], self._idle[kept]

    def arrays(self) -> CoverMix:
        """The presences for compiled loops."""
        return CoverMix(self._place, self._place % self._intervals, self._cost, self._present, self._places)
