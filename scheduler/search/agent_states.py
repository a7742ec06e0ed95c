"""The states an agent can be in from day to day, and how a shift or a day off leads from one to the next.

A state is the run of working days (with what the last shift lets follow) or of days off, and the agent's tallies.
Every rule of the format is in it but two: rest that outlasts a whole day off, and that a locked shift is worked.
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

MOST_STATES = 120_000


@dataclass(frozen=True, eq=False)
class ShiftGroup:
    """Shifts that move the tallies alike: tally states after them, on top of a working day or a day off; yuan of
    overtime premium by shift and tally state.
    """

    shifts: NDArray[np.intp]
    step: Table
    fresh_step: Table
    premium: Numbers


class AgentStates:
    """Everything about an agent's days that does not depend on prices. Limits that would need too many states are left
    out, the loosest first. `shifts`: those open to the agent; `open`: (days, shifts); `class_of`: shift to class;
    `follows`: for each class the shifts that may come next, the last class letting everything follow; `runs`: longest
    run told apart; `least_off`: the same for days off; `good`: tally states that may be final; `dead`: that may not be.
    """

    def __init__(self, problem: Problem, agent: Agent) -> None:
        self.problem, self.agent = problem, agent
        cells = set(open_cells(problem, agent))
        self.shifts = tuple(s for s in problem.shifts if any((d, s) in cells for d in range(problem.horizon.days)))
        self.open = np.array([[(day, s) in cells for s in self.shifts] for day in range(problem.horizon.days)])
        self._close_after_carry_in()
        self.class_of, self.follows = self._classes()
        self.runs = agent.max_consecutive_days or max(agent.min_consecutive_days or 1, 1)
        self.least_off = max(agent.min_consecutive_days_off or 1, 1)
        self._tallies = self._affordable(tallies(problem, agent, self.shifts))
        self._sizes = [tally.size for tally in self._tallies]
        self._grid = np.indices(self._sizes).reshape(len(self._sizes), prod(self._sizes))
        self.good = self._every([tally.good for tally in self._tallies])
        self.dead = ~self._every([~tally.dead for tally in self._tallies])
        self.start_tally = self._flat([np.array([tally.start]) for tally in self._tallies])[0]
        self._steps: dict[tuple[bool, bool, int], Table] = {}

    def _affordable(self, found: list[Tally]) -> list[Tally]:
        """The tallies without the loosest limits on kinds of shift, until few enough states are left."""
        phases = len(self.follows) * self.runs + self.least_off + 1
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

    def at_start(self, day: int) -> Table:
        """Tally states on a morning, by those of the evening before."""
        return self._morning[self._begins_week(day)]

    @cached_property
    def _morning(self) -> tuple[Table, Table]:
        reset = [states * (not tally.weekly) for tally, states in zip(self._tallies, self._grid, strict=True)]
        return self._flat(list(self._grid)), self._flat(reset)

    def step(self, day: int, position: int, *, rested: bool) -> Table:
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

    def premium(self, day: int, position: int) -> Numbers:
        """Yuan of overtime premium of a shift, by tally state of the evening before."""
        factor = overtime_premium(self.problem, self.agent, day) * self.agent.hourly_cost / 60
        premium: Numbers = factor * self._extra[self._begins_week(day)][position]
        return premium

    @cached_property
    def _extra(self) -> tuple[Numbers, Numbers]:
        """Overtime minutes of each shift by tally state: on other days, on Mondays."""
        before = np.zeros(self.good.size)
        for tally, states in zip(self._tallies, self._grid, strict=True):
            if tally.week_minutes is not None:
                before = tally.week_minutes[states].astype(np.float64)
        paid = np.array([[float(self.problem.shifts[shift].paid_minutes)] for shift in self.shifts])
        limit = self.agent.overtime.after_minutes_per_week if self.agent.overtime else np.inf
        days = [np.clip(minutes + paid - limit, 0.0, paid) for minutes in (before, np.zeros_like(before))]
        return days[0], days[1]

    @cached_property
    def groups(self) -> list[list[ShiftGroup]]:
        """For each day the open shifts that move the tallies alike."""
        return [self._groups_of(day) for day in range(self.problem.horizon.days)]

    def _groups_of(self, day: int) -> list[ShiftGroup]:
        alike: dict[bytes, list[int]] = {}
        for position in map(int, np.flatnonzero(self.open[day])):
            step = self.step(day, position, rested=False).tobytes()
            alike.setdefault(step + self.step(day, position, rested=True).tobytes(), []).append(position)
        return [
            ShiftGroup(
                np.array(shifts),
                self.step(day, shifts[0], rested=False),
                self.step(day, shifts[0], rested=True),
                np.array([self.premium(day, position) for position in shifts]),
            )
            for shifts in alike.values()
        ]

    def may_end(self, day: int) -> NDArray[np.bool_]:
        """Which runs may end the day before; one that began on day 0 or before may be short."""
        length = np.arange(1, self.runs + 1)
        return (length >= (self.agent.min_consecutive_days or 1)) | (length >= day)

    def may_begin(self, day: int) -> NDArray[np.bool_]:
        """Which runs of days off may end the day before."""
        length = np.arange(self.least_off + 1)
        return (length >= (self.agent.min_consecutive_days_off or 1)) | (length >= day)
