"""Short rests, placed once the roster stands: each where it costs least cover.

Two stages, as Akkermans, Post & Uetz 2019 and Kiermaier, Frey & Bard 2020 place breaks after shifts: who works when
stays as it is. What a rest costs grows with who rests beside, so single moves get close to the best, and a few rests
taken up together close the rest of the way.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import gcd

import numpy as np

from forecasts.horizon import MINUTES_PER_DAY
from scheduler.cover import presence
from scheduler.hall import Skills
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.search.rest_kernel import UNPLACED, RestArrays, settle
from scheduler.search.team.team_arrays import cover_arrays
from scheduler.short_rests import rest_starts

ROUNDS = 8
"""Times that a rest is taken up again, on average."""


@dataclass(frozen=True, slots=True)
class _Rest:
    """One rest of an assignment: how long, and the minutes of the assignment's day at which it may begin."""

    cell: Assignment
    minutes: int
    starts: list[int]


def with_rests(problem: Problem, roster: Roster, seed: int = 0) -> Roster:
    """The roster with a start for each short rest of its shifts; a shift in which one fits nowhere has none."""
    if not any(shift.rests for shift in problem.shifts.values()):
        return roster
    rests = list(_rests(problem, roster))
    fine = _finer(problem)
    present = presence(fine, roster)
    skill_sets = list(present.capacity)
    chosen = np.full(len(rests), UNPLACED, dtype=np.int64)
    arrays = _arrays(fine, rests, skill_sets)
    capacity = np.array([present.capacity[skills] for skills in skill_sets])
    settle(cover_arrays(fine, skill_sets), capacity, arrays, chosen, ROUNDS * len(rests), seed)
    step, found = fine.horizon.interval_minutes, defaultdict[tuple[str, int], list[int]](list)
    for rest, interval in zip(rests, chosen, strict=True):
        found[rest.cell.agent, rest.cell.day].append(int(interval) * step - rest.cell.day * MINUTES_PER_DAY)
    return Roster({key: replace(cell, rests=tuple(found.get(key, ()))) for key, cell in roster.cells.items()})


def _rests(problem: Problem, roster: Roster) -> Iterable[_Rest]:
    """All rests, by day and start of shift, so that neighbours are near each other."""
    shifts = problem.shifts
    for cell in sorted(roster, key=lambda cell: (cell.day, shifts[cell.shift].start, cell.agent)):
        starts = rest_starts(problem, cell.day, cell.shift, cell.breaks)
        if all(starts):
            for rest, choices in zip(shifts[cell.shift].rests, starts, strict=True):
                yield _Rest(cell, rest.minutes, choices)


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


def _arrays(fine: Problem, rests: list[_Rest], skill_sets: list[Skills]) -> RestArrays:
    step = fine.horizon.interval_minutes
    agents = [fine.agents[rest.cell.agent] for rest in rests]
    choices = [(rest.cell.day * MINUTES_PER_DAY + start) // step for rest in rests for start in rest.starts]
    return RestArrays(
        np.array([skill_sets.index(agent.skills) for agent in agents], dtype=np.int64),
        np.array([agent.productivity for agent in agents], dtype=np.float64),
        np.array([rest.minutes // step for rest in rests], dtype=np.int64),
        np.cumsum([0, *(len(rest.starts) for rest in rests)]).astype(np.int64),
        np.array(choices, dtype=np.int64),
    )
