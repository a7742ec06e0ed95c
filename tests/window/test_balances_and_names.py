"""Balances of days off, alternating weeks and names in attendance systems are edited in the window, by clicks."""

from datetime import timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from app.project.attendance_names import AttendanceName, AttendanceSystem, NamedThing
from app.window.export.attendance_names import AttendanceNamesDialog
from app.window.export.page import ExportPage
from app.window.frame.main_window import MainWindow
from app.window.tables.list_editor import ListEditor
from app.window.team.balances import BalancesDialog, amount_text
from app.window.team.page import TeamPage
from scheduler.pay.balances import Account, BalanceEntry, EntryKind
from tests.there import there
from tests.window.shown import page_of


def click_ok(dialog: QDialog) -> None:
    box = there(dialog.findChild(QDialogButtonBox))
    QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)


def type_into(editor: ListEditor, row: int, column: int, text: str) -> None:
    editor.model.setData(editor.model.index(row, column), text)


def open_balances(window: MainWindow) -> BalancesDialog:
    window.go("team")
    page_of(window, TeamPage).edit_balances()
    return next(dialog for dialog in window.findChildren(BalancesDialog) if dialog.isVisible())


def test_a_balance_and_the_turn_of_the_weeks_are_typed_and_kept(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = open_balances(opened)
    view = opened.document.view
    assert view is not None
    agent, first = view.project.team[1], view.project.horizon.first_day
    QTest.mouseClick(dialog.entries.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(dialog.entries.values) == 1)
    for column, text in enumerate((agent.name, "年假", "当日余额", first.isoformat(), "3天4小时", "上年结转")):
        type_into(dialog.entries, 0, column, text)
        qtbot.wait(1)
    assert not dialog.turns.isVisible()
    dialog.alternating.click()
    assert dialog.turns.isVisible()
    type_into(dialog.turns, 0, 2, "另一周")
    qtbot.wait(1)
    saturday = first + timedelta(days=5)
    dialog.big_week.setDate(QDate(saturday.year, saturday.month, saturday.day))
    click_ok(dialog)
    after = opened.document.view
    assert after is not None
    entry = BalanceEntry(Account.ANNUAL, EntryKind.OPENING, first, 3 * 480 + 240, "上年结转")
    assert {member.id: member.balances for member in after.project.team if member.balances} == {agent.id: (entry,)}
    assert [dict(member.limits) for member in after.project.team[:2]] == [{"alternating_weeks": 2}, {}]
    assert after.project.alternating_weeks is not None
    assert after.project.alternating_weeks.is_big(saturday)
    assert not after.project.alternating_weeks.is_big(saturday + timedelta(days=7))


def test_what_cannot_be_a_balance_is_refused_with_a_sentence(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = open_balances(opened)
    dialog.entries.add.click()
    qtbot.waitUntil(lambda: len(dialog.entries.values) == 1)
    for column, text, told in ((0, "没有这个人", "没有这个人"), (4, "很多", "很多"), (3, "2月30日", "2月30日")):
        type_into(dialog.entries, 0, column, text)
        assert told in dialog.problem.text()
    assert dialog.entries.values[0].entry.minutes == 0
    dialog.reject()


def test_amounts_are_shown_as_teams_write_them() -> None:
    assert [amount_text(minutes) for minutes in (0, 480, 1680, -180)] == ["0天", "1天", "3天 4小时", "-3小时"]


def test_names_in_the_attendance_system_are_typed_and_kept(opened: MainWindow, qtbot: QtBot) -> None:
    opened.go("export")
    view = opened.document.view
    assert view is not None
    page_of(opened, ExportPage)._choices.names_wanted.emit()
    dialog = next(found for found in opened.findChildren(AttendanceNamesDialog) if found.isVisible())
    shown = [named.shown for named in dialog.names.values]
    agent = view.project.team[0]
    type_into(dialog.names, shown.index(agent.name), 2, "小美")
    qtbot.waitUntil(lambda: bool(dialog.project.attendance_names))
    click_ok(dialog)
    after = opened.document.view
    assert after is not None
    assert after.project.attendance_names == (
        AttendanceName(AttendanceSystem.DINGTALK, NamedThing.AGENT, agent.id, "小美"),
    )


def test_the_names_are_offered_beside_the_template_only(opened: MainWindow) -> None:
    opened.go("export")
    button = next(found for found in opened.page.findChildren(QPushButton) if "考勤系统" in found.text())
    assert not button.isVisible()
    formats = page_of(opened, ExportPage)._choices._formats
    number = next(n for n in range(20) if formats.button(n).text().startswith("考勤"))
    formats.button(number).click()
    assert button.isVisible()
