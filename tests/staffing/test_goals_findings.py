from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from app.wording.staffing import BINDING_GOALS, SENTENCES
from forecasts.findings import Finding, Level
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from scheduler.staffing.findings import forecast_findings, goals_findings, volume_findings
from scheduler.staffing.goals import Goals, ServiceGoal

NAN = float("nan")


def codes(goals: Goals) -> list[str]:
    return [finding.code for finding in goals_findings(goals, "presale")]


def test_the_defaults_are_in_order() -> None:
    assert codes(Goals()) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"max_concurrency": 0}, "ST01"),
        ({"replies_per_chat": 0.5}, "ST01"),
        ({"patience_seconds": 0}, "ST01"),
        ({"patience_seconds": NAN}, "ST01"),
        ({"seconds_per_reply": float("inf")}, "ST01"),
        ({"customer_think_seconds": -1}, "ST02"),
        ({"minimum_present": -1}, "ST02"),
        ({"robot_deflection": 1.0}, "ST03"),
        ({"shrinkage": 1.0}, "ST03"),
        ({"shrinkage": -0.1}, "ST03"),
        ({"shrinkage": NAN}, "ST03"),
        ({"plan_for": "p95"}, "ST07"),
        ({"max_concurrency": 101}, "ST12"),
        ({"patience_seconds": 20_000}, "ST12"),
    ],
)
def test_a_number_out_of_range_is_named(wrong: dict[str, Any], code: str) -> None:
    found = goals_findings(replace(Goals(), **wrong), "presale")
    assert code in [finding.code for finding in found]
    (name,) = wrong
    assert any(finding.facts["name"] == name and finding.facts["skill"] == "presale" for finding in found)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"service_level": 1.0}, "ST04"),
        ({"reply_rate": 98.0}, "ST04"),
        ({"slow_share": 0.0}, "ST04"),
        ({"service_level": NAN}, "ST04"),
        ({"answer_within_seconds": -1.0}, "ST02"),
        ({"average_response_seconds": 10.0}, "ST05"),
        ({"average_response_seconds": 4.0}, "ST05"),
    ],
)
def test_a_goal_out_of_reach_is_named(wrong: dict[str, float], code: str) -> None:
    assert codes(Goals(goal=replace(ServiceGoal(), **wrong))) == [code]


def test_a_dropped_goal_is_not_judged() -> None:
    assert codes(Goals(goal=ServiceGoal(None, 30.0, None, None, None))) == []


def test_everything_wrong_is_told_at_once() -> None:
    assert codes(Goals(shrinkage=2, patience_seconds=-5, plan_for="p5", seconds_per_reply=45)) == [
        "ST01",
        "ST03",
        "ST05",
        "ST07",
    ]


def test_a_volume_that_is_not_a_count_is_refused() -> None:
    good = np.full(4, 10.0)
    bad = np.array([10, -1, NAN, 10])
    (finding,) = volume_findings(Volume(good, bad, good, good, ("",) * 4), "presale")
    assert (finding.code, finding.facts["intervals"]) == ("ST09", 2)


@pytest.mark.parametrize(("minutes", "warned"), [(15, False), (30, False), (60, True)])
def test_an_hourly_forecast_is_warned_about(minutes: int, warned: bool) -> None:
    numbers = np.ones(1440 // minutes)
    volume = Volume(numbers, numbers, numbers, numbers, ("",) * len(numbers))
    found = forecast_findings(Forecast(Horizon(date(2026, 11, 11), 1, minutes), {SeriesKey("", "presale"): volume}))
    assert [(finding.code, finding.level) for finding in found] == [("ST11", Level.WARNING)] * warned


def sentence(finding: Finding) -> str:
    return SENTENCES[finding.code].format(**finding.facts, value=finding.value)


def test_every_finding_about_goals_has_a_sentence_that_its_facts_fill() -> None:
    wrong = Goals(
        max_concurrency=200,
        seconds_per_reply=120,
        patience_seconds=0,
        shrinkage=1,
        plan_for="p1",
        minimum_present=-1,
        goal=ServiceGoal(service_level=2.0, average_response_seconds=30, slow_share=0.001),
    )
    found = goals_findings(wrong, "presale")
    assert {finding.code for finding in found} == {"ST01", "ST02", "ST03", "ST04", "ST05", "ST06", "ST07", "ST12"}
    assert all("presale" in sentence(finding) and finding.value in sentence(finding) for finding in found)


def test_every_goal_that_can_bind_has_a_name_for_people() -> None:
    assert {"service_level", "average_response", "reply_rate", "slow_share", "minimum_present"} <= BINDING_GOALS.keys()
