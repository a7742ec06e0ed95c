from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.objective import cost
from scheduler.problem import Problem, ShiftTarget
from scheduler.search.generation.column_generation import ColumnGeneration
from scheduler.search.generation.dive import dive
from scheduler.search.generation.linear_programme import LinearProgramme
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.improvement.ruin_and_recreate import RuinAndRecreate
from scheduler.search.run import Run, costs_are_whole
from scheduler.solution import Outcome, SearchLimits
from tests.search.small_team import small_team

PLENTY = 60.0


def started(problem: Problem) -> tuple[RuinAndRecreate, ColumnGeneration]:
    """A first roster and the column generation that knows its days."""
    search = RuinAndRecreate(problem, Insertion(problem))
    search.build(problem.agents, lambda: False)
    generation = ColumnGeneration(problem, search.insertion)
    for name, seen in search.insertion.seen.items():
        for days in seen:
            generation.add(name, days)
    return search, generation


def test_a_linear_programme_tells_values_and_prices() -> None:
    programme = LinearProgramme()
    row = programme.row(3.0, float("inf"))
    programme.column(2.0, [(row, 1.0)], most=1.0)
    programme.column(5.0, [(row, 1.0)])
    found = programme.solve(PLENTY)
    assert found is not None
    assert found.objective == pytest.approx(12.0, abs=1e-4)
    assert found.values == pytest.approx([1.0, 2.0], abs=1e-4)
    assert found.duals == pytest.approx([5.0], abs=1e-4)


def test_an_engine_that_stumbles_finds_nothing_and_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_given: object, **_named: object) -> None:
        raise AttributeError("canonical_code")

    programme = LinearProgramme()
    programme.column(1.0, [(programme.row(1.0, 2.0), 1.0)])
    assert programme.solve(10.0) is not None
    monkeypatch.setattr("scheduler.search.generation.linear_programme.mathopt.solve", stumble)
    assert programme.solve(10.0) is None


@given(seed=st.integers(0, 100), factor=st.floats(-1.0, 3.0))
@settings(max_examples=15, deadline=None)
def test_whatever_the_prices_no_roster_costs_less_than_the_bound_they_prove(seed: int, factor: float) -> None:
    problem = small_team(seed)
    search, generation = started(problem)
    mix = generation.master.solve(PLENTY)
    assert mix is not None
    skewed = generation.relaxation.lawful(
        {cut: factor * price for cut, price in mix.prices.cuts.items()},
        factor * mix.prices.seats,
        factor * mix.prices.targets,
    )
    truth = cost(problem, search.roster).total
    for prices in (skewed, mix.prices):
        bound = generation.price(prices)
        assert bound is not None
        assert bound <= truth + 1e-6


def test_a_pricing_that_is_interrupted_proves_nothing() -> None:
    _, generation = started(small_team(3))
    mix = generation.master.solve(PLENTY)
    assert mix is not None
    assert generation.price(mix.prices, lambda: True) is None
    assert generation.bound is None


def test_the_bound_reaches_the_mix_or_more_when_no_better_days_are_left() -> None:
    problem = small_team(4)
    _, generation = started(problem)
    rounds = 0
    while generation.round(PLENTY, lambda: False) and rounds < 60:
        rounds += 1
    mix = generation.master.solve(PLENTY)
    assert mix is not None
    assert generation.bound is not None
    assert generation.bound >= mix.cost * (1 - 1e-3)


def test_a_dive_gives_lawful_days_to_all_agents_and_leaves_the_master_whole() -> None:
    problem = small_team(4)
    search, generation = started(problem)
    before = generation.master.solve(PLENTY)
    fixed = dive(problem, generation, search.random, lambda: PLENTY)
    assert len(fixed) == len(problem.agents)
    assert all(generation.master.knows(name, days) for name, days in fixed.items())
    after = generation.master.solve(PLENTY)
    assert before is not None
    assert after is not None
    assert after.cost <= before.cost + 1e-3


def test_where_every_cost_is_whole_the_bound_rises_to_the_next_whole_number() -> None:
    wishes: dict[str, Any] = {"requirement": {}, "fairness": (), "pay_multipliers": {}}
    problem = small_team(agents=0, **wishes, shift_targets=(ShiftTarget(0, "E", 1, 100, 1),))
    assert costs_are_whole(problem)
    run = Run(problem, SearchLimits())
    run.prove(10.2)
    assert run.bound == 11.0
    run.prove(10.9)
    assert run.bound == 11.0


def test_wages_and_broken_prices_are_not_whole() -> None:
    assert not costs_are_whole(small_team())
    target = (ShiftTarget(0, "E", 1, 0.5, 1),)
    assert not costs_are_whole(small_team(agents=0, requirement={}, shift_targets=target))


def test_a_roster_that_breaks_a_rule_is_never_taken() -> None:
    problem = small_team(2)
    search, _ = started(problem)
    run = Run(small_team(2, seat_limit=0), SearchLimits())
    assert not run.offer(search.roster)
    assert run.solution().outcome is Outcome.UNKNOWN
