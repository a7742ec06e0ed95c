"""Compiled loops of `day_graph`: the states of the next day, and which states of a day have the same future."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

NOWHERE = -1
_EMPTY = -1
_SPREAD = np.uint64(0x9E3779B97F4A7C15)

Whole = NDArray[np.int64]


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def expand(
    keys: Whole, phases: Whole, rested: Whole, sizes: Whole, after: Whole, back: Whole, counts: Whole, most: int
) -> tuple[Whole, Whole]:
    """One day on. A key is a phase and, as lower digits, a state of each tally.

    `keys`: states of the morning. `phases[p, m]`: phase after move m, the last move being a day off, or NOWHERE.
    `rested[p]`: whether the day before was off. `after[t, m, s]`: tally state after a move, also a day off. `back[t]`:
    whether a tally begins anew today; `counts[t, r]`: whether it counts today, by `rested`. Returns the states of the
    next morning and for each state and move the position of the one it leads to. Gives up beyond `most` states.
    """
    moves, limit = phases.shape[1], min(keys.size * phases.shape[1], most + 1)
    table, found, number = _table(limit), np.empty(limit, np.int64), 0
    targets = np.full((keys.size, moves), NOWHERE, np.int64)
    states = np.zeros(sizes.size, np.int64)
    for node in range(keys.size):
        phase = keys[node]
        for tally in range(sizes.size - 1, -1, -1):
            states[tally] = 0 if back[tally] else phase % sizes[tally]
            phase //= sizes[tally]
        for move in range(moves):
            key = phases[phase, move]
            for tally in range(sizes.size):
                state = states[tally]
                if move == moves - 1 or counts[tally, rested[phase]]:
                    state = after[tally, move, state]
                key = NOWHERE if NOWHERE in (state, key) else key * sizes[tally] + state
            if key != NOWHERE:
                place = _place(table, found, key)
                if table[place] == _EMPTY:
                    if number == limit:
                        return found, targets
                    found[number], table[place] = key, number
                    number += 1
                targets[node, move] = table[place]
    return found[:number], targets


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _table(most: int) -> Whole:
    """An empty hash table, never more than half full."""
    size = 16
    while size < 2 * most:
        size *= 2
    return np.full(size, _EMPTY, np.int64)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _place(table: Whole, found: Whole, key: int) -> np.int64:
    """Where a key is in the hash table, or would go."""
    place = np.int64((np.uint64(key) * _SPREAD) >> np.uint64(32)) & (table.size - 1)
    while table[place] != _EMPTY and found[table[place]] != key:
        place = (place + 1) & (table.size - 1)
    return place


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def merge(targets: Whole, extra: Whole, future: Whole) -> tuple[Whole, Whole]:
    """States with the same future as one. `targets`: position of the next state by move; `extra`: what the move costs
    beside its price; `future`: of the next day's states, the node that stands for each, or NOWHERE without any future.
    Returns the same for this day's states, and a state for each node.
    """
    nodes = len(targets)
    table, chosen, number = _table(nodes), np.empty(nodes, np.int64), 0
    standing = np.full(nodes, NOWHERE, np.int64)
    for node in range(nodes):
        mixed = _signature(targets[node], extra[node], future)
        if mixed == 0:
            continue
        place = np.int64(mixed >> np.uint64(32)) & (table.size - 1)
        while table[place] != _EMPTY and not _alike(targets, extra, node, chosen[table[place]]):
            place = (place + 1) & (table.size - 1)
        if table[place] == _EMPTY:
            table[place] = number
            chosen[number] = node
            number += 1
        standing[node] = table[place]
    return standing, chosen[:number]


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _signature(targets: Whole, extra: Whole, future: Whole) -> np.uint64:
    """Nodes for states as targets of one state; returns a number that like rows share, 0 when there is no future."""
    alive, mixed = False, np.uint64(0)
    for move in range(targets.size):
        then = targets[move]
        if then != NOWHERE:
            then = targets[move] = future[then]
        cost = extra[move] if then != NOWHERE else 0
        alive = alive or then != NOWHERE
        mixed = (mixed ^ np.uint64(then + 1) ^ (np.uint64(cost) << np.uint64(40))) * _SPREAD
        mixed ^= mixed >> np.uint64(29)
    return mixed | np.uint64(1) if alive else np.uint64(0)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _alike(targets: Whole, extra: Whole, first: int, second: int) -> bool:
    for move in range(targets.shape[1]):
        then = targets[first, move]
        if then != targets[second, move] or (then != NOWHERE and extra[first, move] != extra[second, move]):
            return False
    return True


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def arcs(targets: Whole, extra: Whole, onward: Whole) -> tuple[Whole, Whole, Whole, Whole]:
    """What leads anywhere, node by node. `targets[n, m]`: position of the node, among those of the next day, that move
    m leads to, or NOWHERE; `onward[n]`: number of the first of them. Returns the first arc of each node and the number
    of arcs; and by arc its move, the node it leads to, and what is `extra`.
    """
    first, number = np.zeros(len(targets) + 1, np.int64), 0
    for node in range(len(targets)):
        for move in range(targets.shape[1]):
            number += targets[node, move] != NOWHERE
        first[node + 1] = number
    moves, then, more = np.empty(number, np.int64), np.empty(number, np.int64), np.empty(number, np.int64)
    number = 0
    for node in range(len(targets)):
        for move in range(targets.shape[1]):
            if targets[node, move] != NOWHERE:
                moves[number], then[number] = move, targets[node, move] + onward[node]
                more[number] = extra[node, move]
                number += 1
    return first, moves, then, more
