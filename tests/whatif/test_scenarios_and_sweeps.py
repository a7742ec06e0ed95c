"""Scenarios on top of each other, factors, and sweeps that never plan a point twice."""

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from app import sweep as sweep_module
from app.comparison import ScenarioRow
from app.engines import executors
from app.project.effective import effective, team_of
from app.project.factors import FACTORS, factor, is_factor
from app.project.project import Project, Scenario
from app.sweep import Point, SweepRow, kept_document, points, ranges_of, sweep
from forecasts.findings import InputError
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.promotion import Phase, Promotion
from scheduler.shift import Shift
from scheduler.solution import SearchLimits
from scheduler.staffing.goals import Goals
from scheduler.team import TeamAgent

LIMITS = SearchLimits(seconds=1.0)
OPENING = datetime(2026, 11, 11)


@pytest.fixture
def project() -> Project:
    starts = np.datetime64("2026-10-12", "m") + np.arange(28 * 24) * np.timedelta64(60, "m")
    counts = Counts(starts, 20 + 10 * np.sin(np.arange(len(starts)) / 24 * 2 * np.pi))
    team = tuple(
        TeamAgent(
            f"{n}",
            f"客服{n:02}",
            contract="part_time" if n > 4 else "full_time",
            hourly_cost=20.0,
            skills=frozenset({"presale"}),
        )
        for n in range(1, 8)
    )
    return Project(
        "双11",
        Horizon(date(2026, 11, 9), 3, 60),
        history=History(60, {SeriesKey("", "presale"): counts}),
        promotions=(Promotion("双11", (Phase("opening", OPENING, OPENING + timedelta(hours=2), uplift=3.0),)),),
        team=team,
        shifts={"早": Shift("早", 540, 480, 480)},
        goals={"presale": Goals(robot_deflection=0.3)},
        scenarios=(
            Scenario(),
            Scenario("多三成", volume_factor=1.3),
            Scenario("多三成少兼职", agent_changes={"part_time": -2}, base="多三成"),
            Scenario("再加机器人", changes={"deflection": 0.1, "seats": 5}, base="多三成少兼职"),
        ),
    )


def test_a_scenario_has_the_changes_of_all_it_is_based_on(project: Project) -> None:
    seen, merged = effective(project, project.scenario("再加机器人"))
    assert merged.volume_factor == 1.3
    assert merged.agent_changes == {"part_time": -2}
    assert seen.goals["presale"].robot_deflection == pytest.approx(0.4)
    assert seen.seat_limit == 5
    assert len(team_of(project, project.scenario("再加机器人"))) == 5


def test_applying_a_scenario_twice_is_applying_it_once(project: Project) -> None:
    once = effective(project, project.scenario("再加机器人"))
    assert effective(*once) == once


def test_a_base_that_is_gone_or_leads_in_a_circle_does_no_harm(project: Project) -> None:
    lost = Scenario("孤", volume_factor=2.0, base="没有这个")
    assert effective(project, lost)[1].volume_factor == 2.0
    circle = (Scenario("甲", volume_factor=2.0, base="乙"), Scenario("乙", volume_factor=3.0, base="甲"))
    assert effective(replace(project, scenarios=circle), circle[0])[1].volume_factor == 6.0


def test_the_opening_moves_with_its_phase(project: Project) -> None:
    moved, _scenario = effective(project, Scenario("八点", changes={"opening": -4.0}))
    assert moved.promotions[0].phases[0].start == OPENING - timedelta(hours=4)


def test_wages_of_one_contract_leave_the_others_alone(project: Project) -> None:
    dearer, _scenario = effective(project, Scenario("贵", changes={"wage:part_time": 1.5}))
    assert {(a.contract, a.hourly_cost) for a in dearer.team} == {("full_time", 20.0), ("part_time", 30.0)}


def test_every_factor_is_known_by_its_name_and_nothing_else_is() -> None:
    assert all(is_factor(name) for name in (*FACTORS, "agents:part_time", "wage:full_time"))
    assert not is_factor("weather")
    with pytest.raises(KeyError):
        factor("weather")


def test_ranges_are_first_last_and_step_or_a_list() -> None:
    assert ranges_of(["volume=0.8:1.2:0.2", "seats=60,80"]) == {"volume": (0.8, 1.0, 1.2), "seats": (60.0, 80.0)}
    for wrong in ("volume", "=1", "volume=1:0:1", "volume=a"):
        with pytest.raises(ValueError, match=r"volume|=1|1:0:1|could not convert"):
            ranges_of([wrong])


def row(scenario: str, cost: float) -> ScenarioRow:
    return ScenarioRow(scenario, 10.0, cost, cost, 0.0, 0.0, OPENING, 0.9, 1.0, 0.01)


@pytest.fixture
def planned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Points planned, in order; a point with five seats has no roster."""
    seen: list[str] = []

    def plan(point: Point) -> SweepRow:
        seen.append(point.scenario.name)
        if point.values.get("seats") == 5:
            raise LookupError(point.scenario.name)
        return SweepRow(point.values, row(point.scenario.name, 100 * point.values["volume"]))

    monkeypatch.setattr(sweep_module, "planned", plan)
    return seen


def wanted(project: Project, **ranges: tuple[float, ...]) -> list[Point]:
    return points(project, project.scenarios[0], ranges, LIMITS)


@contextmanager
def threads() -> Iterator[Executor]:
    with ThreadPoolExecutor(2) as pool:
        yield pool


def test_every_combination_is_a_point_with_its_own_forecast(project: Project) -> None:
    found = wanted(project, volume=(1.0, 2.0), seats=(3.0, 4.0))
    assert [dict(point.values) for point in found] == [
        {"volume": v, "seats": s} for v in (1.0, 2.0) for s in (3.0, 4.0)
    ]  # fmt: skip
    first, double = (sum(float(v.p50.sum()) for _k, v in found[n].expected) for n in (0, 2))
    assert double == pytest.approx(2 * first)
    assert not any(len(counts) for _key, counts in found[0].project.history)
    assert len({point.key for point in found}) == 4


def test_finished_points_are_kept_and_not_planned_again(project: Project, planned: list[str]) -> None:
    kept: dict[str, dict[str, Any]] = {}
    some, all_points = wanted(project, volume=(1.0, 1.1)), wanted(project, volume=(1.0, 1.1, 1.2))
    sweep(some, kept, threads, lambda key, found: kept.update({key: kept_document(found)}))
    assert len(planned) == 2
    rows = sweep(all_points, kept, threads, lambda key, found: kept.update({key: kept_document(found)}))
    assert len(planned) == 3
    assert [found.row.cost for found in rows if found] == pytest.approx([100, 110, 120])


def test_a_point_without_a_roster_leaves_an_empty_place(project: Project, planned: list[str]) -> None:
    rows = sweep(wanted(project, volume=(1.0,), seats=(5.0, 6.0)), {}, threads, lambda _key, _row: None)
    assert rows[0] is None
    assert rows[1] is not None


def test_points_of_a_killed_process_are_planned_again(project: Project, planned: list[str]) -> None:
    class Breaks(ThreadPoolExecutor):
        def submit(self, *arguments: Any, **options: Any) -> Future[Any]:  # type: ignore[override]
            if len(planned) >= 1:
                future: Future[Any] = Future()
                future.set_exception(BrokenExecutor("killed"))
                return future
            future = super().submit(*arguments, **options)
            future.result()
            return future

    tries: list[int] = []

    @contextmanager
    def first_breaks() -> Iterator[Executor]:
        tries.append(1)
        with Breaks(1) if len(tries) == 1 else ThreadPoolExecutor(2) as pool:
            yield pool

    rows = sweep(wanted(project, volume=(1.0, 1.1, 1.2)), {}, first_breaks, lambda _key, _row: None)
    assert [found.row.cost for found in rows if found] == pytest.approx([100, 110, 120])
    assert len(tries) == 2
    assert len(planned) == 3


def test_processes_killed_time_and_again_end_the_sweep(project: Project) -> None:
    @contextmanager
    def breaks() -> Iterator[Executor]:
        raise BrokenExecutor("killed")
        yield

    with pytest.raises(RuntimeError, match="killed"):
        sweep(wanted(project, volume=(1.0,)), {}, breaks, lambda _key, _row: None)


def test_an_engine_that_is_none_is_refused() -> None:
    with pytest.raises(InputError):
        executors("spark://here")


@pytest.mark.slow
def test_processes_of_this_machine_plan_a_real_point(project: Project) -> None:
    limits = SearchLimits(seconds=60.0, gap=0.9)  # the first roster will do
    point = points(project, project.scenarios[0], {"volume": (1.0,)}, limits)
    rows = sweep(point, {}, executors("local", 1), lambda _key, _row: None)
    assert rows[0] is not None
    assert rows[0].row.agent_hours > 0
    assert rows[0].row.service_level is not None
