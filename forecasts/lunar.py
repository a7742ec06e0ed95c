"""Lunar dates of the Chinese calendar (农历)."""

from dataclasses import dataclass
from datetime import date, timedelta

from forecasts.lunar_table import LUNAR_YEARS, LunarYear


@dataclass(frozen=True, slots=True)
class LunarDay:
    """Month 1–12 and day 1–30; `leap` in the second of two months with one number."""

    month: int
    day: int
    leap: bool = False


def lunar_day(day: date) -> LunarDay | None:
    """The lunar date of a day, None outside the table."""
    year = next((LUNAR_YEARS[number] for number in (day.year, day.year - 1) if _holds(number, day)), None)
    return None if year is None else _within(year, (day - year.first_day).days)


def spring_festival(year: int) -> date | None:
    """The first day of the lunar year, None outside the table."""
    return LUNAR_YEARS[year].first_day if year in LUNAR_YEARS else None


def _holds(number: int, day: date) -> bool:
    """Whether a day lies in the lunar year of that number."""
    year = LUNAR_YEARS.get(number)
    return year is not None and 0 <= (day - year.first_day).days < sum(year.month_days())


def last_day_of_year(day: date) -> bool:
    """Whether a day is the eve of the Spring Festival (除夕)."""
    return day + timedelta(days=1) in {year.first_day for year in LUNAR_YEARS.values()}


def _within(year: LunarYear, passed: int) -> LunarDay:
    for position, length in enumerate(year.month_days(), 1):
        if passed < length:
            after_leap = bool(year.leap) and position > year.leap
            return LunarDay(position - after_leap, passed + 1, after_leap and position == year.leap + 1)
        passed -= length
    raise AssertionError("a lunar year holds its days")
