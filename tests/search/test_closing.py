from dataclasses import replace
from math import inf
from random import Random

import pytest

from scheduler.problem import Fairness, Problem, ShiftTarget
from scheduler.search.generation import closing as closings
from scheduler.search.generation.closing import Closing
from scheduler.search.generation.column_generation import ColumnGeneration
from scheduler.search.generation.flows import Answer, Flows
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.improvement.ruin_and_recreate import RuinAndRecreate
from scheduler.search.model.cp_sat import improve
from scheduler.search.model.team_model import TeamModel
from scheduler.search.run import Run
from scheduler.solution import Outcome, SearchLimits
from tests.search.small_team import SHIFTS, small_team

LIMITS = SearchLimits(seconds=3600.0, gap=0.0, workers=1)


def whole_team(seed: int) -> Problem:
    """A team whose shifts want heads on each day, at whole costs, and nothing else."""
    random = Random(seed)
    problem = small_team(seed, 5, 7, requirement={}, shortage_weight={}, seat_limit=None, fairness=())
    heads = [(day, shift, random.randint(0, 2)) for day in range(7) for shift in SHIFTS]
    targets = tuple(ShiftTarget(day, shift, most, 30, 2) for day, shift, most in heads)
    agents = {name: replace(agent, hourly_cost=0.0, overtime=None) for name, agent in problem.agents.items()}
    return replace(problem, shift_targets=targets, agents=agents)


def closed(problem: Problem) -> Run:
    """A run from a first roster and the bound of columns, after all questions."""
    run, insertion = Run(problem, LIMITS), Insertion(problem)
    search, generation = RuinAndRecreate(problem, insertion, 1), ColumnGeneration(problem, insertion)
    assert search.build(problem.agents, lambda: False) == []
    run.offer(search.roster)
    for name, seen in insertion.seen.items():
        for days in seen:
            generation.add(name, days)
    while generation.round(3600.0, lambda: False) is not None:
        pass
    assert generation.converged
    assert generation.bound is not None
    run.prove(generation.bound, generation.best)
    closing = Closing(run)
    closing.begin(generation, inf)
    closing.wait()
    return run


def best_cost(problem: Problem) -> float:
    """By one model of everything."""
    run = Run(problem, LIMITS)
    team = TeamModel(problem)
    team.price()
    improve(team, run, 3600.0, whole=True)
    assert run.solution().outcome == Outcome.OPTIMAL
    assert run.objective is not None
    return run.objective


@pytest.mark.parametrize("seed", [2, 4])
def test_closing_ends_with_the_best_roster_and_its_proof(seed: int) -> None:
    run = closed(whole_team(seed))
    assert run.objective == run.bound == best_cost(run.problem)


def test_closing_proves_no_more_than_the_best_costs_where_fairness_is_left_out() -> None:
    run = closed(replace(whole_team(3), fairness=(Fairness("night", 15.0, "full_time"), Fairness("E", 7.0))))
    assert run.objective is not None
    assert run.bound is not None
    assert run.bound <= best_cost(run.problem) <= run.objective


def test_what_leaves_too_many_days_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closings, "FEW_ARCS", 1)
    monkeypatch.setattr(closings, "MOST_ARCS", 1)
    monkeypatch.setattr(closings, "Flows", None)
    run = closed(whole_team(2))
    assert run.objective is not None
    assert run.bound is not None
    assert run.bound < run.objective


def test_an_answer_without_proof_leaves_the_bound_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Flows, "solve", lambda *_: Answer(None, -inf))
    run = closed(whole_team(2))
    assert run.objective is not None
    assert run.bound is not None
    assert 0 < run.bound < run.objective
