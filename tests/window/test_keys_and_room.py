"""Keys of the window and of the roster beyond editing, and how much of the roster is on show."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.window.frame.panes import next_pane
from app.window.look.look import look
from app.window.roster.day_names import DayNames
from app.window.roster.go_to_day import GoToDay
from app.window.roster.ink import ink
from app.wording import choose_language
from scheduler.rulebook import DEFAULT_RULEBOOK
from tests.window.roster_sample import sample_plan

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier


@pytest.fixture
def roster(opened, qtbot):
    """The roster page with the focus on its matrix."""
    opened.go("roster")
    opened.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is opened)
    opened.page.board.matrix.setFocus()
    return opened


def press(key, modifiers=Modifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)
    QApplication.processEvents()


def visible_rows(board):
    geometry = board.matrix.scene.geometry
    return geometry.cells_height // geometry.row_height


def test_f6_goes_round_the_panes_and_back(roster):
    seen = []
    for _turn in range(12):
        press(Key.Key_F6)
        seen.append(QApplication.focusWidget())
    board = roster.page.board
    assert board.matrix in seen
    assert board.cover.chart in seen
    assert any(board.search.isAncestorOf(widget) for widget in seen)
    assert seen[0] in seen[1:], "it comes round again"
    now = QApplication.focusWidget()
    press(Key.Key_F6)
    press(Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is now


def test_panes_of_an_empty_window_do_no_harm(window):
    next_pane(window)
    assert QApplication.focusWidget() is None or QApplication.focusWidget().isVisible()


def test_ctrl_s_says_that_everything_is_saved(roster):
    press(Key.Key_S, CONTROL)
    assert "即时保存" in roster.message.text


@pytest.mark.parametrize(("typed", "day"), [("11-12", 3), ("12", 3), ("2026-11-15", 6), ("11月9日", 0)])
def test_ctrl_g_goes_to_the_day_typed(roster, typed, day):
    press(Key.Key_G, CONTROL)
    (dialog,) = roster.page.findChildren(GoToDay)
    dialog.field.setText(typed)
    dialog.field.returnPressed.emit()
    assert roster.page.board.matrix.selection.day == day


@pytest.mark.parametrize("typed", ["12-24", "31", "明天"])
def test_a_day_that_is_not_planned_says_which_are(roster, typed):
    before = roster.page.board.matrix.selection
    dialog = GoToDay(roster.page.board.plan.horizon, roster.page)
    dialog.field.setText(typed)
    dialog._go()
    assert "11月9日" in dialog.said.text() or "2026-11-11" in dialog.said.text()
    assert roster.page.board.matrix.selection == before
    dialog.reject()


def test_ctrl_e_leads_to_the_export_and_ctrl_p_asks_where_the_pages_go(roster, qtbot):
    press(Key.Key_E, CONTROL)
    assert roster.page.step == "export"
    press(Key.Key_P, CONTROL)
    assert roster.page.target.format == "pdf"
    for dialog in roster.findChildren(QFileDialog):
        dialog.reject()


def test_f11_gives_the_whole_page_to_the_matrix_and_takes_it_back(roster):
    board = roster.page.board
    rows = visible_rows(board)
    press(Key.Key_F11)
    assert not board.tiles.isVisible()
    assert not board.cover.isVisible()
    assert not board.search.isVisible()
    assert visible_rows(board) > rows
    press(Key.Key_F11)
    assert board.cover.isVisible()
    assert visible_rows(board) == rows


def test_dense_rows_show_half_as_many_agents_again_and_are_remembered(roster):
    board = roster.page.board
    height = board.matrix.scene.geometry.row_height
    press(Key.Key_D, CONTROL | SHIFT)
    dense = board.matrix.scene.geometry.row_height
    assert height >= 1.3 * dense
    assert dense >= QFontMetrics(look().font()).height()
    press(Key.Key_B, CONTROL | SHIFT)
    assert not board.cover.isVisible()
    roster.dress("en", "dark", 1.0)
    again = roster.page.board
    assert again is not board
    assert again.bar.show_menu.dense.isChecked()
    assert not again.cover.isVisible()
    again.bar.show_menu.dense.setChecked(False)
    again.bar.show_menu.chart.setChecked(True)


def test_overtime_and_duty_stand_beside_the_hours(roster, qtbot):
    project = roster.document.view.project
    lead = replace(project.team[0], roles=frozenset({"lead"}))
    roster.document.change("组长", replace(project, team=(lead, *project.team[1:])))
    board = roster.page.board
    qtbot.waitUntil(lambda: bool(board.plan.overtime))
    titles = [column.title for column in board.matrix.scene.columns]
    assert "岗位" in titles
    texts = {column.title: column.text(board.plan.rows[0]) for column in board.matrix.scene.columns}
    assert texts["岗位"] == "组长"
    worked = next(day for agent, day in board.plan.roster.cells if agent == lead.id)
    assert board.plan.cell(lead.id, worked).look.duty == "长"
    assert all(row.overtime == board.plan.overtime_of(row.id) for row in board.plan.rows)


def test_overtime_follows_an_edit_at_once():
    plan = replace(sample_plan(), rulebook=DEFAULT_RULEBOOK)
    counted = plan.with_overtime({agent.id: plan.overtime_of(agent.id) for agent in plan.team})
    name = plan.team[0].id
    cells = {(name, day): None for day in range(plan.horizon.days)}
    judged = counted.judged.edited(cells)
    version = replace(counted.version, solution=replace(counted.version.solution, roster=judged.roster))
    after = counted.edited(version, judged, counted.locks)
    assert after.overtime[name] == 0
    assert {row.id: row.overtime for row in after.rows}[name] == 0


@pytest.mark.parametrize(("language", "wide", "narrow"), [("zh_CN", "11月4日", "4"), ("en", "4 Nov", "4")])
def test_dates_say_their_month_where_there_is_room(qapp, language, wide, narrow):
    plan = sample_plan()
    assert plan.horizon.day(0) == date(2026, 11, 4)
    choose_language(language)
    assert DayNames.of(ink(), plan.horizon, 90).date_text(0) == wide
    assert DayNames.of(ink(), plan.horizon, 26).date_text(0) == narrow
    choose_language("zh_CN")
