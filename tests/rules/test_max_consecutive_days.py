from scheduler.agent import CarryIn
from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "max_consecutive_days"


def test_a_run_as_long_as_allowed_is_kept() -> None:
    assert_kept(problem(agent(max_consecutive_days=3)), one("EEE-EEE"))


def test_a_day_more_is_broken() -> None:
    assert_broken(RULE, problem(agent(max_consecutive_days=3)), one("-EEEE"))


def test_the_run_before_the_horizon_counts() -> None:
    carried = agent(max_consecutive_days=3, carry_in=CarryIn(consecutive_days=2))
    assert_kept(problem(carried), one("E-EEE"))
    assert_broken(RULE, problem(carried), one("EE"))


def test_after_a_run_already_too_long_the_first_day_must_be_off() -> None:
    carried = agent(max_consecutive_days=3, carry_in=CarryIn(consecutive_days=5))
    assert_kept(problem(carried), one("-EEE"))
    assert_broken(RULE, problem(carried), one("E"))
