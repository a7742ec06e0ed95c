"""One project in two windows, or in a window and a command: one writes, the other looks, and nothing is lost."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.project.file import ProjectFile
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.frame.status_line import StatusLine
from app.window.frame.writing_lock import WritingLock
from forecasts.findings import InputError

DIES_WITH_THE_LOCK = """
import os, sys
from pathlib import Path
from app.window.frame.writing_lock import WritingLock
lock = WritingLock(Path(sys.argv[1]))
assert not lock.holder
os._exit(1)
"""


@pytest.fixture
def second(qapp: QApplication, opened: MainWindow, project_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(qapp)
    made.show()
    assert made.acts.open_path(project_path)
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def seats(window: MainWindow) -> int | None:
    assert window.document.view is not None
    return window.document.view.project.seat_limit


def set_seats(window: MainWindow, number: int) -> None:
    assert window.document.view is not None
    window.document.change("seats", replace(window.document.view.project, seat_limit=number))


def test_the_second_window_says_that_it_only_looks_and_offers_a_copy(opened: MainWindow, second: MainWindow) -> None:
    assert re.search(r", \d\d-\d\d \d\d:\d\d$", second.document.holder)
    assert not opened.document.holder
    assert second.message.mood is Mood.WARNING
    assert "另一个窗口" in second.message.text
    assert second.message.act == "另存为副本 …"
    shown = [fact.text() for fact in second.findChildren(StatusLine)[0]._facts]
    assert shown[0] == "仅供查看"


def test_nothing_can_be_changed_in_the_second_window(opened: MainWindow, second: MainWindow) -> None:
    document, before = second.document, opened.document.undo_label
    acts: tuple[Callable[[], object], ...] = (
        lambda: set_seats(second, 7),
        lambda: document.edit_roster("edit", {("K01", 0): None}, {}),
        lambda: document.publish("publish"),
        document.undo,
        document.redo,
        lambda: second.jobs.start("forecast", "", [], print),
    )
    for act in acts:
        with pytest.raises(InputError) as refused:
            act()
        assert [finding.code for finding in refused.value.findings] == ["PF13"]
    opened.document.reload()
    assert seats(opened) == 20
    assert opened.document.undo_label == before


def test_the_second_window_sees_what_the_first_has_changed(opened: MainWindow, second: MainWindow) -> None:
    set_seats(opened, 31)
    assert seats(second) == 20
    second.document.look_again()
    assert seats(second) == 31


def test_when_the_first_window_goes_the_second_writes(opened: MainWindow, second: MainWindow) -> None:
    opened.document.close()
    second.document.look_again()
    assert not second.document.holder
    set_seats(second, 32)
    assert seats(second) == 32


def test_a_copy_of_a_project_looked_at_can_be_changed(opened: MainWindow, second: MainWindow, tmp_path: Path) -> None:
    set_seats(opened, 33)
    second.acts._copy_to(tmp_path / "copy.peakroster")
    assert not second.document.holder
    set_seats(second, 34)
    assert (seats(opened), seats(second)) == (33, 34)


def test_a_copy_does_not_take_the_place_of_a_project_open_elsewhere(
    opened: MainWindow, second: MainWindow, empty_path: Path
) -> None:
    assert second.acts.open_path(empty_path)
    assert second.document.file.path == empty_path
    second.acts._copy_to(opened.document.file.path)
    assert second.message.mood is Mood.ERROR
    assert seats(opened) == 20


def test_the_lock_of_a_program_that_died_holds_nobody(window: MainWindow, project_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(root), *sys.path])}
    ran = subprocess.run([sys.executable, "-c", DIES_WITH_THE_LOCK, str(project_path)], env=environment, check=False)
    assert ran.returncode == 1
    assert list(project_path.parent.glob("*.lock"))
    assert window.acts.open_path(project_path)
    assert not window.document.holder
    set_seats(window, 35)


def test_a_project_closed_leaves_no_lock_behind(opened: MainWindow, project_path: Path, empty_path: Path) -> None:
    assert WritingLock(project_path).holder
    assert opened.acts.open_path(empty_path)
    assert not list(project_path.parent.glob(f"{project_path.name}.lock"))
    opened.document.close()
    assert not list(project_path.parent.glob("*.lock"))


def test_a_change_keeps_what_a_command_stored_meanwhile(opened: MainWindow, project_path: Path) -> None:
    with ProjectFile.open(project_path) as command:
        command.change("name", replace(command.read(), name="命令改的名字"))
    set_seats(opened, 36)
    assert opened.document.view is not None
    assert (seats(opened), opened.document.view.project.name) == (36, "命令改的名字")


def test_a_part_that_a_command_changed_meanwhile_is_shown_and_not_overwritten(
    opened: MainWindow, project_path: Path
) -> None:
    with ProjectFile.open(project_path) as command:
        command.change("seats", replace(command.read(), seat_limit=50))
    with pytest.raises(InputError) as refused:
        set_seats(opened, 37)
    assert [finding.code for finding in refused.value.findings] == ["PF12"]
    assert seats(opened) == 50


def test_an_edit_of_the_roster_is_made_on_what_a_command_stored(opened: MainWindow, project_path: Path) -> None:
    view = opened.document.view
    assert view is not None
    assert view.version is not None
    taken, kept = list(view.version.solution.roster.cells)[:2]
    with ProjectFile.open(project_path) as command:
        command.edit_roster("by command", view.scenario.name, view.version.number, {taken: None})
    opened.document.edit_roster("by hand", {kept: None}, {})
    with ProjectFile.open(project_path) as command:
        version = command.latest_version(view.scenario.name)
    assert version is not None
    assert not {taken, kept} & version.solution.roster.cells.keys()
    assert opened.document.view is not None
    assert opened.document.view.version == version
