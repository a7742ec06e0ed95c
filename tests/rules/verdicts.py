"""Both faces of a rule asked about one roster: the check, and the solver with the roster fixed in its model."""

from datetime import date
from typing import Any

from ortools.sat.python import cp_model

from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.break_patterns import break_patterns
from scheduler.checks import check
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.search.model.team_model import TeamModel
from scheduler.shift import Break, Shift

MONDAY = date(2026, 11, 9)
EARLY = Shift("E", 480, 480, 480)
LATE = Shift("L", 840, 480, 480)
NIGHT = Shift("N", 1320, 540, 480, (Break(60, 1500, 1620),), frozenset({"night"}))
SHIFTS = {shift.id: shift for shift in (EARLY, LATE, NIGHT)}


def problem(*agents: Agent, days: int = 7, first_day: date = MONDAY, **other: Any) -> Problem:
    """A problem of these agents over a week from a Monday, unless told otherwise."""
    settings: dict[str, Any] = {"shifts": SHIFTS, "horizon": Horizon(first_day, days, 60)} | other
    return Problem(agents={agent.id: agent for agent in agents}, **settings)


def agent(name: str = "客服01", **limits: Any) -> Agent:
    """An agent with these limits and no others."""
    return Agent(name, **limits)


def row(name: str, shifts: str) -> list[Assignment]:
    """One agent's days, a letter each, `-` a day off; breaks at their earliest."""
    return [
        Assignment(name, day, letter, break_patterns(SHIFTS[letter], 60)[0])
        for day, letter in enumerate(shifts)
        if letter != "-"
    ]


def roster(**rows: str) -> Roster:
    """A roster of rows by agent."""
    return Roster.of(cell for name, shifts in rows.items() for cell in row(name, shifts))


def one(shifts: str) -> Roster:
    """The roster of 客服01 alone."""
    return roster(客服01=shifts)


def broken(problem: Problem, roster: Roster) -> set[str]:
    """Names of the rules that the checks find broken."""
    return {violation.rule for violation in check(problem, roster)}


def solver_accepts(problem: Problem, roster: Roster) -> bool:
    """Whether the roster, fixed in the solver's model, is feasible."""
    team = TeamModel(problem)
    try:
        values = team.values(roster)
    except KeyError:
        return False
    for variable, value in values:
        team.model.add(variable == value)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return bool(solver.solve(team.model) != cp_model.INFEASIBLE)


def assert_kept(problem: Problem, roster: Roster) -> None:
    """Nothing is broken and the solver agrees."""
    assert broken(problem, roster) == set()
    assert solver_accepts(problem, roster)


def assert_broken(rule: str, problem: Problem, roster: Roster) -> None:
    """This rule alone is broken and the solver agrees."""
    assert broken(problem, roster) == {rule}
    assert not solver_accepts(problem, roster)
