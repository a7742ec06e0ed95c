"""Keys of the roster given by the user: they hold at once, on this computer, and never two acts at a time."""

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.frame.header import IconButton
from app.window.frame.main_window import MainWindow
from app.window.frame.window_keys import WINDOW_KEYS
from app.window.help.dialog import HelpDialog
from app.window.help.keys import key_sheet
from app.window.help.own_keys_tab import act_names, window_names
from app.window.look.look import look
from app.window.roster.edit_keys import Act, asked_by, usual_keys
from app.window.roster.own_keys import asked_for, give, key_of, own_keys
from tests.there import there
from tests.window.shown import board_of, view_of

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL_K = QKeyCombination(Modifier.ControlModifier, Key.Key_K)
L = QKeyCombination(Modifier.NoModifier, Key.Key_L)


def test_every_act_that_has_a_key_has_a_name_and_its_usual_key_asks_for_it(qapp: QApplication) -> None:
    assert set(act_names()) == set(Act) - {Act.SET}
    assert tuple(window_names()) == WINDOW_KEYS
    for act in act_names():
        assert usual_keys(act), act
    assert there(asked_by(L)).act is Act.LOCK


def test_an_own_key_takes_the_place_of_the_usual_one(qapp: QApplication) -> None:
    give(Act.LOCK, "Ctrl+K")
    assert there(asked_for(CTRL_K)).act is Act.LOCK
    assert asked_for(L) is None
    assert key_of(Act.LOCK) == "Ctrl+K"
    give(Act.LOCK, "")
    assert asked_for(CTRL_K) is None
    assert there(asked_for(L)).act is Act.LOCK
    assert not own_keys()


@pytest.mark.parametrize("key", ["Ctrl+C", "X", "F8", "没有这个键", "Ctrl+K, Ctrl+L"])
def test_what_is_no_key_or_taken_is_refused(qapp: QApplication, key: str) -> None:
    with pytest.raises(ValueError, match=r"no key|taken"):
        give(Act.LOCK, key)
    assert not own_keys()


def test_a_key_typed_in_the_help_locks_a_cell_of_the_roster(opened: MainWindow, qtbot: QtBot) -> None:
    opened.help()
    dialog = there(opened.findChild(HelpDialog))
    tab = dialog.own_keys
    row = [bound.act for bound in tab.values].index(Act.LOCK)
    tab.model.setData(tab.model.index(row, 1), "Ctrl+K")
    QApplication.processEvents()
    assert tab.values[row].key == "Ctrl+K"
    tab.model.setData(tab.model.index(row, 1), "Ctrl+C")
    assert "Ctrl+C" in tab.note.text()
    dialog.reject()
    opened.go("roster")
    matrix = board_of(opened).matrix
    matrix.select(matrix.selection.at(0, 1))
    agent = matrix.agent
    QTest.keyClick(matrix, Key.Key_K, Modifier.ControlModifier)
    QApplication.processEvents()
    assert (agent, 1) in view_of(opened.document).locks


def test_a_key_of_page_and_window_is_given_in_the_help_and_everything_follows(opened: MainWindow, qtbot: QtBot) -> None:
    opened.go("roster")
    opened.help()
    dialog = there(opened.findChild(HelpDialog))
    tab = dialog.own_keys
    acts = [bound.act for bound in tab.values]
    for act, key in (("F8", "Ctrl+J"), ("F1", "F12"), ("Ctrl+Y", "Ctrl+U")):
        tab.model.setData(tab.model.index(acts.index(act), 1), key)
    QApplication.processEvents()
    dialog.reject()
    QApplication.processEvents()
    shown = {action.text(): action.shortcut().toString() for action in opened.page.actions()}
    assert shown["下一处违规"] == "Ctrl+J"
    assert dict(key_sheet())["Ctrl+J / Shift+F8"]
    assert [key.toString() for key in opened._redo.shortcuts()] == ["Ctrl+U", "Ctrl+Shift+Z"]
    told = [shortcut.key().toString() for shortcut in opened.findChildren(QShortcut) if shortcut.isEnabled()]
    assert "F12" in told
    assert "F1" not in told
    give("F8", "F8")
    assert key_of("F8") == "F8"


def test_keys_make_the_window_larger_and_smaller(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    before = look().zoom
    qtbot.keyClick(opened, Key.Key_Equal, Modifier.ControlModifier)
    assert look().zoom > before
    qtbot.keyClick(opened, Key.Key_0, Modifier.ControlModifier)
    assert look().zoom == 1.0
    qtbot.keyClick(opened, Key.Key_Minus, Modifier.ControlModifier)
    assert look().zoom < 1.0


def test_undo_and_redo_say_what_they_would_do_and_redo_has_both_keys(opened: MainWindow, qtbot: QtBot) -> None:
    opened.go("roster")
    opened.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is opened)
    matrix = board_of(opened).matrix
    matrix.setFocus()
    matrix.select(matrix.selection.at(0, 2))
    agent = there(matrix.agent)
    before = there(matrix.plan).roster.shift(agent, 2)
    qtbot.keyClick(matrix, Key.Key_X)
    label = opened.document.undo_label
    assert label in opened._undo.toolTip()
    names = [button.accessibleName() for button in opened.findChildren(IconButton)]
    assert any(label in name for name in names)
    QApplication.processEvents()
    qtbot.keyClick(matrix, Key.Key_Z, Modifier.ControlModifier)
    assert there(matrix.plan).roster.shift(agent, 2) == before
    assert label in opened._redo.toolTip()
    qtbot.keyClick(matrix, Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert there(matrix.plan).roster.shift(agent, 2) is None
