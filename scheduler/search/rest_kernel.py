"""Compiled loops of `rests`: each rest where it costs least beside all others, then a few at a time taken up again."""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.search.team.team_arrays import CoverArrays
from scheduler.search.team.team_kernel import interval_cost

Positions = NDArray[np.int64]
UNPLACED = -1
TOGETHER, NEAR = 4, 40
"""Most rests taken up at a time, out of so many neighbours."""


class RestArrays(NamedTuple):
    """By rest: `skills` and productivity `worth` of who rests, its `length` in intervals, and the intervals in which it
    may begin, `choices` from `first_choice` on.
    """

    skills: Positions
    worth: Numbers
    length: Positions
    first_choice: Positions
    choices: Positions


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def settle(cover: CoverArrays, capacity: Numbers, rests: RestArrays, chosen: Positions, rounds: int, seed: int) -> None:
    """Fill `chosen`, by rest the interval it begins in, and take who rests out of `capacity` (sets of skills,
    intervals). First one after the other; then so many rounds, each with a few neighbours put in anew, kept when no
    worse.
    """
    np.random.seed(seed)
    for rest in range(chosen.size):
        _put(cover, capacity, rests, chosen, rest)
    for _ in range(rounds if chosen.size else 0):
        first = np.random.randint(chosen.size)
        some = np.unique((first + np.random.randint(0, NEAR, TOGETHER)) % chosen.size)
        some = np.random.permutation(some)
        before, gained = chosen[some], 0.0
        for rest in some:
            gained += _take(cover, capacity, rests, chosen, rest)
        for rest in some:
            gained -= _put(cover, capacity, rests, chosen, rest)
        if gained < 0.0:
            for position in range(some.size):
                _move(capacity, rests, some[position], chosen[some[position]], 1.0)
                _move(capacity, rests, some[position], before[position], -1.0)
                chosen[some[position]] = before[position]


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _put(cover: CoverArrays, capacity: Numbers, rests: RestArrays, chosen: Positions, rest: int) -> float:
    """Place a rest where it costs least; what it costs there."""
    least = np.inf
    for choice in range(rests.first_choice[rest], rests.first_choice[rest + 1]):
        loss = _loss(cover, capacity, rests, rest, rests.choices[choice])
        if loss < least:
            chosen[rest], least = rests.choices[choice], loss
    _move(capacity, rests, rest, chosen[rest], -1.0)
    return least


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _take(cover: CoverArrays, capacity: Numbers, rests: RestArrays, chosen: Positions, rest: int) -> float:
    """Take a rest up again; what it cost."""
    _move(capacity, rests, rest, chosen[rest], 1.0)
    return float(_loss(cover, capacity, rests, rest, chosen[rest]))


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _loss(cover: CoverArrays, capacity: Numbers, rests: RestArrays, rest: int, start: int) -> float:
    """What a rest costs where it begins; past the horizon's end nothing."""
    loss, skills, room = 0.0, rests.skills[rest], np.empty(cover.reaches.shape[0])
    for interval in range(start, min(start + rests.length[rest], capacity.shape[1])):
        loss += interval_cost(cover, capacity, interval, skills, -rests.worth[rest], room)
        loss -= interval_cost(cover, capacity, interval, skills, 0.0, room)
    return loss


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _move(capacity: Numbers, rests: RestArrays, rest: int, start: int, sign: float) -> None:
    for interval in range(start, min(start + rests.length[rest], capacity.shape[1])):
        capacity[rests.skills[rest], interval] += sign * rests.worth[rest]
