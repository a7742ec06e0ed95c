"""Scenarios on top of each other, factors, and sweeps that never plan a point twice."""

import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import sweep as sweep_module
from app.engines import executors
from app.pipeline import requirement_of
from app.points import Place, Point, SweepRow, planned, point_of, points
from app.project.branches import branch_at
from app.project.effective import effective, team_of
from app.project.factors import FACTORS, factor, is_factor
from app.project.project import Project, Scenario
from app.project.rostering import problem_of, problem_with
from app.sweep import Sweep, kept_documents, kept_row, neighbour, ranges_of
from forecasts.findings import InputError
from scheduler.objective import cost
from scheduler.problem_document import write_problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Shift
from scheduler.solution import SearchLimits

LIMITS = SearchLimits(seconds=1.0)
OPENING = datetime(2026, 11, 11)


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


def test_dear_nights_cost_their_premium_each_and_only_those_who_work_them(project: Project) -> None:
    night = Shift("夜", 1320, 480, 480, tags=frozenset({"night"}))
    team = (replace(project.team[0], shifts=frozenset({"早"})), *project.team[1:])
    shop = replace(project, shifts={**project.shifts, "夜": night}, team=team)
    required = {"presale": np.full(72, 1.0)}
    plain = problem_with(shop, Scenario(), required, {})
    dear = problem_with(shop, Scenario("双倍", changes={"night": 2.0}), required, {})
    roster = Roster.of([Assignment("2", 0, "夜"), Assignment("3", 0, "早")])
    assert cost(dear, roster).total - cost(plain, roster).total == pytest.approx(8 * 20.0)
    assert not dear.agents["1"].requests
    thrice, _scenario = effective(
        *effective(shop, Scenario(changes={"night": 2.0}))[:1], Scenario(changes={"night": 1.5})
    )
    assert thrice.rulebook.value("night_pay_multiplier") == 3.0


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


Kept = dict[str, tuple[Any, Any]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, sweep_row: Callable[..., SweepRow]) -> list[tuple[Place, bool]]:
    """Points planned, in order, and whether each began with a roster; a point with five seats has none."""
    seen: list[tuple[Place, bool]] = []

    def plan(point: Point, limits: SearchLimits, start: Roster | None = None) -> SweepRow:
        seen.append((point.place, start is not None))
        if point.values.get("seats") == 5:
            raise LookupError(point.scenario.name)
        return sweep_row(point, 100 * point.values["volume"], limits)

    monkeypatch.setattr(sweep_module, "planned", plan)
    monkeypatch.setattr(sweep_module, "exchanged", lambda _points, _rows: {})
    return seen


def wanted(project: Project, **ranges: tuple[float, ...]) -> list[Point]:
    return points(project, project.scenarios[0], ranges)


@contextmanager
def one_thread() -> Iterator[Executor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool


def swept(found: Sequence[Point], kept: Kept, executors: Any = one_thread, limits: SearchLimits = LIMITS) -> list[Any]:
    def keep(key: str, row: Any, plan: Any) -> None:
        kept[key] = json.loads(json.dumps((row, plan)))

    return Sweep(found, limits, kept, keep).run(executors)


def test_every_combination_is_a_point_with_its_own_forecast(project: Project) -> None:
    found = wanted(project, volume=(1.0, 2.0), seats=(3.0, 4.0))
    assert [dict(point.values) for point in found] == [
        {"volume": v, "seats": s} for v in (1.0, 2.0) for s in (3.0, 4.0)
    ]  # fmt: skip
    assert [point.place for point in found] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    first, double = (sum(float(v.p50.sum()) for _k, v in found[n].expected) for n in (0, 2))
    assert double == pytest.approx(2 * first)
    assert not any(len(counts) for _key, counts in found[0].project.history)
    assert len({point.key for point in found}) == 4


def test_a_point_and_the_scenario_made_of_it_are_of_one_content(project: Project) -> None:
    found = points(project, project.scenarios[1], {"agents:part_time": (-2.0,), "seats": (5.0,)})
    made = replace(branch_at(found[0].values, "多三成"), name="点")
    assert point_of(replace(project, scenarios=(*project.scenarios, made)), made).key == found[0].key


def test_a_point_is_planned_for_the_requirement_of_its_scenario(project: Project) -> None:
    point = wanted(project, volume=(1.2,))[0]
    row = planned(point, SearchLimits(seconds=60.0, gap=0.9, workers=1))
    whole = problem_of(point.project, point.scenario, requirement_of(point.project, point.scenario, point.expected))
    assert write_problem(row.plan.problem(point)) == write_problem(whole)


def test_finished_points_are_kept_and_not_planned_again(project: Project, asked: list[tuple[Place, bool]]) -> None:
    kept: Kept = {}
    swept(wanted(project, volume=(1.0, 1.1)), kept)
    assert len(asked) == 2
    rows = swept(wanted(project, volume=(1.0, 1.1, 1.2)), kept)
    assert len(asked) == 3
    assert [found.row.cost for found in rows if found] == pytest.approx([100, 110, 120])


def test_a_kept_point_is_planned_again_for_more_time_or_another_seed_but_not_for_less(
    project: Project, asked: list[tuple[Place, bool]]
) -> None:
    kept: Kept = {}
    point = wanted(project, volume=(1.0,))
    swept(point, kept, limits=SearchLimits(seconds=5.0, gap=0.0001))
    swept(point, kept, limits=SearchLimits(seconds=2.0, gap=0.0001))
    swept(point, kept, limits=SearchLimits(seconds=9.0, gap=0.5))
    assert len(asked) == 1
    swept(point, kept, limits=SearchLimits(seconds=9.0, gap=0.0001))
    swept(point, kept, limits=SearchLimits(seconds=9.0, gap=0.0001, seed=1))
    assert [started for _place, started in asked] == [False, True, True]


def test_points_begin_with_the_roster_of_a_neighbour(project: Project, asked: list[tuple[Place, bool]]) -> None:
    swept(wanted(project, volume=(1.0, 1.1), wage=(1.0, 2.0)), {})
    assert sorted(asked) == [((0, 0), False), ((0, 1), True), ((1, 0), True), ((1, 1), True)]
    assert asked[0] == ((0, 0), False)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=3).map(tuple))
def test_every_chain_of_neighbours_is_short_and_ends_at_the_first_point(place: Place) -> None:
    steps, at = 0, place
    while (before := neighbour(at)) is not None:
        assert sum(x != y for x, y in zip(at, before, strict=True)) == 1
        steps, at = steps + 1, before
    assert not any(at)
    assert steps == sum(number.bit_count() for number in place)


def test_a_kept_plan_is_read_as_it_was_written(project: Project, sweep_row: Callable[..., SweepRow]) -> None:
    point = wanted(project, volume=(1.0,))[0]
    row = sweep_row(point, 100.0, LIMITS)
    again = kept_row(point, json.loads(json.dumps(kept_documents(point, row))))
    assert again is not None
    assert again.row == row.row
    assert again.plan.solution == row.plan.solution
    assert write_problem(again.plan.problem(point)) == write_problem(row.plan.problem(point))


def test_a_point_without_a_roster_leaves_an_empty_place(project: Project, asked: list[tuple[Place, bool]]) -> None:
    rows = swept(wanted(project, volume=(1.0,), seats=(5.0, 6.0)), {})
    assert rows[0] is None
    assert rows[1] is not None


def test_points_of_a_killed_process_are_planned_again(project: Project, asked: list[tuple[Place, bool]]) -> None:
    class Breaks(ThreadPoolExecutor):
        def submit(self, *arguments: Any, **options: Any) -> Future[Any]:
            if len(asked) >= 1:
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

    rows = swept(wanted(project, volume=(1.0, 1.1, 1.2)), {}, first_breaks)
    assert [found.row.cost for found in rows if found] == pytest.approx([100, 110, 120])
    assert len(tries) == 2
    assert len(asked) == 3


def test_processes_killed_time_and_again_end_the_sweep(project: Project) -> None:
    def breaks() -> AbstractContextManager[Executor]:
        raise BrokenExecutor("killed")

    with pytest.raises(RuntimeError, match="killed"):
        swept(wanted(project, volume=(1.0,)), {}, breaks)


def test_an_engine_that_is_none_is_refused() -> None:
    with pytest.raises(InputError):
        executors("spark://here")


@pytest.mark.slow
def test_processes_of_this_machine_plan_a_real_point(project: Project) -> None:
    limits = SearchLimits(seconds=60.0, gap=0.9, workers=1)  # the first roster will do
    rows = swept(wanted(project, volume=(1.0,)), {}, executors("local", 1), limits)
    assert rows[0] is not None
    assert rows[0].row.agent_hours > 0
    assert rows[0].row.service_level is not None
