"""Violations accepted with a reason: never without one, undone like everything, no longer counted as open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from app.window.frame.main_window import MainWindow
from app.window.frame.status_line import violations_text
from app.window.roster.board import RosterBoard
from app.window.roster.edit_keys import Act, Asked
from app.window.roster.exception_dialog import ExceptionDialog
from app.window.roster.page import RosterPage
from app.window.roster.shift_keys import shift_keys
from app.window.roster.violations_model import SHAPES
from scheduler.violation import Severity, Violation
from tests.there import there
from tests.window.shown import board_of, page_of, plan_shown, project_of, view_of


@pytest.fixture
def broken(opened: MainWindow) -> RosterBoard:
    """The roster page with somebody working late and early again."""
    opened.go("roster")
    board = board_of(opened)
    shifts = plan_shown(board).problem.shifts
    keys = {shift: key for key, shift in shift_keys(shifts.values()).items()}
    latest, earliest = max(keys, key=lambda s: shifts[s].end), min(keys, key=lambda s: shifts[s].start)
    board.matrix.select(board.matrix.selection.at(0, 1))
    for shift in (latest, earliest):
        page_of(opened, RosterPage).editor.do(Asked(Act.SET, keys[shift]))
    assert board.violations.model.lines
    return board


def accept(board: RosterBoard, qtbot: QtBot, reason: str) -> ExceptionDialog:
    board.violations.step(forwards=True)
    qtbot.mouseClick(board.violations.accept, Qt.MouseButton.LeftButton)
    dialog = board.violations.findChildren(ExceptionDialog)[-1]
    dialog.field.setText(reason)
    return dialog


def accept_button(dialog: ExceptionDialog) -> QAbstractButton:
    box = there(dialog.findChild(QDialogButtonBox))
    return next(b for b in box.buttons() if box.buttonRole(b) is QDialogButtonBox.ButtonRole.AcceptRole)


def test_a_violation_is_accepted_with_its_reason_and_that_can_be_undone(
    opened: MainWindow, broken: RosterBoard, qtbot: QtBot
) -> None:
    before = len(broken.violations.model.lines)
    dialog = accept(broken, qtbot, "本人申请换班")
    qtbot.mouseClick(accept_button(dialog), Qt.MouseButton.LeftButton)
    (waiver,) = project_of(opened.document).waivers
    assert waiver.reason == "本人申请换班"
    assert violations_text(view_of(opened.document), opened.document.judged).endswith("1 项已接受为例外")
    lines = broken.violations.model.lines
    assert len(lines) == before
    assert [line.reason for line in lines][-1] == "本人申请换班"
    last = broken.violations.model.index(len(lines) - 1, 0)
    assert last.data(Qt.ItemDataRole.DisplayRole).startswith("✓")
    assert "本人申请换班" in last.data(Qt.ItemDataRole.AccessibleTextRole)
    opened.document.undo()
    assert project_of(opened.document).waivers == ()
    assert not any(line.reason for line in broken.violations.model.lines)


def test_an_exception_is_taken_back_with_the_same_button(opened: MainWindow, broken: RosterBoard, qtbot: QtBot) -> None:
    accept(broken, qtbot, "换班").accept()
    lines = broken.violations.model.lines
    broken.violations.list.setCurrentIndex(broken.violations.model.index(len(lines) - 1, 0))
    qtbot.mouseClick(broken.violations.accept, Qt.MouseButton.LeftButton)
    assert project_of(opened.document).waivers == ()


def test_exceptions_have_a_switch_and_one_no_longer_needed_says_so(
    opened: MainWindow, broken: RosterBoard, qtbot: QtBot
) -> None:
    accept(broken, qtbot, "换班").accept()
    card, before = broken.violations, len(broken.violations.model.lines)
    assert card._accepted.text() == "✓ 1"
    card._accepted.click()
    assert len(card.model.lines) == before - 1
    card._accepted.click()
    (waiver,) = project_of(opened.document).waivers
    agent, day = waiver.agent, project_of(opened.document).horizon.day_number(there(waiver.day))
    page_of(opened, RosterPage).editor.edit(
        {(agent, other): None for other in range(max(0, day - 1), day + 2)}, "休息日"
    )
    last = card.model.index(card.model.rowCount() - 1, 0)
    assert "已不再违反" in last.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "换班" in last.data(Qt.ItemDataRole.AccessibleTextRole)
    card.list.setCurrentIndex(last)
    qtbot.mouseClick(card.accept, Qt.MouseButton.LeftButton)
    assert project_of(opened.document).waivers == ()
    assert card._accepted.isHidden()


def test_without_a_reason_nothing_is_accepted(opened: MainWindow, broken: RosterBoard, qtbot: QtBot) -> None:
    dialog = accept(broken, qtbot, "   ")
    assert not accept_button(dialog).isEnabled()
    dialog.reject()
    assert project_of(opened.document).waivers == ()


@pytest.mark.parametrize("severity", list(Severity))
def test_what_the_law_forbids_is_never_accepted_without_a_warning(
    opened: MainWindow, severity: Severity, qtbot: QtBot
) -> None:
    violation = Violation("min_rest", "A", 1, severity=severity)
    dialog = ExceptionDialog(violation, "班间休息", "只有 7 小时。", opened)
    warned = any("法律" in said.text() for said in dialog.findChildren(QLabel))
    assert warned == (severity is Severity.LAW)
    dialog.reject()


def test_the_article_stands_beside_the_rule(broken: RosterBoard) -> None:
    with_article = [line for line in broken.violations.model.lines if line.violation.article]
    assert all(line.violation.article in line.title for line in with_article)
    assert set(SHAPES) == set(Severity)


def test_exceptions_are_kept_in_the_file(
    opened: MainWindow, broken: RosterBoard, qtbot: QtBot, project_path: Path
) -> None:
    accept(broken, qtbot, "换班").accept()
    opened.acts.open_path(project_path)
    assert [waiver.reason for waiver in project_of(opened.document).waivers] == ["换班"]
