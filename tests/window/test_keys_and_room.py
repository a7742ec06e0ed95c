"""Keys of the window and of the roster beyond editing, and how much of the roster is on show."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.window.export.page import ExportPage
from app.window.frame.main_window import MainWindow
from app.window.frame.panes import next_pane
from app.window.look.look import look
from app.window.roster.board import RosterBoard
from app.window.roster.day_names import DayNames
from app.window.roster.go_to_day import GoToDay
from app.window.roster.ink import ink
from app.wording import choose_language
from scheduler.rulebook import DEFAULT_RULEBOOK
from tests.there import there
from tests.window.roster_sample import sample_plan
from tests.window.shown import board_of, page_of, plan_shown, project_of, scene_of

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier


@pytest.fixture
def roster(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The roster page with the focus on its matrix."""
    opened.go("roster")
    opened.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is opened)
    board_of(opened).matrix.setFocus()
    return opened


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    QTest.keyClick(there(QApplication.focusWidget()), key, modifiers)
    QApplication.processEvents()


def visible_rows(board: RosterBoard) -> int:
    geometry = scene_of(board.matrix).geometry
    return geometry.cells_height // geometry.row_height


def test_f6_goes_round_the_panes_and_back(roster: MainWindow) -> None:
    seen = []
    for _turn in range(12):
        press(Key.Key_F6)
        seen.append(there(QApplication.focusWidget()))
    board = board_of(roster)
    assert board.matrix in seen
    assert board.cover.chart in seen
    assert any(board.search.isAncestorOf(widget) for widget in seen)
    assert seen[0] in seen[1:], "it comes round again"
    now = QApplication.focusWidget()
    press(Key.Key_F6)
    press(Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is now


def test_panes_of_an_empty_window_do_no_harm(window: MainWindow) -> None:
    next_pane(window)
    focused = QApplication.focusWidget()
    assert focused is None or focused.isVisible()


def test_ctrl_s_says_that_everything_is_saved(roster: MainWindow) -> None:
    press(Key.Key_S, CONTROL)
    assert "即时保存" in roster.message.text


@pytest.mark.parametrize(("typed", "day"), [("11-12", 3), ("12", 3), ("2026-11-15", 6), ("11月9日", 0)])
def test_ctrl_g_goes_to_the_day_typed(roster: MainWindow, typed: str, day: int) -> None:
    press(Key.Key_G, CONTROL)
    (dialog,) = roster.page.findChildren(GoToDay)
    dialog.field.setText(typed)
    dialog.field.returnPressed.emit()
    assert board_of(roster).matrix.selection.day == day


@pytest.mark.parametrize("typed", ["12-24", "31", "明天"])
def test_a_day_that_is_not_planned_says_which_are(roster: MainWindow, typed: str) -> None:
    before = board_of(roster).matrix.selection
    dialog = GoToDay(plan_shown(board_of(roster)).horizon, roster.page)
    dialog.field.setText(typed)
    dialog._go()
    assert "11月9日" in dialog.said.text() or "2026-11-11" in dialog.said.text()
    assert board_of(roster).matrix.selection == before
    dialog.reject()


def test_ctrl_e_leads_to_the_export_and_ctrl_p_asks_where_the_pages_go(roster: MainWindow, qtbot: QtBot) -> None:
    press(Key.Key_E, CONTROL)
    assert roster.page.step == "export"
    press(Key.Key_P, CONTROL)
    assert page_of(roster, ExportPage).target.format == "pdf"
    for dialog in roster.findChildren(QFileDialog):
        dialog.reject()


def test_f11_gives_the_whole_page_to_the_matrix_and_takes_it_back(roster: MainWindow) -> None:
    board = board_of(roster)
    rows = visible_rows(board)
    press(Key.Key_F11)
    assert not board.tiles.isVisible()
    assert not board.cover.isVisible()
    assert not board.search.isVisible()
    assert visible_rows(board) > rows
    press(Key.Key_F11)
    assert board.cover.isVisible()
    assert visible_rows(board) == rows


def test_dense_rows_show_half_as_many_agents_again_and_are_remembered(roster: MainWindow) -> None:
    board = board_of(roster)
    height = scene_of(board.matrix).geometry.row_height
    press(Key.Key_D, CONTROL | SHIFT)
    dense = scene_of(board.matrix).geometry.row_height
    assert height >= 1.3 * dense
    assert dense >= QFontMetrics(look().font()).height()
    press(Key.Key_B, CONTROL | SHIFT)
    assert not board.cover.isVisible()
    roster.dress("en", "dark", 1.0)
    again = board_of(roster)
    assert again is not board
    assert again.bar.show_menu.dense.isChecked()
    assert not again.cover.isVisible()
    again.bar.show_menu.dense.setChecked(False)
    again.bar.show_menu.chart.setChecked(True)


def test_overtime_and_duty_stand_beside_the_hours(roster: MainWindow, qtbot: QtBot) -> None:
    project = project_of(roster.document)
    lead = replace(project.team[0], roles=frozenset({"lead"}))
    roster.document.change("组长", replace(project, team=(lead, *project.team[1:])))
    board = board_of(roster)
    qtbot.waitUntil(lambda: bool(plan_shown(board).overtime))
    plan, columns = plan_shown(board), scene_of(board.matrix).columns
    titles = [column.title for column in columns]
    assert "岗位" in titles
    texts = {column.title: column.text(plan.rows[0]) for column in columns}
    assert texts["岗位"] == "组长"
    worked = next(day for agent, day in plan.roster.cells if agent == lead.id)
    assert plan.cell(lead.id, worked).look.duty == "长"
    assert all(row.overtime == plan.overtime_of(row.id) for row in plan.rows)


def test_overtime_follows_an_edit_at_once() -> None:
    plan = replace(sample_plan(), rulebook=DEFAULT_RULEBOOK)
    counted = plan.with_overtime({agent.id: plan.overtime_of(agent.id) for agent in plan.team})
    name = plan.team[0].id
    cells = {(name, day): None for day in range(plan.horizon.days)}
    judged, before = counted.judged.edited(cells), there(counted.version)
    version = replace(before, solution=replace(before.solution, roster=judged.roster))
    after = counted.edited(version, judged, counted.locks)
    assert after.overtime[name] == 0
    assert {row.id: row.overtime for row in after.rows}[name] == 0


@pytest.mark.parametrize(("language", "wide", "narrow"), [("zh_CN", "11月4日", "4"), ("en", "4 Nov", "4")])
def test_dates_say_their_month_where_there_is_room(qapp: QApplication, language: str, wide: str, narrow: str) -> None:
    plan = sample_plan()
    assert plan.horizon.day(0) == date(2026, 11, 4)
    choose_language(language)
    assert DayNames.of(ink(), plan.horizon, 90).date_text(0) == wide
    assert DayNames.of(ink(), plan.horizon, 26).date_text(0) == narrow
    choose_language("zh_CN")
