from scheduler.agent import CarryIn
from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "min_rest_minutes"


def test_exactly_the_least_rest_is_kept() -> None:
    assert_kept(problem(agent(min_rest_minutes=600)), one("LE"))


def test_a_minute_less_is_broken() -> None:
    assert_broken(RULE, problem(agent(min_rest_minutes=601)), one("LE"))


def test_a_long_rest_reaches_over_a_day_off() -> None:
    assert_kept(problem(agent(min_rest_minutes=1500)), one("N-E"))
    assert_broken(RULE, problem(agent(min_rest_minutes=1501)), one("N-E"))


def test_the_last_shift_before_the_horizon_counts() -> None:
    carried = CarryIn(last_shift_end=-60)
    assert_kept(problem(agent(min_rest_minutes=540, carry_in=carried)), one("E"))
    assert_broken(RULE, problem(agent(min_rest_minutes=541, carry_in=carried)), one("E"))


def test_a_shift_before_the_horizon_may_end_inside_it() -> None:
    carried = CarryIn(last_shift_end=420)
    assert_kept(problem(agent(min_rest_minutes=420, carry_in=carried)), one("L"))
    assert_broken(RULE, problem(agent(min_rest_minutes=421, carry_in=carried)), one("L"))
