from datetime import date

from forecasts.day_kinds import DayKind
from scheduler.pay.agent_pay import statutory_days_worked
from scheduler.pay.basis import PayBasis
from scheduler.pay.standard_week import RestDayBasis
from tests.pay.pay_samples import hours, paid

MONDAY = date(2026, 11, 9)


def edited(**kinds: DayKind) -> PayBasis:
    """Days of November 2026 by number, `d11=…`."""
    calendar = {date(2026, 11, int(day[1:])): kind for day, kind in kinds.items()}
    return PayBasis(rest_day=RestDayBasis.CALENDAR, calendar=calendar)


def test_a_day_made_statutory_by_hand_is_paid_as_one() -> None:
    pay = paid("DDDDD..", MONDAY, basis=edited(d11=DayKind.STATUTORY))
    assert hours(pay) == (32, 0, 0, 8)
    assert statutory_days_worked(pay, (2026, 11)) == (date(2026, 11, 11),)


def test_hours_past_midnight_into_a_day_made_statutory_are_paid_as_such() -> None:
    assert hours(paid(".N.....", MONDAY, basis=edited(d11=DayKind.STATUTORY))) == (2, 0, 0, 6)


def test_a_saturday_made_a_work_day_by_hand_is_no_rest_day_work() -> None:
    assert hours(paid("DDDDDD.", MONDAY, basis=edited())) == (40, 0, 8, 0)
    assert hours(paid("DDDDDD.", MONDAY, basis=edited(d14=DayKind.MAKEUP_WORK))) == (48, 0, 0, 0)


def test_a_friday_swapped_off_by_hand_makes_its_work_rest_day_work() -> None:
    assert hours(paid("DDDDD..", MONDAY, basis=edited(d13=DayKind.SWAPPED_OFF))) == (32, 0, 8, 0)


def test_a_month_with_an_edited_day_owes_another_part_of_its_standard() -> None:
    fortnight = "D" * 14
    usual = paid(fortnight, MONDAY, form="comprehensive", basis=edited())
    shorter = paid(
        fortnight, MONDAY, form="comprehensive", basis=edited(d11=DayKind.SWAPPED_OFF, d12=DayKind.SWAPPED_OFF)
    )
    assert hours(shorter)[0] < hours(usual)[0]
    assert sum(hours(shorter)) == sum(hours(usual))
