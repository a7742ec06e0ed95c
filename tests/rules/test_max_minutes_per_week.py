from datetime import date

from scheduler.agent import CarryIn
from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "max_minutes_per_week"
TUESDAY = date(2026, 11, 10)


def test_each_week_has_its_own_count() -> None:
    assert_kept(problem(agent(max_minutes_per_week=960), days=14), one("EE-----EE"))


def test_a_shift_too_many_in_a_week_is_broken() -> None:
    assert_broken(RULE, problem(agent(max_minutes_per_week=959)), one("EE"))


def test_minutes_before_the_horizon_count_in_its_first_partial_week() -> None:
    carried = agent(max_minutes_per_week=960, carry_in=CarryIn(week_minutes=480))
    assert_kept(problem(carried, first_day=TUESDAY), one("E-----E"))
    assert_broken(RULE, problem(carried, first_day=TUESDAY), one("EE"))


def test_minutes_before_a_horizon_that_begins_on_a_monday_do_not_count() -> None:
    assert_kept(problem(agent(max_minutes_per_week=960, carry_in=CarryIn(week_minutes=480))), one("EE"))


def test_a_week_overdrawn_before_the_horizon_is_no_violation_while_nobody_works_in_it() -> None:
    overdrawn = agent(max_minutes_per_week=960, carry_in=CarryIn(week_minutes=1440))
    assert_kept(problem(overdrawn, first_day=TUESDAY), one("------E"))
    assert_broken(RULE, problem(overdrawn, first_day=TUESDAY), one("E"))
