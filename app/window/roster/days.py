"""What kind of column each day is: ordinary, weekend or statutory holiday."""

from datetime import date
from enum import Enum, auto
from functools import lru_cache

from forecasts.day_kinds import AS_SHIPPED, Calendar, DayKind, day_kind
from forecasts.horizon import Horizon


class DayTint(Enum):
    """How a day's column is tinted."""

    NONE = auto()
    WEEKEND = auto()
    HOLIDAY = auto()


def tints_of(horizon: Horizon, calendar: Calendar = AS_SHIPPED) -> tuple[DayTint, ...]:
    """The tint of each day; a weekend day that is worked instead of another has none."""
    return _tints(horizon, tuple(calendar.items()))


@lru_cache(maxsize=8)
def _tints(horizon: Horizon, calendar: tuple[tuple[date, DayKind], ...]) -> tuple[DayTint, ...]:
    edits = dict(calendar)
    return tuple(_tint(day_kind(horizon.day(number), edits)) for number in range(horizon.days))


def _tint(kind: DayKind) -> DayTint:
    if kind is DayKind.STATUTORY:
        return DayTint.HOLIDAY
    return DayTint.WEEKEND if kind in {DayKind.WEEKEND, DayKind.SWAPPED_OFF} else DayTint.NONE
