"""From agents wanted per interval to the shifts to offer: day by day, what runs past midnight carried over."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from forecasts.horizon import MINUTES_PER_DAY, Horizon, Numbers
from scheduler.design.day_model import DayHeads, DayModel, Span, presence_of
from scheduler.design.deviation import DeviationCost
from scheduler.design.offered_kinds import best_kinds
from scheduler.design.shift_kinds import DesignLimits, shift_kinds
from scheduler.shift import Shift

SPILL_DAYS = 2
"""A shift covers at most its own day and the next."""


@dataclass(frozen=True, slots=True)
class DesignOrder:
    """What is asked for: the limits, the price of deviation, at most so many kinds of shift (None: any number), times
    [start, end) in minutes from the horizon's start that no break may touch, and when to stop.
    """

    limits: DesignLimits = field(default_factory=DesignLimits)
    cost: DeviationCost = field(default_factory=DeviationCost)
    most_kinds: int | None = None
    no_break: tuple[tuple[int, int], ...] = ()
    seconds: float = 60.0
    workers: int = 8
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Design:
    """`shifts`: the kinds offered. `heads`: by skill, what `DayHeads` says for each day. `wanted` and `present`: skill
    to agents, shape (intervals,).
    """

    horizon: Horizon
    shifts: tuple[Shift, ...]
    heads: Mapping[str, tuple[DayHeads, ...]]
    wanted: Mapping[str, Numbers]
    present: Mapping[str, Numbers]
    seconds: float

    @property
    def short(self) -> float:
        """Agent-intervals wanted and not present."""
        return float(sum(np.maximum(self.wanted[skill] - self.present[skill], 0.0).sum() for skill in self.wanted))

    @property
    def surplus(self) -> float:
        """Agent-intervals present and not wanted."""
        return float(sum(np.maximum(self.present[skill] - self.wanted[skill], 0.0).sum() for skill in self.wanted))

    @property
    def deviation(self) -> float:
        """Both, as a share of what is wanted; 0 when nothing is."""
        wanted = sum(float(curve.sum()) for curve in self.wanted.values())
        return (self.short + self.surplus) / wanted if wanted else 0.0


def design(
    horizon: Horizon,
    wanted: Mapping[str, Numbers],
    order: DesignOrder,
    on_step: Callable[[float], None] | None = None,
) -> Design:
    """The shifts to offer and the heads of each day by skill. Skills are designed apart, with the same kinds.

    `on_step` hears the share done, 0–1. Raises ValueError for a curve that is not of shape (intervals,).
    """
    for skill, curve in wanted.items():
        if curve.shape != (horizon.intervals,):
            raise ValueError(f"{skill}: {curve.shape} instead of {(horizon.intervals,)}")
    began, kinds = time.monotonic(), shift_kinds(order.limits, horizon.interval_minutes)
    if order.most_kinds is not None or order.cost.kind:
        kinds = best_kinds(kinds, list(wanted.values()), horizon.interval_minutes, order.cost, order.most_kinds)
    work = _Work(horizon, kinds, order, began, on_step or _silent, len(wanted) * horizon.days)
    heads = {skill: tuple(work.days(curve)) for skill, curve in wanted.items()}
    by_id = {kind.id: kind for kind in kinds}
    used = {name for days in heads.values() for day in days for name in day.heads}
    return Design(
        horizon,
        tuple(kind for kind in kinds if kind.id in used),
        heads,
        wanted,
        {skill: _present(horizon, by_id, days) for skill, days in heads.items()},
        time.monotonic() - began,
    )


def _silent(share: float) -> None:
    del share


def _present(horizon: Horizon, kinds: Mapping[str, Shift], days: tuple[DayHeads, ...]) -> Numbers:
    a_day = horizon.intervals_per_day
    present = np.zeros(horizon.intervals + a_day)
    for day, heads in enumerate(days):
        present[day * a_day : (day + SPILL_DAYS) * a_day] += presence_of(
            kinds, heads, horizon.interval_minutes, SPILL_DAYS * a_day
        )
    return present[: horizon.intervals]


@dataclass
class _Work:
    """The days of all skills, one after the other; each gets its share of the time left."""

    horizon: Horizon
    kinds: tuple[Shift, ...]
    order: DesignOrder
    began: float
    on_step: Callable[[float], None]
    total: int
    done: int = 0

    def days(self, wanted: Numbers) -> list[DayHeads]:
        """The heads of every day of one skill."""
        a_day, by_id = self.horizon.intervals_per_day, {kind.id: kind for kind in self.kinds}
        carried, found = np.zeros(SPILL_DAYS * a_day), []
        for day in range(self.horizon.days):
            heads = self._day(day, wanted, carried)
            present = carried + presence_of(by_id, heads, self.horizon.interval_minutes, SPILL_DAYS * a_day)
            carried = np.concatenate([present[a_day:], np.zeros(a_day)])
            found.append(heads)
        return found

    def _day(self, day: int, wanted: Numbers, carried: Numbers) -> DayHeads:
        model = DayModel(
            self.kinds,
            self.horizon.interval_minutes,
            self._span(day, wanted, carried),
            self.order.cost,
            lambda start, minutes: self._may_pause(day * MINUTES_PER_DAY + start, minutes),
        )
        left = self.order.seconds - (time.monotonic() - self.began)
        heads = model.solve(max(0.5, left / (self.total - self.done)), self.order.workers, self.order.seed)
        self.done += 1
        self.on_step(self.done / self.total)
        return heads or DayHeads()

    def _span(self, day: int, wanted: Numbers, carried: Numbers) -> Span:
        """The day and the next; of that, surplus counts, and shortage where the next day's own shifts cannot reach."""
        a_day = self.horizon.intervals_per_day
        part = wanted[day * a_day : (day + SPILL_DAYS) * a_day]
        inside = np.zeros(SPILL_DAYS * a_day)
        inside[: len(part)] = 1.0
        short = inside.copy()
        short[a_day + self.order.limits.first_start // self.horizon.interval_minutes :] = 0.0
        return Span(np.pad(part, (0, len(inside) - len(part))), carried, short, inside)

    def _may_pause(self, start: int, minutes: int) -> bool:
        return not any(start < last and first < start + minutes for first, last in self.order.no_break)
