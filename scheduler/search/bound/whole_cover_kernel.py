"""Compiled loops of `whole_cover`: the least that an interval's cover can cost when agents are there whole or not."""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.search.bound.cover_hull_kernel import MOST_VERTICES, NOTHING, Hull, fold, saved

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


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def least_cover(part: WholePart, prices: Numbers, choices: int, value: Numbers, present: Numbers) -> None:
    """Fill in, for the part's intervals, the least yuan of shortage and of presence at these prices, and the standard
    agents within reach of each cut there. `prices`, `present`: by cut of all and interval; `value`: by interval.
    Agents are whole where they have at most so many `choices`.
    """
    skills, sets = part.amount.shape[0], part.first_shared.size - 1
    hull = Hull(
        np.zeros(skills, np.int64),
        np.zeros((skills, MOST_VERTICES)),
        np.zeros((skills, MOST_VERTICES)),
        np.zeros((skills, MOST_VERTICES + 1)),
    )
    chosen, gained = np.zeros(sets, np.int64), np.zeros(skills)
    for interval in part.intervals:
        alone, small = _fold_all(part, prices, interval, hull)
        if small and _choices(part, interval, choices) <= choices:
            value[interval] = alone + _share(part, prices, interval, hull, chosen, gained)
            _count_whole(part, interval, hull, chosen, gained, present)
        else:
            value[interval] = _in_parts(part, prices, interval, present)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _fold_all(part: WholePart, prices: Numbers, interval: int, hull: Hull) -> tuple[float, bool]:
    """Every skill's hull; their cost with nobody sharing, and whether there was room for all vertices."""
    alone, small = 0.0, True
    for skill in range(part.amount.shape[0]):
        price = 0.0
        for one in range(part.cut.size):
            if part.holds[one, skill]:
                price += prices[part.cut[one], interval]
        single = part.single[part.first_single[skill] : part.first_single[skill + 1]]
        steps, costs = part.amount[skill, :, interval], part.price[skill, :, interval]
        alone += fold(steps, costs, single, price, skill, hull)
        small = small and hull.pieces[skill] < MOST_VERTICES
    return alone, small


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
def _choices(part: WholePart, interval: int, most: int) -> int:
    """How many ways those who share skills can be present; more than `most` are not counted."""
    total = 1
    for one in range(part.first_shared.size - 1):
        total = min(total * _enough(part, interval, one), most + 1)
    return total


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _share(part: WholePart, prices: Numbers, interval: int, hull: Hull, chosen: Positions, gained: Numbers) -> float:
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
        cost -= saved(part.holds, hull, room, brought)
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
def _count_whole(
    part: WholePart, interval: int, hull: Hull, chosen: Positions, gained: Numbers, present: Numbers
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
