"""A team's cover, shifts and seats as arrays for compiled loops: what never changes, and the presence that does."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.break_patterns import Pattern, break_patterns, free_patterns
from scheduler.cover import price_pieces
from scheduler.hall import Skills, connected_parts, cuts
from scheduler.kind import Kind
from scheduler.problem import Problem
from scheduler.shift_prices import ShiftPrices

Positions = NDArray[np.int64]


class CoverArrays(NamedTuple):
    """Requirement cut at its price steps, dearest first in each interval, arrays of shape (pieces, intervals): position
    of the skill, standard agents, yuan per agent in the interval. `holds[cut, skill]`: whether a set of skills that may
    bind holds a skill; `reaches[cut, skills]`: whether agents with these skills can cover some of it. `surplus`: yuan
    per standard agent present in an interval and not required. `binding`: sets all of whose skills an interval
    requires, others bind no tighter, (intervals, sets), the first `bound` of each row. `required`: in all.
    """

    skill: Positions
    amount: Numbers
    price: Numbers
    holds: NDArray[np.bool_]
    reaches: NDArray[np.bool_]
    surplus: float
    binding: Positions
    bound: Positions
    required: Numbers


class ShiftArrays(NamedTuple):
    """Shifts by position. The break patterns of a shift begin at `first_pattern`, the stretches of a pattern at
    `first_stretch`; `stretches`: intervals covered from the shift's own midnight, [begin, end).
    `lawful[day, pattern]`. `per_day`: intervals of a day.
    """

    first_pattern: Positions
    first_stretch: Positions
    stretches: Positions
    lawful: NDArray[np.bool_]
    per_day: int


class TargetArrays(NamedTuple):
    """Heads wanted on shifts: day, shift, heads, yuan for each head short, for each one extra."""

    day: Positions
    shift: Positions
    heads: Positions
    short: Numbers
    extra: Numbers


class PresenceArrays(NamedTuple):
    """What changes: productivity present (sets of skills, intervals), heads and yuan by interval, heads by target."""

    capacity: Numbers
    heads: Numbers
    cost: Numbers
    counted: Positions


class TeamArrays(NamedTuple):
    """All of a team. `skills`, `productivity`: by kind of agent. `seats`: most heads in an interval."""

    cover: CoverArrays
    shifts: ShiftArrays
    targets: TargetArrays
    present: PresenceArrays
    skills: Positions
    productivity: Numbers
    seats: float


def team_arrays(problem: Problem, kinds: Sequence[Kind]) -> TeamArrays:
    """A team with nobody at work; costs are not yet filled in."""
    skill_sets = list(dict.fromkeys(kind.skills for kind in kinds))
    size, targets = problem.horizon.intervals, problem.shift_targets
    order = list(problem.shifts)
    return TeamArrays(
        cover_arrays(problem, skill_sets),
        _shift_arrays(problem),
        TargetArrays(
            np.array([target.day for target in targets], dtype=np.int64),
            np.array([order.index(target.shift) for target in targets], dtype=np.int64),
            np.array([target.heads for target in targets], dtype=np.int64),
            np.array([target.shortage_cost for target in targets], dtype=np.float64),
            np.array([target.surplus_cost for target in targets], dtype=np.float64),
        ),
        PresenceArrays(
            np.zeros((len(skill_sets), size)), np.zeros(size), np.zeros(size), np.zeros(len(targets), dtype=np.int64)
        ),
        np.array([skill_sets.index(kind.skills) for kind in kinds], dtype=np.int64),
        np.array([kind.productivity for kind in kinds], dtype=np.float64),
        np.inf if problem.seat_limit is None else float(problem.seat_limit),
    )


def cover_arrays(problem: Problem, skill_sets: Sequence[Skills]) -> CoverArrays:
    """The requirement for agents with these sets of skills."""
    names, size, hours = list(problem.requirement), problem.horizon.intervals, problem.horizon.interval_hours
    parts = connected_parts(problem.requirement, list(skill_sets))
    binding = [cut for part in parts for cut in cuts(part)]
    pieces = [(names.index(skill), *piece) for skill in names for piece in price_pieces(problem, skill)]
    skill = np.array([np.full(size, one) for one, _, _ in pieces], dtype=np.int64).reshape(-1, size)
    amount = np.array([amounts for _, amounts, _ in pieces], dtype=np.float64).reshape(-1, size)
    price = np.array([prices for _, _, prices in pieces], dtype=np.float64).reshape(-1, size) * hours
    order = np.argsort(-price, axis=0, kind="stable")
    least = np.array([np.min([problem.requirement[skill] for skill in cut], axis=0) for cut in binding])
    binds = (least > 0).reshape(len(binding), size).T
    return CoverArrays(
        np.take_along_axis(skill, order, axis=0),
        np.take_along_axis(amount, order, axis=0),
        np.take_along_axis(price, order, axis=0),
        np.array([[name in cut for name in names] for cut in binding], dtype=np.bool_).reshape(
            len(binding), len(names)
        ),
        np.array([[bool(cut & owned) for owned in skill_sets] for cut in binding], np.bool_).reshape(
            len(binding), len(skill_sets)
        ),
        problem.surplus_cost * hours if problem.requirement else 0.0,
        np.argsort(~binds, axis=1, kind="stable"),
        binds.sum(axis=1),
        amount.sum(axis=0),
    )


def patterns_of(problem: Problem) -> list[tuple[str, Pattern]]:
    """Every shift with each of its break patterns, in the order of `ShiftArrays`."""
    step = problem.horizon.interval_minutes
    return [(name, pattern) for name, shift in problem.shifts.items() for pattern in break_patterns(shift, step)]


def _shift_arrays(problem: Problem) -> ShiftArrays:
    step, found = problem.horizon.interval_minutes, patterns_of(problem)
    counts = [len(break_patterns(shift, step)) for shift in problem.shifts.values()]
    stretches = [one for shift in ShiftPrices(problem).stretches.values() for one in shift]
    days = range(problem.horizon.days)
    free = [{name: set(free_patterns(problem, day, name)) for name in problem.shifts} for day in days]
    return ShiftArrays(
        np.concatenate([[0], np.cumsum(counts, dtype=np.int64)]).astype(np.int64),
        np.concatenate([[0], np.cumsum([len(one) for one in stretches])]).astype(np.int64),
        np.array([stretch for one in stretches for stretch in one], dtype=np.int64).reshape(-1, 2),
        np.array([[pattern in free[day][name] for name, pattern in found] for day in days], dtype=np.bool_),
        problem.horizon.intervals_per_day,
    )
