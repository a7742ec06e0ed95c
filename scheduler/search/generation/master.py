"""The master problem of column generation: which mix of whole horizons of days costs least.

A column is one agent's days. Like agents are counted together by day and shift, their breaks apart; presence of a
kind of agents rises where shifts begin and falls where they end, so every count touches only a few rows. Fairness is
left out, which keeps its optimum a lower bound.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from forecasts.horizon import Numbers
from scheduler.cover import price_pieces
from scheduler.hall import Skills
from scheduler.kind import Kind
from scheduler.prices import Prices
from scheduler.problem import Problem
from scheduler.rules.catalogue import open_cells
from scheduler.search.bound.prices import Relaxation
from scheduler.search.generation.linear_programme import INFINITY, LinearProgramme, Optimum
from scheduler.shift_prices import ShiftPrices

LIKE_THE_LAST = 1.2
"""How much longer than the last one a linear programme may take."""

Days = tuple[str | None, ...]
"""Shift by day, None off."""


@dataclass(frozen=True, eq=False)
class Mix:
    """An optimum: its prices, and for each agent the share of each of their columns."""

    cost: float
    prices: Prices
    shares: Mapping[str, list[tuple[float, Days]]]


class Master:
    """Rows for everything that ties agents together, columns as they are found. `agents`: the row of each, in which
    the shares of the agent's columns come to one.
    """

    def __init__(
        self, problem: Problem, relaxation: Relaxation, kinds: Mapping[str, Kind], shifts: ShiftPrices
    ) -> None:
        self.problem, self.relaxation, self._kinds, self._shifts = problem, relaxation, kinds, shifts
        self.programme = LinearProgramme()
        self._last_seconds = 0.0
        self.agents = {name: self.programme.row(1.0, 1.0) for name in problem.agents}
        self._duties: dict[tuple[Kind, int, str], int] = {}
        self._columns: dict[str, dict[Days, int]] = {name: {} for name in problem.agents}
        self._cuts: dict[Skills, dict[int, int]] = {}
        self._seats: dict[int, int] = {}
        self._present: dict[Skills, list[int]] = {}
        self._heads: list[int] = []
        self._targets = [self.programme.row(target.heads, target.heads) for target in problem.shift_targets]
        self._add_targets()
        self._add_cover()
        self._add_presence()
        for name in problem.agents:
            for day, shift in open_cells(problem, problem.agents[name]):
                self._duty(kinds[name], day, shift)

    def knows(self, agent: str, days: Days) -> bool:
        """Whether the column is there already."""
        return days in self._columns[agent]

    def add(self, agent: str, days: Days, cost: float) -> None:
        """A column with what it costs in pay and wishes."""
        if self.knows(agent, days):
            return
        duties = [self._duty(self._kinds[agent], day, shift) for day, shift in enumerate(days) if shift is not None]
        entries = [(self.agents[agent], 1.0)] + [(row, 1.0) for row in duties]
        self._columns[agent][days] = self.programme.column(cost, entries)

    def duty(self, agent: str, day: int, shift: str) -> int:
        """The row that counts agents like this one on a shift of a day."""
        return self._duty(self._kinds[agent], day, shift)

    def keep(self, agent: str, allowed: Callable[[Days], bool]) -> None:
        """Leave an agent only the columns allowed."""
        for days, column in self._columns[agent].items():
            self.programme.most[column] = INFINITY if allowed(days) else 0.0

    def release(self) -> None:
        """Leave everybody all columns again."""
        for columns in self._columns.values():
            for column in columns.values():
                self.programme.most[column] = INFINITY

    def solve(self, seconds: float) -> Mix | None:
        """The best mix of the columns so far; None when it takes longer, or would, judged by the last time."""
        if seconds < LIKE_THE_LAST * self._last_seconds:
            return None
        began = time.monotonic()
        found = self.programme.solve(seconds)
        self._last_seconds = time.monotonic() - began
        if found is None:
            return None
        shares = {
            name: sorted(((float(found.values[v]), days) for days, v in columns.items()), key=lambda s: -s[0])
            for name, columns in self._columns.items()
        }
        return Mix(found.objective + self.relaxation.surplus_of_required, self._prices(found), shares)

    def _prices(self, found: Optimum) -> Prices:
        size = self.problem.horizon.intervals
        cuts = {cut: _spread(found.duals, self._cuts.get(cut, {}), size) for cut in self.relaxation.cuts}
        targets = [float(found.duals[row]) for row in self._targets]
        return self.relaxation.lawful(cuts, -_spread(found.duals, self._seats, size), targets)

    def _add_targets(self) -> None:
        for target, row in zip(self.problem.shift_targets, self._targets, strict=True):
            self.programme.column(target.shortage_cost, [(row, 1.0)])
            self.programme.column(target.surplus_cost, [(row, -1.0)])

    def _add_cover(self) -> None:
        """A row for each interval and set of skills required there, and the pieces of shortage."""
        for part in self.relaxation.parts:
            by_skill: dict[str, list[Skills]] = {
                skill: [c for c in self.relaxation.cuts if skill in c] for skill in part
            }
            for cut in {cut for cuts in by_skill.values() for cut in cuts}:
                least = np.min([self.problem.requirement[skill] for skill in cut], axis=0)
                required = np.sum([self.problem.requirement[skill] for skill in cut], axis=0)
                self._cuts[cut] = {
                    int(i): self.programme.row(float(required[i]), INFINITY) for i in np.flatnonzero(least)
                }
            for skill, cuts in by_skill.items():
                self._add_shortage(skill, cuts)

    def _add_shortage(self, skill: str, cuts: list[Skills]) -> None:
        """The pieces of shortage; the dearest is unlimited, which keeps prices from rising above it."""
        hours, pieces = self.problem.horizon.interval_hours, price_pieces(self.problem, skill)
        for position, (amounts, prices) in enumerate(pieces):
            last = position == len(pieces) - 1
            for i in map(int, np.flatnonzero(self.problem.requirement[skill] if last else amounts)):
                rows = [(self._cuts[cut][i], 1.0) for cut in cuts if i in self._cuts[cut]]
                price = (float(prices[i]) + self.problem.surplus_cost) * hours
                self.programme.column(price, rows, INFINITY if last else float(amounts[i]))

    def _add_presence(self) -> None:
        """Productivity present by set of skills, and heads where seats are limited: in each interval as much as in
        the one before, and what comes or goes.
        """
        horizon, seats = self.problem.horizon, self.problem.seat_limit
        if self.problem.requirement:
            price = self.problem.surplus_cost * horizon.interval_hours
            for skills in dict.fromkeys(kind.skills for kind in self._kinds.values()):
                reaching = [rows for cut, rows in self._cuts.items() if cut & skills]
                self._present[skills] = self._add_chain(reaching, price)
        if seats is not None:
            self._seats = {i: self.programme.row(-INFINITY, seats) for i in range(horizon.intervals)}
            self._heads = self._add_chain([self._seats], 0.0)
            dearest = self._dearest_head()
            for i, row in self._seats.items():  # a seat's price need not exceed what a head can be worth
                self.programme.column(float(dearest[i]), [(row, -1.0)])

    def _add_chain(self, tied: Sequence[Mapping[int, int]], price: float) -> list[int]:
        """Rows, one an interval, that carry a level from each to the next; the level enters the tied rows."""
        intervals = range(self.problem.horizon.intervals)
        rows = [self.programme.row(0.0, 0.0) for _ in intervals]
        for i in intervals:
            entries = [(rows[i], 1.0)] + [(by_interval[i], 1.0) for by_interval in tied if i in by_interval]
            self.programme.column(price, entries + [(row, -1.0) for row in rows[i + 1 : i + 2]])
        return rows

    def _dearest_head(self) -> Numbers:
        """The most yuan that an agent can be worth in each interval, shape (intervals,)."""
        dearest = np.ones(self.problem.horizon.intervals)
        for skill, required in self.problem.requirement.items():
            for _, price in price_pieces(self.problem, skill):
                dearest = np.maximum(dearest, np.where(required > 0, price + self.problem.surplus_cost, 0.0))
        productivity = max((kind.productivity for kind in self._kinds.values()), default=1.0)
        return dearest * productivity * self.problem.horizon.interval_hours

    def _duty(self, kind: Kind, day: int, shift: str) -> int:
        """The row that counts agents of a kind on a shift of a day; with it, the counts by break pattern."""
        key = kind, day, shift
        if key not in self._duties:
            self._duties[key] = row = self.programme.row(0.0, 0.0)
            targets = [
                (target_row, 1.0)
                for target, target_row in zip(self.problem.shift_targets, self._targets, strict=True)
                if (target.day, target.shift) == (day, shift)
            ]
            for stretches in self._shifts.stretches[shift]:
                self.programme.column(0.0, [(row, -1.0), *targets, *self._comings(kind, day, stretches)])
        return self._duties[key]

    def _comings(self, kind: Kind, day: int, stretches: Sequence[tuple[int, int]]) -> list[tuple[int, float]]:
        """Where presence rises and falls."""
        midnight, intervals = day * self.problem.horizon.intervals_per_day, self.problem.horizon.intervals
        changes = [(midnight + begin, -1.0) for begin, _ in stretches] + [(midnight + end, 1.0) for _, end in stretches]
        levels = [(self._heads, 1.0), (self._present.get(kind.skills, []), kind.productivity)]
        return [(rows[i], change * worth) for rows, worth in levels if rows for i, change in changes if i < intervals]


def _spread(duals: Numbers, rows: Mapping[int, int], size: int) -> Numbers:
    """Dual values of rows by interval, zero where there is no row."""
    values = np.zeros(size)
    if rows:
        values[list(rows)] = duals[list(rows.values())]
    return values
