"""The seam: what `staff` asks for is enough and not more, and `predict` says the same of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from forecasts.findings import InputError
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon, Numbers
from scheduler.staffing.engine import predict, staff, staff_baseline
from scheduler.staffing.goals import Goals, ServiceGoal

QUEUE_ONLY = ServiceGoal(average_response_seconds=None, reply_rate=None, slow_share=None)
NO_GOAL = replace(QUEUE_ONLY, service_level=None)


def forecast(by_skill: Mapping[str, Numbers], minutes: int = 30, phases: tuple[str, ...] = ()) -> Forecast:
    series = {}
    for skill, volume in by_skill.items():
        names = phases or ("",) * len(volume)
        series[SeriesKey("", skill)] = Volume(volume * 0.8, volume, volume * 1.3, volume * 1.02, names)
    intervals = len(next(iter(by_skill.values())))
    return Forecast(Horizon(date(2026, 11, 11), intervals * minutes // 1440, minutes), series)


def promotion_day() -> Numbers:
    """A burst at midnight, a quiet night, a morning and an evening peak; half-hourly."""
    hours = [
        900,
        250,
        60,
        20,
        15,
        15,
        20,
        40,
        100,
        180,
        240,
        230,
        200,
        200,
        210,
        220,
        210,
        200,
        210,
        240,
        300,
        320,
        260,
        150,
    ]
    volume = np.repeat(np.array(hours, dtype=float) / 2, 2)
    volume[:2] = 620, 280
    return volume


DAY = forecast({"presale": promotion_day()})


def test_every_goal_is_met_in_every_interval() -> None:
    service = staff(DAY, {}).skills["presale"].service
    assert np.all(service.service_level >= 0.80)
    assert np.all(service.average_response_seconds <= 30.0)
    assert np.all(service.reply_rate >= 0.98)


def test_one_agent_fewer_misses_the_goal_that_is_named() -> None:
    requirement = staff(DAY, {}).skills["presale"]
    measured = {
        "service_level": "service_level",
        "average_response": "average_response_seconds",
        "reply_rate": "reply_rate",
    }
    tried = 0
    for interval in np.flatnonzero(requirement.base > 2)[::6]:
        present = requirement.base.copy()
        present[interval] -= 1
        column = measured[requirement.binding_goal[interval]]
        before = getattr(requirement.service, column)[interval]
        after = getattr(predict(DAY, {"presale": present}, {})["presale"], column)[interval]
        limits = {"service_level": after < 0.81, "average_response_seconds": after > 30, "reply_rate": after < 0.981}
        assert limits[column]
        assert before != after
        tried += 1
    assert tried >= 4


def test_predicting_the_required_agents_gives_the_service_promised() -> None:
    requirement = staff(DAY, {}).skills["presale"]
    service = predict(DAY, {"presale": requirement.base}, {})["presale"]
    for name in ("service_level", "average_response_seconds", "lost", "backlog", "utilisation"):
        assert getattr(service, name) == pytest.approx(getattr(requirement.service, name), rel=1e-3, abs=1e-3)


def test_the_requirement_is_the_base_over_one_minus_shrinkage_unrounded() -> None:
    requirement = staff(DAY, {"presale": Goals(shrinkage=0.3)}).skills["presale"]
    assert requirement.requirement == pytest.approx(requirement.base / 0.7)


def test_quiet_intervals_keep_the_minimum_present() -> None:
    requirement = staff(DAY, {"presale": Goals(minimum_present=4)}).skills["presale"]
    night = slice(6, 12)
    assert requirement.base[night].tolist() == [4.0] * 6
    assert set(requirement.binding_goal[night]) == {"minimum_present"}


def test_without_goals_and_minimum_nobody_is_required() -> None:
    requirement = staff(DAY, {"presale": Goals(minimum_present=0, goal=NO_GOAL)}).skills["presale"]
    assert not requirement.base.any()
    assert set(requirement.binding_goal) == {""}


def test_planning_for_a_higher_quantile_asks_for_more() -> None:
    hours = [
        staff(DAY, {"presale": Goals(plan_for=name)}).skills["presale"].base.sum() for name in ("p50", "p80", "p90")
    ]
    assert hours[0] < hours[1] < hours[2]


@pytest.mark.parametrize("factor", [1.1, 1.5, 3.0])
def test_more_volume_never_asks_for_less_over_the_day(factor: float) -> None:
    more = forecast({"presale": promotion_day() * factor})
    assert staff(more, {}).skills["presale"].base.sum() >= staff(DAY, {}).skills["presale"].base.sum()


def test_the_robot_saves_agents() -> None:
    deflected = staff(DAY, {"presale": Goals(robot_deflection=0.35)}).skills["presale"]
    fewer = staff(forecast({"presale": promotion_day() * 0.65}), {}).skills["presale"]
    assert deflected.base.tolist() == fewer.base.tolist()


def test_each_skill_takes_its_own_goals_and_one_without_takes_the_defaults() -> None:
    both = forecast({"presale": promotion_day(), "aftersale": promotion_day()})
    skills = staff(both, {"aftersale": Goals(seconds_per_reply=20, goal=QUEUE_ONLY)}).skills
    assert skills["presale"].base.tolist() == staff(DAY, {}).skills["presale"].base.tolist()
    assert skills["aftersale"].base.sum() > skills["presale"].base.sum()


def test_the_backlog_of_an_overload_is_carried_into_the_next_interval() -> None:
    flat = np.full(48, 100.0)
    burst = flat.copy()
    burst[20] = 900
    phases = ("",) * 20 + ("opening",) + ("",) * 27
    present = {"presale": np.full(48, 6.0)}
    calm = predict(forecast({"presale": flat}), present, {})["presale"]
    service = predict(forecast({"presale": burst}, phases=phases), present, {})["presale"]
    assert service.backlog[20] > 20
    assert service.service_level[21] < 0.9 < calm.service_level[21]
    assert service.lost[20] > 500
    assert service.service_level[24] == pytest.approx(calm.service_level[24], abs=1e-3)


def test_lost_customers_are_plausible_under_a_lasting_overload() -> None:
    steady = forecast({"presale": np.full(48, 900.0)})
    service = predict(steady, {"presale": np.full(48, 10.0)}, {})["presale"]
    answered = 10 * 8 / 489.27 * 1800
    assert service.lost[10] == pytest.approx(900 - answered, rel=0.001)
    assert service.reply_rate[10] == pytest.approx(answered / 900, rel=0.02)
    assert service.utilisation[10] == pytest.approx(0.98, abs=0.002)


def test_the_baseline_does_not_see_what_the_night_before_left() -> None:
    burst = np.full(48, 20.0)
    burst[10] = 900
    goals = {"presale": Goals(goal=QUEUE_ONLY)}
    day = forecast({"presale": burst}, phases=("",) * 10 + ("opening",) + ("",) * 37)
    assert staff_baseline(day, goals).skills["presale"].base[10] > staff(day, goals).skills["presale"].base[10]


def test_an_interval_without_inquiries_has_no_service_level() -> None:
    volume = promotion_day()
    volume[6:12] = 0
    service = predict(forecast({"presale": volume}), {"presale": np.full(48, 30.0)}, {})["presale"]
    assert np.all(np.isnan(service.service_level[7:12]))
    assert np.all(service.lost[7:12] == pytest.approx(0, abs=1e-6))


def test_nobody_present_answers_nobody() -> None:
    service = predict(DAY, {"presale": np.zeros(48)}, {})["presale"]
    assert not service.service_level.any()
    assert np.all(np.isnan(service.first_response_seconds))
    assert service.lost.sum() == pytest.approx(promotion_day().sum(), rel=0.02)
    assert not service.utilisation.any()


@pytest.mark.parametrize("minutes", [5, 15, 60])
def test_any_interval_length_is_staffed(minutes: int) -> None:
    even = forecast({"presale": np.full(1440 // minutes, 4.0 * minutes)}, minutes)
    base = staff(even, {}).skills["presale"].base
    assert set(base[10:]) == {5.0}


def test_agents_do_not_come_and_go_every_five_minutes() -> None:
    fine = forecast({"presale": np.repeat(promotion_day() / 6, 6)}, 5)
    base = staff(fine, {}).skills["presale"].base.reshape(-1, 3)
    assert np.all(base == base[:, :1])
    assert len(np.unique(base)) > 5


def test_shops_of_one_skill_must_be_pooled_first() -> None:
    volume = DAY.series[SeriesKey("", "presale")]
    two = Forecast(DAY.horizon, {SeriesKey("A", "presale"): volume, SeriesKey("B", "presale"): volume})
    with pytest.raises(InputError) as refused:
        staff(two, {})
    (finding,) = refused.value.findings
    assert (finding.code, finding.facts["shops"]) == ("ST08", ("A", "B"))


def test_one_pool_needs_less_than_two() -> None:
    single = staff(DAY, {}).skills["presale"].base
    double = staff(forecast({"presale": promotion_day() * 2}), {}).skills["presale"].base
    busy = single > 2
    assert double[busy].sum() < 2 * single[busy].sum()


@pytest.mark.parametrize(
    "present", [{}, {"presale": np.ones(47)}, {"presale": -np.ones(48)}, {"presale": np.full(48, np.nan)}]
)
def test_agents_present_must_be_given_for_every_interval(present: dict[str, Numbers]) -> None:
    with pytest.raises(InputError) as refused:
        predict(DAY, present, {})
    assert [finding.code for finding in refused.value.findings] == ["ST10"]


def test_all_findings_of_all_skills_are_raised_at_once() -> None:
    both = forecast({"presale": promotion_day(), "aftersale": -promotion_day()})
    with pytest.raises(InputError) as refused:
        staff(both, {"presale": Goals(shrinkage=1.0, plan_for="p99")})
    assert sorted(finding.code for finding in refused.value.findings) == ["ST03", "ST07", "ST09"]
