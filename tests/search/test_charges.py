from dataclasses import replace
from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.checks import check_agent
from scheduler.problem import Problem
from scheduler.roster import Assignment
from scheduler.search.paths.agent_paths import OFF, AgentPaths, Path
from scheduler.search.paths.charges import Limit, charged_limits, charged_path
from scheduler.search.paths.team_paths import TeamPaths
from scheduler.shift import Shift

DAYS = 42
SHIFTS = {shift.id: shift for shift in (Shift("E", 480, 480, 480), Shift("N", 1320, 480, 480))}
FREE = Agent("客服01", max_consecutive_days=5, min_consecutive_days_off=2)
LIMITED = replace(FREE, min_minutes=22 * 480, max_minutes=24 * 480, max_weekends=3, max_shifts={"N": 6})


def problem_of(agent: Agent) -> Problem:
    return Problem(Horizon(date(2026, 11, 2), DAYS, 60), SHIFTS, {agent.id: agent})


def limits_of(agent: Agent) -> list[Limit]:
    return list(charged_limits(problem_of(agent), agent, tuple(SHIFTS)))


def loose_paths() -> AgentPaths:
    """Paths that know none of the horizon's limits."""
    return TeamPaths(problem_of(FREE))[FREE.id]


@given(seed=st.integers(0, 1000), level=st.sampled_from([-30.0, 0.0, 30.0]))
@settings(max_examples=25, deadline=None)
def test_days_are_found_within_limits_that_the_graph_does_not_know(seed: int, level: float) -> None:
    price = np.random.default_rng(seed).normal(level, 10, (DAYS, 2))
    paths = loose_paths()
    found = charged_path(limits_of(LIMITED), paths, price, np.zeros(DAYS))
    assert found is not None
    days = {d: Assignment(FREE.id, d, paths.shifts[s]) for d, s in enumerate(found[1]) if s != OFF}
    assert check_agent(problem_of(LIMITED), LIMITED, days) == []
    assert np.isclose(found[0], sum(price[d, s] for d, s in enumerate(found[1]) if s != OFF))


def test_a_path_that_keeps_the_limits_anyway_is_the_cheapest_one() -> None:
    price = np.random.default_rng(1).normal(0, 10, (DAYS, 2))
    paths = loose_paths()
    assert charged_path(limits_of(FREE), paths, price, np.zeros(DAYS)) == paths.cheapest(price, np.zeros(DAYS))


def test_limits_that_no_days_can_keep_end_in_none() -> None:
    impossible = replace(FREE, min_minutes=42 * 480)
    price = np.zeros((DAYS, 2))
    assert charged_path(limits_of(impossible), loose_paths(), price, np.zeros(DAYS)) is None


def test_where_charges_only_find_too_much_or_too_little_two_paths_are_joined() -> None:
    narrow = replace(FREE, min_minutes=24 * 480, max_minutes=24 * 480)
    price, paths = np.full((DAYS, 2), -10.0), loose_paths()
    price[:, 1] = -1.0

    def lawful(path: Path) -> bool:
        days = {d: Assignment(FREE.id, d, paths.shifts[s]) for d, s in enumerate(path) if s != OFF}
        return check_agent(problem_of(narrow), narrow, days) == []

    found = charged_path(limits_of(narrow), paths, price, np.zeros(DAYS), lawful)
    assert found is not None
    assert lawful(found[1])
    assert found[0] == sum(price[d, s] for d, s in enumerate(found[1]) if s != OFF)
