"""One day's shifts as an integer programme: heads of each kind, and how many of them take each break when.

Break windows of a kind never overlap, so breaks are counted each by itself instead of by pattern (after Aykin 1996,
"Optimal shift scheduling with multiple break windows"): the short rests are placed together with the shifts.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from ortools.sat.python import cp_model

from forecasts.horizon import Numbers
from scheduler.design.deviation import DeviationCost, units_of
from scheduler.design.shift_kinds import pauses, whole_intervals
from scheduler.shift import Shift

PRICE_SCALE = 100
"""Prices are rounded to hundredths."""
ENOUGH = 0.0005
"""Share of a day's agent-intervals; a bound this close is no reason to go on."""


@dataclass(frozen=True)
class DayHeads:
    """Heads of each kind on one day; and of each kind, pause (by position: breaks, then rests) and start in minutes
    from midnight, how many take it then.
    """

    heads: Mapping[str, int] = field(default_factory=dict)
    pauses: Mapping[tuple[str, int, int], int] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Span:
    """A day and what follows it, arrays of shape (intervals,): agents `wanted`, those `present` anyhow, and whether
    shortage and surplus count there (1 or 0).
    """

    wanted: Numbers
    present: Numbers
    short_counts: Numbers
    surplus_counts: Numbers


class DayModel:
    """The heads of one day. `may_start`: whether a break may start at a minute of the day."""

    def __init__(
        self,
        kinds: Sequence[Shift],
        interval_minutes: int,
        span: Span,
        cost: DeviationCost,
        may_start: Callable[[int, int], bool],
    ) -> None:
        self.model, self.step, self.span, self.cost = cp_model.CpModel(), interval_minutes, span, cost
        self._most = int(np.ceil(span.wanted.max(initial=0.0))) + 1
        self._present: list[list[tuple[cp_model.IntVar, float]]] = [[] for _ in span.wanted]
        self._pauses: dict[tuple[str, int, int], cp_model.IntVar] = {}
        self._objective: list[tuple[cp_model.IntVar, int]] = []
        self._heads = {kind.id: self.model.new_int_var(0, self._most, kind.id) for kind in kinds}
        for kind in kinds:
            self._place(kind, may_start)
        self._price_deviation()

    def solve(self, seconds: float, workers: int, seed: int) -> DayHeads | None:
        """The best heads found in the time; None when there was none."""
        self.model.minimize(sum(variable * price for variable, price in self._objective))
        engine = cp_model.CpSolver()
        engine.parameters.max_time_in_seconds = seconds
        engine.parameters.num_workers = workers
        engine.parameters.random_seed = seed
        engine.parameters.absolute_gap_limit = ENOUGH * float(self.span.wanted.sum()) * PRICE_SCALE * self._units
        if engine.solve(self.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        return DayHeads(
            {name: engine.value(v) for name, v in self._heads.items() if engine.value(v)},
            {key: engine.value(v) for key, v in self._pauses.items() if engine.value(v)},
        )

    def _place(self, kind: Shift, may_start: Callable[[int, int], bool]) -> None:
        heads = self._heads[kind.id]
        self._enter(heads, dict.fromkeys(whole_intervals(kind, self.step), 1.0))
        lengths = [pause.minutes for pause in (*kind.breaks, *kind.rests)]
        for position, pause in enumerate(pauses(kind, self.step)):
            counts = []
            for start, taken in pause.takes.items():
                if may_start(start, lengths[position]):
                    count = self.model.new_int_var(0, self._most, f"{kind.id} {position} {start}")
                    self._pauses[kind.id, position, start] = count
                    self._enter(count, {interval: -share for interval, share in taken.items()})
                    counts.append(count)
            self.model.add(sum(counts) == heads)

    def _enter(self, variable: cp_model.IntVar, shares: Mapping[int, float]) -> None:
        for interval, share in shares.items():
            if interval < len(self._present):
                self._present[interval].append((variable, share))

    def _price_deviation(self) -> None:
        shares = [abs(share) for terms in self._present for _, share in terms]
        self._units = units = units_of(np.array([*self.span.wanted, *self.span.present, *shares]))
        for interval, terms in enumerate(self._present):
            left = round((self.span.wanted[interval] - self.span.present[interval]) * units)
            if not (self.span.short_counts[interval] or self.span.surplus_counts[interval]):
                continue
            more = sum(variable * round(share * units) for variable, share in terms)
            short = sum(self._short(interval, left)) if self.span.short_counts[interval] else self._free(left)
            over = self._deviation(self._most * len(terms) * units + abs(left), self.cost.surplus)
            self.model.add(more + short - over == left)

    def _short(self, interval: int, left: int) -> list[cp_model.IntVar]:
        """A variable for each price of shortage."""
        most, variables = max(0, left), []
        for agents, price in self.cost.shortage:
            piece = most if agents is None else min(most, round(agents * self._units))
            variables.append(self._deviation(piece, price * float(self.span.short_counts[interval])))
            most -= piece
        return variables

    def _free(self, left: int) -> cp_model.IntVar:
        return self._deviation(max(0, left), 0.0)

    def _deviation(self, most: int, price: float) -> cp_model.IntVar:
        variable = self.model.new_int_var(0, most, "deviation")
        self._objective.append((variable, round(price * PRICE_SCALE)))
        return variable


def presence_of(kinds: Mapping[str, Shift], heads: DayHeads, step: int, intervals: int) -> Numbers:
    """Agents present by interval from the day's midnight on, shape (intervals,)."""
    present = np.zeros(intervals)
    for name, count in heads.heads.items():
        worked = whole_intervals(kinds[name], step)
        present[worked.start : min(worked.stop, intervals)] += count
    for (name, position, start), count in heads.pauses.items():
        for interval, share in pauses(kinds[name], step)[position].takes[start].items():
            if interval < intervals:
                present[interval] -= count * share
    return present
