"""A shift worked, cut into the minutes that fall on statutory days and the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from forecasts.day_kinds import AS_SHIPPED, Calendar, DayKind, day_kind
from forecasts.horizon import MINUTES_PER_DAY, Horizon
from scheduler.pay.night import NIGHT, NightHours, night_minutes, overlap
from scheduler.roster import Assignment
from scheduler.shift import Shift


class StatutoryBasis(StrEnum):
    """Whose the hours past midnight are: the clock's day (usual), or the day on which the shift starts."""

    CLOCK = "clock"
    START_DAY = "start_day"


@dataclass(frozen=True, slots=True)
class WorkedShift:
    """One assignment with its date and the `kind` of the day on which it starts. `minutes` are paid and not statutory,
    `statutory` are paid and are.
    """

    day: int
    date: date
    shift: str
    minutes: int
    statutory: int
    night: int
    kind: DayKind


def worked_shifts(
    horizon: Horizon,
    shifts: Mapping[str, Shift],
    cells: Mapping[int, Assignment],
    basis: StatutoryBasis,
    night: NightHours = NIGHT,
    calendar: Calendar = AS_SHIPPED,
) -> tuple[WorkedShift, ...]:
    """One agent's assignments in order of days."""
    return tuple(
        _worked(horizon.day(day), shifts[cells[day].shift], cells[day], basis, night, calendar) for day in sorted(cells)
    )


def _worked(
    start: date, shift: Shift, cell: Assignment, basis: StatutoryBasis, night: NightHours, calendar: Calendar
) -> WorkedShift:
    parts = {0: 1.0} if basis is StatutoryBasis.START_DAY else _shares(shift, cell)
    statutory = sum(part for day, part in parts.items() if _is_statutory(start + timedelta(days=day), calendar))
    minutes = round(shift.paid_minutes * statutory)
    at_night = night_minutes(shift, cell, night)
    kind = day_kind(start, calendar)
    return WorkedShift(cell.day, start, shift.id, shift.paid_minutes - minutes, minutes, at_night, kind)


def _is_statutory(day: date, calendar: Calendar) -> bool:
    return day_kind(day, calendar) is DayKind.STATUTORY


def _shares(shift: Shift, cell: Assignment) -> dict[int, float]:
    """The share of a shift's paid time before and after midnight; unpaid breaks are left out of both."""
    at_work = {day: _at_work(shift, cell, day * MINUTES_PER_DAY) for day in (0, 1)}
    total = sum(at_work.values())
    return {day: minutes / total for day, minutes in at_work.items()} if total else {0: 1.0}


def _at_work(shift: Shift, cell: Assignment, midnight: int) -> int:
    span = (midnight, midnight + MINUTES_PER_DAY)
    minutes = overlap(shift.start, shift.end, *span)
    if shift.paid_minutes >= shift.minutes:
        return minutes
    pauses = zip(cell.breaks, shift.breaks, strict=False)
    return minutes - sum(overlap(start, start + pause.minutes, *span) for start, pause in pauses)
