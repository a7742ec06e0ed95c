"""Short rests, placed once the roster stands: each where it costs least cover, day by day.

Two stages, as Akkermans, Post & Uetz 2019 and Kiermaier, Frey & Bard 2020 place breaks after shifts: who works when
stays as it is, so a day is a small model, solved to its optimum. Agents alike are counted together and dealt out
afterwards.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import gcd

import numpy as np
from ortools.sat.python import cp_model

from forecasts.horizon import MINUTES_PER_DAY, Numbers
from scheduler.cover import Presence, presence
from scheduler.hall import Skills
from scheduler.kind import Kind, kind_of
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.rules.presence_model import Count
from scheduler.search.cover_cost import CoverCost
from scheduler.search.objective_model import ObjectiveModel
from scheduler.short_rests import rest_starts

SECONDS_A_DAY = 2.0

Starts = dict[int, cp_model.IntVar]
"""How many rest from a minute of the shift's day on."""


def with_rests(problem: Problem, roster: Roster) -> Roster:
    """The roster with a start for each short rest of its shifts; one whose rests fit nowhere has none."""
    if not any(shift.rests for shift in problem.shifts.values()):
        return roster
    fine = _finer(problem)
    cells = {key: replace(cell, rests=()) for key, cell in roster.cells.items()}
    for day in range(problem.horizon.days):
        today = [cell for cell in cells.values() if cell.day == day and problem.shifts[cell.shift].rests]
        if today:
            others = Roster({key: cell for key, cell in cells.items() if key[1] != day or cell not in today})
            placed = _DayOfRests(fine, today, others).placed()
            cells |= {(cell.agent, cell.day): cell for cell in placed}
    return Roster(cells)


def _finer(problem: Problem) -> Problem:
    """The problem in intervals short enough for every rest, the requirement as it is."""
    rests = [rest.minutes for shift in problem.shifts.values() for rest in shift.rests]
    step = gcd(problem.horizon.interval_minutes, *rests)
    times = problem.horizon.interval_minutes // step
    return replace(
        problem,
        horizon=replace(problem.horizon, interval_minutes=step),
        requirement={skill: np.repeat(curve, times) for skill, curve in problem.requirement.items()},
        shortage_weight={skill: np.repeat(curve, times) for skill, curve in problem.shortage_weight.items()},
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """Agents of a kind on one shift with the same breaks."""

    kind: Kind
    shift: str
    breaks: tuple[int, ...]


class _DayOfRests:
    """The rests of one day's assignments. Has what `CoverCost` asks of a presence: present is whoever does not rest."""

    def __init__(self, problem: Problem, cells: list[Assignment], others: Roster) -> None:
        self.model, self.day = cp_model.CpModel(), cells[0].day
        self._members: dict[_Group, list[Assignment]] = defaultdict(list)
        for cell in sorted(cells, key=lambda cell: cell.agent):
            group = _Group(kind_of(problem, problem.agents[cell.agent]), cell.shift, cell.breaks)
            self._members[group].append(cell)
        self.problem = problem
        self.counts: list[Count] = []
        self.present: dict[int, list[Count]] = defaultdict(list)
        resting = [(group, self._place(group, len(members))) for group, members in self._members.items()]
        self._starts = dict(resting)
        self.fixed = self._without_windows(presence(problem, Roster.of([*others, *cells])))
        self.problem = self._where_somebody_may_rest()

    def placed(self) -> list[Assignment]:
        """The assignments with their rests, at the least cost; at the first starts where the solver is out of time."""
        objective, engine = ObjectiveModel(), cp_model.CpSolver()
        CoverCost(self, objective).post()
        objective.post(self.model)
        engine.parameters.num_workers = 1
        engine.parameters.max_time_in_seconds = SECONDS_A_DAY
        found = engine.solve(self.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        placed = []
        for group, members in self._members.items():
            columns = [_dealt(starts, len(members), engine if found else None) for starts in self._starts[group]]
            rests = zip(*columns, strict=True) if columns else [()] * len(members)
            placed += [replace(cell, rests=tuple(own)) for cell, own in zip(members, rests, strict=True)]
        return placed

    def _place(self, group: _Group, size: int) -> list[Starts]:
        """How many of a group begin each rest when; each is present where its window lies and its rest does not."""
        rests = rest_starts(self.problem, self.day, group.shift, group.breaks)
        if not all(rests):
            return []
        found: list[Starts] = []
        for rest, choices in zip(self.problem.shifts[group.shift].rests, rests, strict=True):
            window = self._touched(choices[0], choices[-1] + rest.minutes)
            starts = {start: self.model.new_int_var(0, size, f"rest {start}") for start in choices}
            self.model.add(cp_model.LinearExpr.sum(list(starts.values())) == size)
            for start, variable in starts.items():
                away = self._touched(start, start + rest.minutes)
                self._count(Count(group.kind, variable, tuple(i for i in window if i not in away)))
            found.append(starts)
        return found

    def _count(self, count: Count) -> None:
        self.counts.append(count)
        for interval in count.intervals:
            self.present[interval].append(count)

    def _touched(self, start: int, end: int) -> range:
        """Intervals of the horizon between two minutes of the day."""
        step, midnight = self.problem.horizon.interval_minutes, self.day * MINUTES_PER_DAY
        return range((midnight + start) // step, min((midnight + end) // step, self.problem.horizon.intervals))

    def _without_windows(self, everybody: Presence) -> Presence:
        """Presence without the groups inside the windows of their rests, where the counts stand for them."""
        capacity: dict[Skills, Numbers] = {skills: amount.copy() for skills, amount in everybody.capacity.items()}
        for group, found in self._starts.items():
            for rest, starts in zip(self.problem.shifts[group.shift].rests, found, strict=False):
                window = self._touched(min(starts), max(starts) + rest.minutes)
                for agent in (self.problem.agents[cell.agent] for cell in self._members[group]):
                    capacity[agent.skills][window.start : window.stop] -= agent.productivity
        return Presence(everybody.heads, capacity)

    def _where_somebody_may_rest(self) -> Problem:
        """The problem that requires nobody where nobody may rest: there, nothing can change."""
        concerned = np.zeros(self.problem.horizon.intervals)
        concerned[list(self.present)] = 1.0
        curves = {skill: curve * concerned for skill, curve in self.problem.requirement.items()}
        return replace(self.problem, requirement=curves)


def _dealt(starts: Mapping[int, cp_model.IntVar], size: int, engine: cp_model.CpSolver | None) -> list[int]:
    """A start for each of a group."""
    if engine is None:
        return [min(starts)] * size
    return [start for start, variable in starts.items() for _ in range(engine.value(variable))]
