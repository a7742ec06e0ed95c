import threading
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from scheduler.checks import check
from scheduler.problem import ShiftTarget
from scheduler.roster import Roster
from scheduler.search.improvement import repair as repairing
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.improvement.neighbourhoods import Neighbourhoods
from scheduler.search.improvement.repair import repair
from scheduler.search.improvement.ruin_and_recreate import RuinAndRecreate
from scheduler.search.model.cp_sat import FEASIBLE
from scheduler.search.model.team_model import TeamModel
from scheduler.search.run import Run
from scheduler.solution import Progress, SearchLimits
from tests.search.small_team import small_team


def built(seed: int) -> RuinAndRecreate:
    """A roster put together in an order of its own."""
    problem = small_team(seed)
    search = RuinAndRecreate(problem, Insertion(problem), seed)
    assert search.build(problem.agents, lambda: False) == []
    return search


def bettered(team: TeamModel, before: Roster) -> Roster:
    """What a little search from a roster makes of it."""
    team.price()
    team.hint(before)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = 0.2
    assert solver.solve(team.model) in FEASIBLE
    return team.roster(solver.value)


@given(seed=st.integers(0, 100), first=st.integers(0, 5), length=st.integers(1, 3))
@settings(max_examples=5, deadline=None)
def test_freeing_some_agents_on_some_days_changes_nothing_else_and_keeps_the_rules(
    seed: int, first: int, length: int
) -> None:
    search = built(seed)
    before, free, days = search.roster, sorted(search.problem.agents)[::2], range(first, first + length)
    after = bettered(TeamModel(search.problem, free, before, days=days), before)

    def fixed(roster: Roster) -> dict[tuple[str, int], object]:
        return {key: cell for key, cell in roster.cells.items() if key[0] not in free or key[1] not in days}

    assert fixed(after) == fixed(before)
    assert check(search.problem, after) == []


def test_the_model_takes_the_roster_it_comes_from_as_a_hint_without_contradiction() -> None:
    search = built(4)
    team = TeamModel(search.problem, sorted(search.problem.agents)[:3], search.roster, days=range(2, 5))
    for variable, value in team.values(search.roster):
        team.model.add(variable == value)
    assert bettered(team, search.roster).cells == search.roster.cells


def test_repair_betters_a_roster_and_what_it_offers_keeps_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    search, stop, costs = built(8), threading.Event(), list[float]()

    def hear(now: Progress) -> None:
        costs.append(now.objective or 0.0)
        if len(costs) > 1:
            stop.set()

    run = Run(search.problem, SearchLimits(seconds=60.0, workers=1), hear, stop)
    run.offer(search.roster)
    monkeypatch.setattr(repairing, "EFFORT", 0.5)
    repair(run, 60.0)
    assert costs[1] < costs[0]
    assert run.roster is not None
    assert check(search.problem, run.roster) == []


def test_repair_without_a_roster_does_nothing() -> None:
    run = Run(small_team(), SearchLimits(seconds=20.0))
    repair(run, 1.0)
    assert run.roster is None


def test_neighbourhoods_take_every_shape_in_turn_from_few_days_to_all() -> None:
    problem = small_team(agents=40, days=28)
    drawing = Neighbourhoods(problem, Random(1))
    drawn = [drawing.draw() for _ in range(6)]
    assert [len(one.days) for one in drawn] == [7, 14, 28, 7, 14, 28]
    for one in drawn:
        assert set(one.days) <= set(range(28))
        assert len(set(one.agents)) == len(one.agents) > 0


def test_every_other_round_lies_where_heads_are_missing_with_agents_who_could_mend_it() -> None:
    problem = small_team(agents=40, days=28)
    shift = next(iter(problem.shifts))
    able = [name for name, agent in problem.agents.items() if agent.may_work(shift)][:3]
    agents = {n: a if n in able else replace(a, max_shifts={shift: 0}) for n, a in problem.agents.items()}
    target = ShiftTarget(20, shift, 5, 100.0, 1.0)
    drawing = Neighbourhoods(replace(problem, agents=agents, shift_targets=(target,)), Random(1))
    drawn = [drawing.draw(Roster()) for _ in range(6)][3:]
    assert all(20 in one.days and set(able) <= set(one.agents) for one in drawn)


@pytest.mark.parametrize(("proven", "share", "grows"), [(True, 0.1, True), (True, 0.9, False), (False, 1.0, False)])
def test_what_the_solver_proves_quickly_is_drawn_larger(proven: bool, share: float, grows: bool) -> None:
    drawing = Neighbourhoods(small_team(agents=40, days=28), Random(1))
    first = drawing.draw()
    before = len(first.agents) * len(first.days)
    for _ in range(5):
        drawing.learn(first, proven=proven, share=share)
    drawing.draw()
    drawing.draw()
    again = drawing.draw()
    assert (len(again.agents) * len(again.days) > before) == grows
