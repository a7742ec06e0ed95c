from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.agent import Lock
from scheduler.checks import check
from scheduler.objective import cost
from scheduler.problem import Problem
from scheduler.search.bound.ascent import climb
from scheduler.search.bound.prices import Relaxation
from scheduler.search.bound.smooth_dual import SmoothDual
from scheduler.search.bound.team_pricing import TeamPricing
from scheduler.search.generation.column_generation import ColumnGeneration
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.run import Run
from scheduler.search.team.team_kernel import presence_price
from scheduler.search.team.team_roster import TeamRoster
from scheduler.search.team_search import TeamSearch
from scheduler.solution import SearchLimits
from scheduler.team_state import TeamState
from tests.search.small_team import small_team

PLENTY = SearchLimits(seconds=60.0)


def settled(problem: Problem) -> TeamSearch:
    """A search with a first roster."""
    search = TeamSearch(Run(problem, PLENTY), Insertion(problem))
    assert search.settle()
    return search


def dual_of(problem: Problem, insertion: Insertion, workers: int = 1) -> SmoothDual:
    """The smoothed dual, with a first column for everybody."""
    team = TeamRoster(problem, insertion)
    relaxation = Relaxation(problem, Counter(insertion.kinds.values()))
    dual = SmoothDual(problem, relaxation, team.arrays, TeamPricing(problem, insertion, team.kinds, workers))
    rows = [team.best(agent) for agent in range(len(team.names))]
    dual.columns.add_all(np.array([row.shifts for row in rows if row]), np.array([row.own for row in rows if row]))
    return dual


@given(seed=st.integers(0, 200))
@settings(max_examples=12, deadline=None)
def test_a_settled_roster_keeps_every_rule_and_costs_what_the_search_says(seed: int) -> None:
    search = settled(small_team(seed))
    roster = search.team.roster
    assert check(search.run.problem, roster) == []
    assert search.team.cost == pytest.approx(cost(search.run.problem, roster).total)
    assert search.run.objective == pytest.approx(search.team.cost)


@given(seed=st.integers(0, 200))
@settings(max_examples=8, deadline=None)
def test_presence_is_worth_the_same_in_arrays_as_by_the_matching(seed: int) -> None:
    search = settled(small_team(seed))
    insertion = Insertion(search.run.problem)
    state = TeamState(search.run.problem, {kind.skills for kind in insertion.kinds.values()})
    for name, days in search.team.roster.by_agent().items():
        state.add(days.values(), insertion.kinds[name])
    for name, kind in insertion.kinds.items():
        number = search.team.kinds[search.team.names.index(name)]
        assert presence_price(search.team.arrays, number, 0.0) == pytest.approx(state.presence_price(kind), abs=1e-6)


def test_a_roster_goes_in_and_comes_out_the_same() -> None:
    search = settled(small_team(5))
    again = TeamRoster(search.run.problem, Insertion(search.run.problem))
    again.load(search.team.roster)
    assert again.roster == search.team.roster
    assert again.cost == pytest.approx(search.team.cost)


def test_annealing_never_loses_the_best_roster() -> None:
    search = settled(small_team(7))
    before = search.team.cost
    search._cycle(5)
    assert search.team.cost <= before + 1e-6
    assert search.team.cost == pytest.approx(cost(search.run.problem, search.team.roster).total)


@pytest.mark.parametrize("seed", [0, 74, 147])
def test_the_smoothed_dual_proves_nearly_what_linear_programmes_prove(seed: int) -> None:
    problem = small_team(seed)
    insertion = Insertion(problem)
    dual, generation = dual_of(problem, insertion), ColumnGeneration(problem, insertion)
    while not dual.converged:
        dual.round()
    assert dual.best is not None
    generation.price(dual.best)
    while generation.round(60.0, lambda: False):
        pass
    assert generation.bound is not None
    assert generation.bound * (1 - 2e-3) <= dual.bound <= generation.bound * (1 + 1e-4)


@pytest.mark.parametrize("seed", [2, 9])
def test_heads_counted_no_roster_costs_less_than_the_bound_and_it_never_falls(seed: int) -> None:
    search = settled(small_team(seed))
    dual = search._dual
    dual.begin()
    for _ in range(4):
        dual.round()
    before, prices = dual.bound, dual.best
    assert dual.count_heads()
    assert dual.bound >= before
    for _ in range(4):
        dual.round()
    assert before <= dual.bound <= search.team.cost + 1e-6
    assert dual.best is prices


def test_pricing_on_two_processors_gives_the_same_bound() -> None:
    problem = small_team(4, agents=40)
    alone, together = dual_of(problem, Insertion(problem)), dual_of(problem, Insertion(problem), workers=2)
    for dual in (alone, together):
        dual.round()
    assert alone.bound == together.bound


def test_a_round_that_is_over_proves_nothing() -> None:
    problem = small_team(4)
    dual = dual_of(problem, Insertion(problem))
    dual.round(lambda: True)
    assert dual.best is None


def test_locked_shifts_are_worked() -> None:
    base = small_team(3)
    name, lock = next(iter(base.agents)), Lock(3, "E")
    agents = {**base.agents}
    agents[name] = type(agents[name])(name, skills=agents[name].skills, locks=(lock,))
    search = settled(
        Problem(base.horizon, base.shifts, agents, requirement=base.requirement, shortage_costs=base.shortage_costs)
    )
    assert search.team.roster.shift(name, 3) == "E"


def test_a_climb_finds_the_top_within_bounds() -> None:
    top = np.array([1.0, -2.0, 7.0])

    def hill(place: np.ndarray) -> tuple[float, np.ndarray]:
        weight = np.array([1.0, 10.0, 100.0])
        return -float((weight * (place - top) ** 2).sum()), -2 * weight * (place - top)

    _, place = climb(hill, np.array([3.0, 3.0, 3.0]), np.zeros(3), np.array([9.0, 9.0, 5.0]), 50)
    assert place == pytest.approx([1.0, 0.0, 5.0], abs=1e-4)
