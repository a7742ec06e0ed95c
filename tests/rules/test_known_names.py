from scheduler.roster import Assignment, Roster
from tests.rules.verdicts import agent, assert_broken, assert_kept, broken, one, problem, roster

RULE = "known_names"


def test_an_assignment_of_an_unknown_shift_is_broken_and_the_solver_has_no_such_cell() -> None:
    assert_broken(RULE, problem(agent()), Roster.of([Assignment("客服01", 0, "X")]))


def test_an_assignment_outside_the_horizon_is_broken() -> None:
    assert_broken(RULE, problem(agent(), days=2), one("--E"))


def test_an_unknown_agent_is_reported_and_nothing_else_is() -> None:
    assert broken(problem(agent(), seat_limit=0), roster(客服02="E")) == {RULE}


def test_known_names_are_kept() -> None:
    assert_kept(problem(agent()), one("E"))
