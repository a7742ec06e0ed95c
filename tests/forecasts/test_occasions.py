from datetime import date, datetime, timedelta

import pytest

from forecasts.day_kinds import DayKind, announced, day_kind
from forecasts.horizon import Horizon
from forecasts.lunar import LunarDay, lunar_day, spring_festival
from forecasts.lunar_table import LUNAR_YEARS
from forecasts.occasion_findings import occasion_findings
from forecasts.occasions import occasions
from tests.forecasts.histories import promotion
from tests.there import there

EVERY_DAY = [date(2020, 1, 25) + timedelta(days=n) for n in range((date(2051, 2, 10) - date(2020, 1, 25)).days)]


def test_every_lunar_year_begins_where_the_one_before_ends() -> None:
    for number, year in LUNAR_YEARS.items():
        assert len(year.months) == (13 if year.leap else 12)
        after = LUNAR_YEARS.get(number + 1)
        assert after is None or year.first_day + timedelta(days=sum(year.month_days())) == after.first_day


def test_lunar_days_count_up_and_a_new_month_begins_with_its_first_day() -> None:
    for day in EVERY_DAY:
        today, tomorrow = lunar_day(day), lunar_day(day + timedelta(days=1))
        assert today is not None
        assert tomorrow is not None
        if tomorrow.day != 1:
            assert tomorrow == LunarDay(today.month, today.day + 1, today.leap)
        else:
            assert today.day in (29, 30)
            assert tomorrow.month - today.month in (1, -11) or tomorrow.leap


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        (date(2025, 5, 31), LunarDay(5, 5)),
        (date(2025, 8, 22), LunarDay(6, 29, leap=True)),
        (date(2025, 10, 6), LunarDay(8, 15)),
        (date(2026, 2, 16), LunarDay(12, 29)),
        (date(2026, 2, 17), LunarDay(1, 1)),
        (date(2026, 9, 25), LunarDay(8, 15)),
        (date(2033, 12, 22), LunarDay(11, 1, leap=True)),
        (date(2020, 1, 24), None),
        (date(2051, 2, 11), None),
    ],
)
def test_a_day_has_the_lunar_date_of_the_almanac(day: date, lunar: LunarDay | None) -> None:
    assert lunar_day(day) == lunar


def test_lunar_festivals_lie_on_statutory_days() -> None:
    for day in EVERY_DAY:
        if {"spring_festival", "new_years_eve", "dragon_boat", "mid_autumn"} & set(occasions(day)):
            since_2025 = "new_years_eve" not in occasions(day) or day.year >= 2025  # the eve became statutory then
            assert not (announced(day.year) and since_2025) or day_kind(day) is DayKind.STATUTORY
    assert day_kind(there(spring_festival(2027))) is DayKind.STATUTORY
    assert spring_festival(2060) is None


def test_platform_sales_stand_on_their_days_every_year_and_a_leap_month_has_no_festivals() -> None:
    assert occasions(date(2026, 11, 11)) == ("double_11",)
    assert occasions(date(2060, 6, 18)) == ("sale_618",)
    assert occasions(date(2026, 11, 12)) == ()
    assert lunar_day(date(2028, 6, 27)) == LunarDay(5, 5, leap=True)
    assert occasions(date(2028, 6, 27)) == ()


def test_an_occasion_that_no_phase_covers_is_told_unless_a_person_emptied_it() -> None:
    horizon = Horizon(date(2026, 11, 10), 3, 30)
    plan = promotion("双11", "opening", datetime(2026, 11, 11), 24)
    (told,) = occasion_findings(horizon, ())
    assert (told.code, told.facts) == ("FC41", {"date": date(2026, 11, 11), "what": "double_11"})
    assert occasion_findings(horizon, (plan,)) == ()
    assert occasion_findings(horizon, (), {date(2026, 11, 11): ""}) == ()
    assert [f.facts["what"] for f in occasion_findings(horizon, (plan,), {date(2026, 11, 12): "店庆"})] == ["店庆"]


def test_statutory_holidays_are_left_to_the_forecast() -> None:
    assert occasion_findings(Horizon(date(2026, 2, 17), 1, 60), ()) == ()
