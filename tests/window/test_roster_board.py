import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from app.window.jobs.jobs import Jobs
from app.window.roster.board import RosterBoard
from app.window.roster.curves import on_duty
from app.window.roster.plan import RosterPlan
from app.window.roster.rows import GroupBy
from scheduler.violation import Severity, Violation
from tests.there import there
from tests.window.roster_sample import sample_plan
from tests.window.shown import scene_of

Key, Button = Qt.Key, Qt.MouseButton
EVENING = 7 * 48 + 41


@pytest.fixture(scope="module")
def plan() -> RosterPlan:
    return sample_plan(40, 14)


@pytest.fixture
def board(qtbot: QtBot, plan: RosterPlan) -> RosterBoard:
    made = RosterBoard(Jobs())
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    made.show_plan(plan)
    return made


def test_the_chart_stands_exactly_under_the_days_of_the_matrix(board: RosterBoard) -> None:
    matrix, axis = board.matrix, there(board.cover.chart.axis)
    geometry = scene_of(matrix).geometry
    top = matrix.viewport().mapTo(board, QPoint(geometry.day_left(5), 0)).x()
    below = board.cover.chart.mapTo(board, QPoint(round(axis.x(5 * 48)), 0)).x()
    assert top == below
    board.matrix.zoom(7)
    board.matrix.horizontalScrollBar().setValue(90)
    assert round(there(board.cover.chart.axis).x(5 * 48)) == scene_of(board.matrix).geometry.day_left(5)


def day_in_the_chart(board: RosterBoard) -> int | None:
    return board.cover.chart.day


def test_clicking_a_day_zooms_the_chart_to_it_and_the_cursor_takes_it_along(board: RosterBoard, qtbot: QtBot) -> None:
    board.matrix.day_chosen.emit(7)
    assert day_in_the_chart(board) == 7
    assert board.cover.one_day.text() == "11月11日 周三"
    board.matrix.setFocus()
    board.matrix.go_to("A001", 8)
    assert day_in_the_chart(board) == 8
    qtbot.mouseClick(board.cover.whole, Button.LeftButton)
    assert day_in_the_chart(board) is None
    qtbot.mouseClick(board.cover.one_day, Button.LeftButton)
    assert day_in_the_chart(board) == 8


def test_clicking_an_hour_emphasises_who_is_on_and_escape_ends_it(
    board: RosterBoard, qtbot: QtBot, plan: RosterPlan
) -> None:
    chart = board.cover.chart
    at = QPoint(round(there(chart.axis).x(EVENING + 0.5)), chart.height() // 2)
    qtbot.mouseClick(chart, Button.LeftButton, pos=at)
    assert scene_of(board.matrix).on_duty == on_duty(plan, EVENING)
    assert f"在岗 {len(on_duty(plan, EVENING))} 人" in board.cover.note.text()
    qtbot.keyClick(board.matrix, Key.Key_Escape)
    assert scene_of(board.matrix).on_duty is None
    assert chart.chosen is None


def test_clicking_the_same_hour_twice_ends_the_emphasis(board: RosterBoard) -> None:
    board.cover.chart.picked.emit(EVENING)
    board.cover.chart.picked.emit(EVENING)
    assert scene_of(board.matrix).on_duty is None


def test_the_pointer_reads_out_every_series(board: RosterBoard, plan: RosterPlan) -> None:
    curves = board.cover.chart.curves
    text = board.cover.chart.reading(EVENING)
    net = float(there(curves).cover[EVENING] - there(curves).requirement[EVENING])
    assert text.startswith("11月11日 20:30–21:00 · 需求 ")
    assert ("缺口" if net < 0 else "富余") in text
    assert f"到岗 {plan.cover.heads[EVENING]:.0f} 人" in text


def test_arrows_walk_the_chart_and_return_asks_who_is_on(board: RosterBoard, qtbot: QtBot) -> None:
    chart = board.cover.chart
    chart.setFocus()
    for _step in range(3):
        qtbot.keyClick(chart, Key.Key_Right)
    with qtbot.waitSignal(chart.picked) as picked:
        qtbot.keyClick(chart, Key.Key_Return)
    assert picked.args == [2]


def test_choosing_a_skill_draws_that_skill(board: RosterBoard, plan: RosterPlan) -> None:
    board.cover.skills.setCurrentIndex(board.cover.skills.findData("aftersale"))
    assert np.allclose(there(board.cover.chart.curves).requirement, plan.problem.requirement["aftersale"])
    board.show_plan(plan)
    assert board.cover.chart.skill == "aftersale"


def test_selecting_agents_shows_their_share_of_the_cover(board: RosterBoard) -> None:
    assert not there(board.cover.chart.curves).chosen.any()
    matrix = board.matrix
    matrix.select(matrix.selection.at(1, 2).at(4, 3, extend=True))
    assert there(board.cover.chart.curves).chosen.any()


def test_a_violation_leads_to_its_cell_even_through_a_filter(board: RosterBoard, plan: RosterPlan) -> None:
    violation = next(found for found in plan.violations if found.agent == "A001" and found.day is not None)
    board.bar.filter.setText("客服09")
    assert board.matrix.model.rowCount() == 1
    board.violations.chosen.emit(violation)
    assert board.bar.filter.text() == ""
    assert board.matrix.agent == "A001"
    assert board.matrix.selection.day == violation.day


def test_a_violation_of_an_interval_leads_to_its_hour(board: RosterBoard) -> None:
    board.jump(Violation("seat_limit", day=7, interval=EVENING))
    assert board.cover.chart.chosen == EVENING
    assert board.matrix.selection.day == 7


def test_stepping_through_violations_goes_round(board: RosterBoard) -> None:
    rows = board.violations.model.rowCount()
    assert rows > 2
    for _step in range(rows + 1):
        board.violations.step(forwards=True)
    assert board.violations.list.currentIndex().row() == 0
    board.violations.step(forwards=False)
    assert board.violations.list.currentIndex().row() == rows - 1


def test_a_switch_hides_the_violations_of_its_severity(board: RosterBoard, qtbot: QtBot) -> None:
    for severity in (Severity.LAW, Severity.POLICY):
        qtbot.mouseClick(board.violations._switches[severity], Button.LeftButton)
    assert board.violations.model.rowCount() == 0
    assert board.violations.none.isVisible()


def test_violations_are_said_with_their_rule_and_by_how_much(board: RosterBoard) -> None:
    model = board.violations.model
    texts = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]
    assert any("客服01" in text and "14" in text and "6" in text for text in texts)


def test_the_next_shortage_is_shown_each_time_until_it_goes_round(board: RosterBoard) -> None:
    board.next_shortage()
    first = board.cover.chart.chosen
    board.next_shortage()
    second = board.cover.chart.chosen
    assert first is not None
    assert second is not None
    assert second > first
    short = there(board.cover.chart.curves).shortage
    assert short[first] > 0
    assert short[second] > 0


def test_grouping_filtering_and_heads_reach_the_matrix(board: RosterBoard) -> None:
    board.bar.groups.setCurrentIndex(board.bar.groups.findData(GroupBy.GROUP))
    assert sum(scene_of(board.matrix).geometry.headings) == 2
    board.bar.filter.setText("一组")
    assert board.matrix.model.rowCount() == 20
    height = scene_of(board.matrix).geometry.footer_height
    board.bar.show_menu.heads.setChecked(True)
    assert scene_of(board.matrix).geometry.footer_height > height
    board.bar.days.setCurrentIndex(board.bar.days.findData(3))
    assert board.matrix.days_across == 3


def test_the_wheel_with_control_is_told_in_the_bar(board: RosterBoard, qtbot: QtBot) -> None:
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    at = QPointF(400, 150)
    event = QWheelEvent(
        at, board.matrix.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120), Button.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(board.matrix.viewport(), event)
    assert board.bar.days.currentData() == 14


def test_the_tiles_tell_hours_cost_shortage_worst_interval_and_gap(board: RosterBoard, plan: RosterPlan) -> None:
    shown = {tile.name: tile for tile in board.tiles._shown}
    assert shown["缺口"].figure.startswith("▼")
    assert shown["距最优不超过"].figure == "5.0%"
    worst = int(np.sum(list(plan.cover.shortage.values()), axis=0).argmax())
    assert f"{worst % 48 // 2:02d}:" in shown["最差时段"].change


def test_a_plan_without_a_roster_shows_who_is_away_and_no_judgement(board: RosterBoard, plan: RosterPlan) -> None:
    from dataclasses import replace

    empty = replace(plan, version=None)
    board.show_plan(empty)
    assert {tile.figure for tile in board.tiles._shown} == {"–"}
    assert board.violations.model.rowCount() == 0
    assert empty.cell("A004", 3).away
    assert empty.violations == ()


def test_the_legend_names_every_shift(board: RosterBoard, plan: RosterPlan) -> None:
    said = board.legend.accessibleName()
    assert all(shift.name in said for shift in plan.problem.shifts.values())


def test_a_single_day_is_drawn_to_its_own_height(board: RosterBoard, plan: RosterPlan) -> None:
    from app.window.roster.chart_scene import ChartScene
    from app.window.roster.ink import ink

    chart = board.cover.chart
    board.show_day(0)
    quiet_day = ChartScene(plan, there(chart.curves), there(chart.axis), ink(), 200)
    board.show_day(None)
    curves = there(chart.curves)
    horizon = ChartScene(plan, curves, there(chart.axis), ink(), 200)
    assert quiet_day.highest < horizon.highest
    assert horizon.highest == max(curves.requirement.max(), curves.cover.max())
    assert quiet_day.area.top() <= quiet_day.y(quiet_day.highest) < quiet_day.y(0.0)
