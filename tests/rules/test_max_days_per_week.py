from datetime import date

from scheduler.agent import CarryIn
from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "max_days_per_week"
TUESDAY = date(2026, 11, 10)


def test_each_week_has_its_own_count() -> None:
    assert_kept(problem(agent(max_days_per_week=2), days=14), one("EE-----EE"))


def test_a_day_too_many_in_a_week_is_broken() -> None:
    assert_broken(RULE, problem(agent(max_days_per_week=2)), one("E-E-E"))


def test_days_before_the_horizon_count_in_its_first_partial_week() -> None:
    carried = agent(max_days_per_week=2, carry_in=CarryIn(week_days=1))
    assert_kept(problem(carried, first_day=TUESDAY, days=8), one("E-----EE"))
    assert_broken(RULE, problem(carried, first_day=TUESDAY), one("EE"))


def test_a_week_used_up_before_the_horizon_is_no_violation_while_nobody_works_in_it() -> None:
    used_up = agent(max_days_per_week=2, carry_in=CarryIn(week_days=3))
    assert_kept(problem(used_up, first_day=TUESDAY), one("------E"))
    assert_broken(RULE, problem(used_up, first_day=TUESDAY), one("E"))
