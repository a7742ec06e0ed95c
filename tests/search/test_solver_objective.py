import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from scheduler.objective import cost
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.improvement.ruin_and_recreate import RuinAndRecreate
from scheduler.search.model.objective_model import ObjectiveModel
from scheduler.search.model.team_model import TeamModel
from tests.search.small_team import small_team


def built(problem: Problem, seed: int) -> RuinAndRecreate:
    """A roster put together in an order of its own."""
    search = RuinAndRecreate(problem, Insertion(problem), seed)
    assert search.build(problem.agents, lambda: False) == []
    return search


def model_cost(problem: Problem, roster: Roster, free: list[str] | None = None) -> float:
    """What the solver's model says a roster costs."""
    team = TeamModel(problem, free, roster)
    for variable, value in team.values(roster):
        team.model.add(variable == value)
    team.price()
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(team.model) == cp_model.OPTIMAL
    return team.objective.bound(solver.objective_value)


@given(seed=st.integers(0, 200))
@settings(max_examples=12, deadline=None)
def test_the_models_cost_never_exceeds_the_true_one_and_is_close_to_it(seed: int) -> None:
    problem = small_team(seed)
    roster = built(problem, seed).roster
    truth = cost(problem, roster).total
    assert truth - 0.01 <= model_cost(problem, roster) <= truth + 1e-6


def test_requirements_with_many_digits_are_rounded_to_the_safe_side() -> None:
    base = small_team(3)
    third = {skill: curve / 3 for skill, curve in base.requirement.items()}
    problem = small_team(3, requirement=third)
    roster = built(problem, 1).roster
    truth = cost(problem, roster).total
    assert truth * 0.98 <= model_cost(problem, roster) <= truth


def test_a_model_of_some_agents_differs_from_the_truth_by_what_the_others_cost_alone() -> None:
    problem = small_team(5)
    search = built(problem, 1)
    free = sorted(problem.agents)[::2]
    before = search.roster
    search.step(search.cost)
    for roster in (before, search.roster):
        kept = [name for name in problem.agents if name not in free]
        alone = cost(problem, roster).labour + cost(problem, roster).requests
        rows = roster.by_agent()
        others = Roster({key: cell for key, cell in roster.cells.items() if key[0] in kept})
        own = cost(problem, others)
        wishes_of_free = sum(wish.cost for name in free for wish in problem.agents[name].requests if wish.wish == "on")
        assert rows
        difference = cost(problem, roster).total - model_cost(problem, roster, free)
        assert alone >= own.labour
        assert difference == pytest.approx(own.labour + own.requests - wishes_of_free, abs=0.02)


def test_the_cost_kept_up_to_date_is_the_true_one() -> None:
    problem = small_team(7)
    search = built(problem, 2)
    current = search.cost
    for _ in range(20):
        current = search.step(current)
        assert current == pytest.approx(cost(problem, search.roster).total)


def test_sums_beyond_the_solvers_range_are_counted_in_tens_and_stay_below_the_truth() -> None:
    model, objective = cp_model.CpModel(), ObjectiveModel()
    heads = model.new_int_var(10**8, 10**9, "heads")
    objective.add(heads, 999_999_999.0, 10**9)
    objective.post(model)
    solver = cp_model.CpSolver()
    assert solver.solve(model) == cp_model.OPTIMAL
    assert 0.99 * 999_999_999e8 <= objective.bound(solver.best_objective_bound) <= 999_999_999e8
