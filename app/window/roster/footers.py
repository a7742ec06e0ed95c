"""The rows under the matrix: heads on each shift, heads in all, and agent-hours short or over, day by day."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from app.window.roster.plan import RosterPlan
from app.window.roster.shift_tones import Tone, tone
from forecasts.horizon import Numbers


@dataclass(frozen=True, slots=True)
class ShiftHeads:
    """Heads on one shift, one number a day."""

    shift: str
    code: str
    tone: Tone
    heads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Footer:
    """`heads`: agents with any shift, a number a day; `hours_short`, `hours_over`: standard agent-hours under and over
    the requirement, a number a day, empty while there is no requirement.
    """

    shifts: tuple[ShiftHeads, ...] = ()
    heads: tuple[int, ...] = ()
    hours_short: tuple[float, ...] = ()
    hours_over: tuple[float, ...] = ()


def footer_of(plan: RosterPlan) -> Footer:
    """The sums of a plan; shifts that nobody ever works are left out."""
    days = range(plan.horizon.days)
    counts = Counter((cell.shift, cell.day) for cell in plan.roster.cells.values())
    shifts = tuple(
        ShiftHeads(shift.id, shift.code or shift.id, tone(shift), tuple(counts[shift.id, day] for day in days))
        for shift in plan.problem.shifts.values()
        if any(counts[shift.id, day] for day in days)
    )
    heads = Counter[int]()
    for (_shift, day), count in counts.items():
        heads[day] += count
    if not plan.problem.requirement or plan.version is None:
        return Footer(shifts, tuple(heads[day] for day in days))
    short = sum(plan.cover.shortage.values(), np.zeros(plan.horizon.intervals))
    return Footer(
        shifts, tuple(heads[day] for day in days), _hours_by_day(plan, short), _hours_by_day(plan, plan.cover.surplus)
    )


def _hours_by_day(plan: RosterPlan, agents: Numbers) -> tuple[float, ...]:
    """Agent-hours of each day, from agents in every interval."""
    by_day = agents.reshape(plan.horizon.days, -1).sum(axis=1) * plan.horizon.interval_hours
    return tuple(float(hours) for hours in by_day)
