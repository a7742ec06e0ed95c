from scheduler.agent import Absence
from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "absences"


def test_a_shift_on_an_absent_day_is_broken() -> None:
    assert_broken(RULE, problem(agent(absences=(Absence(day=1),))), one("-E"))


def test_a_night_shift_may_end_on_an_absent_day() -> None:
    assert_kept(problem(agent(absences=(Absence(day=1),))), one("N"))


def test_a_shift_that_ends_when_the_absence_begins_is_kept() -> None:
    assert_kept(problem(agent(absences=(Absence(start=960, end=1440),))), one("E"))


def test_a_shift_that_overlaps_an_absence_by_a_minute_is_broken() -> None:
    assert_broken(RULE, problem(agent(absences=(Absence(start=959, end=1440),))), one("E"))


def test_a_night_shift_that_runs_into_an_absence_of_the_next_morning_is_broken() -> None:
    assert_broken(RULE, problem(agent(absences=(Absence(start=1440 + 360, end=1440 + 720),))), one("N"))
