"""The cheapest agents to keep in reserve (备班), so that enough of the possible courses of each day are served.

A chance constraint over sampled courses (Luedtke, Ahmed & Nemhauser 2010) as one mixed-integer programme, solved by
HiGHS: a course of a day may be let go, but only so many of them; in the others what stays short is limited.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from forecasts.horizon import Numbers
from scheduler.break_patterns import free_patterns
from scheduler.checks import check_agent
from scheduler.cover import covered_intervals, presence
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster

HARDLY = 1e-6


@dataclass(frozen=True, eq=False, slots=True)
class Standby:
    """An agent kept in reserve for a shift on a day off. `skill` is what they would serve; `yuan`: what keeping costs;
    `covers`: numbers of intervals; `worth` standard agents in each.
    """

    assignment: Assignment
    skill: str
    yuan: float
    covers: NDArray[np.intp]
    worth: float


@dataclass(frozen=True, eq=False, slots=True)
class DayCourse:
    """One day of one course. `short`: skill to standard agents short, shape (intervals,), zero on other days;
    `allowed`: agent-hours that may stay short when the course is to be served.
    """

    day: int
    short: Mapping[str, Numbers]
    allowed: float


@dataclass(frozen=True, slots=True)
class Reserve:
    """`standbys` in order of day; `yuan` for keeping them; `bound`: no reserve that does the same costs less; `served`:
    the share of courses with few enough hours short by day, with them, 0–1.
    """

    standbys: tuple[Standby, ...]
    yuan: float
    bound: float
    served: Mapping[int, float]


def candidates(problem: Problem, roster: Roster, courses: Sequence[DayCourse], share: float) -> list[Standby]:
    """Everybody's lawful shifts on days off that would cover something short, at `share` of their pay."""
    need = _mean_need(courses)
    rows, found = roster.by_agent(), []
    for name, agent in problem.agents.items():
        days = rows.get(name, {})
        for day in range(problem.horizon.days):
            if day in days:
                continue
            for shift in problem.eligible_shifts(agent):
                for skill in sorted(agent.skills & need.keys()):
                    one = _candidate(problem, name, day, shift, skill, need[skill], share)
                    together = dict(sorted({**days, day: one.assignment}.items())) if one else {}
                    if one is not None and not check_agent(problem, agent, together):
                        found.append(one)
    return found


def _mean_need(courses: Sequence[DayCourse]) -> dict[str, Numbers]:
    need: dict[str, Numbers] = {}
    for course in courses:
        for skill, short in course.short.items():
            need[skill] = need.get(skill, np.zeros_like(short)) + short / len(courses)
    return need


def _candidate(
    problem: Problem, name: str, day: int, shift: str, skill: str, need: Numbers, share: float
) -> Standby | None:
    """With its breaks where least is short; None when it would cover nothing that is."""
    agent, worked = problem.agents[name], problem.shifts[shift]
    patterns = free_patterns(problem, day, shift)
    covers = [covered_intervals(problem, day, shift, pattern) for pattern in patterns]
    best = max(range(len(patterns)), key=lambda n: float(need[covers[n]].sum()), default=None)
    if best is None or need[covers[best]].sum() <= HARDLY:
        return None
    yuan = share * worked.paid_minutes / 60 * agent.hourly_cost * problem.pay_multipliers.get(day, 1.0)
    return Standby(Assignment(name, day, shift, patterns[best]), skill, yuan, covers[best], agent.productivity)


def cheapest_reserve(
    problem: Problem,
    roster: Roster,
    offered: Sequence[Standby],
    courses: Sequence[DayCourse],
    goal: float,
    seconds: float,
) -> Reserve | None:
    """The cheapest of the offered, at most one day an agent, with which in at least `goal` of each day's courses no
    more stays short than is allowed. None when all of them together are not enough, or none was found in time.
    """
    if not offered:
        return None
    model = _Model(problem, offered, courses, goal)
    model.keep_seats(problem, presence(problem, roster).heads)
    model.finish()
    found = milp(
        model.costs,
        constraints=LinearConstraint(model.matrix, model.lowest, model.highest),
        integrality=model.whole,
        bounds=Bounds(0.0, model.most),
        options={"time_limit": seconds},
    )
    if found.x is None:
        return None
    chosen = sorted(
        (one for one, taken in zip(offered, found.x, strict=False) if taken > 0.5),
        key=lambda one: (one.assignment.day, one.assignment.agent),
    )
    bound = 0.0 if found.mip_dual_bound is None else float(found.mip_dual_bound)
    yuan = sum(one.yuan for one in chosen)
    return Reserve(tuple(chosen), yuan, min(bound, yuan), served_share(problem, courses, chosen))


def served_share(problem: Problem, courses: Sequence[DayCourse], called: Sequence[Standby]) -> dict[int, float]:
    """Share of each day's courses in which no more stays short than is allowed."""
    helped = {skill: np.zeros(problem.horizon.intervals) for course in courses for skill in course.short}
    for one in called:
        helped[one.skill][one.covers] += one.worth
    told: dict[int, list[bool]] = {}
    for course in courses:
        left = sum(float(np.maximum(0.0, short - helped[skill]).sum()) for skill, short in course.short.items())
        told.setdefault(course.day, []).append(left * problem.horizon.interval_hours <= course.allowed + HARDLY)
    return {day: float(np.mean(kept)) for day, kept in told.items()}


class _Model:
    """Variables: each offered standby, then each course served or not, then what stays short of each course."""

    def __init__(self, problem: Problem, offered: Sequence[Standby], courses: Sequence[DayCourse], goal: float) -> None:
        self._rows: list[tuple[list[int], list[float], float, float]] = []
        self._offered, self._courses = offered, courses
        self._hours = problem.horizon.interval_hours
        cells = list(self._short_cells())
        first_cell = len(offered) + len(courses)
        size = first_cell + len(cells)
        self.costs = np.zeros(size)
        self.costs[: len(offered)] = [one.yuan for one in offered]
        self.whole = (np.arange(size) < first_cell).astype(int)
        self.most = np.ones(size)
        self.most[first_cell:] = [amount for _course, _skill, _interval, amount in cells]
        self._cover(cells, first_cell)
        self._limit_shortage(cells, first_cell)
        self._serve_enough(goal)
        self._one_day_each()

    def finish(self) -> None:
        """All rows as one matrix."""
        entries = [
            (row, at, x) for row, (ats, xs, *_sides) in enumerate(self._rows) for at, x in zip(ats, xs, strict=True)
        ]
        rows, ats, xs = zip(*entries, strict=True)
        self.matrix = coo_array((xs, (rows, ats)), shape=(len(self._rows), len(self.costs))).tocsc()
        self.lowest, self.highest = (np.array([row[side] for row in self._rows]) for side in (2, 3))

    def _short_cells(self) -> Iterator[tuple[int, str, int, float]]:
        """Course, skill, interval and standard agents short."""
        for number, course in enumerate(self._courses):
            for skill, short in course.short.items():
                for interval in np.flatnonzero(short > HARDLY).tolist():
                    yield number, skill, interval, float(short[interval])

    def _cover(self, cells: Sequence[tuple[int, str, int, float]], first: int) -> None:
        """What stays short and those called in make up what is short."""
        helping: dict[tuple[str, int], list[int]] = {}
        for number, one in enumerate(self._offered):
            for interval in one.covers.tolist():
                helping.setdefault((one.skill, interval), []).append(number)
        for place, (_course, skill, interval, amount) in enumerate(cells):
            able = helping.get((skill, interval), [])
            worths = [self._offered[number].worth for number in able]
            self._rows.append(([*able, first + place], [*worths, 1.0], amount, np.inf))

    def _limit_shortage(self, cells: Sequence[tuple[int, str, int, float]], first: int) -> None:
        """Of a course that is served no more than allowed stays short; of another everything may."""
        of_course: dict[int, list[int]] = {}
        for place, cell in enumerate(cells):
            of_course.setdefault(cell[0], []).append(place)
        for number, course in enumerate(self._courses):
            places = of_course.get(number, [])
            total = self._hours * sum(cells[place][3] for place in places)
            served = len(self._offered) + number
            loosened = max(0.0, total - course.allowed)
            ats, xs = [*(first + place for place in places), served], [*([self._hours] * len(places)), loosened]
            self._rows.append((ats, xs, -np.inf, course.allowed + loosened))

    def _serve_enough(self, goal: float) -> None:
        of_day: dict[int, list[int]] = {}
        for number, course in enumerate(self._courses):
            of_day.setdefault(course.day, []).append(len(self._offered) + number)
        for served in of_day.values():
            self._rows.append((served, [1.0] * len(served), float(ceil(goal * len(served) - HARDLY)), np.inf))

    def keep_seats(self, problem: Problem, heads: Numbers) -> None:
        """Nobody is called in beyond the seat limit."""
        if problem.seat_limit is None:
            return
        called: dict[int, list[int]] = {}
        for number, one in enumerate(self._offered):
            for interval in one.covers.tolist():
                called.setdefault(interval, []).append(number)
        for interval, numbers in called.items():
            room = max(0.0, problem.seat_limit - float(heads[interval]))
            if room < len(numbers):
                self._rows.append((numbers, [1.0] * len(numbers), 0.0, room))

    def _one_day_each(self) -> None:
        of_agent: dict[str, list[int]] = {}
        for number, one in enumerate(self._offered):
            of_agent.setdefault(one.assignment.agent, []).append(number)
        for numbers in of_agent.values():
            self._rows.append((numbers, [1.0] * len(numbers), 0.0, 1.0))
