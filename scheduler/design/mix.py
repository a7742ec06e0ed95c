"""The mix of contracts and overtime that covers a horizon at least cost, and what more or less cover costs.

A mixed integer programme: whole heads by contract, divisible shifts; meals and rests are shared out evenly over their
windows. A mix is a plan of how many to have, not a roster; the roster finds out who works when.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from forecasts.horizon import Horizon, Numbers
from scheduler.design.shift_kinds import pauses, whole_intervals
from scheduler.shift import Shift

DEFAULT_SHARES = (0.0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2)
SECONDS = 10.0
"""For one point of the frontier."""
SMALL_GAP = 0.002


@dataclass(frozen=True, slots=True)
class ContractTerms:
    """What one contract owes, allows and costs. `paid_minutes_per_week` are paid whether worked or not; minutes worked
    beyond them cost `hourly_cost` times `multiplier` (a part-timer owes nothing and has no premium). `shifts`: those
    they may work. `most`: heads there can be, None any number.
    """

    contract: str
    hourly_cost: float
    shifts: tuple[Shift, ...]
    paid_minutes_per_week: int = 0
    max_minutes_per_week: int = 2880
    multiplier: float = 1.0
    max_days_per_week: int = 6
    most: int | None = None


@dataclass(frozen=True, slots=True)
class MixPoint:
    """One point of the frontier: wages in yuan, agent-hours short, and by contract heads, hours worked, and hours
    beyond those paid anyhow (overtime, for a contract with a premium).
    """

    wages: float
    short_hours: float
    heads: Mapping[str, int]
    hours: Mapping[str, float]
    extra_hours: Mapping[str, float]


def frontier(
    horizon: Horizon,
    wanted: Numbers,
    terms: Sequence[ContractTerms],
    shares: Iterable[float] = DEFAULT_SHARES,
) -> tuple[MixPoint, ...]:
    """The cheapest mix for each share of the wanted agent-hours that may stay short; points that cannot be reached,
    for want of heads, are left out. `wanted`: agents, shape (intervals,).
    """
    programme = _Programme(horizon, wanted, terms)
    found = (programme.cheapest(share) for share in shares)
    return tuple(point for point in found if point is not None)


class _Programme:
    """Columns: heads and extra hours of each contract, its shifts by day, shortage by interval. All in hours."""

    def __init__(self, horizon: Horizon, wanted: Numbers, terms: Sequence[ContractTerms]) -> None:
        self.horizon, self.wanted, self.terms, self.weeks = horizon, wanted, terms, horizon.days / 7
        self._costs: list[float] = []
        self._most: list[float] = []
        self._entries: list[tuple[int, int, float]] = []
        self._high: list[float] = []
        self._cover = [self._row(-float(agents)) for agents in wanted]
        self._short_row = self._row(0.0)
        self._heads = {t.contract: self._column(self._owed(t), np.inf if t.most is None else t.most) for t in terms}
        self._extra = {t.contract: self._column(t.hourly_cost * t.multiplier, np.inf) for t in terms}
        self._hours: dict[str, list[tuple[int, float]]] = {t.contract: [] for t in terms}
        for contract in terms:
            self._add_contract(contract)
        self._short = [self._column(0.0, np.inf, [(row, -1.0), (self._short_row, 1.0)]) for row in self._cover]

    def cheapest(self, share: float) -> MixPoint | None:
        """The least wages with at most a share of what is wanted short; None when it cannot be had."""
        high = np.array(self._high)
        high[self._short_row] = share * float(self.wanted.sum())
        rows, columns, values = zip(*self._entries, strict=True)
        matrix: Any = coo_array((values, (rows, columns)), shape=(len(high), len(self._costs))).tocsr()
        whole = np.zeros(len(self._costs), dtype=np.int64)
        whole[list(self._heads.values())] = 1
        found: Any = milp(
            np.array(self._costs),
            integrality=whole,
            bounds=Bounds(0.0, np.array(self._most)),
            constraints=LinearConstraint(matrix, -np.inf, high),
            options={"time_limit": SECONDS, "mip_rel_gap": SMALL_GAP},
        )
        return None if found.x is None else self._point(found.x, float(found.fun))

    def _point(self, values: Numbers, wages: float) -> MixPoint:
        return MixPoint(
            wages,
            float(values[self._short].sum()) * self.horizon.interval_hours,
            {name: round(float(values[column])) for name, column in self._heads.items()},
            {name: sum(float(values[c]) * hours for c, hours in parts) for name, parts in self._hours.items()},
            {name: float(values[column]) for name, column in self._extra.items()},
        )

    def _owed(self, contract: ContractTerms) -> float:
        """Yuan of one head over the horizon, whatever they work."""
        return contract.paid_minutes_per_week / 60 * self.weeks * contract.hourly_cost

    def _add_contract(self, contract: ContractTerms) -> None:
        """Hours from above by heads, extra hours from below; days of each head; nobody twice a day."""
        heads, extra = self._heads[contract.contract], self._extra[contract.contract]
        most, beyond, days = self._row(0.0), self._row(0.0), self._row(0.0)
        self._entries += [(most, heads, -contract.max_minutes_per_week / 60 * self.weeks)]
        self._entries += [(beyond, heads, -contract.paid_minutes_per_week / 60 * self.weeks), (beyond, extra, -1.0)]
        self._entries += [(days, heads, -contract.max_days_per_week * self.weeks)]
        for day in range(self.horizon.days):
            a_day = self._row(0.0)
            self._entries.append((a_day, heads, -1.0))
            for kind in contract.shifts:
                hours = kind.paid_minutes / 60
                column = self._column(0.0, np.inf, [(most, hours), (beyond, hours), (days, 1.0), (a_day, 1.0)])
                self._hours[contract.contract].append((column, hours))
                self._enter(column, kind, day * self.horizon.intervals_per_day)

    def _enter(self, column: int, kind: Shift, midnight: int) -> None:
        """The part of an agent that a shift gives to each interval, breaks shared out over their windows."""
        step = self.horizon.interval_minutes
        shares = dict.fromkeys(whole_intervals(kind, step), 1.0)
        for pause in pauses(kind, step):
            for taken in pause.takes.values():
                for interval, share in taken.items():
                    shares[interval] = shares.get(interval, 0.0) - share / len(pause.takes)
        for interval, share in shares.items():
            if midnight + interval < len(self._cover):
                self._entries.append((self._cover[midnight + interval], column, -share))

    def _row(self, high: float) -> int:
        self._high.append(high)
        return len(self._high) - 1

    def _column(self, cost: float, most: float, entries: Sequence[tuple[int, float]] = ()) -> int:
        column = len(self._costs)
        self._costs.append(cost)
        self._most.append(most)
        self._entries += [(row, column, value) for row, value in entries]
        return column
