"""Any number of acts in the window, all taken back, all done again: the same content as before and after."""

import os
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from roster_sample import content

from app.window.frame.main_window import MainWindow

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ACTS = int(os.environ.get("PEAKROSTER_ACTS", "80"))
"""More of them in a longer run by hand: PEAKROSTER_ACTS=500."""

KEYS = [
    *((key, Modifier.NoModifier) for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_X, Key.Key_Space, Key.Key_L)),
    *((key, Modifier.ControlModifier) for key in (Key.Key_C, Key.Key_X, Key.Key_V, Key.Key_D, Key.Key_R, Key.Key_L)),
    *((key, Modifier.AltModifier) for key in (Key.Key_Left, Key.Key_Right)),
    (Key.Key_X, Modifier.ControlModifier | Modifier.ShiftModifier),
]


def act(window: MainWindow, random: Random) -> None:
    """One act of a user somewhere in the window."""
    if random.random() < 0.12:
        window.go("rules")
        table = window.page.table
        row = random.randrange(table.model.rowCount())
        table.model.setData(table.model.index(row, 2), str(random.randint(1, 9)), Qt.ItemDataRole.EditRole)
    elif random.random() < 0.05:
        window.go("roster")
        if window.page.board.side.changes.publish.isEnabled():
            window.page.board.side.changes.publish.click()
    else:
        window.go("roster")
        matrix = window.page.board.matrix
        rows, days = matrix.selection.rows, matrix.selection.days
        matrix.select(matrix.selection.at(random.randrange(rows), random.randrange(days)))
        if random.random() < 0.4:
            matrix.select(matrix.selection.at(random.randrange(rows), random.randrange(days), extend=True))
        key, modifier = random.choice(KEYS)
        QTest.keyClick(matrix, key, modifier)
    QApplication.processEvents()


@pytest.mark.slow
def test_all_acts_are_undone_and_done_again_to_the_same_content(opened: MainWindow) -> None:
    random, path = Random(11), opened.document.file.path
    before, steps = content(path), 0
    for _number in range(ACTS):
        label = opened.document.file.undo_labels(), opened.document.file.undo_depth()
        act(opened, random)
        steps += (opened.document.file.undo_labels(), opened.document.file.undo_depth()) != label
    after = content(path)
    assert steps > ACTS / 3
    assert after != before
    for _step in range(steps):
        opened.document.undo()
    assert content(path) == before
    for _step in range(steps):
        opened.document.redo()
    assert content(path) == after
