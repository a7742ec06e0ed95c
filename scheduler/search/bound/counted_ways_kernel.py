"""Ways in which agents with the same skills can be present in an interval, and which of them are worth a thought."""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from forecasts.horizon import Numbers

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
    presence, and positions. `short`: by skill, yuan of presence, of what stays short, and of those who share skills, at
    a price of theirs. `least` of these; `total`: standard agents present by set.
    """

    many: Positions
    worth: Numbers
    cost: Numbers
    way: Positions
    short: Numbers
    least: Numbers
    total: Numbers


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def undominated(part: CountedPart, prices: Numbers, interval: int, one: int, ways: Ways) -> None:
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
