from datetime import date

from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "max_weekends"


def test_saturday_and_sunday_together_are_one_weekend() -> None:
    assert_kept(problem(agent(max_weekends=1)), one("-----EE"))


def test_a_second_weekend_is_broken() -> None:
    assert_broken(RULE, problem(agent(max_weekends=1), days=14), one("-----E-------E"))


def test_a_sunday_on_which_the_horizon_begins_is_a_weekend_of_its_own() -> None:
    begins_on_sunday = problem(agent(max_weekends=1), first_day=date(2026, 11, 8), days=8)
    assert_kept(begins_on_sunday, one("-EEEEEE"))
    assert_broken(RULE, begins_on_sunday, one("E-----E"))
