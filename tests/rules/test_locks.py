from ortools.sat.python.cp_model import CpSolver

from scheduler.agent import Lock
from scheduler.checks import check
from scheduler.roster import Assignment, Roster
from scheduler.search.model.team_model import TeamModel
from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "locks"


def test_a_locked_shift_that_is_worked_is_kept() -> None:
    assert_kept(problem(agent(locks=(Lock(0, "E"), Lock(1, None)))), one("E-"))


def test_another_shift_on_a_locked_day_is_broken() -> None:
    assert_broken(RULE, problem(agent(locks=(Lock(0, "E"),))), one("L"))


def test_a_day_off_where_a_shift_is_locked_is_broken() -> None:
    assert_broken(RULE, problem(agent(locks=(Lock(0, "E"),))), one("-L"))


def test_a_shift_on_a_day_locked_as_off_is_broken() -> None:
    assert_broken(RULE, problem(agent(locks=(Lock(1, None),))), one("EE"))


def test_a_break_elsewhere_than_locked_is_broken() -> None:
    held = problem(agent(locks=(Lock(0, "N", (1560,)),)))
    assert_kept(held, Roster.of([Assignment("客服01", 0, "N", (1560,))]))
    assert_broken(RULE, held, Roster.of([Assignment("客服01", 0, "N", (1500,))]))


def test_a_break_locked_where_none_may_lie_leaves_no_roster() -> None:
    assert_broken(
        RULE, problem(agent(locks=(Lock(0, "N", (1440,)),))), Roster.of([Assignment("客服01", 0, "N", (1500,))])
    )


def test_locked_breaks_go_to_those_whose_locks_hold_them() -> None:
    locks = {"客服01": (1500,), "客服02": (1620,), "客服03": (1500,)}
    team = problem(*(agent(name, locks=(Lock(0, "N", breaks),)) for name, breaks in locks.items()), agent("客服04"))
    model = TeamModel(team)
    solver = CpSolver()
    solver.parameters.num_workers = 1
    solver.solve(model.model)
    found = model.roster(solver.value)
    assert {name: found.cells[name, 0].breaks for name in locks} == locks
    assert check(team, found) == []
