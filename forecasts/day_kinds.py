"""What kind of day a date is in mainland China: statutory, swapped off, make-up work, weekend or ordinary."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from forecasts.holiday_table import HOLIDAY_YEARS


class DayKind(StrEnum):
    """Kind of a calendar day; only `STATUTORY` is paid at 300 %."""

    STATUTORY = "statutory"
    SWAPPED_OFF = "swapped_off"
    MAKEUP_WORK = "makeup_work"
    WEEKEND = "weekend"
    ORDINARY = "ordinary"


Calendar = Mapping[date, DayKind]
"""Kinds of single days that a person decided against the shipped table."""
AS_SHIPPED: Calendar = MappingProxyType({})


def day_kind(day: date, edits: Calendar = AS_SHIPPED) -> DayKind:
    """The kind of a day; a year outside the table knows weekends and ordinary days only.

    A natural Saturday or Sunday inside a holiday block stays `WEEKEND`: it was not swapped with any day.
    """
    return edits[day] if day in edits else _as_shipped(day)


@lru_cache(maxsize=4096)
def _as_shipped(day: date) -> DayKind:
    weekend = day.weekday() >= 5
    year = HOLIDAY_YEARS.get(day.year)
    if year is not None and day in year.statutory:
        return DayKind.STATUTORY
    if year is not None and day in year.makeup_work:
        return DayKind.MAKEUP_WORK
    if weekend:
        return DayKind.WEEKEND
    if year is not None and any(first <= day <= last for first, last in year.days_off):
        return DayKind.SWAPPED_OFF
    return DayKind.ORDINARY


def in_holiday(day: date, edits: Calendar = AS_SHIPPED) -> bool:
    """Whether a day belongs to a block of statutory and swapped days, the weekend in or beside it included."""
    off = (DayKind.STATUTORY, DayKind.SWAPPED_OFF)
    if day_kind(day, edits) is DayKind.WEEKEND:
        return any(day_kind(day + timedelta(days=near), edits) in off for near in (-2, -1, 1, 2))
    return day_kind(day, edits) in off


def announced(year: int) -> bool:
    """Whether the official notice of a year's days off is in the table."""
    return year in HOLIDAY_YEARS and HOLIDAY_YEARS[year].announced
