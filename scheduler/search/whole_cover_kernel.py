"""Compiled loops of `whole_cover`: the least that an interval's cover can cost when agents are there whole or not."""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from forecasts.horizon import Numbers

MOST_VERTICES, MOST_CHOICES = 400, 2000
"""Of a skill's cost as a function of what others bring; of presences of those who share skills. An interval that needs
more has so many agents that parts of them make no difference.
"""
NOTHING = 1e-9

Positions = NDArray[np.int64]


class WholePart(NamedTuple):
    """Skills that agents connect, where the same ones of them are required. `amount`, `price`: requirement cut at its
    price steps, cheapest first, (skills, steps, intervals); `cut`: positions of cuts among all; `holds[cut, skill]`.
    Agents with one of the skills together can bring `single[first_single[skill]:]` standard agents and no others in
    between; those sharing several, set by set, `shared[first_shared[set]:]`; `reaches[cut, set]`.
    """

    intervals: Positions
    amount: Numbers
    price: Numbers
    cut: Positions
    holds: NDArray[np.bool_]
    single: Numbers
    first_single: Positions
    shared: Numbers
    first_shared: Positions
    reaches: NDArray[np.bool_]


class _Hull(NamedTuple):
    """Cost of each skill by what comes from those who share skills, its lower convex hull: `pieces`, the `length` and
    `fall` of each, and `own` standard agents at each vertex.
    """

    pieces: Positions
    length: Numbers
    fall: Numbers
    own: Numbers


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def least_cover(part: WholePart, prices: Numbers, value: Numbers, present: Numbers) -> None:
    """Fill in, for the part's intervals, the least yuan of shortage and of presence at these prices, and the standard
    agents within reach of each cut there. `prices`, `present`: by cut of all and interval; `value`: by interval.
    """
    skills, sets = part.amount.shape[0], part.first_shared.size - 1
    hull = _Hull(
        np.zeros(skills, np.int64),
        np.zeros((skills, MOST_VERTICES)),
        np.zeros((skills, MOST_VERTICES)),
        np.zeros((skills, MOST_VERTICES + 1)),
    )
    chosen, gained = np.zeros(sets, np.int64), np.zeros(skills)
    for interval in part.intervals:
        alone, small = _fold_all(part, prices, interval, hull)
        if small and _choices(part, interval) <= MOST_CHOICES:
            value[interval] = alone + _share(part, prices, interval, hull, chosen, gained)
            _count_whole(part, interval, hull, chosen, gained, present)
        else:
            value[interval] = _in_parts(part, prices, interval, present)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _fold_all(part: WholePart, prices: Numbers, interval: int, hull: _Hull) -> tuple[float, bool]:
    """Every skill's hull; their cost with nobody sharing, and whether there was room for all vertices."""
    alone, small = 0.0, True
    for skill in range(part.amount.shape[0]):
        price = 0.0
        for one in range(part.cut.size):
            if part.holds[one, skill]:
                price += prices[part.cut[one], interval]
        single = part.single[part.first_single[skill] : part.first_single[skill + 1]]
        steps, costs = part.amount[skill, :, interval], part.price[skill, :, interval]
        alone += _fold(steps, costs, single, price, skill, hull)
        small = small and hull.pieces[skill] < MOST_VERTICES
    return alone, small


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _fold(amount: Numbers, price: Numbers, single: Numbers, worth: float, skill: int, hull: _Hull) -> float:
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
def _enough(part: WholePart, interval: int, one: int) -> int:
    """How many of a set's presences are worth a thought: up to the first that covers all its skills require."""
    required = 0.0
    for skill in range(part.amount.shape[0]):
        inside = True
        for cut in range(part.cut.size):  # a cut with the skill that the set does not reach: not one of its skills
            if part.holds[cut, skill] and not part.reaches[cut, one]:
                inside = False
        if inside:
            required += part.amount[skill, :, interval].sum()
    first, most = int(part.first_shared[one]), int(part.first_shared[one + 1] - part.first_shared[one])
    for number in range(most):
        if part.shared[first + number] >= required:
            return number + 1
    return most


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _choices(part: WholePart, interval: int) -> int:
    """How many ways those who share skills can be present."""
    total = 1
    for one in range(part.first_shared.size - 1):
        total = min(total * _enough(part, interval, one), MOST_CHOICES + 1)
    return total


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _share(part: WholePart, prices: Numbers, interval: int, hull: _Hull, chosen: Positions, gained: Numbers) -> float:
    """The best presence of those who share skills: what it costs less what it saves. `chosen`: by set, its position;
    `gained`: what it brings each skill.
    """
    sets = chosen.size
    number, most = np.zeros(sets, np.int64), np.zeros(sets, np.int64)
    room, brought, best = np.zeros(part.cut.size), np.zeros(gained.size), np.inf
    for one in range(sets):
        most[one] = _enough(part, interval, one)
    more = True
    while more:
        cost = 0.0
        for cut in range(part.cut.size):
            room[cut] = 0.0
            for one in range(sets):
                if part.reaches[cut, one]:
                    room[cut] += part.shared[part.first_shared[one] + number[one]]
            cost += prices[part.cut[cut], interval] * room[cut]
        cost -= _saved(part.holds, hull, room, brought)
        if cost < best - NOTHING:
            best = cost
            chosen[:], gained[:] = number, brought
        more = _next(number, most)
    return float(best)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _next(number: Positions, most: Positions) -> bool:
    """Count on, the first digit fastest; whether there was anything left."""
    for digit in range(number.size):
        number[digit] += 1
        if number[digit] < most[digit]:
            return True
        number[digit] = 0
    return False


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _saved(holds: NDArray[np.bool_], hull: _Hull, room: Numbers, brought: Numbers) -> float:
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


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _count_whole(
    part: WholePart, interval: int, hull: _Hull, chosen: Positions, gained: Numbers, present: Numbers
) -> None:
    """The standard agents within reach of each cut; between two vertices, a mix of theirs."""
    for cut in range(part.cut.size):
        present[part.cut[cut], interval] = 0.0
        for one in range(chosen.size):
            if part.reaches[cut, one]:
                present[part.cut[cut], interval] += part.shared[part.first_shared[one] + chosen[one]]
    for skill in range(gained.size):
        piece, left = 0, gained[skill]
        while piece < hull.pieces[skill] and left >= hull.length[skill, piece] - NOTHING:
            left -= hull.length[skill, piece]
            piece += 1
        own = hull.own[skill, piece]
        if piece < hull.pieces[skill] and left > 0.0:
            own += (hull.own[skill, piece + 1] - own) * left / hull.length[skill, piece]
        for cut in range(part.cut.size):
            if part.holds[cut, skill]:
                present[part.cut[cut], interval] += own


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _in_parts(part: WholePart, prices: Numbers, interval: int, present: Numbers) -> float:
    """The same for agents who may be there in part: each piece at its skill's price or, where cheaper, short."""
    value = 0.0
    for cut in range(part.cut.size):
        present[part.cut[cut], interval] = 0.0
    for skill in range(part.amount.shape[0]):
        worth = 0.0
        for cut in range(part.cut.size):
            if part.holds[cut, skill]:
                worth += prices[part.cut[cut], interval]
        for step in range(part.amount.shape[1]):
            amount, price = part.amount[skill, step, interval], part.price[skill, step, interval]
            value += amount * min(worth, price)
            for cut in range(part.cut.size):
                if part.holds[cut, skill] and worth <= price:
                    present[part.cut[cut], interval] += amount
    return value
