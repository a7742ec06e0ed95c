"""From a phase moved to a workbook by keyboard alone, with the real child processes."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.window.frame.main_window import MainWindow
from app.window.roster.board import RosterBoard
from app.window.roster.search import Reach
from scheduler.reoptimise import changes
from tests.window.shown import board_of, version_of
from tests.window.walk.walking import (
    LONG,
    broken,
    dialog_of,
    phase_of,
    roster_of,
    until_found,
    until_quiet,
    up_to_date,
    written_well,
)

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier, times: int = 1) -> None:
    """Keys go where the focus is, as on a desk."""
    for _time in range(times):
        QTest.keyClick(focused(), key, modifiers)
        QApplication.processEvents()


def write(text: str) -> None:
    """Type into what has the focus."""
    QTest.keyClicks(focused(), text)
    QApplication.processEvents()


def tab_to(widget: QWidget) -> None:
    """Press Tab until the focus is there."""
    for _turn in range(100):
        if QApplication.focusWidget() is widget:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {widget.accessibleName()}")


@pytest.mark.slow
def test_the_whole_way_is_gone_by_keyboard_alone(walked: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    move_a_phase_by_keys(walked, qtbot)
    press(Key.Key_6, CONTROL)
    board, first = board_of(walked), version_of(walked.document).number
    until_found(walked, qtbot, lambda seconds: optimise_by_keys(board, seconds, Reach.ALL))
    assert version_of(walked.document).number == first + 1, walked.message.text
    assert not broken(walked)
    break_a_rule_and_undo_by_keys(walked)
    locked = lock_the_first_cell_by_keys(walked)
    press(Key.Key_Right, SHIFT, times=2)
    before = roster_of(walked)
    until_found(walked, qtbot, lambda seconds: optimise_by_keys(board, seconds, Reach.DAYS))
    after = roster_of(walked)
    assert version_of(walked.document).number > first + 1
    assert after.shift(*locked) == before.shift(*locked)
    assert {change.day for change in changes(before, after)} <= {0, 1, 2}
    export_by_keys(walked, tmp_path / "walk.xlsx", qtbot)
    assert written_well(walked, tmp_path / "walk.xlsx", qtbot)


def move_a_phase_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    press(Key.Key_2, CONTROL)
    tabs = window.page.tabs  # type: ignore[attr-defined]  # the page of the forecast
    tab_to(tabs.tabBar())
    press(Key.Key_Right, times=tabs.indexOf(tabs.phases) - tabs.currentIndex())
    table, rows = tabs.phases.table, tabs.phases.values
    row = next(n for n, one in enumerate(rows) if one.phase == phase_of(window, "opening"))
    column = [field.name for field in tabs.phases.model.fields].index("结束")
    tab_to(table)
    press(Key.Key_Down, times=row - table.currentIndex().row())
    press(Key.Key_Right, times=column - table.currentIndex().column())
    end = rows[row].phase.end + timedelta(hours=2)
    press(Key.Key_F2)
    press(Key.Key_A, CONTROL)
    write(f"{end:%Y-%m-%d %H:%M}")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: phase_of(window, "opening").end == end)
    until_quiet(window, qtbot)
    assert up_to_date(window)


def optimise_by_keys(board: RosterBoard, seconds: int, reach: Reach) -> None:
    tab_to(board.search.seconds)
    press(Key.Key_A, CONTROL)
    write(str(seconds))
    tab_to(board.search.reach)
    press(Key.Key_Home)
    press(Key.Key_Down, times=list(Reach).index(reach))
    assert board.search.wish.reach is reach
    press(Key.Key_Return, CONTROL)


def break_a_rule_and_undo_by_keys(window: MainWindow) -> None:
    """A night before an early shift; F8 leads there, Ctrl+Z takes it back."""
    board, before = board_of(window), roster_of(window)
    tab_to(board.matrix)
    press(Key.Key_Home, CONTROL)
    press(Key.Key_4)
    press(Key.Key_1)
    assert broken(window)
    press(Key.Key_End, CONTROL)
    away = board.matrix.agent, board.matrix.selection.day
    press(Key.Key_F8)
    assert (board.matrix.agent, board.matrix.selection.day) != away
    assert (board.matrix.agent, board.matrix.selection.day) in broken(window)
    while roster_of(window) != before:
        press(Key.Key_Z, CONTROL)
    assert not broken(window)


def lock_the_first_cell_by_keys(window: MainWindow) -> tuple[str, int]:
    matrix = board_of(window).matrix
    tab_to(matrix)
    press(Key.Key_Home, CONTROL)
    press(Key.Key_L)
    view = window.document.view
    assert view is not None
    assert view.locks == {(matrix.agent, 0)}
    return str(matrix.agent), 0


def export_by_keys(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    press(Key.Key_8, CONTROL)
    press(Key.Key_E, CONTROL)
    dialog = dialog_of(window, qtbot)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    tab_to(name)
    press(Key.Key_A, CONTROL)
    write(str(path))
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.jobs.is_running("export") or path.exists(), timeout=LONG)
    window.activateWindow()
