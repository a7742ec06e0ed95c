"""Compiled loops of `whole_cover` about one skill: its cost by what those with several skills bring it, made convex."""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from forecasts.horizon import Numbers

MOST_VERTICES = 400
NOTHING = 1e-9


class Hull(NamedTuple):
    """Cost of each skill by what comes from those who share skills, its lower convex hull: `pieces`, the `length` and
    `fall` of each, and `own` standard agents at each vertex.
    """

    pieces: NDArray[np.int64]
    length: Numbers
    fall: Numbers
    own: Numbers


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def fold(amount: Numbers, price: Numbers, single: Numbers, worth: float, skill: int, hull: Hull) -> float:
    """One skill's hull, from the left along the steepest fall; its cost with nobody sharing."""
    required, came, hull.pieces[skill], alone = amount.sum(), 0.0, 0, np.inf
    for own in single:
        cost = _short(amount, price, own) + worth * own
        if cost < alone - NOTHING:
            alone, hull.own[skill, 0] = cost, own
    cost = alone
    while came < required - NOTHING and hull.pieces[skill] < MOST_VERTICES:
        fall, length, own = _steepest(amount, price, single, worth, came, cost)
        if fall <= NOTHING:
            break
        piece = hull.pieces[skill]
        hull.fall[skill, piece], hull.length[skill, piece], hull.own[skill, piece + 1] = fall, length, own
        hull.pieces[skill] = piece + 1
        came, cost = came + length, cost - fall * length
    return float(alone)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _steepest(
    amount: Numbers, price: Numbers, single: Numbers, worth: float, came: float, cost: float
) -> tuple[float, float, float]:
    """From a vertex to the next: how steeply cost falls, how far off it is, and own standard agents there. A vertex is
    where some number of own agents and those who come reach a price step exactly.
    """
    required, fall, length, there = amount.sum(), 0.0, 0.0, 0.0
    for own in single:
        if own >= required:
            break
        covered, short = required, 0.0
        for step in range(amount.size + 1):
            if step > 0:
                covered -= amount[step - 1]
                short += amount[step - 1] * price[step - 1]
            ahead = covered - own - came
            if ahead > NOTHING:
                slope = (cost - short - worth * own) / ahead
                if slope > fall + NOTHING or (slope > fall - NOTHING and ahead > length):
                    fall, length, there = slope, ahead, own
    return fall, length, there


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _short(amount: Numbers, price: Numbers, covered: float) -> float:
    """Yuan of shortage; the cheapest pieces stay short first."""
    left, cost = amount.sum() - covered, 0.0
    for step in range(amount.size):
        if left <= 0.0:
            break
        cost += min(left, amount[step]) * price[step]
        left -= amount[step]
    return cost


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def saved(holds: NDArray[np.bool_], hull: Hull, room: Numbers, brought: Numbers) -> float:
    """Yuan saved at most within the cuts' room, steepest first, which is best (Edmonds 1970)."""
    done, saved = np.zeros(brought.size, np.int64), 0.0
    brought[:] = 0.0
    while True:
        skill, fall = -1, 0.0
        for one in range(brought.size):
            if done[one] < hull.pieces[one] and hull.fall[one, done[one]] > fall:
                skill, fall = one, hull.fall[one, done[one]]
        if skill < 0:
            return saved
        whole = hull.length[skill, done[skill]]
        gain = whole
        for cut in range(room.size):
            if holds[cut, skill]:
                gain = min(gain, max(room[cut], 0.0))
        for cut in range(room.size):
            if holds[cut, skill]:
                room[cut] -= gain
        saved += fall * gain
        brought[skill] += gain
        done[skill] = done[skill] + 1 if gain == whole else hull.pieces[skill]
