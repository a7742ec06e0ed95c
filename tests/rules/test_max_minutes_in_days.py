from scheduler.agent import MinutesInDays
from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "max_minutes_in_days"
TWO_IN_THREE_DAYS = agent(max_minutes_in_days=(MinutesInDays(1, 3, 960),))


def test_days_outside_the_stretch_do_not_count() -> None:
    assert_kept(problem(TWO_IN_THREE_DAYS), one("EEE-EEE"))


def test_the_first_and_the_last_day_of_the_stretch_count() -> None:
    assert_broken(RULE, problem(TWO_IN_THREE_DAYS), one("-EEE"))


def test_each_stretch_has_its_own_limit() -> None:
    two = agent(max_minutes_in_days=(MinutesInDays(0, 2, 960), MinutesInDays(3, 6, 480)))
    assert_kept(problem(two), one("EE-E"))
    assert_broken(RULE, problem(two), one("EE-EE"))
