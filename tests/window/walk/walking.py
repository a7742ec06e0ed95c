"""What both ways have in common: what stands in the window now, and its child processes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from forecasts.promotion import Phase
from scheduler.roster import Roster
from tests.window.shown import board_of, plan_shown, project_of, version_of

LONG = 120_000


def until_quiet(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.jobs.running(), timeout=LONG)


def roster_of(window: MainWindow) -> Roster:
    return plan_shown(board_of(window)).roster


def broken(window: MainWindow) -> set[tuple[str, int | None]]:
    return {(violation.agent, violation.day) for violation in plan_shown(board_of(window)).violations}


def phase_of(window: MainWindow, kind: str) -> Phase:
    return next(phase for phase in project_of(window.document).promotions[-1].phases if phase.kind == kind)


def up_to_date(window: MainWindow) -> bool:
    view = window.document.view
    return view is not None and not view.stale - {"roster"}


def dialog_of(window: MainWindow, qtbot: QtBot) -> QFileDialog:
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(QFileDialog)))
    dialog = next(dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    return dialog


def written_well(window: MainWindow, path: Path, qtbot: QtBot) -> bool:
    until_quiet(window, qtbot)
    return window.message.mood is Mood.GOOD and path.stat().st_size > 10_000


def until_found(window: MainWindow, qtbot: QtBot, optimise: Callable[[int], None]) -> None:
    """Two seconds are enough for a roster; a computer with other work to do gets more."""
    before = version_of(window.document).number
    for seconds in (2, 20):
        optimise(seconds)
        until_quiet(window, qtbot)
        if version_of(window.document).number > before:
            return
