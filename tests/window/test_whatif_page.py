"""Scenarios by form and by sweep: what is typed and clicked is what is planned."""

import json
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from app.project.factors import FACTORS
from app.project.project import Scenario
from app.window.comparison.factor_fields import FIELDS, LevelBox, field_of
from app.window.comparison.page import ComparisonPage
from app.window.comparison.sweep_points import MEASURES, SweepPoint, compared, frontier, sweep_points
from app.window.comparison.table import base_of, nested
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.jobs.job import JobEnd
from app.window.jobs.progress import JobProgress
from scheduler.reoptimise import changes


class FakeJobs:
    """What the page asked to run, to be ended by the test."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, list[str], Any]] = []

    def start(self, kind: str, _title: str, arguments: list[str], then: Any, *_rest: Any) -> object:
        self.asked.append((kind, arguments, then))
        return object()


@pytest.fixture
def jobs(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> FakeJobs:
    fake = FakeJobs()
    monkeypatch.setattr(opened.jobs, "start", fake.start)
    return fake


@pytest.fixture
def page(opened: MainWindow, jobs: FakeJobs) -> ComparisonPage:
    opened.go("comparison")
    jobs.asked.clear()
    assert isinstance(opened.page, ComparisonPage)
    return opened.page


def scenario(window: MainWindow) -> Scenario:
    assert window.document.view is not None
    return window.document.view.scenario


def names(window: MainWindow) -> list[str]:
    assert window.document.view is not None
    return [scenario.name for scenario in window.document.view.project.scenarios]


def test_every_factor_has_a_field_and_typing_is_the_way_back_from_showing() -> None:
    assert {field.name for field in FIELDS} == set(FACTORS)
    for field in FIELDS:
        for typed in (field.low, field.high, *field.levels):
            assert field.typed(field.value(typed)) == pytest.approx(typed)
    assert field_of("volume").text(1.2) == "+20 %"
    assert field_of("deflection").text(-0.1).startswith("−10")
    assert field_of("safety").text(80) == "P80"
    assert field_of("agents:part_time").text(-3) == "−3"
    with pytest.raises(KeyError):
        field_of("weather")


def test_what_is_typed_into_the_form_becomes_the_scenario(opened: MainWindow, page: ComparisonPage) -> None:
    page._form.acts.add.click()
    form = page._form
    form._name.setText("少席位")
    form._base.setCurrentIndex(form._base.findData("咨询量 +20%"))
    form._boxes["volume"].setValue(30)
    form._boxes["agents:full_time"].setValue(-1)
    form._boxes["deflection"].setValue(10)
    form._boxes["seats"].setValue(5)
    form.acts.apply.click()
    made = Scenario("少席位", 1.3, {"full_time": -1}, {"deflection": 0.1, "seats": 5.0}, "咨询量 +20%")
    assert scenario(opened) == made
    assert not form.acts.apply.isEnabled()
    assert page._table.numbers.rows[2].cells[0] == "└ 少席位"


def test_what_the_form_has_no_field_for_stays(opened: MainWindow, page: ComparisonPage) -> None:
    page.branching.add(Scenario(changes={"wage:part_time": 1.5}))
    page._form._boxes["shrinkage"].setValue(0)
    page._form.acts.apply.click()
    assert scenario(opened).changes == {"wage:part_time": 1.5, "shrinkage": 0.0}


def test_a_duplicate_is_a_scenario_of_its_own(opened: MainWindow, page: ComparisonPage) -> None:
    opened.document.choose_scenario("咨询量 +20%")
    page._form.acts.copy.click()
    assert names(opened) == ["基准", "咨询量 +20%", "咨询量 +20% 2"]
    assert scenario(opened).volume_factor == 1.2


def test_an_adopted_scenario_is_the_project_and_can_be_taken_back(opened: MainWindow, page: ComparisonPage) -> None:
    page.branching.add(Scenario(changes={"seats": 7.0}))
    page._form.acts.adopt.click()
    assert opened.document.view is not None
    assert opened.document.view.project.seat_limit == 7
    assert names(opened) == ["基准", "咨询量 +20%"]
    assert opened.message.mood is Mood.GOOD
    opened.document.undo()
    assert opened.document.view.project.seat_limit == 20
    assert len(names(opened)) == 3


def test_the_base_scenario_can_be_neither_removed_nor_adopted(page: ComparisonPage) -> None:
    assert not page._form.acts.remove.isEnabled()
    assert not page._form.acts.adopt.isEnabled()
    assert page._form.acts.copy.isEnabled()


def test_the_level_box_takes_its_levels_only(qtbot: QtBot) -> None:
    box = LevelBox((50, 80, 90))
    qtbot.addWidget(box)
    seen = []
    for steps in (1, 1, 5, -1, -9):
        box.stepBy(steps)
        seen.append(box.value())
    assert seen == [50, 80, 90, 80, 0]


def test_scenarios_stand_under_what_they_are_based_on() -> None:
    every = (
        Scenario(),
        Scenario("丙", base="乙"),
        Scenario("甲"),
        Scenario("乙", base="甲"),
        Scenario("孤", base="无"),
    )
    assert [name for name, _shown in nested(every)] == ["基准", "甲", "乙", "丙", "孤"]
    assert dict(nested(every))["丙"].strip() == "└ 丙"
    assert base_of(every, "丙") == "乙"
    assert base_of(every, "孤") == "基准"
    circle = (Scenario("甲", base="乙"), Scenario("乙", base="甲"))
    assert {name for name, _shown in nested(circle)} == {"甲", "乙"}


def row(volume: float, labour: float, level: float | None, short: float = 0.0) -> dict[str, Any]:
    return {
        "volume": volume,
        "scenario": f"{volume}",
        "agent_hours": labour / 20,
        "cost": labour + short,
        "labour_cost": labour,
        "shortage_hours": short,
        "worst_shortage": 1.0,
        "worst_start": None,
        "service_level": level,
        "lost": 3.0,
        "gap": 0.01,
    }


ROWS = json.dumps({"rows": [row(0.8, 100, 0.9, 1), row(1.0, 120, 0.8, 9), row(1.2, 150, 0.95, 0), row(1.4, 150, None)]})


def ended(status: int = 0, output: str = ROWS, stopped: bool = False) -> JobEnd:
    return JobEnd(status, output, "", stopped, None)


def test_no_other_point_is_as_cheap_and_as_good_as_one_of_the_frontier() -> None:
    points = sweep_points(ROWS, ["volume"])
    assert frontier(points, MEASURES["level"]) == {0, 2}
    assert frontier(points, MEASURES["short"]) == {0, 2, 3}
    assert sweep_points("Traceback", ["volume"]) == []


def test_equal_points_are_both_on_the_frontier() -> None:
    point = SweepPoint({"volume": 1.0}, 1.0, 1.0, 1.0, 0.0, 0.0, 0.9, 0.0, 0.01)
    assert frontier([point, point], MEASURES["level"]) == {0, 1}


def start(page: ComparisonPage, jobs: FakeJobs) -> tuple[str, list[str], Any]:
    page.sweep.controls.first.factor.setCurrentIndex(page.sweep.controls.first.factor.findData("volume"))
    page.sweep.controls.button.click()
    return jobs.asked[-1]


def test_the_button_starts_the_command_with_what_is_chosen(page: ComparisonPage, jobs: FakeJobs) -> None:
    controls = page.sweep.controls
    controls.second.factor.setCurrentIndex(controls.second.factor.findData("agents:full_time"))
    controls.second.first.setValue(-2)
    controls.second.last.setValue(0)
    controls.second.step.setValue(1)
    controls.seconds.setValue(7)
    assert controls.count == 15
    kind, arguments, _then = start(page, jobs)
    assert kind == "sweep"
    assert [arguments[n + 1] for n, word in enumerate(arguments) if word == "--vary"] == [
        "volume=0.8,0.9,1,1.1,1.2",
        "agents:full_time=-2,-1,0",
    ]
    assert arguments[arguments.index("--seconds") + 1] == "7"
    assert "--progress" in arguments
    assert not controls.first.isEnabled()


def test_the_same_factor_twice_or_a_range_without_points_cannot_start(page: ComparisonPage) -> None:
    controls = page.sweep.controls
    controls.second.factor.setCurrentIndex(controls.second.factor.findData("volume"))
    assert not controls.button.isEnabled()
    controls.second.factor.setCurrentIndex(0)
    assert controls.button.isEnabled()
    controls.first.last.setValue(-90)
    assert not controls.button.isEnabled()


def test_levels_are_varied_over_their_levels_only(page: ComparisonPage) -> None:
    controls = page.sweep.controls
    controls.first.factor.setCurrentIndex(controls.first.factor.findData("safety"))
    assert controls.first.argument == "safety=50,80,90"


def test_a_finished_sweep_is_a_table_and_a_chart_to_click_on(page: ComparisonPage, jobs: FakeJobs) -> None:
    start(page, jobs)[2](ended())
    sweep = page.sweep
    assert [cells.cells[0] for cells in sweep.table.numbers.rows] == ["−20 %", "±0 %", "+20 %", "+40 %"]
    assert [cells.cells[-1] for cells in sweep.table.numbers.rows] == ["●", "", "●", "●"]
    shown = len(sweep.chart.dots._dots)
    assert shown == 3  # one has no service level
    sweep.chart.measure.setCurrentIndex(1)
    assert len(sweep.chart.dots._dots) == 4
    sweep.chart.dots.clicked.emit(2)
    assert sweep.table.currentIndex().row() == 2
    assert sweep.controls.branch.isEnabled()


def test_the_point_under_the_pointer_is_the_one_clicked(page: ComparisonPage, jobs: FakeJobs, qtbot: QtBot) -> None:
    start(page, jobs)[2](ended())
    dots = page.sweep.chart.dots
    box = dots.getPlotItem().getViewBox()
    assert dots.dot_at(box.mapViewToScene(QPointF(120, 80))) == 1
    assert dots.dot_at(box.mapViewToScene(QPointF(135, 83))) is None

    class Click:
        def button(self) -> Qt.MouseButton:
            return Qt.MouseButton.LeftButton

        def scenePos(self) -> QPointF:  # noqa: N802  # as the plot's own event calls it
            return QPointF(box.mapViewToScene(QPointF(150, 95)))

    with qtbot.waitSignal(page.sweep.chart.chosen) as chosen:
        dots._pick(Click())
    assert chosen.args == [2]
    with qtbot.waitSignal(dots.pointed) as told:
        dots._point(box.mapViewToScene(QPointF(100, 90)))
    assert "90.0%" in told.args[0]


def test_a_stopped_sweep_shows_the_points_that_were_finished(
    opened: MainWindow, page: ComparisonPage, jobs: FakeJobs
) -> None:
    start(page, jobs)
    page.sweep._progressed(type("Told", (), {"kind": "sweep"})(), JobProgress("sweep", 0.4))  # stands in for a job
    assert "2" in page.sweep.controls.state.text()
    jobs.asked[-1][2](ended(-1, "", stopped=True))
    kind, arguments, then = jobs.asked[-1]
    assert (kind, arguments[-1]) == ("sweep-kept", "--kept")
    then(ended())
    assert len(page.sweep.points) == 4
    assert opened.message.mood is Mood.GOOD
    assert page.sweep.controls.first.isEnabled()


def test_a_sweep_that_fails_says_so(opened: MainWindow, page: ComparisonPage, jobs: FakeJobs) -> None:
    start(page, jobs)[2](ended(2, ""))
    assert opened.message.mood is Mood.ERROR
    assert page.sweep.points == []


def test_a_point_becomes_a_scenario_on_top_of_the_one_swept(
    opened: MainWindow, page: ComparisonPage, jobs: FakeJobs
) -> None:
    opened.document.choose_scenario("咨询量 +20%")
    start(page, jobs)[2](ended())
    page.sweep.choose(0)
    page.sweep.controls.branch.click()
    assert (scenario(opened).volume_factor, scenario(opened).base) == (0.8, "咨询量 +20%")
    assert page.sweep.points == []  # they were another scenario's


def test_the_table_shows_hours_by_contract_and_the_changes_cell_by_cell(
    opened: MainWindow, page: ComparisonPage
) -> None:
    opened.document.choose_scenario("咨询量 +20%")
    columns = [column.name for column in page._table.numbers.columns]
    assert "其中全职" in columns
    assert {"加班（小时）", "公平性", "违规", "缺口损失（元）"} <= set(columns)
    assert all(len(row.cells) == len(columns) for row in page._table.numbers.rows)
    base, other = page._rows["基准"], page._rows["咨询量 +20%"]
    assert base is not None
    assert other is not None
    found = changes(base.version.solution.roster, other.version.solution.roster)
    assert len(page._changes.table.numbers.rows) == len(found)
    assert sum(base.shortage_by_hour) == pytest.approx(base.shortage_hours)


def test_what_the_risk_command_tells_is_shown(page: ComparisonPage) -> None:
    measures, failures = ("service_level", "shortage_hours"), ("robot_down", "hour_early")
    numbers: dict[str, float | None] = {
        f"sample_{name}_p{part}": 0.5 for name in (*measures, "surplus_hours") for part in (10, 50, 90)
    }
    numbers |= {f"five_ill_{name}": 0.25 for name in measures}
    none: dict[str, float | None] = {f"{failure}_{name}": None for failure in failures for name in measures}
    day = {"day": "2026-11-11", "kept": 0.2, "kept_with": 0.95}
    one = {"agent": "1", "name": "客服01", "day": "2026-11-11", "shift": "晚", "skill": "presale", "yuan": 80.0}
    reserve = {"service_level": 0.8, "wanted": 0.9, "enough": True, "yuan": 80.0, "bound": 79.0, "days": [day]}
    page.risk.show_told({"numbers": numbers | none, "reserve": reserve | {"standbys": [one]}})
    assert [row.cells[0] for row in page.risk.outcomes.numbers.rows][-1] == "五人请病假"
    assert page.risk.reserve.numbers.rows[0].cells == ("客服01", "2026-11-11", "晚", "售前", "80")
    assert "备班 1 人次" in page.risk.note.text()
    page.risk.show_told({"numbers": numbers | none, "reserve": reserve | {"standbys": [], "enough": False}})
    assert "不够" in page.risk.note.text()


def test_points_without_a_proven_gap_are_on_no_frontier() -> None:
    row = {"cost": 1.0, "labour_cost": 1.0, "agent_hours": 1.0, "shortage_hours": 0.0, "worst_shortage": 0.0}
    row |= {"service_level": 0.9, "lost": 0.0, "volume": 1.0}
    output = json.dumps({"rows": [row | {"gap": None}, row | {"gap": 0.1}], "pairs_compared": 3, "contradictions": [1]})
    points = sweep_points(output, ["volume"])
    assert frontier(points, MEASURES["level"]) == {1}
    assert "未知" in points[0].said()
    assert compared(output) == (3, 1)
    assert compared("Traceback") == (0, 0)
