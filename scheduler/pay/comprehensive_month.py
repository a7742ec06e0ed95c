"""Comprehensive hours: only what passes the standard of the month is overtime; rest days are part of the total."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from forecasts.day_kinds import AS_SHIPPED, Calendar
from forecasts.horizon import Horizon
from scheduler.pay.paid_minutes import PaidMinutes
from scheduler.pay.standard_week import work_days
from scheduler.pay.terms import PayTerms
from scheduler.pay.worked_shift import WorkedShift


def comprehensive_month(
    terms: PayTerms, worked: Sequence[WorkedShift], horizon: Horizon, calendar: Calendar = AS_SHIPPED
) -> dict[int, PaidMinutes]:
    """Day to its minutes. `worked`: the shifts of one month in order.

    A month planned in part owes the share of the month's standard that its planned work days are.
    """
    if not worked:
        return {}
    left = _owed(terms, worked[0].date, horizon, calendar)
    found: dict[int, PaidMinutes] = {}
    for shift in worked:
        ordinary = int(min(shift.minutes, max(0.0, left)))
        left -= ordinary
        overtime = shift.minutes - ordinary if terms.pays_extra("overtime_multiplier") else 0
        found[shift.day] = PaidMinutes(shift.minutes - overtime, overtime, 0, shift.statutory)
    return found


def _owed(terms: PayTerms, day: date, horizon: Horizon, calendar: Calendar) -> float:
    standard = terms.value("standard_minutes_per_month")
    if standard is None:
        return float("inf")
    month = [day.replace(day=number) for number in range(1, monthrange(day.year, day.month)[1] + 1)]
    planned = [date for date in month if 0 <= horizon.day_number(date) < horizon.days]
    return standard * work_days(planned, calendar) / max(1, work_days(month, calendar))
