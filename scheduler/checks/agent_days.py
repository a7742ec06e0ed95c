"""One agent's days as the checks read them."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from forecasts.horizon import MINUTES_PER_DAY
from scheduler.problem import Problem
from scheduler.roster import Assignment

Days = Mapping[int, Assignment]
"""An agent's assignments by day, in order; every shift is a known one."""


def span(problem: Problem, cell: Assignment) -> tuple[int, int]:
    """Start and end of an assignment in minutes from the horizon's start."""
    shift = problem.shifts[cell.shift]
    midnight = cell.day * MINUTES_PER_DAY
    return midnight + shift.start, midnight + shift.end


def paid_minutes(problem: Problem, cell: Assignment) -> int:
    """Paid minutes of an assignment."""
    return problem.shifts[cell.shift].paid_minutes


def runs(problem: Problem, days: Days) -> Iterator[tuple[bool, int, int]]:
    """(working, first day, length) of each run of working days or days off."""
    first = 0
    for works, group in groupby(day in days for day in range(problem.horizon.days)):
        length = len(list(group))
        yield works, first, length
        first += length


def touches_edge(problem: Problem, first: int, length: int) -> bool:
    """Whether a run may go on outside the horizon."""
    return first == 0 or first + length == problem.horizon.days


def weeks(problem: Problem, days: Days) -> Iterator[tuple[tuple[int, ...], list[Assignment], bool]]:
    """(days, assignments, whether carry-in counts) of each week or part of one in which the agent works."""
    for number, week in enumerate(problem.weeks):
        cells = [days[day] for day in week if day in days]
        if cells:
            yield week, cells, number == 0 and problem.first_week_began_before
