"""A roster as arrays: agents go in and out in microseconds, each with the days that cost least beside the others."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.company_state import CompanyState
from scheduler.labour import labour_cost
from scheduler.objective import request_cost
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.search.improvement.insertion import Insertion, held_breaks
from scheduler.search.paths.path_kernel import OFF
from scheduler.search.team.shared_shifts import SharedShifts
from scheduler.search.team.team_arrays import TeamArrays, patterns_of, team_arrays
from scheduler.search.team.team_kernel import (
    add_row,
    interval_cost,
    presence_price,
    shift_prices,
)


class Row(NamedTuple):
    """An agent's days: position of the shift and of its break pattern by day, OFF without; yuan of pay and wishes."""

    shifts: NDArray[np.int16]
    patterns: NDArray[np.int16]
    own: float


class TeamRoster:
    """Agents by position, in the problem's order. `rows`: None for agents who have no days yet."""

    def __init__(self, problem: Problem, insertion: Insertion) -> None:
        self.problem, self.names = problem, list(problem.agents)
        kinds = list(dict.fromkeys(insertion.kinds.values()))
        self.arrays: TeamArrays = team_arrays(problem, kinds)
        self.kinds = [kinds.index(insertion.kinds[name]) for name in self.names]
        self.rows: list[Row | None] = [None] * len(self.names)
        self._insertion, self._shared = insertion, SharedShifts(problem)
        self._company = CompanyState(problem)
        self._own = np.zeros(len(self.names))
        self._order, self._patterns = list(problem.shifts), patterns_of(problem)
        self._position = {worked: number for number, worked in enumerate(self._patterns)}
        self._columns = {
            name: np.array([self._order.index(shift) for shift in insertion.shifts(name)], dtype=np.int64)
            for name in self.names
        }
        room = np.empty(len(self.arrays.cover.reaches))
        for interval in range(problem.horizon.intervals):
            cost = interval_cost(self.arrays.cover, self.arrays.present.capacity, interval, 0, 0.0, room)
            self.arrays.present.cost[interval] = cost

    @property
    def cost(self) -> float:
        """What the roster costs, hours without the company that a hard rule asks for at a high price."""
        presence = float(self.arrays.present.cost.sum()) + self._target_cost + self._company.cost()
        return presence + float(self._own.sum()) + self._shared.cost

    @property
    def roster(self) -> Roster:
        """The roster as others know it."""
        return self.roster_of(self.rows)

    def roster_of(self, rows: Sequence[Row | None]) -> Roster:
        """A roster in which agents have these days."""
        return Roster.of(
            Assignment(name, int(day), *self._patterns[row.patterns[day]])
            for name, row in zip(self.names, rows, strict=True)
            if row is not None
            for day in np.flatnonzero(row.shifts != OFF)
        )

    def load(self, roster: Roster) -> None:
        """Go on from another roster."""
        by_agent = roster.by_agent()
        for agent, name in enumerate(self.names):
            self.take(agent)
            days = by_agent.get(name, {})
            one = self.problem.agents[name]
            row = self._empty_row(labour_cost(self.problem, one, days.values()) + request_cost(one, days))
            for day, cell in days.items():
                row.shifts[day], row.patterns[day] = (
                    self._order.index(cell.shift),
                    self._position[cell.shift, cell.breaks],
                )
            self.put(agent, row)

    def put(self, agent: int, row: Row) -> None:
        """Give an agent without days these."""
        add_row(self.arrays, self.kinds[agent], row.shifts, row.patterns, 1)
        self.rows[agent], self._own[agent] = row, row.own
        self._shared.count(agent, row.shifts)
        self._accompany(agent, row, 1)

    def take(self, agent: int) -> Row | None:
        """Take an agent's days away and return them."""
        row = self.rows[agent]
        if row is not None:
            add_row(self.arrays, self.kinds[agent], row.shifts, row.patterns, -1)
            self.rows[agent], self._own[agent] = None, 0.0
            self._accompany(agent, row, -1)
        return row

    def best(self, agent: int, width: float = 0.0) -> Row | None:
        """The days of an agent who has none that cost least beside the others; `width` as in `presence_price`. None
        where none are found that keep the rules.
        """
        name = self.names[agent]
        own, off = self._insertion.own(name)
        price, patterns = shift_prices(self.arrays.shifts, presence_price(self.arrays, self.kinds[agent], width))
        self._add_target_prices(price)
        columns, shifts = self._columns[name], self._insertion.shifts(name)
        shared = price[:, columns] + self._company.price(self.problem.agents[name], shifts)
        found = self._insertion.cheapest(name, shared + own, off)
        if found is None:
            return None
        worked = np.array(found[1], dtype=np.int64)
        days = np.flatnonzero(worked != OFF)
        row = self._empty_row(found[0] - float(shared[days, worked[days]].sum()))
        row.shifts[days] = columns[worked[days]]
        row.patterns[days] = patterns[days, row.shifts[days]]
        for day, held in held_breaks(self.problem.agents[name]).items():
            if row.shifts[day] != OFF:
                row.patterns[day] = self._position[self._order[row.shifts[day]], held]
        return row if self._insertion.keeps_all_rules(name) or self._lawful(agent, row) else None

    def _accompany(self, agent: int, row: Row, sign: int) -> None:
        """Put an agent's days into what is known of company, or take them out."""
        if self.problem.companions:
            worked = ((int(day), self._order[row.shifts[day]]) for day in np.flatnonzero(row.shifts != OFF))
            self._company.add(self.problem.agents[self.names[agent]], worked, sign)

    @property
    def _target_cost(self) -> float:
        """Yuan of heads short and extra on shifts."""
        wanted = self.arrays.targets
        extra = self.arrays.present.counted - wanted.heads
        return float(np.where(extra > 0, wanted.extra * extra, -wanted.short * extra).sum())

    def _add_target_prices(self, price: Numbers) -> None:
        """Add what one more head costs or saves on shifts that want heads."""
        wanted = self.arrays.targets
        full = self.arrays.present.counted >= wanted.heads
        np.add.at(price, (wanted.day, wanted.shift), np.where(full, wanted.extra, -wanted.short))

    def _empty_row(self, own: float) -> Row:
        days = self.problem.horizon.days
        return Row(np.full(days, OFF, dtype=np.int16), np.full(days, OFF, dtype=np.int16), own)

    def _lawful(self, agent: int, row: Row) -> bool:
        name = self.names[agent]
        days = {
            int(day): Assignment(name, int(day), *self._patterns[row.patterns[day]])
            for day in np.flatnonzero(row.shifts != OFF)
        }
        return self._insertion.is_lawful(name, days)
