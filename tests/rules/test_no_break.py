from scheduler.agent import Lock
from scheduler.roster import Assignment, Roster
from scheduler.rules.catalogue import open_cells
from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "no_break"
MIDNIGHT = 2 * 1440
"""Where the third day begins; the night before has its break at 01:00, 02:00 or 03:00."""


def night(start: int) -> Roster:
    return Roster.of([Assignment("客服01", 1, "N", (start,))])


def test_a_break_that_ends_as_the_time_begins_or_begins_as_it_ends_is_kept() -> None:
    asked = problem(agent(), no_break=((MIDNIGHT + 120, MIDNIGHT + 180),))
    assert_kept(asked, night(1500))
    assert_kept(asked, night(1620))


def test_a_break_that_touches_the_time_is_broken() -> None:
    for start, end in ((120, 180), (150, 160), (60, 600)):
        assert_broken(RULE, problem(agent(), no_break=((MIDNIGHT + start, MIDNIGHT + end),)), night(1560))


def test_a_shift_whose_break_fits_nowhere_else_that_day_is_not_worked() -> None:
    asked = problem(agent(), no_break=((MIDNIGHT + 60, MIDNIGHT + 240),))
    open_days = {day for day, shift in open_cells(asked, agent()) if shift == "N"}
    assert open_days == {0, 2, 3, 4, 5, 6}


def test_shifts_without_breaks_do_not_care() -> None:
    assert_kept(problem(agent(), no_break=((0, 7 * 1440),)), one("EELL"))


def test_a_lock_does_not_excuse_a_break_in_that_time() -> None:
    asked = problem(agent(locks=(Lock(1, "N"),)), no_break=((MIDNIGHT, MIDNIGHT + 600),))
    assert_broken(RULE, asked, night(1500))
