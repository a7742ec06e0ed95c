"""Goals on the first response and on the time spent replying; baselines and repair that know exam windows."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from scheduler.simulation.staffing import EVEN, repaired_where_even
from scheduler.staffing.curves import staff_with_curves
from scheduler.staffing.deferrable import deferrable_work
from scheduler.staffing.engine import chatting_of, staff, staff_baseline
from scheduler.staffing.exam_window import FIRST_RESPONSE, ExamWindow
from scheduler.staffing.exam_windows import exam_rates, present_rates
from scheduler.staffing.goals import Goals, ServiceGoal
from scheduler.staffing.requirement import DEFERRABLE, Requirement

VOLUME = np.where(np.arange(24) >= 8, 240.0, 20.0)
HORIZON = Horizon(date(2026, 11, 11), 1, 60)
DAY = Forecast(HORIZON, {SeriesKey("", "presale"): Volume(VOLUME * 0.8, VOLUME, VOLUME * 1.3, VOLUME, ("",) * 24)})
QUEUE_ONLY = Goals(goal=ServiceGoal(0.8, 30.0, None, None, None))


def with_goal(**goal: float) -> dict[str, Goals]:
    return {"presale": replace(QUEUE_ONLY, goal=replace(QUEUE_ONLY.goal, **goal))}


def test_the_first_response_is_kept_within_its_goal() -> None:
    usual, prompt = (
        staff(DAY, goals).skills["presale"] for goals in (with_goal(), with_goal(first_response_seconds=25.0))
    )
    assert usual.service.first_response_seconds[12] > 25
    assert np.all(prompt.service.first_response_seconds <= 25 + 1e-6)
    assert prompt.base.sum() > usual.base.sum()
    assert "first_response" in prompt.binding_goal


def test_agents_never_reply_for_more_of_their_time_than_asked() -> None:
    usual, eased = (staff(DAY, goals).skills["presale"] for goals in (with_goal(), with_goal(utilisation=0.7)))
    assert usual.service.utilisation[12] > 0.75
    assert np.all(eased.service.utilisation <= 0.7 + 1e-6)
    assert eased.binding_goal[12] == "utilisation"


def test_an_exam_window_of_other_days_asks_nothing_of_the_baseline_either() -> None:
    strict = ExamWindow(metric=FIRST_RESPONSE, start=0, end=1440, weekdays=(6,), within_seconds=20, target=0.85)
    examined = {"presale": replace(QUEUE_ONLY, exam_windows=(strict,))}
    every_day = {"presale": replace(QUEUE_ONLY, exam_windows=(replace(strict, weekdays=(2,)),))}
    plain, weekend, today = (
        staff_baseline(DAY, goals).skills["presale"].base for goals in ({"presale": QUEUE_ONLY}, examined, every_day)
    )
    assert weekend.tolist() == plain.tolist()
    assert today.sum() > plain.sum()


def test_the_rate_of_agents_present_is_that_of_the_requirement_where_they_are_those() -> None:
    goals = {"presale": replace(QUEUE_ONLY, exam_windows=(ExamWindow(target=0.95),))}
    found = staff(DAY, goals)
    (asked,) = exam_rates(DAY, found, goals)
    (given,) = present_rates(DAY, {"presale": found.skills["presale"].base}, goals)
    (fewer,) = present_rates(DAY, {"presale": found.skills["presale"].base * 0.8}, goals)
    assert given.rate == pytest.approx(asked.rate)
    assert fewer.rate < given.rate


def test_only_chats_too_even_for_the_chain_are_repaired_and_work_that_waits_stays() -> None:
    goals = {"presale": replace(QUEUE_ONLY, deferrable_share=0.2, shrinkage=0.2, chat_length_cv=EVEN)}
    found = staff(DAY, goals)
    assert repaired_where_even(DAY, goals, found) is found
    even = {"presale": replace(goals["presale"], chat_length_cv=0.5)}
    told: list[float] = []
    part = repaired_where_even(DAY, even, found, told.append).skills["presale"]
    assert told[-1] == pytest.approx(1.0)
    assert told == sorted(told)
    waiting = part.curves[DEFERRABLE]
    came = deferrable_work(HORIZON, DAY.series[SeriesKey("", "presale")], even["presale"])[0].sum()
    assert 0.5 * came < waiting.sum() <= came + 1e-9
    assert part.requirement == pytest.approx(part.base / 0.8)
    assert part.base.sum() >= found.skills["presale"].base.sum()


def test_other_quantiles_are_mended_in_proportion() -> None:
    goals = {"presale": QUEUE_ONLY}

    def doubled(_forecast: object, _goals: object, found: Requirement, _on_step: object) -> Requirement:
        return replace(found, skills={k: replace(p, requirement=2 * p.requirement) for k, p in found})

    plain = staff_with_curves(DAY, goals).skills["presale"].curves
    mended = staff_with_curves(DAY, goals, mend=doubled).skills["presale"].curves
    assert mended["p80"] == pytest.approx(2 * plain["p80"])
    assert mended["erlang_c"] == pytest.approx(plain["erlang_c"])


def test_agents_for_chats_are_those_without_the_work_that_waits() -> None:
    goals = {"presale": replace(QUEUE_ONLY, deferrable_share=0.2)}
    part = staff(DAY, goals).skills["presale"]
    assert chatting_of(DAY, goals)["presale"] == pytest.approx(part.base - part.curves[DEFERRABLE])
    assert chatting_of(DAY, {"presale": QUEUE_ONLY}) == {}
