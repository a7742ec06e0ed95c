from dataclasses import replace
from typing import Any

import pytest

from scheduler.agent import Absence, Agent, Lock
from scheduler.problem import Problem
from scheduler.search import solve
from scheduler.search.conflicts.conflict import likely_conflict, locks_over_seats
from scheduler.search.conflicts.fixes import fixes
from scheduler.search.conflicts.lone_conflict import lone_conflict, own_parts, possible_alone
from scheduler.solution import ConflictPart, Fix, Outcome, SearchLimits
from tests.search.small_team import small_team

NAME = "客服02"


def in_time() -> bool:
    return False


def changed(problem: Problem, **limits: Any) -> Problem:
    """The problem with one agent changed."""
    return replace(problem, agents={**problem.agents, NAME: replace(problem.agents[NAME], **limits)})


def locked_and_absent() -> Problem:
    problem = changed(small_team(), shifts=frozenset("ELN"), absences=(Absence(day=3),), locks=(Lock(3, "E"),))
    return changed(problem, min_minutes=None)


def overworked() -> Problem:
    """Forty-two hours are owed in one week that allows thirty-two."""
    hours = {"min_minutes": 2520, "max_minutes_per_week": 1920, "hourly_cost": 30.0}
    return changed(small_team(days=6), shifts=frozenset("E"), absences=(), max_days_per_week=6, **hours)


def test_a_lock_against_an_absence_is_named_and_nothing_else() -> None:
    problem = locked_and_absent()
    assert set(likely_conflict(problem, 20.0)) == {ConflictPart("absences", NAME, 3), ConflictPart("locks", NAME, 3)}


def test_a_lock_against_an_absence_is_solved_by_giving_up_either() -> None:
    problem = locked_and_absent()
    parts = (ConflictPart("absences", NAME, 3), ConflictPart("locks", NAME, 3))
    assert {fix.part for fix in fixes(problem, parts)} == set(parts)


def test_a_conflict_has_the_fewest_kinds_of_rules_and_cannot_lose_a_part() -> None:
    problem = overworked()
    found = lone_conflict(problem, NAME, in_time)
    assert len({part.rule for part in found}) <= 2
    assert not possible_alone(problem, NAME, set(found))
    assert all(possible_alone(problem, NAME, set(found) - {part}) for part in found)


def test_of_a_limit_the_fix_says_which_value_would_do_and_what_its_hours_cost() -> None:
    problem = overworked()
    least = next(fix for fix in fixes(problem, lone_conflict(problem, NAME, in_time)) if fix.part.rule == "min_minutes")
    assert least.value is not None
    assert least.yuan == pytest.approx((2520 - least.value) / 60 * 30.0)
    assert possible_alone(changed(problem, min_minutes=least.value), NAME)
    assert not possible_alone(changed(problem, min_minutes=least.value + 1), NAME)


def test_a_relaxation_that_leaves_another_conflict_is_no_fix() -> None:
    problem = changed(overworked(), max_consecutive_days=1)
    conflict = (ConflictPart("min_minutes", NAME), ConflictPart("max_minutes_per_week", NAME, 0))
    assert {fix.part.rule for fix in fixes(problem, conflict)} == {"min_minutes"}


def test_an_agent_for_whom_days_are_left_has_no_conflict() -> None:
    problem = small_team()
    assert possible_alone(problem, NAME)
    assert possible_alone(problem, NAME, set(own_parts(problem, NAME)))
    assert likely_conflict(problem, 20.0) == ()


def test_locks_beyond_the_seats_are_told_with_the_seats_that_would_do() -> None:
    locked = {f"客服{n:02d}": Agent(f"客服{n:02d}", locks=(Lock(0, "N"),)) for n in range(5)}
    problem = replace(small_team(agents=0), agents=locked, seat_limit=2)
    found = locks_over_seats(problem)
    assert [part.rule for part in found] == ["seat_limit", "locks", "locks", "locks"]
    assert Fix(ConflictPart("seat_limit"), 5) in fixes(problem, found)
    assert locks_over_seats(replace(problem, seat_limit=5)) == ()


def test_an_infeasible_problem_comes_back_with_its_conflict_and_fixes() -> None:
    solution = solve(locked_and_absent(), SearchLimits(seconds=20.0))
    assert solution.outcome is Outcome.INFEASIBLE
    assert {part.agent for part in solution.conflict} == {NAME}
    assert len(solution.fixes) == 2
