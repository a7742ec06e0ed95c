"""The ways found to fill agents' days, those long out of use forgotten."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.search.bound.dual_kernel import NEVER, ColumnArrays
from scheduler.search.paths.path_kernel import OFF

IDLE = 5
"""Rounds that a column stays without being in the mix."""
IN_THE_MIX = 1e-4


class Columns:
    """Columns in the order found. Agents, their `kinds` and shifts go by position."""

    def __init__(self, kinds: Sequence[int], days: int, shifts: int) -> None:
        self._kinds, self._days, self._shifts = np.array(kinds, dtype=np.int64), days, shifts
        self._known: set[tuple[int, bytes]] = set()
        self._agent = np.zeros(0, dtype=np.int64)
        self._cost = np.zeros(0)
        self._rows = np.zeros((0, days), dtype=np.int16)
        self._idle = np.zeros(0, dtype=np.int64)

    @property
    def rows(self) -> NDArray[np.int16]:
        """Shift by day of each column, or OFF."""
        return self._rows

    def __len__(self) -> int:
        return len(self._cost)

    def add_all(self, rows: NDArray[np.int16], costs: Numbers) -> None:
        """One column for each agent: shift by day, and yuan of pay and wishes. Known ones are passed over."""
        fresh = [agent for agent, row in enumerate(rows) if (agent, row.tobytes()) not in self._known]
        self._known.update((agent, rows[agent].tobytes()) for agent in fresh)
        self._agent = np.append(self._agent, fresh).astype(np.int64)
        self._cost = np.append(self._cost, costs[fresh])
        self._rows = np.concatenate([self._rows, rows[fresh]])
        self._idle = np.append(self._idle, np.zeros(len(fresh), dtype=np.int64))

    def age(self, shares: Numbers) -> None:
        """Forget columns that have been out of the mix for too long; `shares` of each in the newest mix."""
        self._idle = np.where(shares > IN_THE_MIX, 0, self._idle + 1)
        kept = self._idle < IDLE
        for column in np.flatnonzero(~kept):
            self._known.discard((int(self._agent[column]), self._rows[column].tobytes()))
        self._agent, self._cost = self._agent[kept], self._cost[kept]
        self._rows, self._idle = self._rows[kept], self._idle[kept]

    def arrays(self) -> tuple[ColumnArrays, NDArray[np.bool_]]:
        """The columns for compiled loops, and which duties are in any."""
        first = self._kinds[self._agent][:, np.newaxis] * self._days + np.arange(self._days)
        duty = np.where(self._rows == OFF, NEVER, first * self._shifts + self._rows).astype(np.int32)
        used = np.zeros((int(self._kinds.max(initial=0)) + 1) * self._days * self._shifts, dtype=np.bool_)
        used[duty[duty != NEVER]] = True
        return ColumnArrays(len(self._kinds), self._agent, self._cost, duty), used
