"""A roster judged under days that turn out differently."""

from collections.abc import Mapping
from datetime import date, datetime

import numpy as np
import pytest

from app.project.version import PlanVersion, VersionState
from app.robustness import ILL, Robustness, hour_early, judged, robustness, sample_courses, sampled, with_ill
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.problem import PriceStep, Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Shift
from scheduler.solution import Outcome as Found
from scheduler.solution import Solution
from scheduler.staffing.goals import Goals

HORIZON = Horizon(date(2026, 11, 10), 2, 60)
PHASES = ("",) * 24 + ("opening",) * 3 + ("",) * 21
GOALS = {"presale": Goals(robot_deflection=0.5)}


def forecast() -> Forecast:
    middle = np.where(np.array(PHASES) == "opening", 900.0, 30.0)
    volume = Volume(middle * 0.6, middle, middle * 1.6, middle * 1.05, PHASES)
    return Forecast(HORIZON, {SeriesKey("", "presale"): volume})


def version() -> PlanVersion:
    agents = {f"{n}": Agent(f"{n}", skills=frozenset({"presale"})) for n in range(1, 8)}
    shifts = {"日": Shift("日", 0, 1440, 1440)}
    prices = {"presale": (PriceStep(None, 10.0),)}
    problem = Problem(HORIZON, shifts, agents, requirement={"presale": np.zeros(48)}, shortage_costs=prices)
    roster = Roster.of(Assignment(agent, day, "日") for agent in agents for day in (0, 1))
    return PlanVersion(
        "基准", 1, VersionState.DRAFT, datetime(2026, 11, 1), "", problem, Solution(Found.FEASIBLE, roster)
    )


def judged_in(made: PlanVersion, goals: Mapping[str, Goals], samples: int) -> Robustness:
    return robustness(made, forecast(), goals, sample_courses(made, forecast(), goals, samples))


@pytest.fixture(scope="module")
def found() -> dict[str, float | None]:
    return judged_in(version(), GOALS, 6).document()


def test_failures_leave_worse_service_than_the_expected_course(found: dict[str, float | None]) -> None:
    made = version()
    expected = judged(made.problem, made.solution.roster, forecast(), GOALS)
    for name in ("robot_down", "five_ill"):
        level, short = found[f"{name}_service_level"], found[f"{name}_shortage_hours"]
        assert level is not None
        assert short is not None
        assert expected.service_level is not None
        assert level < expected.service_level
        assert short > expected.shortage_hours


def test_quantiles_of_the_samples_are_in_order(found: dict[str, float | None]) -> None:
    for measure in ("service_level", "shortage_hours", "surplus_hours"):
        quantiles = [found[f"sample_{measure}_p{part}"] for part in (10, 50, 90)]
        assert quantiles == sorted(quantiles, key=lambda value: value or 0.0)
        assert quantiles[0] != quantiles[2]


def test_the_same_seed_gives_the_same_days_and_another_seed_others() -> None:
    first, again, other = (sampled(forecast(), 2, seed) for seed in (1, 1, 2))
    key = SeriesKey("", "presale")
    assert np.array_equal(first[1].series[key].p50, again[1].series[key].p50)
    assert not np.array_equal(first[1].series[key].p50, other[1].series[key].p50)
    assert np.array_equal(first[0].series[key].p10, first[0].series[key].p90)


def test_five_agents_of_the_roster_are_ill_all_the_time() -> None:
    made = version()
    left = with_ill(made.problem, made.solution.roster, 3)
    before = {cell.agent for cell in made.solution.roster}
    assert len(before - {cell.agent for cell in left}) == ILL
    assert len(left) == 2 * (7 - ILL)
    assert with_ill(made.problem, Roster(), 3) == Roster()


def test_the_burst_comes_an_hour_early_and_its_last_hour_stays() -> None:
    moved = hour_early(forecast()).series[SeriesKey("", "presale")]
    assert list(moved.p50[22:28]) == [30.0, 900.0, 900.0, 900.0, 900.0, 30.0]
    assert moved.phases[23] == "opening"


def test_without_a_robot_there_is_no_robot_to_go_down() -> None:
    found = judged_in(version(), {"presale": Goals()}, 1).document()
    assert found["robot_down_service_level"] is None
    assert found["robot_down_shortage_hours"] is None
    assert found["hour_early_service_level"] is not None
