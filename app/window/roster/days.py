"""What kind of column each day is: ordinary, weekend or statutory holiday."""

from enum import Enum, auto
from functools import lru_cache

from forecasts.day_kinds import DayKind, day_kind
from forecasts.horizon import Horizon


class DayTint(Enum):
    """How a day's column is tinted."""

    NONE = auto()
    WEEKEND = auto()
    HOLIDAY = auto()


@lru_cache(maxsize=8)
def tints_of(horizon: Horizon) -> tuple[DayTint, ...]:
    """The tint of each day; a weekend day that is worked instead of another has none."""
    return tuple(_tint(day_kind(horizon.day(number))) for number in range(horizon.days))


def _tint(kind: DayKind) -> DayTint:
    if kind is DayKind.STATUTORY:
        return DayTint.HOLIDAY
    return DayTint.WEEKEND if kind in {DayKind.WEEKEND, DayKind.SWAPPED_OFF} else DayTint.NONE
