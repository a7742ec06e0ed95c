"""Closing the window, or the project, while something still runs."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood

STOPS_WHEN_ASKED = "import sys; sys.stdin.readline()"


def boxes(window: MainWindow) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


@pytest.fixture
def busy(window: MainWindow) -> Iterator[MainWindow]:
    window.jobs.start("solve", "正在优化", [STOPS_WHEN_ASKED], lambda _end: None, (sys.executable, "-c"))
    yield window
    window.jobs.stop_all_and_wait()


def test_closing_while_something_runs_asks_first(busy: MainWindow) -> None:
    busy.close()
    assert busy.isVisible()
    assert len(boxes(busy)) == 1
    stay = next(button for button in boxes(busy)[0].buttons() if "继续" in button.text())
    stay.click()
    assert busy.jobs.running()


def test_closing_for_good_leaves_no_child_behind(busy: MainWindow, qtbot: QtBot) -> None:
    process = busy.jobs.running()[0]._process.processId()
    busy.close()
    close = next(button for button in boxes(busy)[0].buttons() if "停止" in button.text())
    close.click()
    qtbot.waitUntil(lambda: not busy.isVisible(), timeout=20_000)
    assert not busy.jobs.running()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_another_project_waits_until_nothing_works_on_this_one(busy: MainWindow, project_path: Path) -> None:
    assert not busy.acts.open_path(project_path)
    assert busy.message.mood is Mood.WARNING
    assert "正在优化" in busy.message.text
