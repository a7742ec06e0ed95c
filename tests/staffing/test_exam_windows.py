"""Exam windows as goals: they ask for agents only in their hours, and say what rate to expect."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from app.wording.staffing import SENTENCES
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from scheduler.simulation.engine import simulate
from scheduler.simulation.trials import Trials
from scheduler.staffing.engine import predict, staff
from scheduler.staffing.exam_window import FIRST_RESPONSE, REPLIES, ExamWindow, exam_rate
from scheduler.staffing.exam_windows import exam_rates
from scheduler.staffing.findings import goals_findings
from scheduler.staffing.goals import Goals, ServiceGoal
from scheduler.staffing.goals_in_force import goals_by_interval
from scheduler.staffing.requirement import exam_curve

VOLUME = np.full(48, 150.0)
HORIZON = Horizon(date(2026, 11, 11), 1, 30)
DAY = Forecast(HORIZON, {SeriesKey("", "presale"): Volume(VOLUME, VOLUME, VOLUME, VOLUME, ("",) * 48)})
LOOSE = Goals(goal=ServiceGoal(0.5, 60, None, None, None))
PROMPT = ExamWindow(metric=FIRST_RESPONSE, start=540, end=1380, within_seconds=30, target=0.7)
INSIDE = slice(18, 46)


def with_window(window: ExamWindow) -> dict[str, Goals]:
    return {"presale": replace(LOOSE, exam_windows=(window,))}


def test_a_window_asks_for_agents_in_its_hours_only() -> None:
    usual, examined = (staff(DAY, goals).skills["presale"] for goals in ({"presale": LOOSE}, with_window(PROMPT)))
    assert np.all(examined.base[INSIDE] > usual.base[INSIDE])
    assert examined.base[:18].tolist() == usual.base[:18].tolist()
    assert set(examined.binding_goal[INSIDE]) == {"exam_window"}


def test_moving_the_window_moves_the_agents() -> None:
    later = replace(PROMPT, start=720)
    early, late = (staff(DAY, with_window(window)).skills["presale"].base for window in (PROMPT, later))
    assert late[18] < early[18]
    assert late[30] == early[30]


def test_a_window_on_other_weekdays_asks_for_nothing() -> None:
    sunday = replace(PROMPT, weekdays=(6,))
    assert staff(DAY, with_window(sunday)).skills["presale"].base.tolist() == (
        staff(DAY, {"presale": LOOSE}).skills["presale"].base.tolist()
    )


def test_the_predicted_rate_reaches_its_target_over_the_window() -> None:
    found = staff(DAY, with_window(PROMPT)).skills["presale"]
    rate = exam_rate(PROMPT, HORIZON, found.curves[exam_curve(0)], VOLUME)
    assert 0.7 <= rate < 0.8


def test_a_window_without_inquiries_has_no_rate() -> None:
    assert np.isnan(exam_rate(PROMPT, HORIZON, np.ones(48), np.zeros(48)))


@pytest.mark.parametrize("spare", [0, 3])
def test_three_minute_replies_follow_the_service_the_simulation_gives(spare: int) -> None:
    window = replace(PROMPT, metric=REPLIES, within_seconds=180, target=0.9)
    found = staff(DAY, with_window(window)).skills["presale"]
    share = found.curves[exam_curve(0)][INSIDE]
    assert np.all((share > 0.9) & (share <= 1))
    present = {"presale": found.base + spare}
    played = simulate(DAY, present, {"presale": LOOSE}, Trials(4, 1))["presale"]
    lost = predict(DAY, present, {"presale": LOOSE})["presale"].lost.sum()
    assert played.over("lost").value == pytest.approx(lost, rel=0.25, abs=30)


def test_goals_of_an_interval_keep_the_place_of_every_window() -> None:
    goals = replace(LOOSE, exam_windows=(PROMPT, replace(PROMPT, start=0, end=60)))
    first, noon = goals_by_interval(goals, HORIZON)[0], goals_by_interval(goals, HORIZON)[24]
    assert [window.target for window in first.exam_windows] == [0.0, 0.7]
    assert [window.target for window in noon.exam_windows] == [0.7, 0.0]


@pytest.mark.parametrize(
    ("window", "code"),
    [
        (replace(PROMPT, start=900, end=600), "ST16"),
        (replace(PROMPT, target=1.0), "ST16"),
        (replace(PROMPT, target=float("nan")), "ST16"),
        (replace(PROMPT, within_seconds=0), "ST16"),
        (replace(PROMPT, within_seconds=float("nan")), "ST16"),
        (replace(PROMPT, metric="speed"), "ST16"),
        (replace(PROMPT, within_seconds=5, target=0.9), "ST17"),
    ],
)
def test_windows_that_cannot_be_met_are_told(window: ExamWindow, code: str) -> None:
    (finding,) = goals_findings(with_window(window)["presale"], "presale")
    assert finding.code == code
    assert "presale" in SENTENCES[code].format(value=finding.value, **finding.facts)


def test_every_exam_window_has_its_predicted_rate() -> None:
    series = Volume(VOLUME, VOLUME, VOLUME, VOLUME, ("",) * len(VOLUME))
    day = Forecast(HORIZON, {SeriesKey("", "presale"): series})
    goals = {"presale": Goals(exam_windows=(PROMPT,))}
    (exam,) = exam_rates(day, staff(day, goals), goals)
    assert (exam.skill, exam.window) == ("presale", PROMPT)
    assert PROMPT.target <= exam.rate <= 1
