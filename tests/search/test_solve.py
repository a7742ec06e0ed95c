import threading
from dataclasses import replace
from typing import Any

import pytest

from scheduler.agent import Agent, Lock
from scheduler.checks import check
from scheduler.objective import cost
from scheduler.problem import Problem
from scheduler.search import solve
from scheduler.search.conflicts.conflict import possible
from scheduler.search.conflicts.shrinking import smallest
from scheduler.solution import ConflictPart, Outcome, Progress, SearchLimits, Solution
from tests.search.small_team import small_team
from tests.there import there

QUICK = SearchLimits(seconds=20.0, gap=0.15)


def changed(problem: Problem, name: str, **limits: Any) -> Problem:
    """The problem with one agent changed."""
    agents = dict(problem.agents) | {name: replace(problem.agents[name], **limits)}
    return replace(problem, agents=agents)


def assert_sound(problem: Problem, solution: Solution) -> None:
    """The roster keeps every rule, costs what it says, and no less than the bound."""
    assert check(problem, solution.roster) == []
    assert solution.objective == pytest.approx(cost(problem, solution.roster).total)
    assert solution.bound is None or solution.bound <= there(solution.objective) + 1e-6


def test_a_small_team_gets_a_sound_roster_and_a_bound() -> None:
    problem = small_team()
    solution = solve(problem, QUICK)
    assert_sound(problem, solution)
    assert solution.outcome in (Outcome.OPTIMAL, Outcome.FEASIBLE)
    assert solution.bound is not None


def test_a_tiny_team_is_solved_to_proven_optimality() -> None:
    problem = small_team(agents=2, days=4)
    solution = solve(problem, SearchLimits(seconds=30.0))
    assert_sound(problem, solution)
    assert solution.outcome is Outcome.OPTIMAL
    assert solution.gap == pytest.approx(0.0, abs=1e-4)


def test_better_rosters_are_streamed_each_sound_and_cheaper() -> None:
    problem, heard = small_team(2), list[Progress]()
    final = solve(problem, QUICK, heard.append)
    rosters = [progress.solution for progress in heard if progress.solution]
    costs = [there(solution.objective) for solution in rosters]
    assert costs == sorted(costs, reverse=True)
    assert costs[-1] == final.objective
    for solution in rosters:
        assert_sound(problem, solution)
    bounds = [progress.bound for progress in heard if progress.bound is not None]
    assert bounds == sorted(bounds)


def test_stopping_keeps_the_best_roster_so_far() -> None:
    problem, stop = small_team(3), threading.Event()

    def stop_at_first(progress: Progress) -> None:
        if progress.solution:
            stop.set()

    solution = solve(problem, SearchLimits(seconds=60.0), stop_at_first, stop)
    assert_sound(problem, solution)
    assert solution.seconds < 30


def test_without_time_the_outcome_is_unknown() -> None:
    assert solve(small_team(), SearchLimits(seconds=0.0)).outcome is Outcome.UNKNOWN


def test_one_worker_and_a_seed_give_the_same_roster_twice() -> None:
    problem = small_team(agents=2, days=4)
    limits = SearchLimits(seconds=60.0, workers=1, seed=3)
    assert solve(problem, limits).roster == solve(problem, limits).roster


def test_too_few_agents_leave_a_priced_shortage_not_a_failure() -> None:
    problem = small_team(agents=1, seat_limit=0)
    idle = changed(problem, "客服01", min_minutes=None)
    solution = solve(idle, QUICK)
    assert len(solution.roster) == 0
    assert solution.outcome is Outcome.OPTIMAL


def test_nobody_at_all_is_a_roster_too() -> None:
    solution = solve(small_team(agents=0), QUICK)
    assert (solution.outcome, len(solution.roster)) == (Outcome.OPTIMAL, 0)


def test_a_locked_shift_that_the_agent_may_not_work_is_named() -> None:
    problem = changed(small_team(), "客服01", locks=(Lock(0, "E"),), shifts=frozenset("P"), absences=())
    solution = solve(problem, QUICK)
    assert solution.outcome is Outcome.INFEASIBLE
    assert set(solution.conflict) == {ConflictPart("eligible_shifts", "客服01"), ConflictPart("locks", "客服01", 0)}


def test_hours_owed_that_the_weekly_limit_forbids_are_named() -> None:
    problem = changed(small_team(days=7), "客服02", min_minutes=7 * 480, max_minutes_per_week=1920, absences=())
    solution = solve(problem, QUICK)
    assert solution.outcome is Outcome.INFEASIBLE
    rules = {part.rule for part in solution.conflict}
    assert "min_minutes" in rules
    assert {part.agent for part in solution.conflict} == {"客服02"}
    assert not possible(problem, ["客服02"], set(solution.conflict))
    for part in solution.conflict:
        assert possible(problem, ["客服02"], set(solution.conflict) - {part})


def test_agents_locked_to_more_seats_than_there_are_conflict_together() -> None:
    locked = {name: Agent(name, locks=(Lock(0, "E"),)) for name in ("客服01", "客服02", "客服03")}
    problem = replace(small_team(agents=0), agents=locked, seat_limit=1)
    solution = solve(problem, QUICK)
    assert solution.outcome is Outcome.INFEASIBLE
    rules = sorted(part.rule for part in solution.conflict)
    assert rules == ["locks", "locks", "seat_limit"]


def test_shrinking_a_conflict_leaves_only_what_it_needs() -> None:
    parts = [ConflictPart(f"rule {number}") for number in range(9)]
    needed = {parts[2], parts[7]}
    assert set(smallest(parts, lambda kept: needed <= set(kept), lambda: False)) == needed
