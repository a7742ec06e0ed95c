"""A roster as arrays: agents go in and out in microseconds, and each gets the days that cost least beside the others."""

import numpy as np
from numpy.typing import NDArray

from scheduler.labour import labour_cost
from scheduler.objective import request_cost
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.search.insertion import Insertion
from scheduler.search.path_kernel import OFF, cheapest_paths
from scheduler.search.team_arrays import patterns_of, team_arrays
from scheduler.search.team_kernel import (
    add_row,
    add_target_prices,
    interval_cost,
    presence_price,
    shift_prices,
    target_cost,
)


class TeamRoster:
    """Agents by position. `shifts`, `patterns`: by agent and day, OFF without a shift."""

    def __init__(self, problem: Problem, insertion: Insertion) -> None:
        self.problem, self.insertion, self.names = problem, insertion, list(problem.agents)
        kinds = list(dict.fromkeys(insertion.kinds.values()))
        self.arrays = team_arrays(problem, kinds)
        self.kinds = [kinds.index(insertion.kinds[name]) for name in self.names]
        for interval in range(problem.horizon.intervals):
            self.arrays.present.cost[interval] = interval_cost(
                self.arrays.cover, self.arrays.present.capacity, interval, 0, 0.0
            )
        shape = len(self.names), problem.horizon.days
        self.shifts, self.patterns = np.full(shape, OFF, dtype=np.int16), np.full(shape, OFF, dtype=np.int16)
        self.own = np.zeros(shape[0])
        order = list(problem.shifts)
        self._columns = [[order.index(s) for s in insertion.paths(name).shifts] for name in self.names]
        self._patterns = patterns_of(problem)

    @property
    def cost(self) -> float:
        return float(self.arrays.present.cost.sum() + self.own.sum() + target_cost(self.arrays))

    def respond(self, agent: int, width: float = 0.0) -> bool:
        """Give an agent the best days beside the others."""
        add_row(self.arrays, self.kinds[agent], self.shifts[agent], self.patterns[agent], -1)
        paths, (own, off) = self.insertion.paths(self.names[agent]), self.insertion.own(self.names[agent])
        price, patterns = shift_prices(self.arrays.shifts, presence_price(self.arrays, self.kinds[agent], width))
        add_target_prices(self.arrays, price)
        columns = self._columns[agent]
        price = price[:, columns]
        full = np.where(paths.open, price + own, np.inf)
        least, found = cheapest_paths(
            paths.arcs, np.array([paths.entry]), full[np.newaxis], off[np.newaxis], paths.premium[np.newaxis]
        )
        if np.isfinite(least[0]):
            days = np.arange(len(off))
            worked = found[0] != OFF
            chosen = np.where(worked, np.array(columns, dtype=np.int16)[found[0]], OFF)
            self.patterns[agent] = np.where(worked, patterns[days, chosen], OFF)
            self.shifts[agent] = chosen
            self.own[agent] = least[0] - price[days[worked], found[0][worked]].sum()
        add_row(self.arrays, self.kinds[agent], self.shifts[agent], self.patterns[agent], 1)
        return bool(np.isfinite(least[0]))

    @property
    def roster(self) -> Roster:
        return Roster.of(
            Assignment(self.names[a], int(d), *self._patterns[self.patterns[a, d]])
            for a, d in np.argwhere(self.shifts != OFF)
        )
