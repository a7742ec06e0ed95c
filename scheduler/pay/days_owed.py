"""The days that a stretch of the calendar makes work days, weekends free or in turn (大小周)."""

from collections.abc import Iterable
from datetime import date

from forecasts.day_kinds import AS_SHIPPED, Calendar, DayKind, day_kind, in_holiday
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.pay.standard_week import work_days


def days_owed(days: Iterable[date], weeks: AlternatingWeeks | None, calendar: Calendar = AS_SHIPPED) -> int:
    """Days that the calendar or, where given, the turn of the weeks makes work days. A Saturday of a small week that
    belongs to a holiday is none.
    """
    return sum(is_owed(day, weeks, calendar) for day in days)


def is_owed(day: date, weeks: AlternatingWeeks | None, calendar: Calendar = AS_SHIPPED) -> bool:
    """Whether a day is one of them."""
    if weeks is None or day_kind(day, calendar) is not DayKind.WEEKEND:
        return work_days([day], calendar) > 0
    return not weeks.is_off(day) and not in_holiday(day, calendar)
