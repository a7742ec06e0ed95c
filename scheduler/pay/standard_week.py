"""Standard hours: overtime and rest-day work of one week, Monday to Sunday."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from forecasts.day_kinds import AS_SHIPPED, Calendar, DayKind, day_kind
from scheduler.pay.paid_minutes import PaidMinutes
from scheduler.pay.terms import PayTerms
from scheduler.pay.worked_shift import WorkedShift

WORK_DAYS = (DayKind.ORDINARY, DayKind.MAKEUP_WORK)
WORK_DAYS_OF_A_WEEK = 5
STANDARD_DAY_MINUTES = 480


class RestDayBasis(StrEnum):
    """Whose rest day: the agent's own, days worked beyond the week's number of work days (usual); or the calendar's."""

    ROSTER = "roster"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class WeekBefore:
    """What stood in the week before the horizon: days worked or on leave on a work day, and minutes worked."""

    days: int = 0
    minutes: int = 0

    @property
    def known(self) -> bool:
        """Nothing at all means that nobody said."""
        return self.days > 0 or self.minutes > 0


def work_days(days: Collection[date], calendar: Calendar = AS_SHIPPED) -> int:
    """How many of these are work days, made-up ones included."""
    return sum(day_kind(day, calendar) in WORK_DAYS for day in days)


def standard_minutes(days: Collection[date], calendar: Calendar = AS_SHIPPED) -> int:
    """What these days owe: eight hours on each work day (国务院令174号 3)."""
    return work_days(days, calendar) * STANDARD_DAY_MINUTES


def standard_week(
    terms: PayTerms, worked: Sequence[WorkedShift], days: int, away: int, before: WeekBefore, basis: RestDayBasis
) -> dict[int, PaidMinutes]:
    """Day to its minutes. `worked`: the week's shifts in order; `days`: its work days; `away`: those spent on leave.

    The week owes 40 h for five work days and in proportion in a week with a holiday or a make-up day.
    """
    rest = _rest_minutes(terms, worked, away, before, basis, days) if terms.pays_extra("rest_day_multiplier") else {}
    return _with_overtime(terms, worked, rest, before.minutes, _owed(terms, days))


def _owed(terms: PayTerms, days: int) -> float:
    after = terms.value("overtime_after_minutes_per_week")
    return float("inf") if after is None else after * days / WORK_DAYS_OF_A_WEEK


def _rest_minutes(
    terms: PayTerms,
    worked: Sequence[WorkedShift],
    away: int,
    before: WeekBefore,
    basis: RestDayBasis,
    days: int,
) -> dict[int, int]:
    """Day to its minutes of rest-day work."""
    if basis is RestDayBasis.CALENDAR:
        return {shift.day: shift.minutes for shift in worked if shift.kind in (DayKind.WEEKEND, DayKind.SWAPPED_OFF)}
    counted = [shift for shift in worked if shift.kind is not DayKind.STATUTORY]
    extra_days = min(len(counted), max(0, before.days + away + len(counted) - days))
    owed = _owed(terms, days)
    leave = away * owed / days if days and owed < float("inf") else 0
    beyond = max(0.0, before.minutes + leave + sum(shift.minutes for shift in counted) - owed)
    return _latest(counted, extra_days, int(beyond))


def _latest(counted: Sequence[WorkedShift], extra_days: int, beyond: int) -> dict[int, int]:
    """Rest days of the calendar first, the last days before earlier ones; six short days within 40 h hold none."""
    order = sorted(counted, key=lambda shift: (shift.kind not in WORK_DAYS, shift.day), reverse=True)
    rest: dict[int, int] = {}
    for shift in order[:extra_days]:
        rest[shift.day] = min(shift.minutes, beyond)
        beyond -= rest[shift.day]
    return rest


def _with_overtime(
    terms: PayTerms, worked: Sequence[WorkedShift], rest: Mapping[int, int], so_far: float, owed: float
) -> dict[int, PaidMinutes]:
    """What exceeds the day's or the week's standard is overtime, in the order of days."""
    of_day = terms.value("overtime_after_minutes_per_day")
    found: dict[int, PaidMinutes] = {}
    for shift in worked:
        on_rest = rest.get(shift.day, 0)
        minutes = shift.minutes - on_rest
        ordinary = minutes if of_day is None else min(minutes, int(of_day))
        ordinary = int(min(ordinary, max(0.0, owed - so_far)))
        so_far += ordinary
        overtime = minutes - ordinary if terms.pays_extra("overtime_multiplier") else 0
        found[shift.day] = PaidMinutes(minutes - overtime, overtime, on_rest, shift.statutory)
    return found
