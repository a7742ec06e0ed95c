"""Compiled loops of `counted_cover`: the least that an interval's cover can cost, over heads of each kind present."""

import numpy as np
from numba import njit

from forecasts.horizon import Numbers
from scheduler.search.bound.counted_ways_kernel import NEVER, CountedPart, Positions, Ways, undominated

NOTHING = 1e-9


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
            undominated(part, prices, interval, one, ways)
        best = _again(part, prices, interval, ways.total)
        value[interval] = _least(part, interval, ways, best, number, chosen)
        for one in range(sets):
            if value[interval] < best:
                part.before[one, interval] = ways.way[one, chosen[one]]
            present[:, interval] += part.there[part.before[one, interval]]


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
    return float(cost + _short(part, interval, total, np.empty(part.holds.shape[0])))


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _least(part: CountedPart, interval: int, ways: Ways, best: float, number: Positions, chosen: Positions) -> float:
    """Over all ways of those who share skills; those of each skill alone are gone through where they may be better."""
    skills, sets, more, level = part.holds.shape[1], number.size, True, part.price.shape[0]
    number[:] = 0
    while more:
        shared = 0.0
        for one in range(skills, sets):
            shared += ways.cost[one, number[one]]
            ways.total[one] = ways.worth[one, number[one]]
        if shared < best:
            level, hope = _hope(part, interval, ways, level, best - shared)
            if shared + hope < best - NOTHING:
                best = _search(part, interval, ways, shared, shared + hope, best, number, chosen)
        more = _next(number, ways.many, skills)
    return float(best)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _hope(part: CountedPart, interval: int, ways: Ways, level: int, enough: float) -> tuple[int, float]:
    """What everything but the presence of those who share costs at least, by the price of theirs that proves most, and
    which piece of requirement has that price. It is a concave function of the price; no better one is sought once it
    proves `enough`.
    """
    hope, step = _at_level(part, interval, ways, level), -1
    while hope < enough:
        there = level + step
        then = _at_level(part, interval, ways, there) if 0 <= there <= part.price.shape[0] else -np.inf
        if then > hope + NOTHING:
            level, hope = there, then
        elif step < 0:
            step = 1
        else:
            hope = _at_level(part, interval, ways, level)
            break
    return level, hope


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _at_level(part: CountedPart, interval: int, ways: Ways, level: int) -> float:
    """The same when those who share cost every skill what a piece of requirement does, or nothing."""
    skills, price = part.holds.shape[1], part.price[level, interval] if level < part.price.shape[0] else 0.0
    total = 0.0
    for skill in range(skills):
        _alone(part, interval, skill, price, ways)
        total += ways.least[skill]
    for one in range(skills, ways.total.size):
        total -= price * ways.total[one]
    return float(total)


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
def _alone(part: CountedPart, interval: int, skill: int, worth: float, ways: Ways) -> None:
    """What a skill costs at least in each way of its own agents, when those who share it cost so much."""
    sharing = 0.0
    for one in range(part.holds.shape[1], part.first.size - 1):
        if part.owns[skill, one]:
            sharing += ways.total[one]
    ways.least[skill] = np.inf
    for way in range(ways.many[skill]):
        covered, left, cost = ways.worth[skill, way], sharing, ways.cost[skill, way]
        for piece in range(part.amount.shape[0]):
            if part.skill[piece, interval] == skill:
                amount, price = part.amount[piece, interval], part.price[piece, interval]
                short = max(0.0, amount - covered)
                covered = max(0.0, covered - amount)
                came = min(short, left) if price > worth else 0.0
                left -= came
                cost += price * (short - came) + worth * came
        ways.short[skill, way] = cost
        ways.least[skill] = min(ways.least[skill], cost)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _search(
    part: CountedPart,
    interval: int,
    ways: Ways,
    shared: float,
    hope: float,
    best: float,
    number: Positions,
    chosen: Positions,
) -> float:
    """Depth first through each skill's own ways, those who share being given, as long as a better cost can be hoped
    for. `shared`: yuan of their presence; `hope`: of everything at least. `chosen` becomes the ways of the best.
    """
    skills, depth, room = part.holds.shape[1], 0, np.empty(part.holds.shape[0])
    spent, hoped = np.zeros(skills + 1), np.zeros(skills + 1)
    spent[0], hoped[0] = shared, hope
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
