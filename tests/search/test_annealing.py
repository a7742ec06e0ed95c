from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.agent import Lock
from scheduler.checks import check
from scheduler.objective import cost
from scheduler.problem import Companion, Problem
from scheduler.roster import Roster
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.moves.annealing import Annealing
from scheduler.search.moves.annealing_arrays import RowArrays
from scheduler.search.moves.team_annealing import TeamAnnealing, is_swift_team
from scheduler.search.run import Run
from scheduler.search.team.team_roster import Row
from scheduler.search.team_search import TeamSearch
from scheduler.solution import SearchLimits
from tests.search.small_team import small_team

PLENTY = SearchLimits(seconds=60.0)


def settled(problem: Problem, insertion: Insertion) -> TeamSearch:
    """A search with a first roster."""
    search = TeamSearch(Run(problem, PLENTY), insertion)
    assert search.settle()
    return search


def rows_of(search: TeamSearch) -> RowArrays:
    """Everybody's days as arrays."""
    rows = [row for row in search.team.rows if row is not None]
    return RowArrays(*(np.array(part) for part in zip(*rows, strict=True)))


def roster_of(search: TeamSearch, rows: RowArrays) -> Roster:
    """Arrays as a roster."""
    return search.team.roster_of([Row(*row) for row in zip(*rows, strict=True)])


def annealed(problem: Problem, warmth: float, steps: int = 4000) -> tuple[Annealing, TeamSearch]:
    """A settled roster after so many steps."""
    insertion = Insertion(problem)
    search, annealing = settled(problem, insertion), Annealing(problem, insertion, 3)
    annealing.start(rows_of(search))
    for part in range(4):
        annealing.steps(steps // 4, warmth * (3 - part) / 3)
    return annealing, search


def accompanied(problem: Problem) -> Problem:
    """Every other agent a lead; hours without one cost, and nobody works two nights in a row."""
    agents = {
        name: replace(agent, tags=frozenset({"lead"} if number % 2 else {"new"}), max_consecutive_shifts={"N": 1})
        for number, (name, agent) in enumerate(problem.agents.items())
    }
    return replace(problem, agents=agents, companions=(Companion("lead", "new", 1, 25.0),))


def locked(problem: Problem, roster: Roster, day: int) -> Problem:
    """Everybody's day as it is in a roster, breaks and all."""

    def lock(name: str) -> Lock:
        cell = roster.cells.get((name, day))
        return Lock(day, cell.shift, cell.breaks) if cell else Lock(day, None)

    agents = {name: replace(agent, locks=(lock(name),)) for name, agent in problem.agents.items()}
    return replace(problem, agents=agents)


@given(seed=st.integers(0, 200), warmth=st.sampled_from([0.0, 30.0]), company=st.booleans())
@settings(max_examples=12, deadline=None)
def test_the_best_roster_met_keeps_every_rule_and_costs_what_annealing_says(
    seed: int, warmth: float, company: bool
) -> None:
    problem = accompanied(small_team(seed)) if company else small_team(seed)
    annealing, search = annealed(problem, warmth)
    roster = roster_of(search, annealing.best)
    assert check(problem, roster) == []
    assert annealing.least == pytest.approx(cost(problem, roster).total)
    assert annealing.least <= search.team.cost + 1e-6


def test_what_is_counted_while_days_change_is_what_they_come_to() -> None:
    problem = accompanied(small_team(4))
    annealing, search = annealed(problem, 30.0)
    annealing.steps(1000, 300.0)
    fresh = Annealing(problem, Insertion(problem), 3)
    fresh.start(annealing.now)
    annealing.start(annealing.now)
    assert annealing.least == pytest.approx(fresh.least)
    assert cost(problem, roster_of(search, annealing.now)).total == pytest.approx(fresh.least)


def test_locked_days_stay_as_they_are_while_others_change() -> None:
    first, search = annealed(small_team(3), 0.0)
    roster = roster_of(search, first.best)
    problem = locked(small_team(3), roster, 3)
    insertion = Insertion(problem)
    annealing = Annealing(problem, insertion, 3)
    annealing.start(first.best)
    annealing.steps(2000, 300.0)
    after = roster_of(search, annealing.now)
    assert check(problem, after) == []
    assert after != roster
    on_day = [{cell for cell in one.cells.values() if cell.day == 3} for one in (roster, after)]
    assert on_day[0] == on_day[1]


def test_the_same_seed_takes_the_same_steps() -> None:
    first, second = (annealed(small_team(7), 30.0)[0] for _ in range(2))
    assert first.least == second.least
    assert (first.best.shifts == second.best.shifts).all()


def test_annealing_goes_on_from_the_days_it_is_given() -> None:
    problem = small_team(5)
    annealing, search = annealed(problem, 50.0)
    annealing.start(rows_of(search))
    assert annealing.least == pytest.approx(search.team.cost)
    assert roster_of(search, annealing.best) == search.team.roster


def test_cycles_leave_the_run_a_better_roster() -> None:
    problem = small_team(2, agents=12)
    insertion = Insertion(problem)
    run = Run(problem, SearchLimits(seconds=2.0))
    search = TeamSearch(run, insertion)
    assert search.settle()
    before = search.team.cost
    assert is_swift_team(insertion)
    TeamAnnealing(run, insertion, search.team).work(0)
    assert run.objective is not None
    assert run.objective <= before
