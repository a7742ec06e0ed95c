from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.workbook.skill_staffing import skill_staffing
from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.cover import cover
from scheduler.problem import PriceStep, Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Shift

DAY = Shift("D", 0, 1440, 1440)
SKILLS = ("a", "b", "c")
OWNED = st.frozensets(st.sampled_from((*SKILLS, "other")), min_size=1)


def plan(team: list[frozenset[str]], needs: dict[str, float]) -> tuple[Problem, Roster]:
    horizon = Horizon(date(2026, 11, 11), 1, 60)
    worth = (1.0, 1.0, 0.6)
    agents = {f"A{n}": Agent(f"A{n}", skills=owned, productivity=worth[n % 3]) for n, owned in enumerate(team)}
    curves = {skill: np.full(24, need) for skill, need in needs.items()}
    prices = {skill: (PriceStep(None, 100.0),) for skill in needs}
    problem = Problem(horizon, {"D": DAY}, agents, shortage_costs=prices, requirement=curves)
    return problem, Roster.of(Assignment(name, 0, "D") for name in agents)


@settings(max_examples=60, deadline=None)
@given(st.lists(OWNED, max_size=8), st.fixed_dictionaries(dict.fromkeys(SKILLS, st.floats(0, 5))))
def test_shortage_is_that_of_the_matching_and_nobody_is_counted_twice(
    team: list[frozenset[str]], needs: dict[str, float]
) -> None:
    problem, roster = plan(team, needs)
    result = cover(problem, roster)
    parts = skill_staffing(problem, roster)
    for part in parts:
        assert part.shortage == pytest.approx(result.shortage[part.skill], abs=1e-5)
    useful = sum(agent.productivity for agent in problem.agents.values() if agent.skills & set(SKILLS))
    assert sum(part.cover[0] for part in parts) == pytest.approx(useful, abs=1e-4)


def test_agents_of_one_skill_stay_with_it_and_the_others_follow_the_requirement() -> None:
    one, both = frozenset("a"), frozenset("ab")
    problem, roster = plan([one, one, frozenset("b"), both, both], {"a": 1.0, "b": 0.5, "c": 0.0})
    covers = {part.skill: part.cover[0] for part in skill_staffing(problem, roster)}
    assert covers["a"] >= 2.0
    assert covers["b"] >= 1.0
    assert covers["a"] + covers["b"] == pytest.approx(5 - 0.4)


def test_the_peak_day_is_the_first_of_the_highest_requirement() -> None:
    horizon = Horizon(date(2026, 11, 9), 3, 60)
    curve = np.zeros(72)
    curve[[30, 55]] = 4.0
    prices = {"a": (PriceStep(None, 1.0),)}
    problem = Problem(horizon, {"D": DAY}, {"A": Agent("A")}, shortage_costs=prices, requirement={"a": curve})
    part = skill_staffing(problem, Roster())[0]
    assert part.peak_day == 1
    assert part.shortage_hours(1) == 4.0
