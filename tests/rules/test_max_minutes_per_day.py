from scheduler.shift import Shift
from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "max_minutes_per_day"
LONG = {"E": Shift("E", 480, 660, 660)}


def test_a_shift_that_pays_just_the_most_is_kept() -> None:
    assert_kept(problem(agent(max_minutes_per_day=660), shifts=LONG), one("E"))


def test_a_shift_that_pays_more_is_broken() -> None:
    assert_broken(RULE, problem(agent(max_minutes_per_day=659), shifts=LONG), one("E"))


def test_an_unpaid_break_does_not_count() -> None:
    assert_kept(problem(agent(max_minutes_per_day=480)), one("N"))
