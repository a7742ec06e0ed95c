from verdicts import agent, assert_broken, assert_kept, one, problem

from scheduler.agent import Lock

RULE = "locks"


def test_a_locked_shift_that_is_worked_is_kept() -> None:
    assert_kept(problem(agent(locks=(Lock(0, "E"), Lock(1, None)))), one("E-"))


def test_another_shift_on_a_locked_day_is_broken() -> None:
    assert_broken(RULE, problem(agent(locks=(Lock(0, "E"),))), one("L"))


def test_a_day_off_where_a_shift_is_locked_is_broken() -> None:
    assert_broken(RULE, problem(agent(locks=(Lock(0, "E"),))), one("-L"))


def test_a_shift_on_a_day_locked_as_off_is_broken() -> None:
    assert_broken(RULE, problem(agent(locks=(Lock(1, None),))), one("EE"))
