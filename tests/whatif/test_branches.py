"""Scenarios renamed, copied, removed and adopted."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.project.branches import adopted, branch_at, may_be_based_on, on_top, with_copy, with_scenario, without
from app.project.effective import effective, team_of
from app.project.project import Project, Scenario
from forecasts.horizon import Horizon
from forecasts.promotion import Phase, Promotion
from scheduler.staffing.goals import Goals
from scheduler.team import TeamAgent

OPENING = datetime(2026, 11, 11)
MORE, FEWER, ROBOT = (
    Scenario("多三成", volume_factor=1.3),
    Scenario("少兼职", agent_changes={"part_time": -1}, base="多三成"),
    Scenario("加机器人", changes={"deflection": 0.1, "wage": 1.5, "seats": 5}, base="少兼职"),
)
PROJECT = Project(
    "双11",
    Horizon(date(2026, 11, 9), 3, 60),
    promotions=(Promotion("双11", (Phase("opening", OPENING, OPENING + timedelta(hours=2), uplift=3.0),)),),
    team=tuple(TeamAgent(f"{n}", f"客服{n:02}", contract="part_time", hourly_cost=20.0) for n in range(1, 5)),
    goals={"presale": Goals(robot_deflection=0.3)},
    scenarios=(Scenario(), MORE, FEWER, ROBOT),
)


def planned(project: Project, name: str) -> tuple[object, ...]:
    """What a scenario plans with."""
    seen, merged = effective(project, project.scenario(name))
    team = {(agent.id, round(agent.hourly_cost, 9)) for agent in team_of(seen, merged)}
    return merged.volume_factor, team, seen.goals, seen.seat_limit, seen.promotions


def test_a_renamed_scenario_keeps_what_is_based_on_it() -> None:
    renamed = with_scenario(PROJECT, "多三成", replace(MORE, name="多"))
    assert [scenario.name for scenario in renamed.scenarios] == ["基准", "多", "少兼职", "加机器人"]
    assert planned(renamed, "加机器人") == planned(PROJECT, "加机器人")


def test_a_copy_stands_after_its_original_and_plans_the_same() -> None:
    copied = with_copy(PROJECT, "少兼职", "少兼职 2")
    assert [scenario.name for scenario in copied.scenarios][2:4] == ["少兼职", "少兼职 2"]
    assert planned(copied, "少兼职 2") == planned(PROJECT, "少兼职")


@pytest.mark.parametrize("name", ["多三成", "少兼职"])
def test_removing_a_scenario_changes_no_other(name: str) -> None:
    left = without(PROJECT, name)
    for scenario in left.scenarios:
        assert planned(left, scenario.name) == planned(PROJECT, scenario.name)


CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "deflection": st.sampled_from([-0.1, 0.1]),
        "handling": st.sampled_from([0.5, 2.0]),
        "wage": st.sampled_from([0.5, 2.0]),
        "wage:part_time": st.sampled_from([0.5, 4.0]),
        "seats": st.sampled_from([3.0, 9.0]),
        "concurrency": st.sampled_from([2.0, 4.0]),
        "night": st.sampled_from([1.5, 2.0]),
        "opening": st.sampled_from([-2.0, 3.0]),
        "volume": st.sampled_from([0.5, 2.0]),
    },
)


@given(CHANGES, CHANGES)
def test_two_scenarios_as_one_plan_what_they_plan_on_top_of_each_other(
    below: dict[str, float], above: dict[str, float]
) -> None:
    first, second = Scenario("下", 2.0, {"part_time": -1}, below), Scenario("上", 1.5, {"part_time": 2}, above, "下")
    one = replace(PROJECT, scenarios=(Scenario(), first, second))
    other = replace(PROJECT, scenarios=(Scenario(), on_top(first, second)))
    assert planned(one, "上")[0] == pytest.approx(planned(other, "上")[0])
    mine, theirs = planned(one, "上"), planned(other, "上")
    assert mine[1] == theirs[1]
    assert mine[3:] == theirs[3:]


def test_adopting_makes_the_project_plan_what_the_scenario_planned() -> None:
    before = planned(PROJECT, "少兼职")
    project = adopted(PROJECT, "少兼职")
    assert [(scenario.name, scenario.base) for scenario in project.scenarios] == [("基准", ""), ("加机器人", "")]
    assert planned(project, "基准")[1:] == before[1:]
    assert project.outlook.overrides[-1].factor == 1.3
    assert project.outlook.overrides[-1].end == project.horizon.end
    assert planned(project, "加机器人")[1:] == planned(PROJECT, "加机器人")[1:]


def test_adopting_without_another_volume_decides_nothing_about_the_forecast() -> None:
    project = replace(PROJECT, scenarios=(Scenario(), Scenario("席", changes={"seats": 5})))
    assert adopted(project, "席").outlook.overrides == ()
    assert adopted(project, "席").seat_limit == 5


def test_a_scenario_cannot_be_based_on_itself_or_on_what_is_based_on_it() -> None:
    assert may_be_based_on(PROJECT, "多三成") == ("基准",)
    assert may_be_based_on(PROJECT, "加机器人") == ("基准", "多三成", "少兼职")


def test_a_point_becomes_a_scenario_with_its_factors() -> None:
    made = branch_at({"volume": 1.2, "agents:part_time": -3.0, "seats": 60.0}, "多三成")
    assert made == Scenario("", 1.2, {"part_time": -3}, {"seats": 60.0}, "多三成")
    assert branch_at({}, "基准").base == ""
