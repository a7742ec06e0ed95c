from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "min_consecutive_days_off"


def test_as_many_days_off_as_asked_are_kept() -> None:
    assert_kept(problem(agent(min_consecutive_days_off=2)), one("E--EE--"))


def test_a_single_day_off_inside_the_horizon_is_broken() -> None:
    assert_broken(RULE, problem(agent(min_consecutive_days_off=2)), one("E-E"))


def test_fewer_days_off_may_touch_either_edge() -> None:
    assert_kept(problem(agent(min_consecutive_days_off=3)), one("-EEEEE-"))
