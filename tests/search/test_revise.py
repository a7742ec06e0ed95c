from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from scheduler.break_patterns import free_patterns
from scheduler.checks import check
from scheduler.objective import cost
from scheduler.problem import LoadLevel, Problem
from scheduler.reoptimise import Revision, Scope
from scheduler.roster import Roster
from scheduler.search import solve
from scheduler.search.revise import Reoptimised, reoptimise
from scheduler.solution import Progress, SearchLimits, Solution
from tests.search.small_team import small_team
from tests.there import there

QUICK = SearchLimits(seconds=20.0, gap=0.5)
DAY = 1440


@cache
def planned() -> tuple[Problem, Solution]:
    problem = small_team(4, agents=9)
    return problem, solve(problem, SearchLimits(seconds=20.0, gap=0.15))


def after(revision: Revision, **other: Any) -> Reoptimised:
    problem, solution = planned()
    return reoptimise(problem, solution.roster, revision, QUICK, prices=solution.prices, **other)


def busy_cell() -> tuple[str, int]:
    _, solution = planned()
    return next(cell for cell in sorted(solution.roster.cells) if cell[1] == 3)


def absent() -> Revision:
    agent, day = busy_cell()
    return Revision(away=((agent, day * DAY, (day + 1) * DAY),), most_agents=2, change_price=30.0)


def test_an_absence_is_met_by_a_sound_roster_that_touches_few_others() -> None:
    agent, day = busy_cell()
    found = after(absent())
    assert check(found.problem, found.solution.roster) == []
    assert (agent, day) not in found.solution.roster.cells
    assert len({change.agent for change in found.changes} - {agent}) <= 2


def test_what_is_told_is_the_true_cost_and_a_bound_that_is_not_above_it() -> None:
    found = after(absent())
    assert found.solution.objective == pytest.approx(cost(found.problem, found.solution.roster).total)
    assert found.solution.bound is not None
    assert found.solution.bound <= there(found.solution.objective)


def test_an_absence_is_met_however_little_time_there_is() -> None:
    problem, current = planned()
    found = reoptimise(problem, current.roster, absent(), SearchLimits(seconds=0.01))
    assert check(found.problem, found.solution.roster) == []
    assert found.solution.objective is not None


def test_every_change_is_listed_with_what_was_there_before() -> None:
    _, current = planned()
    found = after(absent())
    for change in found.changes:
        assert change.before == current.roster.shift(change.agent, change.day) != change.after
        assert change.after == found.solution.roster.shift(change.agent, change.day)


def test_nothing_changes_when_changes_cost_more_than_they_can_save() -> None:
    assert after(Revision(change_price=1e6)).changes == ()


@pytest.mark.parametrize(
    "revision",
    [
        Revision(Scope(days=frozenset({2, 3})), change_price=0.0),
        Revision(Scope(agents=frozenset({"客服01", "客服05"})), change_price=0.0),
        Revision(Scope(cells=frozenset({("客服02", 1), ("客服03", 4)})), change_price=0.0),
        Revision(Scope(empty_only=True), change_price=0.0),
        Revision(locked_agents=frozenset({"客服01"}), locked_days=frozenset({0, 5}), change_price=0.0),
        Revision(locked_cells=frozenset({("客服02", 1)}), change_price=0.0),
    ],
)
def test_only_cells_in_scope_and_not_locked_change(revision: Revision) -> None:
    problem, current = planned()
    worse = Roster({key: cell for key, cell in current.roster.cells.items() if key[1] != 2})
    lenient = replace(problem, agents={name: replace(a, min_minutes=None) for name, a in problem.agents.items()})
    lenient = replace(lenient, agents={n: replace(a, min_consecutive_days_off=None) for n, a in lenient.agents.items()})
    found = reoptimise(lenient, worse, revision, QUICK)
    assert check(found.problem, found.solution.roster) == []
    assert all(revision.may_change(worse, change.agent, change.day) for change in found.changes)


def test_better_rosters_are_streamed_at_their_true_cost() -> None:
    heard = list[Progress]()
    found = after(absent(), on_progress=heard.append)
    for progress in heard:
        assert progress.solution is not None
        assert progress.objective == pytest.approx(cost(found.problem, progress.solution.roster).total)
    assert heard


def test_under_load_levels_the_cost_and_the_bound_are_those_expected() -> None:
    problem, current = planned()
    more = {skill: 1.5 * curve for skill, curve in problem.requirement.items()}
    levels = (LoadLevel(0.6, problem.requirement), LoadLevel(0.4, more))
    found = reoptimise(replace(problem, load_levels=levels), current.roster, absent(), QUICK)
    assert found.solution.objective == pytest.approx(cost(found.problem, found.solution.roster).total)
    assert found.solution.bound is not None
    assert found.solution.bound <= there(found.solution.objective)


def test_a_search_goes_on_from_the_roster_it_is_given() -> None:
    problem, current = planned()
    again = solve(problem, replace(QUICK, gap=1.0), start=current.roster)
    assert again.objective is not None
    assert current.objective is not None
    assert again.objective <= current.objective + 1e-6


def with_breaks() -> tuple[Problem, Roster]:
    """A team and a roster of it whose breaks are not the cheapest."""
    problem, solution = planned()
    cells = {
        key: replace(cell, breaks=free_patterns(problem, cell.day, cell.shift)[-1])
        for key, cell in solution.roster.cells.items()
    }
    return problem, Roster(cells)


def test_locked_cells_keep_their_breaks() -> None:
    problem, current = with_breaks()
    locked = frozenset(sorted(current.cells)[::2])
    found = reoptimise(problem, current, Revision(locked_cells=locked, change_price=0.0), QUICK)
    after = found.solution.roster.cells
    assert check(found.problem, found.solution.roster) == []
    assert all(after[cell] == current.cells[cell] for cell in locked)


def test_a_locked_break_that_may_no_longer_lie_there_is_let_go() -> None:
    problem, current = with_breaks()
    key = next(key for key, cell in sorted(current.cells.items()) if cell.breaks)
    start = key[1] * DAY + current.cells[key].breaks[0]
    changed = replace(problem, no_break=((start, start + 30),))
    found = reoptimise(changed, current, Revision(locked_cells=frozenset([key]), change_price=0.0), QUICK)
    assert check(found.problem, found.solution.roster) == []
    assert found.solution.roster.shift(*key) == current.shift(*key)
    assert found.solution.roster.cells[key].breaks != current.cells[key].breaks
