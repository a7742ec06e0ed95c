"""Compiled loops of `counted_cover`: the least that an interval's cover can cost, over heads of each kind present."""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from forecasts.horizon import Numbers

NOTHING = 1e-9
NEVER = -1

Positions = NDArray[np.int64]


class CountedPart(NamedTuple):
    """Skills that agents connect, where the same ones of them are required. Requirement cut at its price steps, dearest
    first, (pieces, intervals): position of the skill, standard agents, yuan. `holds[cut, skill]`: sets that may bind.
    Heads of each kind can be present together in ways, which are in a row by who can cover what: first those of each
    skill alone, then those with several. A way is `worth` so many standard agents, rising, `there` by group of prices;
    those of one set of skills begin at `first[set]`; `reaches[cut, set]`, `owns[skill, set]`. `before`: ways that were
    best when last asked, or NEVER, (sets, intervals); the others have to be better.
    """

    intervals: Positions
    skill: Positions
    amount: Numbers
    price: Numbers
    holds: NDArray[np.bool_]
    worth: Numbers
    there: Numbers
    first: Positions
    reaches: NDArray[np.bool_]
    owns: NDArray[np.bool_]
    before: Positions


class Ways(NamedTuple):
    """Of one interval, by set of skills: how `many` ways are worth a thought, and their standard agents, yuan of
    presence, and positions. `short`: by skill, yuan of presence and of what stays short when no other skill needs those
    who share. `least` of these; `total`: standard agents present by set.
    """

    many: Positions
    worth: Numbers
    cost: Numbers
    way: Positions
    short: Numbers
    least: Numbers
    total: Numbers


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def counted_cover(part: CountedPart, prices: Numbers, value: Numbers, present: Numbers) -> None:
    """Fill in, for the part's intervals, the least yuan of shortage and of presence at these prices, and the standard
    agents present. `prices`, `present`: by group and interval; `value`: by interval.
    """
    sets, most = part.first.size - 1, 0
    for one in range(sets):
        most = max(most, part.first[one + 1] - part.first[one])
    ways = Ways(
        np.zeros(sets, np.int64),
        np.zeros((sets, most)),
        np.zeros((sets, most)),
        np.zeros((sets, most), np.int64),
        np.zeros((part.holds.shape[1], most)),
        np.zeros(part.holds.shape[1]),
        np.zeros(sets),
    )
    chosen, number = np.zeros(sets, np.int64), np.zeros(sets, np.int64)
    for interval in part.intervals:
        for one in range(sets):
            _undominated(part, prices, interval, one, ways)
        best = _again(part, prices, interval, ways.total)
        value[interval] = _least(part, interval, ways, best, number, chosen)
        for one in range(sets):
            if value[interval] < best:
                part.before[one, interval] = ways.way[one, chosen[one]]
            present[:, interval] += part.there[part.before[one, interval]]


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _undominated(part: CountedPart, prices: Numbers, interval: int, one: int, ways: Ways) -> None:
    """A set's ways that cost less than all that are worth more, up to the first that covers all its skills require."""
    count, cheapest, required = 0, np.inf, 0.0
    for piece in range(part.amount.shape[0]):
        if part.owns[part.skill[piece, interval], one]:
            required += part.amount[piece, interval]
    for way in range(part.first[one + 1] - 1, part.first[one] - 1, -1):
        cost = 0.0
        for group in range(prices.shape[0]):
            if part.there[way, group] != 0.0:
                cost += prices[group, interval] * part.there[way, group]
        if cost < cheapest:
            cheapest = cost
            count = 0 if part.worth[way] >= required else count
            ways.worth[one, count], ways.cost[one, count], ways.way[one, count] = part.worth[way], cost, way
            count += 1
    ways.many[one] = count


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _again(part: CountedPart, prices: Numbers, interval: int, total: Numbers) -> float:
    """What the ways that were best when last asked cost now."""
    cost = 0.0
    for one in range(total.size):
        way = part.before[one, interval]
        if way == NEVER:
            return float(np.inf)
        total[one] = part.worth[way]
        for group in range(prices.shape[0]):
            cost += prices[group, interval] * part.there[way, group]
    return cost + _short(part, interval, total, np.empty(part.holds.shape[0]))


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _least(part: CountedPart, interval: int, ways: Ways, best: float, number: Positions, chosen: Positions) -> float:
    """Over all ways of those who share skills; those of each skill alone are gone through where they may be better."""
    skills, sets, more = part.holds.shape[1], number.size, True
    number[:] = 0
    while more:
        shared = 0.0
        for one in range(skills, sets):
            shared += ways.cost[one, number[one]]
            ways.total[one] = ways.worth[one, number[one]]
        if shared < best:
            for skill in range(skills):
                _alone(part, interval, skill, ways)
            if shared + ways.least.sum() < best - NOTHING:
                best = _search(part, interval, ways, shared, best, number, chosen)
        more = _next(number, ways.many, skills)
    return float(best)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _next(number: Positions, count: Positions, begin: int) -> bool:
    """Count on, the first digit fastest; whether there was anything left."""
    for digit in range(begin, number.size):
        number[digit] += 1
        if number[digit] < count[digit]:
            return True
        number[digit] = 0
    return False


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _alone(part: CountedPart, interval: int, skill: int, ways: Ways) -> None:
    """What a skill costs at least in each way of its own agents, as if no other skill needed those who share it."""
    shared = 0.0
    for one in range(part.holds.shape[1], part.first.size - 1):
        if part.owns[skill, one]:
            shared += ways.total[one]
    ways.least[skill] = np.inf
    for way in range(ways.many[skill]):
        covered, cost = ways.worth[skill, way] + shared, ways.cost[skill, way]
        for piece in range(part.amount.shape[0]):
            if part.skill[piece, interval] == skill:
                amount = part.amount[piece, interval]
                cost += part.price[piece, interval] * max(0.0, amount - covered)
                covered = max(0.0, covered - amount)
        ways.short[skill, way] = cost
        ways.least[skill] = min(ways.least[skill], cost)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _search(
    part: CountedPart, interval: int, ways: Ways, shared: float, best: float, number: Positions, chosen: Positions
) -> float:
    """Depth first through each skill's own ways, those who share being given, as long as a better cost can be hoped
    for. `chosen` becomes the ways of the best.
    """
    skills, depth, room = part.holds.shape[1], 0, np.empty(part.holds.shape[0])
    spent, hoped = np.zeros(skills + 1), np.zeros(skills + 1)
    spent[0], hoped[0] = shared, shared + ways.least.sum()
    number[:skills] = -1
    while depth >= 0:
        number[depth] += 1
        way = number[depth]
        if way == ways.many[depth]:
            number[depth] = -1
            depth -= 1
            continue
        hope = hoped[depth] + ways.short[depth, way] - ways.least[depth]
        if hope >= best - NOTHING:
            continue
        ways.total[depth] = ways.worth[depth, way]
        spent[depth + 1], hoped[depth + 1] = spent[depth] + ways.cost[depth, way], hope
        if depth < skills - 1:
            depth += 1
            continue
        cost = spent[skills] + _short(part, interval, ways.total, room)
        if cost < best - NOTHING:
            best = cost
            chosen[:] = number
    return float(best)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _short(part: CountedPart, interval: int, total: Numbers, room: Numbers) -> float:
    """Yuan of shortage when so many standard agents of each set are present; dearest pieces first (Edmonds 1970)."""
    cost = 0.0
    for cut in range(room.size):
        room[cut] = 0.0
        for one in range(total.size):
            if part.reaches[cut, one]:
                room[cut] += total[one]
    for piece in range(part.amount.shape[0]):
        skill, amount = part.skill[piece, interval], part.amount[piece, interval]
        gained = amount
        for cut in range(room.size):
            if part.holds[cut, skill]:
                gained = min(gained, max(room[cut], 0.0))
        for cut in range(room.size):
            if part.holds[cut, skill]:
                room[cut] -= gained
        cost += part.price[piece, interval] * (amount - gained)
    return float(cost)
