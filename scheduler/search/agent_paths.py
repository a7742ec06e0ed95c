"""The cheapest days of one agent at given prices: a dynamic programme over the days of the horizon.

The state is the run of working days (with what the last shift lets follow) or of days off, and the agent's tallies.
It knows every rule of the format but two: rest that outlasts a whole day off, and shifts locked to be worked, which it
prefers by a large price. Both are left to the checks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import MINUTES_PER_DAY, Numbers
from scheduler.agent import Agent
from scheduler.labour import overtime_premium
from scheduler.problem import Problem
from scheduler.rules.catalogue import open_cells
from scheduler.search.tallies import Table, Tally, tallies

Path = tuple[int, ...]
"""For each day the position of the shift worked in `AgentPaths.shifts`, or -1 for a day off."""

MOST_STATES = 120_000
OFF = -1


@dataclass(frozen=True, eq=False)
class Values:
    """Least cost from a day on: `work` by class of the last shift, run and tallies; `off` by run and tallies."""

    work: Numbers
    off: Numbers


@dataclass(frozen=True, eq=False)
class _Group:
    """Shifts that move the tallies alike: tally states after them, on top of a working day or a day off; yuan of
    overtime premium by shift and tally state.
    """

    shifts: NDArray[np.intp]
    step: Table
    fresh_step: Table
    premium: Numbers


class AgentPaths:
    """Everything about an agent that does not depend on prices. Limits that would need too many states are left out,
    the loosest first: its costs are then lower bounds, and its paths want checking.
    """

    def __init__(self, problem: Problem, agent: Agent) -> None:
        self.problem, self.agent = problem, agent
        cells = set(open_cells(problem, agent))
        self.shifts = tuple(s for s in problem.shifts if any((d, s) in cells for d in range(problem.horizon.days)))
        self.open = np.array([[(day, s) in cells for s in self.shifts] for day in range(problem.horizon.days)])
        self._close_after_carry_in()
        self._class_of, self._follows = self._classes()
        self._runs = agent.max_consecutive_days or max(agent.min_consecutive_days or 1, 1)
        self._least_off = max(agent.min_consecutive_days_off or 1, 1)
        self._tallies = self._affordable(tallies(problem, agent, self.shifts))
        self._sizes = [tally.size for tally in self._tallies]
        self._grid = np.indices(self._sizes).reshape(len(self._sizes), prod(self._sizes))
        self._good = self._every([tally.good for tally in self._tallies])
        self._dead = ~self._every([~tally.dead for tally in self._tallies])
        self._start_tally = self._flat([np.array([tally.start]) for tally in self._tallies])[0]
        self._steps: dict[tuple[bool, bool, int], Table] = {}

    def _affordable(self, found: list[Tally]) -> list[Tally]:
        """The tallies without the loosest limits on kinds of shift, until few enough states are left."""
        phases = len(self._follows) * self._runs + self._least_off + 1
        kept = list(found)
        while phases * prod(tally.size for tally in kept) > MOST_STATES:
            kept.remove(max(kept, key=lambda tally: (tally.may_be_left_out, tally.size)))
        return kept

    def _close_after_carry_in(self) -> None:
        """Close cells too soon after the last shift before the horizon; all when no run of days is allowed."""
        end, rest = self.agent.carry_in.last_shift_end, self.agent.min_rest_minutes
        for day, position in zip(*np.nonzero(self.open), strict=True):
            start = int(day) * MINUTES_PER_DAY + self.problem.shifts[self.shifts[position]].start
            if end is not None and rest is not None and start - end < rest:
                self.open[day, position] = False
        if self.agent.max_consecutive_days == 0:
            self.open[:] = False

    def _classes(self) -> tuple[NDArray[np.intp], list[NDArray[np.bool_]]]:
        """Shifts by what they let follow on the next day, shape (shifts,); for each class which shifts may follow.
        The last class, after the carry-in, lets everything follow.
        """
        masks = [tuple(self._lets_follow(first, second) for second in self.shifts) for first in self.shifts]
        classes = list(dict.fromkeys(masks))
        follows = [np.array(mask, dtype=bool) for mask in [*classes, (True,) * len(self.shifts)]]
        return np.array([classes.index(mask) for mask in masks], dtype=np.intp), follows

    def _lets_follow(self, first: str, second: str) -> bool:
        rest = MINUTES_PER_DAY + self.problem.shifts[second].start - self.problem.shifts[first].end
        least = self.agent.min_rest_minutes
        return (first, second) not in self.problem.forbidden_successions and (least is None or rest >= least)

    def _every(self, flags: Sequence[NDArray[np.bool_]]) -> NDArray[np.bool_]:
        """For each combination of tally states, whether the flag holds for all of them."""
        holds = np.ones(prod(self._sizes), dtype=np.bool_)
        for flag, states in zip(flags, self._grid, strict=True):
            holds &= flag[states]
        return holds

    def _flat(self, states: Sequence[Table]) -> Table:
        """Positions of combinations of tally states."""
        flat = np.zeros_like(states[0]) if states else np.zeros(1, dtype=np.intp)
        for state, size in zip(states, self._sizes, strict=True):
            flat = flat * size + state
        return flat

    def _begins_week(self, day: int) -> bool:
        return self.problem.horizon.weekday(day) == 0

    def _at_start(self, day: int) -> Table:
        """Tally states on a morning, by those of the evening before."""
        return self._morning[self._begins_week(day)]

    @cached_property
    def _morning(self) -> tuple[Table, Table]:
        reset = [states * (not tally.weekly) for tally, states in zip(self._tallies, self._grid, strict=True)]
        return self._flat(list(self._grid)), self._flat(reset)

    def _step(self, day: int, position: int, *, rested: bool) -> Table:
        """Tally states after a shift, by those of the evening before; `rested`: after a day off."""
        weekday = self.problem.horizon.weekday(day)
        weekend = weekday == 5 or (weekday == 6 and (rested or day == 0))
        key = weekday == 0, weekend, position
        if key not in self._steps:
            parts = []
            for tally, states in zip(self._tallies, self._grid, strict=True):
                before = states * (not (tally.weekly and key[0]))
                parts.append(tally.after[position, before] if weekend or not tally.weekend else before)
            self._steps[key] = self._flat(parts)
        return self._steps[key]

    def _premium(self, day: int, position: int) -> Numbers:
        """Yuan of overtime premium of a shift, by tally state of the evening before."""
        factor = overtime_premium(self.problem, self.agent, day) * self.agent.hourly_cost / 60
        premium: Numbers = factor * self._extra[self._begins_week(day)][position]
        return premium

    @cached_property
    def _extra(self) -> tuple[Numbers, Numbers]:
        """Overtime minutes of each shift by tally state: on other days, on Mondays."""
        before = np.zeros(self._good.size)
        for tally, states in zip(self._tallies, self._grid, strict=True):
            if tally.week_minutes is not None:
                before = tally.week_minutes[states].astype(np.float64)
        paid = np.array([[float(self.problem.shifts[shift].paid_minutes)] for shift in self.shifts])
        limit = self.agent.overtime.after_minutes_per_week if self.agent.overtime else np.inf
        days = [np.clip(minutes + paid - limit, 0.0, paid) for minutes in (before, np.zeros_like(before))]
        return days[0], days[1]

    def cheapest(self, price: Numbers, off_price: Numbers) -> tuple[float, Path] | None:
        """Cost and days of the cheapest path. `price`: yuan by day and shift, `off_price`: by day; overtime premiums
        are added here. None when no path keeps the rules.
        """
        values = self.values(price, off_price)
        cost = self._start_value(values[0])
        return (cost, self._walk(values, price, off_price)) if np.isfinite(cost) else None

    def values(self, price: Numbers, off_price: Numbers) -> list[Values]:
        """Least cost from each day on, days + 1 entries."""
        price = np.where(self.open, price, np.inf)
        after = [self._final()]
        for day in reversed(range(self.problem.horizon.days)):
            after.append(self._before(day, after[-1], price[day], float(off_price[day])))
        return after[::-1]

    def _final(self) -> Values:
        end = np.where(self._good, 0.0, np.inf)
        shape = (len(self._follows), self._runs, end.size)
        return Values(np.broadcast_to(end, shape), np.broadcast_to(end, (self._least_off + 1, end.size)))

    def _before(self, day: int, after: Values, price: Numbers, off_price: float) -> Values:
        worked, fresh = self._working(day, after, price)
        work = np.full((len(self._follows), self._runs, self._good.size), np.inf)
        for number, allowed in enumerate(self._follows):
            if allowed.any():
                best = (worked if allowed.all() else worked[allowed]).min(axis=0)
                work[number, :-1] = best[1:]
                if self.agent.max_consecutive_days is None:
                    work[number, -1] = best[-1]
        ends = self._may_end(day)
        rested = after.off[1][self._at_start(day)] + off_price
        work[:, ends] = np.minimum(work[:, ends], rested)
        off = (
            after.off[np.minimum(np.arange(self._least_off + 1) + 1, self._least_off)][:, self._at_start(day)]
            + off_price
        )
        if fresh is not None:
            begins = self._may_begin(day)
            off[begins] = np.minimum(off[begins], fresh)
        work[..., self._dead], off[..., self._dead] = np.inf, np.inf
        return Values(work, off)

    def _working(self, day: int, after: Values, price: Numbers) -> tuple[Numbers, Numbers | None]:
        """Cost of each shift today: (shifts, runs, tallies) after a working day; the best after a day off."""
        worked = np.full((len(self.shifts), self._runs, self._good.size), np.inf)
        fresh = []
        for group in self._groups[day]:
            cost = price[group.shifts, np.newaxis] + group.premium
            target = after.work[self._class_of[group.shifts]]
            worked[group.shifts] = np.take(target, group.step, axis=2) + cost[:, np.newaxis]
            fresh.append((np.take(target[:, 0], group.fresh_step, axis=1) + cost).min(axis=0))
        return worked, np.minimum.reduce(fresh) if fresh else None

    @cached_property
    def _groups(self) -> list[list[_Group]]:
        """For each day the open shifts that move the tallies alike."""
        return [self._groups_of(day) for day in range(self.problem.horizon.days)]

    def _groups_of(self, day: int) -> list[_Group]:
        alike: dict[bytes, list[int]] = {}
        for position in map(int, np.flatnonzero(self.open[day])):
            step = self._step(day, position, rested=False).tobytes()
            alike.setdefault(step + self._step(day, position, rested=True).tobytes(), []).append(position)
        return [
            _Group(
                np.array(shifts),
                self._step(day, shifts[0], rested=False),
                self._step(day, shifts[0], rested=True),
                np.array([self._premium(day, position) for position in shifts]),
            )
            for shifts in alike.values()
        ]

    def _may_end(self, day: int) -> NDArray[np.bool_]:
        """Which runs may end the day before; one that began on day 0 or before may be short."""
        length = np.arange(1, self._runs + 1)
        return (length >= (self.agent.min_consecutive_days or 1)) | (length >= day)

    def _may_begin(self, day: int) -> NDArray[np.bool_]:
        """Which runs of days off may end the day before."""
        length = np.arange(self._least_off + 1)
        return (length >= (self.agent.min_consecutive_days_off or 1)) | (length >= day)

    def _start_value(self, values: Values) -> float:
        kind, run = self._start
        found = values.work[-1, run, self._start_tally] if kind else values.off[0, self._start_tally]
        return float(found)

    @cached_property
    def _start(self) -> tuple[bool, int]:
        """(whether a run comes in, its position)."""
        carried = self.agent.carry_in.consecutive_days
        return carried > 0, min(carried, self._runs) - 1

    def _walk(self, values: Sequence[Values], price: Numbers, off_price: Numbers) -> Path:
        """Follow the least cost from day to day."""
        working, run = self._start
        last, tally, path = len(self._follows) - 1, self._start_tally, []
        run = run if working else 0
        for day in range(self.problem.horizon.days):
            options = self._options(
                day, values[day + 1], (working, last, run, tally), price[day], float(off_price[day])
            )
            _, choice, working, last, run, tally = min(options)
            path.append(choice)
        return tuple(path)

    def _options(
        self, day: int, after: Values, state: tuple[bool, int, int, int], price: Numbers, off_price: float
    ) -> list[tuple[float, int, bool, int, int, int]]:
        """What today can be: (cost from here, shift or OFF, then the state after)."""
        working, last, run, tally = state
        found = []
        if not working or self._may_end(day)[run]:
            length = 1 if working else min(run + 1, self._least_off)
            rested = int(self._at_start(day)[tally])
            found.append((float(after.off[length, rested]) + off_price, OFF, False, 0, length, rested))
        length = run + 1 if working else 0
        if working and length == self._runs:
            if self.agent.max_consecutive_days is not None:
                return found
            length = run
        if working or self._may_begin(day)[run]:
            allowed = self.open[day] & self._follows[last] if working else self.open[day]
            for position in map(int, np.flatnonzero(allowed)):
                then = int(self._step(day, position, rested=not working)[tally])
                kind = int(self._class_of[position])
                premium = self._premium(day, position)
                cost = float(after.work[kind, length, then] + price[position] + premium[tally])
                found.append((cost, position, True, kind, length, then))
        return found
