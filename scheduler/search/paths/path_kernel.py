"""The cheapest paths of agents through the graph of their family, compiled."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.search.paths.day_graph import Arcs

OFF = -1


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def cheapest_paths(
    arcs: Arcs, entries: NDArray[np.int64], price: Numbers, off_price: Numbers, premium: Numbers
) -> tuple[Numbers, NDArray[np.int16]]:
    """For each agent the least cost, infinite without any path, and the shift of each day or OFF.

    `entries`: node of each agent. `price`: yuan by agent, day and shift; `off_price`: by agent and day; `premium`: yuan
    per minute of overtime by agent and day.
    """
    agents, days, moves = price.shape[0], price.shape[1], 0
    for shift in range(arcs.move_of.size):
        moves = max(moves, arcs.move_of[shift] + 1)
    least, paths = np.empty(agents), np.full((agents, days), OFF, np.int16)
    values = np.zeros(arcs.first_node[days] + 1)
    best, chosen = np.empty((days, moves + 1)), np.empty((days, moves + 1), np.int16)
    for agent in range(agents):
        _best_moves(arcs, price[agent], off_price[agent], best, chosen)
        for day in range(days - 1, -1, -1):
            rate = premium[agent, day]
            for node in range(arcs.first_node[day], arcs.first_node[day + 1]):
                value = np.inf
                for arc in range(arcs.first_arc[node], arcs.first_arc[node + 1]):
                    cost = best[day, arcs.move[arc]] + values[arcs.target[arc]] + rate * arcs.extra[arc]
                    value = min(value, cost)
                values[node] = value
        least[agent] = values[entries[agent]] if entries[agent] >= 0 else np.inf
        if least[agent] < np.inf:
            _walk(arcs, entries[agent], best, chosen, premium[agent], values, paths[agent])
    return least, paths


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _best_moves(arcs: Arcs, price: Numbers, off_price: Numbers, best: Numbers, chosen: NDArray[np.int16]) -> None:
    """The least price of each move by day, and its shift; the last move is a day off."""
    for day in range(best.shape[0]):
        for move in range(best.shape[1]):
            best[day, move], chosen[day, move] = np.inf, OFF
        best[day, best.shape[1] - 1] = off_price[day]
        for shift in range(arcs.move_of.size):
            if price[day, shift] < best[day, arcs.move_of[shift]]:
                best[day, arcs.move_of[shift]] = price[day, shift]
                chosen[day, arcs.move_of[shift]] = shift


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _walk(
    arcs: Arcs,
    node: int,
    best: Numbers,
    chosen: NDArray[np.int16],
    premium: Numbers,
    values: Numbers,
    path: NDArray[np.int16],
) -> None:
    """Follow the least cost from day to day."""
    for day in range(path.size):
        least, onward, move = np.inf, -1, 0
        for arc in range(arcs.first_arc[node], arcs.first_arc[node + 1]):
            cost = best[day, arcs.move[arc]] + values[arcs.target[arc]] + premium[day] * arcs.extra[arc]
            if cost < least:
                least, onward, move = cost, arcs.target[arc], arcs.move[arc]
        path[day] = chosen[day, move]
        node = onward
