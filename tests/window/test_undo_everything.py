"""Any number of acts in the window, all taken back, all done again: the same content as before and after."""

import os
from pathlib import Path
from random import Random

import pytest

from app.window.frame.main_window import MainWindow
from tests.project.project_samples import content
from tests.window.user_acts import User

ACTS = int(os.environ.get("PEAKROSTER_ACTS", "80"))
SEED = int(os.environ.get("PEAKROSTER_SEED", "11"))
"""More of them, and others, in a longer run by hand: PEAKROSTER_ACTS=500 PEAKROSTER_SEED=12."""


@pytest.mark.slow
def test_all_acts_are_undone_and_done_again_to_the_same_content(opened: MainWindow, tmp_path: Path) -> None:
    user, document = User(opened, Random(SEED), tmp_path), opened.document
    path, made_with = document.file.path, document.file.undo_depth()
    for _step in range(made_with):
        document.undo()
    before = content(path)
    for _step in range(made_with):
        document.redo()
    for _number in range(ACTS):
        user.act()
    after, steps = content(path), document.file.undo_depth()
    assert steps > ACTS / 4
    assert after != before
    for half in (steps // 2, steps - steps // 2):
        for _step in range(half):
            document.undo()
        user.reopen()
    assert document.file.undo_depth() == 0
    assert content(path) == before
    for _step in range(steps):
        document.redo()
    assert content(path) == after
