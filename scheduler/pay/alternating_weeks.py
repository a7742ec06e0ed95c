"""大小周: a week with two days off, then one with one, strictly in turn, whatever month it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from forecasts.day_kinds import AS_SHIPPED, Calendar, DayKind, day_kind, in_holiday
from scheduler.pay.standard_week import work_days

SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class AlternatingWeeks:
    """`big_week` is any day of a week with two days off (大周); every second week from it is one too. After a holiday
    that shifts the turn, the lead states another.
    """

    big_week: date

    def is_big(self, day: date) -> bool:
        """Whether the week of a day has two days off."""
        return (_monday(day) - _monday(self.big_week)).days // 7 % 2 == 0

    def is_off(self, day: date) -> bool:
        """Every Sunday, and the Saturday of a big week."""
        return day.weekday() == SUNDAY or (day.weekday() == SATURDAY and self.is_big(day))


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


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
