from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from scheduler.agent import CarryIn
from scheduler.pay.agent_pay import statutory_days_worked
from scheduler.pay.basis import PayBasis
from scheduler.pay.paid_minutes import PaidMinutes, wage
from scheduler.pay.standard_week import RestDayBasis
from scheduler.pay.terms import KEYS, pay_terms
from scheduler.pay.worked_shift import StatutoryBasis
from scheduler.rulebook import DEFAULT_RULEBOOK, Rule, Rulebook
from tests.pay.pay_samples import SHIFTS, hours, paid

MONDAY = date(2026, 11, 9)
CALENDAR = PayBasis(rest_day=RestDayBasis.CALENDAR)


def test_the_worked_example_pays_1200_and_480_with_eight_hours_on_the_account() -> None:
    pay = paid("DDDDDD.", MONDAY)
    assert hours(pay) == (40, 0, 8, 0)
    account = pay.account((2026, 11))
    assert wage(PaidMinutes(standard=account.standard), pay.terms, 30) == 1200
    assert wage(PaidMinutes(rest_day=account.rest_day), pay.terms, 30) == 480
    assert wage(account, pay.terms, 30) == 1680
    assert account.extra == 8 * 60
    assert pay.left_in_month((2026, 11)) == 28 * 60


def test_forty_hours_on_five_work_days_hold_no_overtime() -> None:
    assert hours(paid("DDDDD..", MONDAY)) == (40, 0, 0, 0)


def test_hours_past_eight_a_day_are_overtime() -> None:
    assert hours(paid("T......", MONDAY)) == (8, 2, 0, 0)
    assert hours(paid("TTTTT..", MONDAY)) == (40, 10, 0, 0)


def test_the_sixth_day_is_rest_day_work_and_longer_days_before_it_overtime() -> None:
    assert hours(paid("TTTTTT.", MONDAY)) == (40, 10, 10, 0)


def test_six_short_days_within_forty_hours_hold_no_overtime() -> None:
    assert hours(paid("SSSSSS.", MONDAY)) == (40, 0, 0, 0)


def test_the_agents_own_day_off_makes_a_weekend_an_ordinary_day() -> None:
    assert hours(paid("..DDDDD", MONDAY)) == (40, 0, 0, 0)
    assert hours(paid(".DDDDDD", MONDAY)) == (40, 0, 8, 0)


def test_by_the_calendar_saturday_and_sunday_are_rest_days() -> None:
    assert hours(paid("..DDDDD", MONDAY, basis=CALENDAR)) == (24, 0, 16, 0)


def test_seven_days_hold_two_rest_days_and_the_weekend_comes_first() -> None:
    pay = paid("DDDDDDD", MONDAY)
    assert [shift.worked.day for shift in pay.shifts if shift.minutes.rest_day] == [5, 6]


def test_days_on_leave_count_as_days_of_the_week() -> None:
    assert hours(paid("..DDDDD", MONDAY, away=(0, 1))) == (24, 0, 16, 0)


def test_days_and_hours_of_the_week_before_the_horizon_count() -> None:
    thursday, carry = date(2026, 11, 12), CarryIn(week_days=3, week_minutes=24 * 60)
    assert hours(paid("DDD.", thursday, carry=carry)) == (16, 0, 8, 0)
    assert hours(paid("DDDDD..", MONDAY, carry=carry)) == (40, 0, 0, 0)


def test_a_week_that_begins_before_the_horizon_owes_its_work_days_inside_when_nothing_is_known_of_the_others() -> None:
    thursday = date(2026, 11, 12)
    assert hours(paid("DD..", thursday)) == (16, 0, 0, 0)
    assert hours(paid("..DD", thursday)) == (16, 0, 0, 0)
    assert hours(paid("DDDD", thursday)) == (16, 0, 16, 0)


def test_a_week_that_ends_after_the_horizon_owes_its_work_days_inside() -> None:
    assert hours(paid("DDD", MONDAY)) == (24, 0, 0, 0)
    assert hours(paid("DDD", date(2026, 10, 5))) == (0, 0, 24, 0)


def test_the_week_of_the_national_day_of_2026_owes_three_days() -> None:
    pay = paid("DDDDDDD", date(2026, 9, 28))
    assert hours(pay) == (24, 0, 8, 24)
    assert statutory_days_worked(pay, (2026, 10)) == (date(2026, 10, 1), date(2026, 10, 2), date(2026, 10, 3))


def test_swapped_days_of_the_block_are_not_statutory_days() -> None:
    assert hours(paid("DDDDDD.", date(2026, 10, 5))) == (24, 0, 24, 0)
    assert hours(paid("DDD....", date(2026, 10, 5), basis=CALENDAR)) == (0, 0, 24, 0)


def test_a_make_up_saturday_and_sunday_are_ordinary_work_days() -> None:
    assert hours(paid("...DDD.", date(2026, 10, 5), basis=CALENDAR)) == (24, 0, 0, 0)
    assert hours(paid("DDDDD.D", date(2026, 9, 14))) == (48, 0, 0, 0)
    assert hours(paid("DDDDDDD", date(2026, 9, 14))) == (48, 0, 8, 0)


def test_the_spring_festival_of_2026_has_four_statutory_days_in_a_block_of_nine() -> None:
    pay = paid("D" * 28, date(2026, 2, 1))
    assert hours(pay)[3] == 4 * 8
    assert [day.day for day in statutory_days_worked(pay, (2026, 2))] == [16, 17, 18, 19]
    assert hours(paid("D" * 28, date(2026, 2, 1), basis=CALENDAR)) == (16 * 8, 0, (28 - 16 - 4) * 8, 4 * 8)


def test_a_shift_from_the_evening_before_is_statutory_from_midnight_by_the_clock() -> None:
    pay = paid("N", date(2026, 9, 30))
    assert hours(pay) == (2, 0, 0, 6)
    assert pay.account((2026, 9)).statutory == 360
    assert pay.account((2026, 10)) == PaidMinutes()
    assert statutory_days_worked(pay, (2026, 9)) == (date(2026, 10, 1),)


def test_a_break_after_midnight_is_not_paid_as_a_statutory_hour() -> None:
    assert hours(paid("B", date(2026, 9, 30))) == (2, 0, 0, 6)


def test_a_shift_out_of_the_last_statutory_day_is_statutory_until_midnight() -> None:
    assert hours(paid("DD...N.", date(2026, 9, 28))) == (22, 0, 0, 2)


def test_by_the_day_of_start_the_whole_shift_has_its_days_multiple() -> None:
    by_start = PayBasis(statutory=StatutoryBasis.START_DAY)
    assert hours(paid("N", date(2026, 9, 30), basis=by_start)) == (8, 0, 0, 0)
    assert hours(paid("N", date(2026, 10, 3), basis=by_start)) == (0, 0, 0, 8)


def test_a_week_over_a_months_end_is_split_by_the_day_of_start() -> None:
    pay = paid("DDDDDD.", date(2026, 11, 30))
    assert pay.account((2026, 11)) == PaidMinutes(standard=480)
    assert pay.account((2026, 12)) == PaidMinutes(standard=4 * 480, rest_day=480)


def test_thirty_six_hours_a_month_are_allowed_and_a_minute_more_is_not() -> None:
    four_six_day_weeks = paid("DDDDDD." * 4, date(2026, 11, 2))
    assert four_six_day_weeks.left_in_month((2026, 11)) == 4 * 60
    longer = paid("TTTTTD." * 4, date(2026, 11, 2))
    assert longer.left_in_month((2026, 11)) == 36 * 60 - 4 * (10 + 8) * 60


def test_a_rule_of_the_book_wins_over_the_table() -> None:
    book = DEFAULT_RULEBOOK.with_value("overtime_multiplier", "standard", 1.6)
    book = book.with_value("statutory_day_multiplier", "", 3.5).with_value("rest_day_multiplier", "standard", 2.5)
    of_contract = Rule("overtime_multiplier", 1.75, "times", "full_time")
    terms = pay_terms("standard", "full_time", Rulebook((*book.rules, of_contract)))
    assert [terms.multiplier(f"{kind}_multiplier") for kind in ("overtime", "rest_day", "statutory_day")] == [
        1.75,
        2.5,
        3.5,
    ]


def test_a_rule_that_is_switched_off_pays_and_limits_nothing() -> None:
    book = DEFAULT_RULEBOOK.with_value("statutory_day_multiplier", "", None)
    book = book.with_value("max_overtime_minutes_per_month", "standard", None)
    pay = paid("DD.D...", date(2026, 9, 28), rulebook=book)
    assert hours(pay) == (24, 0, 0, 0)
    assert pay.left_in_month((2026, 10)) is None


CODES = st.text(st.sampled_from([*SHIFTS, "."]), min_size=1, max_size=40)
FIRST = st.dates(date(2025, 12, 20), date(2026, 12, 20))
FORMS = st.sampled_from(["standard", "comprehensive", "flexible", "part_time", "provider"])


@given(CODES, FIRST, FORMS, st.sampled_from(list(RestDayBasis)), st.sampled_from(list(StatutoryBasis)))
def test_every_paid_minute_counts_exactly_once(
    codes: str, first: date, form: str, rest_day: RestDayBasis, statutory: StatutoryBasis
) -> None:
    pay = paid(codes, first, form, basis=PayBasis(rest_day, statutory))
    assert len(pay.shifts) == len(codes.replace(".", ""))
    for shift in pay.shifts:
        parts = shift.minutes
        assert parts.total == SHIFTS[shift.worked.shift].paid_minutes
        assert min(parts.standard, parts.overtime, parts.rest_day, parts.statutory) >= 0
    months = {shift.month for shift in pay.shifts}
    assert sum(pay.account(month).total for month in months) == sum(shift.minutes.total for shift in pay.shifts)


@given(CODES, FIRST)
def test_standard_hours_are_never_more_than_eight_a_day_on_six_days(codes: str, first: date) -> None:
    pay = paid(codes, first)
    assert all(shift.minutes.standard <= 480 for shift in pay.shifts)


def test_every_multiple_and_limit_of_an_hours_system_stands_in_the_rulebook_offered_to_new_projects() -> None:
    for form, keys in KEYS.items():
        for key in keys:
            scopes = ("", form) if form in ("standard", "comprehensive") else (form,)
            assert any(rule.key == key and rule.scope in scopes for rule in DEFAULT_RULEBOOK.rules)


def test_a_book_made_before_a_rule_existed_pays_by_the_rule_offered_to_new_projects() -> None:
    old = Rulebook(tuple(rule for rule in DEFAULT_RULEBOOK.rules if rule.key != "rest_day_multiplier"))
    assert pay_terms("standard", "full_time", old).multiplier("rest_day_multiplier") == 2.0
