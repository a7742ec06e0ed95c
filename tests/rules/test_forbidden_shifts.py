from scheduler.agent import ForbiddenShift
from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "forbidden_shifts"
NO_NIGHTS = agent(forbidden_shifts=(ForbiddenShift("tag:night", 2, 4),))


def test_the_shift_may_be_worked_before_and_after_its_days() -> None:
    assert_kept(problem(NO_NIGHTS), one("-N---N"))


def test_the_first_and_the_last_day_are_among_them() -> None:
    assert_broken(RULE, problem(NO_NIGHTS), one("--N"))
    assert_broken(RULE, problem(NO_NIGHTS), one("----N"))


def test_other_shifts_are_free() -> None:
    assert_kept(problem(NO_NIGHTS), one("EELLE"))


def test_without_days_a_shift_id_is_forbidden_throughout() -> None:
    assert_broken(RULE, problem(agent(forbidden_shifts=(ForbiddenShift("L"),))), one("------L"))
