"""All days that a family of agents may work, as a graph: a path from an agent's entry to the end is one way to fill
the horizon. States with the same future are one node, so a limit that can no longer bind costs nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Horizon
from scheduler.search.paths.agent_states import Entry, Family
from scheduler.search.paths.day_graph_kernel import NOWHERE, arcs, expand, merge
from scheduler.search.paths.phases import Phases
from scheduler.search.paths.tallies import Week

SATURDAY, SUNDAY = 5, 6
Whole = NDArray[np.int64]


class Arcs(NamedTuple):
    """The graph for compiled loops. Nodes are numbered day by day, the end last: those of a day begin at
    `first_node[day]`, the arcs of a node at `first_arc[node]`. Each arc has its move, the last one being a day off,
    the node it leads to, and minutes of overtime. `move_of`: the move of each shift.
    """

    first_node: NDArray[np.int32]
    first_arc: NDArray[np.int32]
    move: NDArray[np.int16]
    target: NDArray[np.int32]
    extra: NDArray[np.int32]
    move_of: NDArray[np.int16]


@dataclass(frozen=True, eq=False)
class DayGraph:
    """`entries`: the node at which each entry begins; NOWHERE when no days keep its rules."""

    arcs: Arcs
    entries: Mapping[Entry, int]


@dataclass(frozen=True, eq=False)
class Layer:
    """A day's states and moves: the state that each leads to, and minutes of overtime."""

    targets: Whole
    extra: Whole


def day_graph(horizon: Horizon, family: Family, entries: Sequence[Entry], most: int) -> DayGraph | None:
    """The graph of a family; None when it has more than `most` states before those of like future are joined."""
    begun = list(dict.fromkeys(entries))
    states = _States(horizon, family, begun)
    keys, layers = states.begun(), list[Layer]()
    for day in range(horizon.days):
        layer, keys, complete = states.next_day(day, keys, most)
        if not complete:
            return None
        most -= keys.size
        layers.append(layer)
    made, standing = joined(layers, np.where(states.good(keys), 0, NOWHERE), states.move_of)
    return DayGraph(made, dict(zip(begun, map(int, standing), strict=True)))


def joined(layers: Sequence[Layer], future: Whole, move_of: NDArray[np.int16]) -> tuple[Arcs, Whole]:
    """The layers of all days with states of like future as one node; the nodes of the first day's states. `future`: 0
    for each state after the last day that may be final, else NOWHERE.
    """
    made = list[Layer]()
    for layer in reversed(layers):
        future, chosen = merge(layer.targets, layer.extra, future)
        made.append(Layer(layer.targets[chosen], layer.extra[chosen]))
    return _arcs(made[::-1], move_of), future


def _arcs(layers: Sequence[Layer], move_of: NDArray[np.int16]) -> Arcs:
    """The days' nodes and moves in one row."""
    sizes = [len(layer.targets) for layer in layers]
    first_node = np.cumsum([0, *sizes, 1])
    onward = np.repeat(first_node[1:-1], sizes)
    every = np.concatenate([layer.targets for layer in layers]), np.concatenate([layer.extra for layer in layers])
    first_arc, moves, targets, extra = arcs(*every, onward)
    return Arcs(
        first_node.astype(np.int32),
        first_arc.astype(np.int32),
        moves.astype(np.int16),
        targets.astype(np.int32),
        extra.astype(np.int32),
        move_of,
    )


class _States:
    """A state is a phase and the state of each tally, kept as the digits of one number, its key."""

    def __init__(self, horizon: Horizon, family: Family, entries: Sequence[Entry]) -> None:
        self._horizon, self._family, self._entries = horizon, family, entries
        self._starts = [dict(entry.starts) for entry in entries]
        self._tables = [tally.table([starts[tally] for starts in self._starts]) for tally in family.tallies]
        self._sizes = np.array([table.good.size for table in self._tables], dtype=np.int64)
        self._moves = self._like_shifts()
        self._phases = Phases(family, self._moves)
        widest = max((table.good.size for table in self._tables), default=1)
        self._after = np.full((len(self._tables), len(self._moves) + 1, widest), NOWHERE, dtype=np.int64)
        for number, table in enumerate(self._tables):
            self._after[number, :-1, : table.good.size] = table.after[[shifts[0] for shifts in self._moves]]
            self._after[number, -1] = 0 if table.fresh else np.arange(widest)

    @property
    def move_of(self) -> NDArray[np.int16]:
        """The move of each shift."""
        moves = np.zeros(len(self._family.shifts), dtype=np.int16)
        for number, shifts in enumerate(self._moves):
            moves[shifts] = number
        return moves

    def begun(self) -> Whole:
        """The states in which the entries begin."""
        keys = [self._phases.start(entry.run) for entry in self._entries]
        for tally, table in zip(self._family.tallies, self._tables, strict=True):
            digits = [table.index[starts[tally]] for starts in self._starts]
            keys = [key * table.good.size + digit for key, digit in zip(keys, digits, strict=True)]
        return np.array(keys, dtype=np.int64)

    def good(self, keys: Whole) -> NDArray[np.bool_]:
        """Which states may be final."""
        holds = np.ones(keys.size, dtype=np.bool_)
        for number, table in enumerate(self._tables):
            holds &= table.good[self._digit(keys, number)]
        return holds

    def next_day(self, day: int, keys: Whole, most: int) -> tuple[Layer, Whole, bool]:
        """A day's moves, the states of the next day, and whether those are all."""
        weekday = self._horizon.weekday(day)
        weekend = weekday == SATURDAY or (weekday == SUNDAY and day == 0), weekday >= SATURDAY
        back = np.array([tally.weekly and weekday == 0 for tally in self._family.tallies], dtype=np.bool_)
        today = [tally.days is None or tally.days[0] <= day <= tally.days[1] for tally in self._family.tallies]
        counts = [
            weekend if t.weekend else (holds, holds) for t, holds in zip(self._family.tallies, today, strict=True)
        ]
        found, targets = expand(
            keys,
            self._phases.after(day),
            self._phases.rested,
            self._sizes,
            self._after,
            back,
            np.array(counts, dtype=np.bool_).reshape(-1, 2),
            most,
        )
        return Layer(targets, self._overtime(day, keys)), found, found.size <= most

    def _overtime(self, day: int, keys: Whole) -> Whole:
        """Minutes of overtime of each move in each state."""
        minutes = np.zeros((keys.size, len(self._moves) + 1), dtype=np.int64)
        for number, (tally, table) in enumerate(zip(self._family.tallies, self._tables, strict=True)):
            if isinstance(tally, Week) and tally.enough is not None and table.minutes is not None:
                paid = np.array([tally.paid[shifts[0]] for shifts in self._moves], dtype=np.int64)
                before = table.minutes[self._digit(keys, number)] * (self._horizon.weekday(day) > 0)
                minutes[:, :-1] = np.clip(before[:, np.newaxis] + paid - tally.enough, 0, paid)
        return minutes

    def _digit(self, keys: Whole, number: int) -> Whole:
        """The state of one tally."""
        return keys // prod(map(int, self._sizes[number + 1 :])) % int(self._sizes[number])

    def _like_shifts(self) -> list[list[int]]:
        """Shifts alike in everything but price: what they let follow, what they may follow, what they do to tallies."""
        lets_follow, alike = self._family.lets_follow, dict[object, list[int]]()
        for shift in range(len(self._family.shifts)):
            paid = [tally.paid[shift] for tally in self._family.tallies if isinstance(tally, Week)]
            steps = [table.after[shift].tobytes() for table in self._tables]
            follow = lets_follow[shift], tuple(row[shift] for row in lets_follow)
            alike.setdefault((follow, *paid, *steps), []).append(shift)
        return list(alike.values())
