from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forecasts.horizon import Horizon
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.pay.balances import Account, Balance, BalanceEntry, EntryKind, balance
from scheduler.pay.basis import PayBasis, pay_basis
from scheduler.pay.days_owed import days_owed
from scheduler.pay.night import NightHours, night_minutes
from scheduler.pay.paid_minutes import PaidMinutes, wage
from scheduler.pay.roster_balances import roster_entries
from scheduler.pay.standard_week import RestDayBasis
from scheduler.pay.terms import pay_terms
from scheduler.pay.worked_shift import StatutoryBasis
from scheduler.roster import Assignment
from scheduler.rulebook import DEFAULT_RULEBOOK
from scheduler.team import DatedAbsence, TeamAgent
from tests.pay.pay_samples import SHIFTS, paid

LIEU, ANNUAL = Account.LIEU, Account.ANNUAL
OPENING, EARNED, USED, EXPIRED = EntryKind.OPENING, EntryKind.EARNED, EntryKind.USED, EntryKind.EXPIRED
NOVEMBER, LAST = date(2026, 11, 1), date(2026, 11, 30)
MONDAY = date(2026, 11, 9)


def entry(kind: EntryKind, day: date, minutes: int, account: Account = LIEU) -> BalanceEntry:
    return BalanceEntry(account, kind, day, minutes)


def test_a_month_opens_with_what_the_months_before_left() -> None:
    entries = [
        entry(OPENING, date(2026, 9, 1), 1680),
        entry(USED, date(2026, 9, 20), 480),
        entry(EARNED, date(2026, 10, 5), 960),
        entry(USED, date(2026, 11, 4), 480),
        entry(EARNED, date(2026, 12, 1), 4800),
    ]
    found = balance(entries, LIEU, NOVEMBER, LAST)
    assert found == Balance(2160, 0, 480, 0)
    assert found.closing == 1680


def test_an_account_without_entries_is_none_and_one_of_zero_is_zero() -> None:
    assert balance([], LIEU, NOVEMBER, LAST) is None
    assert balance([entry(OPENING, NOVEMBER, 0)], LIEU, NOVEMBER, LAST) == Balance()
    assert balance([entry(OPENING, NOVEMBER, 0)], ANNUAL, NOVEMBER, LAST) is None


def test_an_opening_overrules_what_came_before_and_a_later_one_corrects() -> None:
    entries = [entry(EARNED, date(2026, 10, 1), 9999), entry(OPENING, NOVEMBER, -180)]
    assert balance(entries, LIEU, NOVEMBER, LAST) == Balance(-180)
    corrected = [*entries, entry(EARNED, date(2026, 11, 3), 480), entry(OPENING, date(2026, 11, 10), 240)]
    assert balance(corrected, LIEU, NOVEMBER, LAST) == Balance(-180, 480, 60)


def test_what_expires_stands_apart_from_what_is_used() -> None:
    entries = [entry(OPENING, NOVEMBER, 960), entry(EXPIRED, date(2026, 11, 30), 480)]
    assert balance(entries, LIEU, NOVEMBER, LAST) == Balance(960, 0, 0, 480)


moves = st.builds(
    BalanceEntry, st.just(LIEU), st.sampled_from(EntryKind), st.dates(date(2026, 9, 1), date(2027, 2, 1)),
    st.integers(0, 5000),
)  # fmt: skip


@given(st.lists(moves, max_size=12))
def test_what_a_month_closes_with_the_next_opens_with_unless_it_states_its_own(entries: list[BalanceEntry]) -> None:
    before, after = (
        balance(entries, LIEU, first, last)
        for first, last in ((NOVEMBER, LAST), (date(2026, 12, 1), date(2026, 12, 31)))
    )
    states_its_own = any(e.kind is OPENING and e.day == date(2026, 12, 1) for e in entries)
    if before is not None and after is not None and not states_its_own:
        assert after.opening == before.closing


def test_rest_day_work_is_earned_only_where_it_is_given_back() -> None:
    pay, member = paid("DDDDDD.", MONDAY), TeamAgent("A", "客服01")
    horizon = Horizon(MONDAY, 7, 30)
    assert list(roster_entries(horizon, member, pay, in_lieu=False)) == []
    assert list(roster_entries(horizon, member, pay, in_lieu=True)) == [entry(EARNED, date(2026, 11, 14), 480)]


def test_work_on_a_statutory_day_never_enters_the_account() -> None:
    pay = paid("DDDDDDD", date(2026, 9, 28))
    earned = list(roster_entries(Horizon(date(2026, 9, 28), 7, 30), TeamAgent("A", ""), pay, in_lieu=True))
    assert {e.day for e in earned}.isdisjoint({date(2026, 10, 1), date(2026, 10, 2), date(2026, 10, 3)})


def test_leave_of_either_kind_uses_its_account_on_work_days_not_worked() -> None:
    member = TeamAgent(
        "A", "客服01",
        absences=(
            DatedAbsence(datetime(2026, 11, 12), datetime(2026, 11, 16), "年假"),  # Thursday to Sunday
            DatedAbsence(datetime(2026, 11, 10, 9), datetime(2026, 11, 10, 13), "调休"),
            DatedAbsence(datetime(2026, 11, 11), datetime(2026, 11, 12), "病假"),
        ),
    )  # fmt: skip
    used = list(roster_entries(Horizon(MONDAY, 7, 30), member, paid("D......", MONDAY), in_lieu=False))
    assert used == [
        entry(USED, date(2026, 11, 10), 240),
        entry(USED, date(2026, 11, 12), 480, ANNUAL),
        entry(USED, date(2026, 11, 13), 480, ANNUAL),
    ]
    worked = list(roster_entries(Horizon(MONDAY, 7, 30), member, paid("DDDDD..", MONDAY), in_lieu=False))
    assert worked == []


def test_rest_day_work_given_back_is_paid_once() -> None:
    terms = pay_terms("standard", "full_time", DEFAULT_RULEBOOK)
    minutes = PaidMinutes(standard=2400, rest_day=480)
    assert wage(minutes, terms, 30) == 1200 + 480
    assert wage(minutes, terms, 30, in_lieu=True) == 1200 + 240


def test_every_choice_is_a_rule_that_can_be_edited() -> None:
    book = DEFAULT_RULEBOOK
    for key, value in (
        ("rest_day_in_lieu", 1), ("rest_day_by_calendar", 1), ("statutory_by_start_day", 1),
        ("night_begins_minutes", 1380), ("night_ends_minutes", 300),
    ):  # fmt: skip
        book = book.with_value(key, "", value)
    assert pay_basis(DEFAULT_RULEBOOK) == PayBasis()
    assert pay_basis(book) == PayBasis(
        RestDayBasis.CALENDAR, StatutoryBasis.START_DAY, NightHours(1380, 300), in_lieu=True
    )
    assert pay_basis(replace(book, rules=())) == PayBasis()


@pytest.mark.parametrize(
    ("begins", "ends", "minutes"), [(1320, 360, 480), (1380, 300, 360), (1320, 480, 480), (0, 0, 0)]
)
def test_the_night_begins_and_ends_as_the_project_says(begins: int, ends: int, minutes: int) -> None:
    if not begins:
        assert night_minutes(SHIFTS["D"], Assignment("A", 0, "D", (720,)), NightHours()) == 0
    else:
        assert night_minutes(SHIFTS["N"], Assignment("A", 0, "N"), NightHours(begins, ends)) == minutes


def test_weeks_of_two_and_one_days_off_take_turns_over_the_months_end() -> None:
    weeks = AlternatingWeeks(date(2026, 10, 28))
    saturdays = [date(2026, 10, 24), date(2026, 10, 31), date(2026, 11, 7), date(2026, 11, 14)]
    assert [weeks.is_off(day) for day in saturdays] == [False, True, False, True]
    assert all(weeks.is_off(day.replace(day=day.day + 1)) for day in saturdays if day.day < 30)
    assert not weeks.is_off(MONDAY)


def test_the_saturday_of_a_small_week_is_owed_unless_it_is_a_holiday() -> None:
    week = [MONDAY.replace(day=day) for day in range(9, 16)]
    assert days_owed(week, None) == 5
    assert days_owed(week, AlternatingWeeks(MONDAY)) == 5
    assert days_owed(week, AlternatingWeeks(date(2026, 11, 2))) == 6
    national = [date(2026, 9, 28 + day) if day < 3 else date(2026, 10, day - 2) for day in range(7)]
    assert days_owed(national, AlternatingWeeks(date(2026, 9, 21))) == 3
