"""Compiled loops of `narrowed`: which arcs of a graph lie on paths that cost little."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.search.paths.day_graph import Arcs

NOWHERE = -1


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def cheap_targets(
    arcs: Arcs, entry: int, price: Numbers, off_price: Numbers, premium: Numbers, slack: float
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each node but the end, by shift, the last one being a day off: the position of the node that follows among
    those of the next day, NOWHERE unless a path of at most `slack` above the cheapest runs there; and minutes of
    overtime. Prices as for `cheapest_paths`, of one agent.
    """
    days, shifts = price.shape
    nodes = arcs.first_node[days]
    onward, before = _onward(arcs, price, off_price, premium), np.full(nodes + 1, np.inf)
    before[entry] = 0.0
    targets = np.full((nodes, shifts + 1), NOWHERE, np.int64)
    extra = np.zeros((nodes, shifts + 1), np.int64)
    most = onward[entry] + slack
    for day in range(days):
        for node in range(arcs.first_node[day], arcs.first_node[day + 1]):
            if not before[node] + onward[node] <= most:
                continue
            for arc in range(arcs.first_arc[node], arcs.first_arc[node + 1]):
                then = arcs.target[arc]
                for shift in range(shifts + 1):
                    cost = before[node] + _cost(arcs, arc, day, shift, price, off_price, premium)
                    if cost + onward[then] <= most:
                        before[then] = min(before[then], cost)
                        targets[node, shift] = then - arcs.first_node[day + 1]
                        extra[node, shift] = arcs.extra[arc]
    return targets, extra


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _onward(arcs: Arcs, price: Numbers, off_price: Numbers, premium: Numbers) -> Numbers:
    """The least cost from each node to the end."""
    days, shifts = price.shape
    onward = np.full(arcs.first_node[days] + 1, np.inf)
    onward[arcs.first_node[days]] = 0.0
    for day in range(days - 1, -1, -1):
        for node in range(arcs.first_node[day], arcs.first_node[day + 1]):
            for arc in range(arcs.first_arc[node], arcs.first_arc[node + 1]):
                for shift in range(shifts + 1):
                    cost = _cost(arcs, arc, day, shift, price, off_price, premium)
                    onward[node] = min(onward[node], cost + onward[arcs.target[arc]])
    return onward


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _cost(arcs: Arcs, arc: int, day: int, shift: int, price: Numbers, off_price: Numbers, premium: Numbers) -> float:
    """Yuan of a shift, or of a day off, along an arc; infinite when that is not its move."""
    shifts = arcs.move_of.size
    if shift == shifts:
        last = 0
        for one in range(shifts):
            last = max(last, arcs.move_of[one] + 1)
        moved, own = arcs.move[arc] == last, off_price[day]
    else:
        moved, own = arcs.move[arc] == arcs.move_of[shift], price[day, shift]
    return own + premium[day] * arcs.extra[arc] if moved else np.inf
