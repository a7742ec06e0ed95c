"""Annealed small changes of a roster: a shift, a break, days exchanged within or between agents.

After Kirkpatrick, Gelatt & Vecchi 1983, "Optimization by simulated annealing". A change costs microseconds, because
the rules about an agent's days are a graph that it is followed through, and cover is counted by interval. The steps are
compiled and hold no lock: several can run at the same time.
"""

import numpy as np

from scheduler.problem import Problem
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.moves.annealing_arrays import RowArrays, annealed, no_change, no_rows
from scheduler.search.moves.annealing_kernel import anneal, count_row, total_cost
from scheduler.search.moves.change_kernel import follow
from scheduler.search.team.team_kernel import interval_cost


class Annealing:
    """One roster under change, and the best one met since `start`."""

    def __init__(self, problem: Problem, insertion: Insertion, seed: int) -> None:
        self._random = np.random.default_rng(seed)
        self._state = annealed(problem, insertion)
        self._change = no_change(self._state)
        shape = len(problem.agents), problem.horizon.days
        self._best, self.least = no_rows(shape), np.inf
        self._swift = [number for number, name in enumerate(problem.agents) if insertion.keeps_all_but_locks(name)]
        self._free = np.zeros(0, dtype=np.int64)
        self._empty()

    @property
    def best(self) -> RowArrays:
        """The best days of all met."""
        return _copied(self._best)

    @property
    def now(self) -> RowArrays:
        """The days as they are."""
        return _copied(self._state.rows)

    def start(self, rows: RowArrays) -> None:
        """Go on from these days. Agents whose days are no path that the rules allow keep them."""
        state = self._state
        for agent in range(rows.own.size):
            count_row(state, agent, -1)
        for one in (state.rows, self._best):
            one.shifts[:], one.patterns[:], one.own[:] = rows.shifts, rows.patterns, rows.own
        for agent in range(rows.own.size):
            count_row(state, agent, 1)
        state.node[:, 0] = state.agents.entry
        self._free = np.array([agent for agent in self._swift if self._is_path(agent)], dtype=np.int64)
        self.least = total_cost(state)

    def steps(self, count: int, warmth: float) -> None:
        """So many steps, each of which may worsen the roster by `warmth` yuan in the mean."""
        if self._free.size:
            self.least = anneal(
                self._state, self._change, self._free, self._best, self.least, count, warmth, self._random
            )

    def _is_path(self, agent: int) -> bool:
        """Whether an agent's days are all open and lead to the end."""
        state = self._state
        days = np.arange(state.rows.shifts.shape[1])
        there = np.isfinite(state.agents.own[agent, days, state.rows.shifts[agent]]).all()
        return bool(there) and state.agents.entry[agent] >= 0 and follow(state, agent, 0)

    def _empty(self) -> None:
        """What presence costs when nobody is there."""
        team = self._state.team
        room = np.empty(len(team.cover.reaches))
        for interval in range(team.present.cost.size):
            team.present.cost[interval] = interval_cost(team.cover, team.present.capacity, interval, 0, 0.0, room)


def _copied(rows: RowArrays) -> RowArrays:
    return RowArrays(rows.shifts.copy(), rows.patterns.copy(), rows.own.copy())
