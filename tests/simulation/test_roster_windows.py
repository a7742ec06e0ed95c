from collections.abc import Mapping
from datetime import date

import numpy as np
import pytest

from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Break, Shift
from scheduler.simulation.roster_windows import roster_windows
from scheduler.simulation.window import AgentWindow
from scheduler.staffing.goals import Goals

HOUR = 3600.0
DAY_SHIFT = Shift("day", 540, 540, 480, (Break(60, 720, 780),))
NIGHT_SHIFT = Shift("night", 1320, 480, 480)
NO_LOSS = {skill: Goals(shrinkage=0.0) for skill in ("presale", "aftersale")}


def problem(agents: Mapping[str, tuple[set[str], float]], required: Mapping[str, float]) -> Problem:
    horizon = Horizon(date(2026, 11, 10), 2, 30)
    return Problem(
        horizon=horizon,
        shifts={"day": DAY_SHIFT, "night": NIGHT_SHIFT},
        agents={name: Agent(name, skills=frozenset(skills), productivity=p) for name, (skills, p) in agents.items()},
        requirement={skill: np.full(96, amount) for skill, amount in required.items()},
    )


def test_a_break_cuts_a_shift_in_two() -> None:
    given = problem({"客服01": ({"presale"}, 1.0)}, {"presale": 1})
    windows = roster_windows(given, Roster.of([Assignment("客服01", 0, "day", (750,))]), NO_LOSS)
    assert windows == {"presale": [AgentWindow(9 * HOUR, 12.5 * HOUR), AgentWindow(13.5 * HOUR, 18 * HOUR)]}


def test_a_night_shift_runs_into_the_next_day() -> None:
    given = problem({"客服01": ({"presale"}, 1.0)}, {"presale": 1})
    windows = roster_windows(given, Roster.of([Assignment("客服01", 1, "night")]), NO_LOSS)
    assert windows["presale"] == [AgentWindow(46 * HOUR, 54 * HOUR)]


def test_productivity_and_shrinkage_are_taken_along() -> None:
    given = problem({"客服01": ({"presale"}, 0.6)}, {"presale": 1})
    roster = Roster.of([Assignment("客服01", 0, "night")])
    (window,) = roster_windows(given, roster, {"presale": Goals(shrinkage=0.15)})["presale"]
    assert window.productivity == pytest.approx(0.51)


def test_shrinkage_by_hour_counts_in_the_hours_it_holds() -> None:
    given = problem({"客服01": ({"presale"}, 1.0)}, {"presale": 1})
    goals = {"presale": Goals(shrinkage=0.1, shrinkage_by_hour="22:00-02:00=0.3")}
    (window,) = roster_windows(given, Roster.of([Assignment("客服01", 0, "night")]), goals)["presale"]
    assert window.productivity == pytest.approx(0.8)


def test_who_has_several_skills_serves_the_one_that_is_short() -> None:
    team = {"客服01": ({"presale"}, 1.0), "客服02": ({"presale", "aftersale"}, 1.0)}
    given = problem(team, {"presale": 1, "aftersale": 1})
    roster = Roster.of(Assignment(name, 0, "night") for name in team)
    windows = roster_windows(given, roster, NO_LOSS)
    assert [len(its) for its in windows.values()] == [1, 1]


def test_a_small_skill_gets_its_agent_though_a_large_one_is_shorter() -> None:
    team = {f"客服0{number}": ({"presale", "aftersale"}, 1.0) for number in range(1, 5)}
    given = problem(team, {"presale": 10, "aftersale": 1})
    windows = roster_windows(given, Roster.of(Assignment(name, 0, "night") for name in team), NO_LOSS)
    assert {skill: len(its) for skill, its in windows.items()} == {"presale": 3, "aftersale": 1}


def test_agents_without_a_required_skill_and_unknown_shifts_count_nothing() -> None:
    given = problem({"客服01": ({"live"}, 1.0), "客服02": ({"presale"}, 1.0)}, {"presale": 1})
    roster = Roster.of(
        [Assignment("客服01", 0, "day"), Assignment("客服02", 0, "gone"), Assignment("客服09", 0, "day")]
    )
    assert roster_windows(given, roster, NO_LOSS) == {"presale": []}
