"""Long horizons searched a few weeks at a time."""

from dataclasses import replace
from datetime import date
from random import Random
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forecasts.horizon import Horizon
from scheduler.agent import Absence, Agent, ForbiddenShift, Lock, MinutesInDays, Request
from scheduler.checks import check
from scheduler.objective import cost
from scheduler.problem import Fairness, Problem, ShiftTarget
from scheduler.roster import Roster
from scheduler.search import solve
from scheduler.search.few_weeks import few_weeks
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.improvement.ruin_and_recreate import RuinAndRecreate
from scheduler.search.run import Run
from scheduler.search.team_search import TeamSearch
from scheduler.shift import Shift
from scheduler.solution import Progress, SearchLimits

DAYS = 82
SHIFTS = {
    shift.id: shift
    for shift in (
        Shift("E", 480, 480, 480),
        Shift("L", 840, 600, 600),
        Shift("N", 1320, 540, 480, tags=frozenset(["night"])),
    )
}


def long_problem(seed: int, agents: int = 6) -> Problem:
    """Nearly twelve weeks from a Wednesday, with limits of every reach."""
    random = Random(seed)
    horizon = Horizon(date(2026, 9, 2), DAYS, 60)
    targets = [
        ShiftTarget(day, shift, random.randint(0, agents // 3), 100.0, 1.0) for day in range(DAYS) for shift in SHIFTS
    ]
    team = [_agent(f"客服{number:02d}", random) for number in range(agents)]
    return Problem(
        horizon,
        SHIFTS,
        {agent.id: agent for agent in team},
        shift_targets=tuple(targets),
        forbidden_successions=frozenset([("N", "E"), ("L", "E")]),
        fairness=(Fairness("night", 3.0), Fairness("", 2.0, days=frozenset(range(20, 60)))),
    )


def _agent(name: str, random: Random) -> Agent:
    days = random.sample(range(DAYS), 8)
    return Agent(
        name,
        min_minutes=480 * 40,
        max_minutes=480 * 58,
        max_weekends=8,
        max_shifts={"tag:night": 20},
        max_consecutive_days=5,
        min_consecutive_days=2,
        min_consecutive_days_off=2,
        min_rest_minutes=660,
        max_minutes_in_days=(MinutesInDays(10, 50, 480 * 30),),
        forbidden_shifts=(ForbiddenShift("N", 30, 44),),
        absences=(*(Absence(day=day) for day in days[:3]), Absence(start=days[3] * 1440, end=days[3] * 1440 + 900)),
        locks=(Lock(days[4], None),),
        requests=tuple(Request(day, "E", "on", 5.0) for day in days[5:]),
    )


def built(problem: Problem) -> Roster:
    search = RuinAndRecreate(problem, Insertion(problem))
    left = list(problem.agents)
    for _ in range(4):
        left = search.build(left, lambda: False)
    assert not left
    return search.roster


@given(seed=st.integers(0, 100), first=st.integers(0, 7))
@settings(max_examples=6, deadline=None)
def test_a_better_part_is_a_better_whole_by_as_much(seed: int, first: int) -> None:
    problem = long_problem(seed)
    whole = built(problem)
    part = few_weeks(problem, whole, range(first, min(first + 6, len(problem.weeks))))
    assert check(part.problem, part.roster) == []
    run = Run(part.problem, SearchLimits(seconds=60.0))
    search = TeamSearch(run, Insertion(part.problem, most=30_000))
    search.team.load(part.roster)
    search._cycle(2)
    found = part.put_back(whole, search.team.roster)
    gained = cost(part.problem, part.roster).total - cost(part.problem, search.team.roster).total
    assert gained >= -1e-6
    assert check(problem, found) == []
    assert cost(problem, whole).total - cost(problem, found).total == pytest.approx(gained)


def test_a_long_horizon_is_made_better_and_stays_lawful_with_a_bound_below() -> None:
    problem, stop, told = long_problem(3), Event(), list[Progress]()

    def enough(now: Progress) -> None:
        told.append(now)
        rosters = [one for one in told if one.solution is not None]
        if len(rosters) > 1 and now.bound is not None:
            stop.set()

    found = solve(problem, SearchLimits(seconds=120.0), enough, stop)
    first = next(one.objective for one in told if one.solution is not None)
    assert check(problem, found.roster) == []
    assert found.objective == pytest.approx(cost(problem, found.roster).total)
    assert found.objective is not None
    assert first is not None
    assert found.bound is not None
    assert found.bound <= found.objective < first


def test_the_held_weeks_of_a_part_stay_as_they_are() -> None:
    problem = long_problem(4)
    whole = built(problem)
    part = few_weeks(problem, whole, range(2, 8))
    held = [day for number in (2, 7) for day in problem.weeks[number]]
    assert all(
        {lock.day: lock.shift for lock in part.problem.agents[name].locks}[day - part.first] == whole.shift(name, day)
        for name in problem.agents
        for day in held
    )
    assert part.put_back(whole, part.roster) == whole
    assert replace(part.problem.horizon, days=1).first_day == problem.horizon.day(part.first)
