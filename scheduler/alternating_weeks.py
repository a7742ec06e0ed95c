"""大小周: a week with two days off, then one with one, strictly in turn, whatever month it is."""

from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY, SUNDAY = 5, 6
WORK_DAYS_OF_BIG_WEEK, WORK_DAYS_OF_SMALL_WEEK = 5, 6


@dataclass(frozen=True, slots=True)
class AlternatingWeeks:
    """`big_week` is any day of a week with two days off (大周); every second week from it is one too. After a holiday
    that shifts the turn, the lead states another.
    """

    big_week: date

    def is_big(self, day: date) -> bool:
        """Whether the week of a day has two days off."""
        return (_monday(day) - _monday(self.big_week)).days // 7 % 2 == 0

    def most_days(self, day: date) -> int:
        """How many days of the week of a day may be worked."""
        return WORK_DAYS_OF_BIG_WEEK if self.is_big(day) else WORK_DAYS_OF_SMALL_WEEK

    def is_off(self, day: date) -> bool:
        """Every Sunday, and the Saturday of a big week."""
        return day.weekday() == SUNDAY or (day.weekday() == SATURDAY and self.is_big(day))

    def other_turn(self) -> "AlternatingWeeks":
        """The turn of those who have two days off when these have one."""
        return AlternatingWeeks(self.big_week + timedelta(days=7))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
