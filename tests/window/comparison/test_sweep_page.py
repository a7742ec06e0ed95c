"""Sweeps: what is chosen is asked for, and what comes back is a table and a chart."""

import json
from typing import Any

from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from app.window.comparison.page import ComparisonPage
from app.window.comparison.sweep_points import MEASURES, SweepPoint, compared, frontier, sweep_points
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.jobs.job import JobEnd
from app.window.jobs.progress import JobProgress
from tests.window.comparison.fake_jobs import FakeJobs
from tests.window.shown import view_of


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
    shown = view_of(opened.document).scenario
    assert (shown.volume_factor, shown.base) == (0.8, "咨询量 +20%")
    assert page.sweep.points == []  # they were another scenario's


def test_points_without_a_proven_gap_are_on_no_frontier() -> None:
    row = {"cost": 1.0, "labour_cost": 1.0, "agent_hours": 1.0, "shortage_hours": 0.0, "worst_shortage": 0.0}
    row |= {"service_level": 0.9, "lost": 0.0, "volume": 1.0}
    output = json.dumps({"rows": [row | {"gap": None}, row | {"gap": 0.1}], "pairs_compared": 3, "contradictions": [1]})
    points = sweep_points(output, ["volume"])
    assert frontier(points, MEASURES["level"]) == {1}
    assert "未知" in points[0].said()
    assert compared(output) == (3, 1)
    assert compared("Traceback") == (0, 0)
