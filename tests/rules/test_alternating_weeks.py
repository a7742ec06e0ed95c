from datetime import date, timedelta

from scheduler.agent import CarryIn
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.checks import check
from tests.rules.verdicts import MONDAY, agent, assert_broken, assert_kept, one, problem

RULE = "alternating_weeks"
BIG_FIRST = AlternatingWeeks(MONDAY + timedelta(days=2))


def test_a_week_of_five_days_and_one_of_six_take_turns() -> None:
    asked = problem(agent(alternating_weeks=BIG_FIRST), days=21)
    assert_kept(asked, one("EE-EEE-EEEEEE-E-EEEE-"))
    assert_broken(RULE, asked, one("EE-EEEEEEEEEE-E-EEEE-"))
    assert_broken(RULE, asked, one("-------EEEEEEE-------"))


def test_two_small_weeks_in_a_row_are_told_on_the_one_that_is_not_its_turn() -> None:
    asked = problem(agent(alternating_weeks=BIG_FIRST.other_turn()), days=14)
    found = check(asked, one("EEEEEE-EEEEEE-"))
    assert [(each.day, each.facts) for each in found] == [(7, {"days": 6, "most": 5, "why": "big"})]


def test_the_turn_goes_on_over_the_months_end_whatever_the_horizon_begins_with() -> None:
    december = problem(agent(alternating_weeks=BIG_FIRST), first_day=date(2026, 12, 1), days=6)
    assert_kept(december, one("EEEEE-"))
    carried = agent(alternating_weeks=BIG_FIRST, carry_in=CarryIn(week_days=1))
    small = problem(carried, first_day=date(2026, 12, 1), days=6)
    assert_kept(small, one("EEEEE-"))
    assert_broken(RULE, small, one("EEEEEE"))
    big = problem(carried, first_day=date(2026, 12, 8), days=6)
    assert_kept(big, one("EEEE--"))
    assert_broken(RULE, big, one("EEEEE-"))
