"""The page of the review: actuals in, what was planned beside what happened, lessons kept."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.project.file import ProjectFile
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Message, Mood
from app.window.frame.steps import StepState, step_state
from app.window.review.page import ReviewPage
from app.wording.names import name_of

LONG = 240_000
CALCULATING = "正在计算复盘……"


@pytest.fixture
def reviewing(window: MainWindow, project_path: Path, qtbot: QtBot) -> Iterator[ReviewPage]:
    window.acts.open_path(project_path)
    window.go("review")
    assert isinstance(window.page, ReviewPage)
    yield window.page
    qtbot.waitUntil(lambda: not window.jobs.running(), timeout=LONG)


@pytest.fixture
def actuals(project_path: Path, tmp_path: Path) -> Path:
    """Half as many again as were expected, in every interval."""
    with ProjectFile.open(project_path) as file:
        expected = file.forecast("基准")
    assert expected is not None
    lines = ["start,skill,inquiries"]
    for key, volume in expected:
        counts = np.round(volume.p50 * 1.5).astype(int)
        starts = expected.horizon.starts()
        lines += [f"{start},{name_of(key.skill)},{count}" for start, count in zip(starts, counts, strict=True)]
    path = tmp_path / "actuals.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def take_in(window: MainWindow, page: ReviewPage, path: Path, qtbot: QtBot) -> None:
    page.take_in([path])
    qtbot.waitUntil(lambda: not window.jobs.running() and page._told is not None, timeout=LONG)


def test_without_actuals_the_page_says_what_to_do(window: MainWindow, reviewing: ReviewPage) -> None:
    button = next(b for b in reviewing.findChildren(QPushButton) if b.isVisible() and "实际" in b.text())
    assert button.isEnabled()
    assert step_state("review", window.document.view) is StepState.READY


def test_imported_actuals_are_reviewed_at_once_then_saved_and_their_lessons_kept_and_taken_back(
    window: MainWindow,
    reviewing: ReviewPage,
    actuals: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take_in(window, reviewing, actuals, qtbot)
    whole = reviewing.spans.numbers.rows[0]
    assert whole.cells[0] == "整个周期"
    assert whole.cells[3].startswith("−3")
    assert step_state("review", window.document.view) is StepState.DONE
    said_well(window, qtbot, lambda: reviewing.write(tmp_path / "review.xlsx"))
    assert (tmp_path / "review.xlsx").stat().st_size > 10_000
    said_well(window, qtbot, reviewing._keep.trigger)
    view = window.document.view
    assert view is not None
    assert {lesson.what for lesson in view.project.lessons} >= {"bias"}
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.document.view is not None
    assert window.document.view.project.lessons == ()
    monkeypatch.setattr(window.jobs, "start", lambda *_asked, **_options: None)
    reviewing._asked = ()
    reviewing.fill(window.document.view)
    for chart in (reviewing._volume, reviewing._agents):
        assert CALCULATING in [item.toPlainText() for item in chart.plot.items() if hasattr(item, "toPlainText")]
    assert not reviewing.spans.numbers.rows


def said_well(window: MainWindow, qtbot: QtBot, act: Callable[[], object]) -> None:
    """Act and wait until the window says that it is done."""
    window.say(Message("…", Mood.TOLD))
    act()
    qtbot.waitUntil(lambda: window.message.mood is Mood.GOOD, timeout=LONG)
