from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "min_consecutive_days"


def test_a_run_as_long_as_asked_is_kept() -> None:
    assert_kept(problem(agent(min_consecutive_days=2)), one("-EE-EEE"))


def test_a_shorter_run_inside_the_horizon_is_broken() -> None:
    assert_broken(RULE, problem(agent(min_consecutive_days=2)), one("-E-"))


def test_a_shorter_run_may_touch_either_edge() -> None:
    assert_kept(problem(agent(min_consecutive_days=3)), one("EE---EE"))
