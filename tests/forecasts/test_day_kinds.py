from datetime import date, timedelta

import pytest

from forecasts.day_kinds import DayKind, announced, day_kind
from forecasts.holiday_table import HOLIDAY_YEARS


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2025, 10, 6), DayKind.STATUTORY),
        (date(2025, 10, 7), DayKind.SWAPPED_OFF),
        (date(2025, 10, 4), DayKind.WEEKEND),
        (date(2025, 10, 11), DayKind.MAKEUP_WORK),
        (date(2026, 2, 23), DayKind.SWAPPED_OFF),
        (date(2026, 11, 11), DayKind.ORDINARY),
        (date(2026, 11, 14), DayKind.WEEKEND),
        (date(2027, 2, 6), DayKind.STATUTORY),
        (date(2024, 2, 18), DayKind.MAKEUP_WORK),
        (date(2024, 10, 7), DayKind.SWAPPED_OFF),
        (date(2019, 10, 1), DayKind.ORDINARY),
        (date(2019, 10, 5), DayKind.WEEKEND),
    ],
)
def test_a_day_has_the_kind_of_the_announced_calendar(day: date, kind: DayKind) -> None:
    assert day_kind(day) is kind


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_every_year_since_2025_has_thirteen_statutory_days(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    assert sum(day_kind(day) is DayKind.STATUTORY for day in days) == 13


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_swapped_day_off_is_made_up_for(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
    swapped = sum(day_kind(day) is DayKind.SWAPPED_OFF for day in days)
    replaced = [d for d in HOLIDAY_YEARS[year].statutory if d.weekday() >= 5]
    assert swapped == sum(day_kind(day) is DayKind.MAKEUP_WORK for day in days) + len(replaced)


def test_a_year_without_notice_is_not_announced() -> None:
    assert announced(2026)
    assert not announced(2027)
    assert not announced(2031)
