"""Keys of the roster given by the user: they hold at once, on this computer, and never two acts at a time."""

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.window.help.dialog import HelpDialog
from app.window.help.own_keys_tab import act_names
from app.window.roster.edit_keys import Act, asked_by, usual_keys
from app.window.roster.own_keys import asked_for, give, key_of, own_keys

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL_K = QKeyCombination(Modifier.ControlModifier, Key.Key_K)
L = QKeyCombination(Modifier.NoModifier, Key.Key_L)


def test_every_act_that_has_a_key_has_a_name_and_its_usual_key_asks_for_it(qapp):
    assert set(act_names()) == set(Act) - {Act.SET}
    for act in act_names():
        assert usual_keys(act), act
    assert asked_by(L).act is Act.LOCK


def test_an_own_key_takes_the_place_of_the_usual_one(qapp):
    give(Act.LOCK, "Ctrl+K")
    assert asked_for(CTRL_K).act is Act.LOCK
    assert asked_for(L) is None
    assert key_of(Act.LOCK) == "Ctrl+K"
    give(Act.LOCK, "")
    assert asked_for(CTRL_K) is None
    assert asked_for(L).act is Act.LOCK
    assert not own_keys()


@pytest.mark.parametrize("key", ["Ctrl+C", "X", "没有这个键", "Ctrl+K, Ctrl+L"])
def test_what_is_no_key_or_taken_is_refused(qapp, key):
    with pytest.raises(ValueError, match=r"no key|taken"):
        give(Act.LOCK, key)
    assert not own_keys()


def test_a_key_typed_in_the_help_locks_a_cell_of_the_roster(opened, qtbot):
    opened.help()
    dialog = opened.findChild(HelpDialog)
    tab = dialog.own_keys
    row = [bound.act for bound in tab.values].index(Act.LOCK)
    tab.model.setData(tab.model.index(row, 1), "Ctrl+K")
    QApplication.processEvents()
    assert tab.values[row].key == "Ctrl+K"
    tab.model.setData(tab.model.index(row, 1), "Ctrl+C")
    assert "Ctrl+C" in tab.note.text()
    dialog.reject()
    opened.go("roster")
    matrix = opened.page.board.matrix
    matrix.select(matrix.selection.at(0, 1))
    agent = matrix.agent
    QTest.keyClick(matrix, Key.Key_K, Modifier.ControlModifier)
    QApplication.processEvents()
    assert (agent, 1) in opened.document.view.locks
