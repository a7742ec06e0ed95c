"""Which few kinds of shift serve the whole horizon best: the least used are dropped until few enough are left.

All days together as a linear programme, heads and breaks divisible; after each drop it is solved again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array

from forecasts.horizon import MINUTES_PER_DAY, Numbers
from scheduler.design.deviation import DeviationCost
from scheduler.design.shift_kinds import pauses, whole_intervals
from scheduler.shift import Shift

DROPPED = 0.1
"""Share of the kinds dropped at a time."""
TRIED = 8
"""Kinds brought back at a time, judged by their reduced cost, to see whether they displace one of the few left."""


@dataclass(frozen=True, eq=False)
class _Optimum:
    """Cost of the deviation, heads of each kind over all days, and by how much one more head of a kind lowers it."""

    cost: float
    heads: Mapping[str, float]
    gains: Mapping[str, float]


def best_kinds(
    kinds: Sequence[Shift],
    curves: Sequence[Numbers],
    interval_minutes: int,
    cost: DeviationCost,
    most: int | None = None,
    repeats: bool = False,
) -> tuple[Shift, ...]:
    """The kinds worth their price, at most so many, in their order. `curves`: agents wanted on whole days, each shape
    (intervals,). `repeats`: after the last day of each comes its first again.
    """
    days = _Days(
        tuple(np.concatenate(curves).tolist()) if curves else (), tuple(map(len, curves)), interval_minutes, repeats
    )
    kept, found = list(kinds), list[tuple[float, list[Shift]]]()
    while kept:
        optimum = _solve(kept, kinds, days, cost)
        kept = sorted((kind for kind in kept if optimum.heads[kind.id] > 0), key=lambda kind: -optimum.heads[kind.id])
        if most is None or len(kept) <= most:
            found.append((optimum.cost + cost.kind * len(kept), kept))
            if len(kept) == most or _cannot_pay(found, cost):
                break
        fewer = min(len(kept) - 1, int(len(kept) * (1 - DROPPED)))
        kept = kept[: fewer if most is None or len(kept) <= most else max(most, fewer)]
    chosen = min(found, key=lambda option: option[0])[1] if found else []
    better = _exchanged(chosen, kinds, days, cost)
    return tuple(kind for kind in kinds if kind in better)


def _cannot_pay(found: Sequence[tuple[float, list[Shift]]], cost: DeviationCost) -> bool:
    """Whether dropping more kinds can save no more: none has a price, or deviation costs more than the best in all."""
    total, kinds = found[-1]
    return not cost.kind or total - cost.kind * len(kinds) > min(option[0] for option in found)


def _exchanged(chosen: list[Shift], kinds: Sequence[Shift], days: "_Days", cost: DeviationCost) -> list[Shift]:
    """As many kinds, some displaced by others as long as that helps."""
    best = _solve(chosen, kinds, days, cost)
    while True:
        absent = sorted((kind for kind in kinds if kind not in chosen), key=lambda kind: -best.gains[kind.id])
        tried = chosen + [kind for kind in absent[:TRIED] if best.gains[kind.id] > 0]
        optimum = best
        while len(tried) > len(chosen):
            optimum = _solve(tried, kinds, days, cost)
            tried = sorted(tried, key=lambda kind: -optimum.heads[kind.id])[:-1]
        optimum = _solve(tried, kinds, days, cost)
        if optimum.cost >= best.cost - 1e-6:
            return chosen
        best, chosen = optimum, tried


@dataclass
class _Programme:
    """Columns of a linear programme with equality rows."""

    rows: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    most: list[float | None] = field(default_factory=list)

    def column(self, entries: Sequence[tuple[int, float]], cost: float = 0.0, most: float | None = None) -> int:
        for row, value in entries:
            self.rows.append(row)
            self.columns.append(len(self.costs))
            self.values.append(value)
        self.costs.append(cost)
        self.most.append(most)
        return len(self.costs) - 1


@dataclass(frozen=True, slots=True)
class _Days:
    """Curves one after the other: agents wanted in each interval, and how long each curve is."""

    wanted: tuple[float, ...]
    lengths: tuple[int, ...]
    step: int
    repeats: bool

    def midnights(self) -> Iterator["_Midnight"]:
        """Of all days of all curves."""
        first = 0
        for length in self.lengths:
            for at in range(first, first + length, MINUTES_PER_DAY // self.step):
                yield _Midnight(at, first, first + length, self.repeats)
            first += length


@dataclass(frozen=True, slots=True)
class _Midnight:
    """Interval `at` which a day begins, in a curve of the intervals `first` … before `end`."""

    at: int
    first: int
    end: int
    repeats: bool

    def within(self, shares: Mapping[int, float]) -> list[tuple[int, float]]:
        """What stands at intervals from this midnight on, as far as the curve has them."""
        found = ((self.at + interval, share) for interval, share in shares.items())
        if self.repeats:
            length = self.end - self.first
            return [((at - self.first) % length + self.first, share) for at, share in found]
        return [(at, share) for at, share in found if at < self.end]


def _solve(kept: Sequence[Shift], kinds: Sequence[Shift], days: _Days, cost: DeviationCost) -> _Optimum:
    """The optimum with the kept kinds, and what each of all kinds would gain at its prices."""
    programme, right = _Programme(), list(days.wanted)
    midnights, intervals, column_of = list(days.midnights()), len(right), dict[int, str]()
    for midnight in midnights:
        for kind in kept:
            column_of[_add_kind(programme, right, kind, midnight, days.step)] = kind.id
    _add_deviations(programme, intervals, cost)
    shape = (len(right), len(programme.costs))
    matrix: Any = coo_array((programme.values, (programme.rows, programme.columns)), shape=shape).tocsr()
    bounds = [(0.0, most) for most in programme.most]
    found: Any = linprog(programme.costs, A_eq=matrix, b_eq=np.array(right), bounds=bounds, method="highs")
    heads = dict.fromkeys((kind.id for kind in kept), 0.0)
    for column, name in column_of.items():
        heads[name] += float(found.x[column])
    prices = found.eqlin.marginals[:intervals]
    gains = {kind.id: sum(_gain(kind, prices, midnight, days.step) for midnight in midnights) for kind in kinds}
    return _Optimum(float(found.fun), heads, gains)


def _add_kind(programme: _Programme, right: list[float], kind: Shift, midnight: _Midnight, step: int) -> int:
    """Heads of a kind on a day, each of its pauses shared out over its starts."""
    balance, kept = len(right), pauses(kind, step)
    right.extend(0.0 for _ in kept)
    ties = [(balance + position, -1.0) for position in range(len(kept))]
    column = programme.column(midnight.within(dict.fromkeys(whole_intervals(kind, step), 1.0)) + ties)
    for position, pause in enumerate(kept):
        for taken in pause.takes.values():
            away = {interval: -share for interval, share in taken.items()}
            programme.column([*midnight.within(away), (balance + position, 1.0)])
    return column


def _gain(kind: Shift, prices: Numbers, midnight: _Midnight, step: int) -> float:
    """By how much one more head would lower the cost at these prices from its midnight on, pauses placed at best."""

    def worth(shares: Mapping[int, float]) -> float:
        return sum(float(prices[at]) * share for at, share in midnight.within(shares))

    gain = worth(dict.fromkeys(whole_intervals(kind, step), 1.0))
    for pause in pauses(kind, step):
        gain -= min(worth(taken) for taken in pause.takes.values())
    return max(0.0, gain)


def _add_deviations(programme: _Programme, intervals: int, cost: DeviationCost) -> None:
    for row in range(intervals):
        for agents, price in cost.shortage:
            programme.column([(row, 1.0)], price, agents)
        programme.column([(row, -1.0)], cost.surplus)
