"""The chosen day hour by hour: a bar for each shift, its breaks, and what reaches over from the day before."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.window.roster.plan import RosterPlan
from forecasts.horizon import MINUTES_PER_DAY
from scheduler.roster import Assignment


@dataclass(frozen=True, slots=True)
class Bar:
    """A shift as a stretch of the day shown, minutes from its midnight: below 0 it began the day before, past 1440 it
    ends the day after. `breaks`: stretches of the same kind, in the shift's order.
    """

    cell: Assignment
    row: int
    first: int
    last: int
    breaks: tuple[tuple[int, int], ...]
    from_yesterday: bool = False


def bars_of(plan: RosterPlan, agents: Sequence[str], day: int) -> tuple[Bar, ...]:
    """The bars of a day, agents in the order of the rows; those from the day before come first."""
    bars = []
    for row, agent in enumerate(agents):
        for started in (day - 1, day):
            cell = plan.roster.cells.get((agent, started))
            bar = _bar(plan, cell, row, started - day) if cell else None
            if bar is not None and bar.last > 0:
                bars.append(bar)
    return tuple(bars)


def _bar(plan: RosterPlan, cell: Assignment, row: int, days_later: int) -> Bar | None:
    shift = plan.problem.shifts.get(cell.shift)
    if shift is None:
        return None
    ahead = days_later * MINUTES_PER_DAY
    pauses = zip(cell.breaks, shift.breaks, strict=False)
    breaks = tuple((ahead + start, ahead + start + pause.minutes) for start, pause in pauses)
    return Bar(cell, row, ahead + shift.start, ahead + shift.end, breaks, days_later < 0)
