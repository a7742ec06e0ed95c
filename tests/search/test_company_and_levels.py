"""Rules about the whole team and uncertain load, as the search treats them."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.checks import check
from scheduler.companions import companion_cost
from scheduler.company_state import HARD, CompanyState
from scheduler.objective import cost
from scheduler.problem import Companion, LoadLevel, Problem
from scheduler.roster import Assignment, Roster
from scheduler.search import solve
from scheduler.solution import Outcome, Progress, SearchLimits
from tests.search.small_team import small_team
from tests.there import there

QUICK = SearchLimits(seconds=20.0, gap=0.2, workers=2)
TAGS: tuple[frozenset[str], ...] = (
    frozenset({"lead"}),
    frozenset({"new"}),
    frozenset(),
    frozenset({"mentor"}),
    frozenset({"new"}),
    frozenset(),
)


def tagged(seed: int = 1, **changes: Any) -> Problem:
    problem = small_team(seed)
    agents = {
        name: replace(agent, tags=tags, min_minutes=None)
        for (name, agent), tags in zip(problem.agents.items(), TAGS, strict=True)
    }
    return replace(problem, agents=agents, **changes)


def levels(problem: Problem) -> tuple[LoadLevel, ...]:
    shares = ((0.6, 0.8), (0.3, 1.3), (0.1, 2.0))
    return tuple(
        LoadLevel(share, {skill: curve * factor for skill, curve in problem.requirement.items()})
        for share, factor in shares
    )


@pytest.mark.parametrize("rule", [Companion("lead"), Companion("mentor", "new"), Companion("lead", least=1, cost=40.0)])
def test_a_roster_found_leaves_nobody_alone_and_costs_what_it_says(rule: Companion) -> None:
    problem = tagged(companions=(rule,))
    solution = solve(problem, QUICK)
    assert check(problem, solution.roster) == []
    assert solution.objective == pytest.approx(cost(problem, solution.roster).total)
    assert solution.bound is not None
    assert solution.bound <= there(solution.objective) + 1e-6


@pytest.mark.slow
def test_hard_company_costs_no_less_than_priced_company_and_that_no_less_than_none() -> None:
    limits = SearchLimits(seconds=10.0, gap=0.22, workers=2)
    free, priced, hard = (
        solve(tagged(2, companions=rules), limits)
        for rules in ((), (Companion("lead", cost=30.0),), (Companion("lead"),))
    )
    assert free.bound is not None
    assert priced.bound is not None
    assert there(priced.objective) >= free.bound - 1e-6
    assert there(hard.objective) >= priced.bound - 1e-6


def test_the_roster_for_an_uncertain_load_has_its_expected_cost_and_a_bound_below() -> None:
    plain = small_team(3)
    problem = replace(plain, load_levels=levels(plain))
    heard: list[Progress] = []
    solution = solve(problem, QUICK, heard.append)
    assert solution.outcome in (Outcome.OPTIMAL, Outcome.FEASIBLE)
    assert check(problem, solution.roster) == []
    assert solution.objective == pytest.approx(cost(problem, solution.roster).total)
    assert solution.bound is not None
    assert solution.bound <= there(solution.objective) + 1e-6
    rosters = [now.solution for now in heard if now.solution is not None]
    assert rosters[-1].objective == pytest.approx(cost(problem, rosters[-1].roster).total)


@pytest.mark.slow
def test_planning_for_the_expected_cost_beats_planning_for_one_level() -> None:
    plain = small_team(4)
    problem = replace(plain, load_levels=levels(plain))
    limits = SearchLimits(seconds=20.0, gap=0.2, workers=2)
    together = solve(problem, limits)
    assert together.bound is not None
    for _, certain in problem.outcomes:
        alone = solve(certain, limits)
        assert cost(problem, alone.roster).total >= together.bound - 1e-6


PROBLEM = tagged(companions=(Companion("lead", cost=40.0), Companion("mentor", "new", 1, 25.0)))
cells = st.dictionaries(
    st.tuples(st.sampled_from(sorted(PROBLEM.agents)), st.integers(0, PROBLEM.horizon.days - 1)),
    st.sampled_from(sorted(PROBLEM.shifts)),
)


@given(worked=cells, agent=st.sampled_from(sorted(PROBLEM.agents)))
@settings(deadline=None, max_examples=40)
def test_one_more_agent_on_duty_changes_the_cost_by_the_price_told(
    worked: dict[tuple[str, int], str], agent: str
) -> None:
    others = [Assignment(name, day, shift) for (name, day), shift in worked.items() if name != agent]
    state = CompanyState(PROBLEM)
    for cell in others:
        state.add(PROBLEM.agents[cell.agent], [(cell.day, cell.shift)], 1)
    before, shifts = companion_cost(PROBLEM, Roster.of(others)), tuple(PROBLEM.shifts)
    assert state.cost() == pytest.approx(before)
    price = state.price(PROBLEM.agents[agent], shifts)
    for day, position in product(range(PROBLEM.horizon.days), range(len(shifts))):
        more = Roster.of([*others, Assignment(agent, day, shifts[position])])
        assert price[day, position] == pytest.approx(companion_cost(PROBLEM, more) - before)


def test_a_hard_rule_broken_costs_more_than_any_roster() -> None:
    problem = replace(PROBLEM, companions=(Companion("lead"),))
    state = CompanyState(problem)
    alone = next(agent for agent in problem.agents.values() if "lead" not in agent.tags)
    state.add(alone, [(0, "E")], 1)
    assert state.cost() == pytest.approx(9 * HARD)
