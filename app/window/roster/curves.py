"""What the cover chart draws: requirement, cover, shortage and surplus per interval, and who is on at one time."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from app.window.roster.plan import RosterPlan
from forecasts.horizon import Numbers
from scheduler.break_patterns import footprint
from scheduler.cover import presence
from scheduler.roster import Roster

PHASE_OPENING_MINUTES = 30
DIFFERS = 0.05
"""Agents that can be told apart on the chart."""


@dataclass(frozen=True, eq=False)
class Curves:
    """Arrays of shape (intervals,), standard agents. `cover` is what serves the requirement and what is over it;
    `chosen` the productivity of the agents selected in the matrix, zero when none are; `beside` what P50 and P90 would
    require where they differ, of a single skill only: quantiles are not added.
    """

    requirement: Numbers
    cover: Numbers
    heads: Numbers
    chosen: Numbers
    beside: Mapping[str, Numbers] = field(default_factory=dict)

    @property
    def net(self) -> Numbers:
        """Net staffing: cover − requirement, negative where agents are missing."""
        return self.cover - self.requirement

    @property
    def shortage(self) -> Numbers:
        """Standard agents missing."""
        return np.maximum(0.0, -self.net)

    @property
    def surplus(self) -> Numbers:
        """Standard agents more than required."""
        return np.maximum(0.0, self.net)


def curves_of(plan: RosterPlan, skill: str | None, chosen: frozenset[str] = frozenset()) -> Curves:
    """The curves of one skill, or of all together. Who is over what all skills require belongs to no single skill,
    so surplus shows only in the sum, and where there is one skill alone.
    """
    size = plan.horizon.intervals
    zero = np.zeros(size)
    required = plan.problem.requirement
    skills = tuple(required) if skill is None else (skill,)
    covered = sum((plan.cover.covered.get(one, zero) for one in skills), zero)
    if skill is None or len(required) <= 1:
        covered = covered + plan.cover.surplus
    wanted = sum((required[one] for one in skills if one in required), zero)
    known = plan.beside.get(skills[0], {}) if len(skills) == 1 else {}
    return Curves(
        requirement=wanted,
        cover=covered,
        heads=plan.cover.heads,
        chosen=_share(plan, skill, chosen),
        beside={name: curve for name, curve in known.items() if not np.allclose(curve, wanted, atol=DIFFERS)},
    )


def changed(before: Curves, after: Curves) -> range | None:
    """The intervals where two states differ; None when axis or legend would differ too."""
    same = (
        np.array_equal(before.requirement, after.requirement)
        and before.cover.max(initial=0.0) == after.cover.max(initial=0.0)
        and (before.net.min(), before.net.max()) == (after.net.min(), after.net.max())
        and before.chosen.any() == after.chosen.any()
    )
    if not same:
        return None
    differ = np.flatnonzero((before.cover != after.cover) | (before.chosen != after.chosen))
    return range(int(differ[0]), int(differ[-1]) + 1) if len(differ) else range(0)


def _share(plan: RosterPlan, skill: str | None, agents: frozenset[str]) -> Numbers:
    cells = {key: cell for key, cell in plan.roster.cells.items() if key[0] in agents}
    capacity = presence(plan.problem, Roster(cells)).capacity
    owned = [amount for skills, amount in capacity.items() if skill is None or skill in skills]
    return sum(owned, np.zeros(plan.horizon.intervals))


def on_duty(plan: RosterPlan, interval: int) -> frozenset[str]:
    """Agents at work and not on a break in an interval of the horizon."""
    per_day, step = plan.horizon.intervals_per_day, plan.horizon.interval_minutes
    present = set()
    for cell in plan.roster.cells.values():
        shift = plan.problem.shifts.get(cell.shift)
        if shift is not None and interval - cell.day * per_day in footprint(shift, cell.breaks, step):
            present.add(cell.agent)
    return frozenset(present)


def openings(plan: RosterPlan) -> tuple[tuple[int, str], ...]:
    """First minute of each phase that begins inside the horizon, with its kind."""
    minutes = ((plan.horizon.minute(phase.start), phase.kind) for _promotion, phase in plan.phases())
    return tuple((minute, kind) for minute, kind in minutes if minute >= 0)
