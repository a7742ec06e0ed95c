"""The team typed by hand: agents, their days, and the shifts; every edit is one step of undo."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.window.formats import days_text, short_day_text
from app.window.frame.main_window import MainWindow
from app.window.team.day_edits import away_on, cleared, fresh_agent, wishing_on
from app.window.team.facts import away_days
from app.window.team.page import TeamPage
from forecasts.horizon import Horizon
from scheduler.shift import Shift
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent
from tests.there import there
from tests.window.shown import board_of, page_of, project_of

WEEK = Horizon(date(2026, 11, 9), 7, 30)
DAYS = [WEEK.day(day) for day in range(7)]
AGENT = TeamAgent("K01", "客服01", skills=frozenset({"presale"}))


def team_of(window: MainWindow) -> tuple[TeamAgent, ...]:
    return project_of(window.document).team


def type_into(page: TeamPage, agent: str, title: str, text: str) -> bool:
    titles = [column.field.name for column in there(page.board).model.columns]
    row = next(number for number, known in enumerate(there(page.board).order.agents()) if known.id == agent)
    taken = there(page.board).order.setData(there(page.board).order.index(row, titles.index(title)), text)
    QApplication.processEvents()
    return taken


def test_what_is_typed_into_a_cell_is_in_the_file_and_can_be_undone(opened: MainWindow, page: TeamPage) -> None:
    assert type_into(page, "K01", "姓名", "客服甲")
    assert type_into(page, "K01", "熟练度", "0.8")
    assert type_into(page, "K01", "岗位", "组长")
    assert type_into(page, "K01", "技能", "售前、售后")
    assert type_into(page, "K01", "用工类型", "兼职")
    agent = team_of(opened)[0]
    assert (agent.name, agent.productivity, set(agent.roles)) == ("客服甲", 0.8, {"lead"})
    assert (set(agent.skills), agent.contract) == ({"presale", "aftersale"}, "part_time")
    assert "客服甲" in opened.document.undo_label
    for _step in range(5):
        opened.document.undo()
    assert team_of(opened)[0].name == "客服01"


@pytest.mark.parametrize(
    ("title", "text"), [("熟练度", "很高"), ("岗位", "店长"), ("可排班次", "早 ZZ"), ("用工类型", "")]
)
def test_what_cannot_be_read_is_refused_with_a_sentence(
    opened: MainWindow, page: TeamPage, title: str, text: str
) -> None:
    before = team_of(opened)
    assert not type_into(page, "K01", title, text)
    assert team_of(opened) == before
    assert opened.message.text


def test_an_agent_is_added_and_deleted_with_the_buttons(opened: MainWindow, page: TeamPage, qtbot: QtBot) -> None:
    before = team_of(opened)
    qtbot.mouseClick(there(page.board).add, Qt.MouseButton.LeftButton)
    assert len(team_of(opened)) == len(before) + 1
    new = team_of(opened)[-1]
    assert new.id not in {agent.id for agent in before}
    assert new.contract == before[-1].contract
    qtbot.mouseClick(there(page.board).delete, Qt.MouseButton.LeftButton)
    assert team_of(opened) == before


def test_days_chosen_in_the_strip_become_an_absence_by_keys_and_menu(
    opened: MainWindow, page: TeamPage, qtbot: QtBot
) -> None:
    strip = there(page.board).strip
    opened.activateWindow()
    strip.setFocus()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=strip.cell(1, 2).center().toPoint())
    qtbot.keyClick(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert strip.chosen == (1, range(2, 4))
    agent, horizon = team_of(opened)[1], project_of(opened.document).horizon
    told = f"{agent.name} · {days_text(horizon.day(2), horizon.day(3))}"
    assert strip.accessibleDescription() == told
    away = there(there(page.board).day_menu()).actions()[0].menu()
    assert isinstance(away, QMenu)
    away.actions()[0].trigger()
    QApplication.processEvents()
    found = away_days(team_of(opened)[1].absences, project_of(opened.document).horizon)
    assert {2, 3} <= set(found)
    assert found[2].kind == "年假"
    assert strip.accessibleDescription().startswith(told)
    assert "年假" in strip.accessibleDescription()
    table = QAccessible.queryAccessibleInterface(strip)
    cell = there(table.focusChild())
    assert cell.role() == QAccessible.Role.Cell
    assert cell.text(QAccessible.Text.Name) == f"{agent.name} {short_day_text(horizon.day(3))} 年假"
    assert cell.text(QAccessible.Text.Value) == "年假"
    assert [there(table.child(horizon.days + day)).state().selected for day in (1, 2, 3, 4)] == [0, 1, 1, 0]
    assert table.childCount() == len(team_of(opened)) * horizon.days
    assert "年假" in opened.document.undo_label
    there(there(page.board).day_menu()).actions()[-1].trigger()
    QApplication.processEvents()
    assert not {2, 3} & set(away_days(team_of(opened)[1].absences, project_of(opened.document).horizon))


def test_the_right_button_opens_the_menu_of_a_day_and_a_wish_is_kept(
    opened: MainWindow, page: TeamPage, qtbot: QtBot
) -> None:
    strip = there(page.board).strip
    wanted: list[object] = []
    strip.menu_wanted.disconnect()
    strip.menu_wanted.connect(wanted.append)
    at = strip.cell(0, 3).center().toPoint()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert wanted
    assert isinstance(wanted[0], QPoint)
    there(there(page.board).day_menu()).actions()[1].trigger()
    QApplication.processEvents()
    day = project_of(opened.document).horizon.day(3)
    assert [wish.wish for wish in team_of(opened)[0].requests if wish.day == day] == ["off"]


def test_dragging_over_days_chooses_them(page: TeamPage, qtbot: QtBot) -> None:
    strip = there(page.board).strip
    first, last = (strip.cell(2, day).center().toPoint() for day in (1, 4))
    qtbot.mousePress(strip.viewport(), Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseMove(strip.viewport(), last)
    qtbot.mouseRelease(strip.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert strip.chosen[0] == 2


def shift_of(opened: MainWindow, code: str) -> Shift:
    return next(shift for shift in project_of(opened.document).shifts.values() if (shift.code or shift.id) == code)


def test_a_shift_is_typed_added_and_deleted(opened: MainWindow, page: TeamPage, qtbot: QtBot) -> None:
    editor = there(page.board).shifts
    there(page.board).tabs.setCurrentIndex(1)
    before = dict(project_of(opened.document).shifts)
    first = editor.values[0]
    editor.model.setData(editor.model.index(0, 2), "10:00–19:00")
    QApplication.processEvents()
    moved = project_of(opened.document).shifts[first.id]
    assert (moved.start, moved.end) == (600, 1140)
    assert moved.paid_minutes == 540 - sum(pause.minutes for pause in moved.breaks)
    editor.model.setData(editor.model.index(0, 3), "30 12:00–13:00")
    QApplication.processEvents()
    assert [(b.minutes, b.earliest, b.latest) for b in project_of(opened.document).shifts[first.id].breaks] == [
        (30, 720, 780)
    ]
    qtbot.mouseClick(editor.add, Qt.MouseButton.LeftButton)
    assert len(project_of(opened.document).shifts) == len(before) + 1
    for _step in range(3):
        opened.document.undo()
    assert dict(project_of(opened.document).shifts) == before


@pytest.mark.parametrize(("column", "text"), [(0, ""), (2, "朝九晚五"), (3, "一小时"), (3, "60 23:00–23:30")])
def test_a_shift_that_cannot_be_is_refused(opened: MainWindow, page: TeamPage, column: int, text: str) -> None:
    editor = there(page.board).shifts
    before = dict(project_of(opened.document).shifts)
    editor.model.setData(editor.model.index(0, column), text)
    QApplication.processEvents()
    assert dict(project_of(opened.document).shifts) == before
    assert opened.message.text


def test_two_shifts_never_have_one_code(opened: MainWindow, page: TeamPage) -> None:
    editor = there(page.board).shifts
    before = dict(project_of(opened.document).shifts)
    editor.model.setData(editor.model.index(0, 0), editor.values[1].code or editor.values[1].id)
    QApplication.processEvents()
    assert dict(project_of(opened.document).shifts) == before
    assert tuple(editor.values) == tuple(before.values())


def test_a_key_typed_in_the_shift_table_sets_that_shift_in_the_roster(
    opened: MainWindow, page: TeamPage, qtbot: QtBot
) -> None:
    editor = there(page.board).shifts
    column = [field.name for field in editor.model.fields].index("按键")
    row = [shift.code for shift in editor.values].index("中")
    assert editor.model.index(row, column).data() == "M"
    for text in ("X", "早", "QW"):
        editor.model.setData(editor.model.index(row, column), text)
        assert "X" in opened.message.text
    editor.model.setData(editor.model.index(row, column), "q")
    QApplication.processEvents()
    assert shift_of(opened, "中").key == "Q"
    editor.model.setData(editor.model.index(0, column), "Q")
    QApplication.processEvents()
    assert [shift.key for shift in project_of(opened.document).shifts.values()].count("Q") == 1
    opened.go("roster")
    matrix = board_of(opened).matrix
    matrix.select(matrix.selection.at(0, 2))
    agent = there(matrix.agent)
    qtbot.keyClick(matrix, Qt.Key.Key_Q)
    assert there(matrix.plan).roster.shift(agent, 2) == shift_of(opened, "中").id


def test_an_empty_team_can_be_typed_in(window: MainWindow, empty_path: Path) -> None:
    window.acts.open_path(empty_path)
    window.go("team")
    page_of(window, TeamPage)._begin()
    assert len(team_of(window)) == 1


@given(st.sets(st.sampled_from(DAYS), min_size=1))
def test_days_away_are_away_and_no_others(days: set[date]) -> None:
    agent = away_on(AGENT, days, "年假")
    assert {WEEK.day(day) for day in away_days(agent.absences, WEEK)} == days
    assert cleared(agent, DAYS).absences == ()


@given(st.sets(st.sampled_from(DAYS), min_size=1))
def test_clearing_cuts_an_absence_and_leaves_the_rest_of_it(days: set[date]) -> None:
    whole = DatedAbsence(datetime(2026, 11, 8), datetime(2026, 11, 17), "培训")
    agent = cleared(TeamAgent("K01", "客服01", absences=(whole,)), days)
    assert {WEEK.day(day) for day in away_days(agent.absences, WEEK)} == set(DAYS) - days
    assert all(absence.kind == "培训" for absence in agent.absences)


def test_a_wish_takes_the_place_of_what_stood_there_and_costs_what_others_cost() -> None:
    known = DatedRequest(DAYS[0], None, "on", 55.0)
    agent = wishing_on(TeamAgent("K01", "客服01", requests=(known,)), [DAYS[0], DAYS[1]], "早", "off")
    assert [(wish.day, wish.shift, wish.wish, wish.cost) for wish in agent.requests] == [
        (DAYS[0], "早", "off", 55.0),
        (DAYS[1], "早", "off", 55.0),
    ]


def test_a_new_agent_has_an_id_of_its_own() -> None:
    team = tuple(TeamAgent(f"{number:05}", "") for number in (1, 2, 4))
    assert fresh_agent(team, "新客服").id == "00005"
    assert fresh_agent((), "新客服").id == "00001"
