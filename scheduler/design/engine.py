"""From agents wanted per interval to the shifts to offer, and how many heads of each a day needs."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from forecasts.horizon import Horizon, Numbers
from scheduler.design.day_after_day import DayAfterDay, DesignOrder
from scheduler.design.day_model import DayHeads
from scheduler.design.offered_kinds import best_kinds
from scheduler.design.shift_kinds import shift_kinds
from scheduler.shift import Shift

NOBODY: Mapping[str, Numbers] = MappingProxyType({})


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
    already: Mapping[str, Numbers] = NOBODY,
) -> Design:
    """The shifts to offer and the heads of each day by skill. Skills are designed apart, with the same kinds.

    `already`: skill to agents present anyhow, such as those of the night before, shape (intervals,).

    `on_step` hears the share done, 0–1. Raises ValueError for a curve that is not of shape (intervals,).
    """
    for skill, curve in (*wanted.items(), *already.items()):
        if curve.shape != (horizon.intervals,):
            raise ValueError(f"{skill}: {curve.shape} instead of {(horizon.intervals,)}")
    began, kinds = time.monotonic(), shift_kinds(order.limits, horizon.interval_minutes)
    before = {skill: already.get(skill, np.zeros(horizon.intervals)) for skill in wanted}
    if order.most_kinds is not None or order.cost.kind:
        asked = [np.maximum(0.0, wanted[skill] - before[skill]) for skill in wanted]
        kinds = best_kinds(kinds, asked, horizon.interval_minutes, order.cost, order.most_kinds, order.repeats)
    work = DayAfterDay(horizon, kinds, order, began, on_step or _silent, len(wanted))
    made = {skill: work.heads(curve, before[skill]) for skill, curve in wanted.items()}
    used = {name for days, _ in made.values() for day in days for name in day.heads}
    return Design(
        horizon,
        tuple(kind for kind in kinds if kind.id in used),
        {skill: tuple(days) for skill, (days, _) in made.items()},
        wanted,
        {skill: present for skill, (_, present) in made.items()},
        time.monotonic() - began,
    )


def _silent(share: float) -> None:
    del share
