"""The few days on which a change can alter cover, cut out of a roster: all that needs to be counted again."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Horizon, Numbers
from scheduler.break_patterns import Pattern, break_patterns, free_patterns
from scheduler.cover import covered_intervals
from scheduler.kind import Kind, kind_of
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.team_state import TeamState

FULL = 1e9
"""Yuan that stand for an interval without a free seat when breaks are placed."""


@dataclass(frozen=True, eq=False)
class Window:
    """Cover of a roster from day `first` on, `days` long, for a problem without load levels; assignments keep the day
    numbers of the whole.
    """

    problem: Problem
    roster: Roster
    first: int
    days: int

    @cached_property
    def state(self) -> TeamState:
        """Who is present; the day before is in it for what runs past midnight."""
        kinds = {name: kind_of(self.problem, agent) for name, agent in self.problem.agents.items()}
        state = TeamState(cut(self.problem, self.first, self.days), {kind.skills for kind in kinds.values()})
        for (name, day), cell in self.roster.cells.items():
            if name in kinds and self.first - 1 <= day < self.first + self.days and cell.shift in self.problem.shifts:
                state.add([self.moved(cell)], kinds[name])
        return state

    @cached_property
    def cost(self) -> Numbers:
        """Yuan of shortage and surplus by interval of the window, as the roster stands."""
        return self.state.presence_cost()

    def moved(self, cell: Assignment) -> Assignment:
        """The assignment with the window's day number."""
        return replace(cell, day=cell.day - self.first)

    def exchange(self, kind: Kind, before: Assignment | None, after: Assignment | None) -> None:
        """Let an agent of a kind work `after` instead of `before`."""
        self.state.add([self.moved(cell) for cell in (before,) if cell], kind, -1)
        self.state.add([self.moved(cell) for cell in (after,) if cell], kind)

    def intervals(self, cell: Assignment) -> NDArray[np.intp]:
        """Intervals of the window that an assignment covers."""
        return covered_intervals(self.state.problem, cell.day - self.first, cell.shift, cell.breaks)

    def best_breaks(self, agent: str, day: int, shift: str, presence: Numbers) -> Pattern:
        """The pattern that costs least when presence in each interval costs this much."""
        finite = np.where(np.isfinite(presence), presence, FULL)
        step = self.problem.horizon.interval_minutes
        patterns = free_patterns(self.problem, day, shift) or break_patterns(self.problem.shifts[shift], step) or ((),)
        prices = [finite[self.intervals(Assignment(agent, day, shift, pattern))].sum() for pattern in patterns]
        return patterns[int(np.argmin(prices))]


def cut(problem: Problem, first: int, days: int) -> Problem:
    """The requirement of a few days; what speaks of the whole horizon is left out."""
    whole = problem.horizon
    days = min(days, whole.days - first)
    part = slice(first * whole.intervals_per_day, (first + days) * whole.intervals_per_day)
    return replace(
        problem,
        horizon=Horizon(whole.day(first), days, whole.interval_minutes),
        requirement={skill: curve[part] for skill, curve in problem.requirement.items()},
        shortage_weight={skill: curve[part] for skill, curve in problem.shortage_weight.items()},
        load_levels=(),
        shift_targets=(),
        pay_multipliers={},
        no_break=(),
    )
