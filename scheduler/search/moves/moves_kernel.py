"""Changes of a roster drawn by chance, compiled: another shift, another break, days exchanged within or between agents.

Each fills a `Change` and returns how many agents it touches, 0 for none, and the first and last day that may differ.
Whether rules and locks allow it is for others to say.
"""

import numpy as np
from numba import njit

from scheduler.search.moves.annealing_arrays import CLOSED, Annealed, Change, Positions
from scheduler.search.paths.path_kernel import OFF

SHIFT, BREAK, SWAP = 0.45, 0.65, 0.9
"""Shares of moves, summed: another shift, another break, days swapped with another agent; the rest: two days of one."""
LONGEST = 4
"""Most days in a row swapped at a time; fewer are likelier."""
TRIES = 4
"""At a break pattern that the day allows."""

Move = tuple[int, int, int]


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def draw_move(state: Annealed, change: Change, free: Positions, random: np.random.Generator) -> Move:
    """Any of the moves, of agents who are free."""
    agent, day = free[_below(random, free.size)], _below(random, state.rows.shifts.shape[1])
    change.agents[0], drawn = agent, random.random()
    if drawn < SHIFT:
        count, first, last = _other_shift(state, change, agent, day, random)
    elif drawn < BREAK:
        count, first, last = _other_break(state, change, agent, day, random)
    elif drawn < SWAP:
        count, first, last = _swap(state, change, agent, free[_below(random, free.size)], day, random)
    else:
        count, first, last = _exchange(state, change, agent, day, _below(random, state.rows.shifts.shape[1]))
    return count, first, last


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _below(random: np.random.Generator, count: int) -> int:
    """Any whole number from 0 on."""
    return int(random.random() * count)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _pattern(state: Annealed, day: int, shift: int, random: np.random.Generator) -> int:
    """A break pattern of a shift that the day allows, OFF when none was met."""
    shifts = state.team.shifts
    first = shifts.first_pattern[shift]
    for _ in range(TRIES):
        pattern = first + _below(random, shifts.first_pattern[shift + 1] - first)
        if shifts.lawful[day, pattern]:
            return int(pattern)
    return OFF


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _other_shift(state: Annealed, change: Change, agent: int, day: int, random: np.random.Generator) -> Move:
    """Another shift, or a day off."""
    family = state.agents.family[agent]
    first = state.graphs.first_shift[family]
    drawn = first + _below(random, state.graphs.first_shift[family + 1] - first + 1)
    shift = OFF if drawn == state.graphs.first_shift[family + 1] else state.graphs.shifts[drawn]
    pattern = OFF if shift == OFF else _pattern(state, day, shift, random)
    change.shifts[0, day], change.patterns[0, day] = shift, pattern
    same = shift == state.rows.shifts[agent, day] or (shift != OFF and pattern == OFF)
    return 0 if same else 1, day, day


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _other_break(state: Annealed, change: Change, agent: int, day: int, random: np.random.Generator) -> Move:
    """The same shift with other breaks."""
    shift = state.rows.shifts[agent, day]
    pattern = OFF if shift == OFF else _pattern(state, day, shift, random)
    change.shifts[0, day], change.patterns[0, day] = shift, pattern
    same = pattern == OFF or pattern == state.rows.patterns[agent, day]
    return 0 if same else 1, day, day


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _swap(state: Annealed, change: Change, agent: int, other: int, first: int, random: np.random.Generator) -> Move:
    """A few days of two agents, where each offers the other's shifts."""
    rows, move_of = state.rows, state.graphs.move_of
    last = min(first + _below(random, random.random() * LONGEST), rows.shifts.shape[1] - 1)
    change.agents[1], differ = other, False
    for day in range(first, last + 1):
        one, two = rows.shifts[agent, day], rows.shifts[other, day]
        if CLOSED in (move_of[state.agents.family[agent], two], move_of[state.agents.family[other], one]):
            return 0, first, last
        change.shifts[0, day], change.shifts[1, day] = two, one
        change.patterns[0, day], change.patterns[1, day] = rows.patterns[other, day], rows.patterns[agent, day]
        differ = differ or one != two
    return 2 if differ else 0, first, last


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _exchange(state: Annealed, change: Change, agent: int, one: int, two: int) -> Move:
    """Two days of an agent."""
    first, last, shifts, patterns = min(one, two), max(one, two), state.rows.shifts[agent], state.rows.patterns[agent]
    for old, new in ((first, last), (last, first)):
        if patterns[old] != OFF and not state.team.shifts.lawful[new, patterns[old]]:
            return 0, first, last
    change.shifts[0, first : last + 1], change.patterns[0, first : last + 1] = (
        shifts[first : last + 1],
        patterns[first : last + 1],
    )
    change.shifts[0, first], change.patterns[0, first] = shifts[last], patterns[last]
    change.shifts[0, last], change.patterns[0, last] = shifts[first], patterns[first]
    return 0 if shifts[first] == shifts[last] else 1, first, last
