"""A plan judged by what happened."""

from dataclasses import replace
from datetime import date, datetime

import numpy as np
import pytest

from app.project.drawn_lesson import UPLIFT, VOLUME
from app.project.project import Project
from app.project.version import PlanVersion, VersionState
from app.review.happened import happened
from app.review.review import Review, review
from forecasts.findings import InputError
from forecasts.forecast import Forecast, Volume
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon, Numbers
from forecasts.promotion import Phase, Promotion
from scheduler.agent import Agent
from scheduler.attendance import AttendedDay
from scheduler.problem import PriceStep, Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Shift
from scheduler.solution import Outcome, Solution

HORIZON = Horizon(date(2026, 11, 10), 2, 60)
KEY = SeriesKey("", "presale")
EXPECTED = np.full(HORIZON.intervals, 60.0)
OPENING = Phase("opening", datetime(2026, 11, 11), datetime(2026, 11, 11, 2), uplift=3.0)
WARM_UP = Phase("warm_up", datetime(2026, 11, 10), datetime(2026, 11, 10, 12))
PROJECT = Project("店", HORIZON, promotions=(Promotion("双11", (WARM_UP, OPENING)),))


def forecast() -> Forecast:
    volume = Volume(EXPECTED * 0.8, EXPECTED, EXPECTED * 1.2, EXPECTED, ("",) * HORIZON.intervals)
    return Forecast(HORIZON, {KEY: volume})


def version() -> PlanVersion:
    agents = {name: Agent(name, skills=frozenset({"presale"})) for name in ("001", "002", "003")}
    shifts = {"全": Shift("全", 0, 24 * 60, 24 * 60)}
    required, prices = {"presale": np.full(HORIZON.intervals, 3.0)}, {"presale": (PriceStep(None, 100.0),)}
    problem = Problem(HORIZON, shifts, agents, requirement=required, shortage_costs=prices)
    roster = Roster.of(Assignment(name, day, "全") for name in agents for day in range(2))
    solution = Solution(Outcome.FEASIBLE, roster, objective=1.0, bound=0.0)
    return PlanVersion("基准", 3, VersionState.DRAFT, datetime(2026, 11, 1), "", problem, solution)


def history(counts: Numbers, interval_minutes: int = 60) -> History:
    grid = replace(HORIZON, interval_minutes=interval_minutes)
    kept = np.isfinite(counts)
    return History(interval_minutes, {KEY: Counts(grid.starts()[kept], counts[kept])})


def reviewed(counts: Numbers, came: tuple[AttendedDay, ...] = ()) -> Review:
    return review(PROJECT, version(), forecast(), history(counts), came)


def test_what_came_as_expected_has_no_bias_and_keeps_its_promise() -> None:
    whole = reviewed(EXPECTED).rows[0]
    assert (whole.bias, whole.inside, whole.counted_share) == (0.0, 1.0, 1.0)
    assert whole.service_level == whole.promised


def test_twice_the_volume_shows_as_bias_shortage_and_a_worse_service() -> None:
    calm, stormy = reviewed(EXPECTED).rows[0], reviewed(EXPECTED * 20).rows[0]
    assert stormy.bias == pytest.approx(-0.95)
    assert stormy.inside == 0.0
    assert stormy.shortage_hours > calm.shortage_hours
    assert stormy.service_level is not None
    assert calm.service_level is not None
    assert stormy.service_level < calm.service_level


def test_intervals_that_nobody_counted_are_left_out_of_every_sum() -> None:
    counts = EXPECTED.copy()
    counts[24:] = np.nan
    whole, first, second, *_rest = reviewed(counts).rows
    assert (whole.counted_share, first.counted_share, second.counted_share) == (0.5, 1.0, 0.0)
    assert whole.expected == whole.counted == 24 * 60
    assert second.bias is None


def test_counts_finer_than_the_plan_are_added_up_and_half_an_hour_alone_is_missing() -> None:
    fine = np.full(HORIZON.intervals * 2, 30.0)
    fine[1] = np.nan
    seen = happened(forecast(), version().problem, version().solution.roster, history(fine, 30), ())
    assert np.isnan(seen.counted[KEY][0])
    assert (seen.counted[KEY][1:] == 60).all()


def test_who_stayed_away_covers_nothing() -> None:
    away = (AttendedDay("001", date(2026, 11, 11), 0, "缺勤"),)
    there, missed = reviewed(EXPECTED), reviewed(EXPECTED, away)
    assert missed.came.covered["presale"][:24].tolist() == there.came.covered["presale"][:24].tolist()
    assert (missed.came.covered["presale"][24:] <= 2).all()
    assert missed.happened.adherence[0].stayed_away == (date(2026, 11, 11),)


def test_a_typed_uplift_teaches_the_one_that_would_have_been_right() -> None:
    counts = EXPECTED.copy()
    counts[24:26] = 90.0
    lessons = {(lesson.phase, lesson.what): lesson for lesson in reviewed(counts).lessons}
    assert lessons["opening", UPLIFT].planned == 3.0
    assert lessons["opening", UPLIFT].found == pytest.approx(4.5)
    assert lessons["warm_up", VOLUME].found == pytest.approx(1.0)


def test_a_phase_counted_in_part_teaches_nothing() -> None:
    counts = EXPECTED.copy()
    counts[25:] = np.nan
    assert "opening" not in {lesson.phase for lesson in reviewed(counts).lessons}


def test_counts_of_other_days_are_refused() -> None:
    later = replace(HORIZON, first_day=date(2026, 12, 1))
    elsewhere = History(60, {KEY: Counts(later.starts(), EXPECTED)})
    with pytest.raises(InputError) as raised:
        review(PROJECT, version(), forecast(), elsewhere)
    assert [finding.code for finding in raised.value.findings] == ["RV01"]
