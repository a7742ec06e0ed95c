"""Violations accepted with a reason: never without one, undone like everything, no longer counted as open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from app.window.frame.main_window import MainWindow
from app.window.frame.status_line import violations_text
from app.window.roster.edit_keys import Act, Asked
from app.window.roster.exception_dialog import ExceptionDialog
from app.window.roster.shift_keys import shift_keys
from app.window.roster.violations_model import SHAPES
from scheduler.violation import Severity, Violation


@pytest.fixture
def broken(opened: MainWindow):
    """The roster page with somebody working late and early again."""
    opened.go("roster")
    board = opened.page.board
    shifts = board.plan.problem.shifts
    keys = {shift: key for key, shift in shift_keys(shifts.values()).items()}
    latest, earliest = max(keys, key=lambda s: shifts[s].end), min(keys, key=lambda s: shifts[s].start)
    board.matrix.select(board.matrix.selection.at(0, 1))
    for shift in (latest, earliest):
        opened.page.editor.do(Asked(Act.SET, keys[shift]))
    assert board.violations.model.lines
    return board


def accept(board, qtbot, reason: str) -> ExceptionDialog:
    board.violations.step(forwards=True)
    qtbot.mouseClick(board.violations.accept, Qt.MouseButton.LeftButton)
    dialog = board.violations.findChildren(ExceptionDialog)[-1]
    dialog.field.setText(reason)
    return dialog


def accept_button(dialog: ExceptionDialog):
    box = dialog.findChild(QDialogButtonBox)
    return next(b for b in box.buttons() if box.buttonRole(b) is QDialogButtonBox.ButtonRole.AcceptRole)


def test_a_violation_is_accepted_with_its_reason_and_that_can_be_undone(opened, broken, qtbot):
    before = len(broken.violations.model.lines)
    dialog = accept(broken, qtbot, "本人申请换班")
    qtbot.mouseClick(accept_button(dialog), Qt.MouseButton.LeftButton)
    (waiver,) = opened.document.view.project.waivers
    assert waiver.reason == "本人申请换班"
    assert violations_text(opened.document.view, opened.document.judged).endswith("1 项已接受为例外")
    lines = broken.violations.model.lines
    assert len(lines) == before
    assert [line.reason for line in lines][-1] == "本人申请换班"
    last = broken.violations.model.index(len(lines) - 1, 0)
    assert last.data(Qt.ItemDataRole.DisplayRole).startswith("✓")
    assert "本人申请换班" in last.data(Qt.ItemDataRole.AccessibleTextRole)
    opened.document.undo()
    assert opened.document.view.project.waivers == ()
    assert not any(line.reason for line in broken.violations.model.lines)


def test_an_exception_is_taken_back_with_the_same_button(opened, broken, qtbot):
    accept(broken, qtbot, "换班").accept()
    lines = broken.violations.model.lines
    broken.violations.list.setCurrentIndex(broken.violations.model.index(len(lines) - 1, 0))
    qtbot.mouseClick(broken.violations.accept, Qt.MouseButton.LeftButton)
    assert opened.document.view.project.waivers == ()


def test_exceptions_have_a_switch_and_one_no_longer_needed_says_so(opened, broken, qtbot):
    accept(broken, qtbot, "换班").accept()
    card, before = broken.violations, len(broken.violations.model.lines)
    assert card._accepted.text() == "✓ 1"
    card._accepted.click()
    assert len(card.model.lines) == before - 1
    card._accepted.click()
    (waiver,) = opened.document.view.project.waivers
    agent, day = waiver.agent, opened.document.view.project.horizon.day_number(waiver.day)
    opened.page.editor.edit({(agent, other): None for other in range(max(0, day - 1), day + 2)}, "休息日")
    last = card.model.index(card.model.rowCount() - 1, 0)
    assert "已不再违反" in last.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "换班" in last.data(Qt.ItemDataRole.AccessibleTextRole)
    card.list.setCurrentIndex(last)
    qtbot.mouseClick(card.accept, Qt.MouseButton.LeftButton)
    assert opened.document.view.project.waivers == ()
    assert card._accepted.isHidden()


def test_without_a_reason_nothing_is_accepted(opened, broken, qtbot):
    dialog = accept(broken, qtbot, "   ")
    assert not accept_button(dialog).isEnabled()
    dialog.reject()
    assert opened.document.view.project.waivers == ()


@pytest.mark.parametrize("severity", list(Severity))
def test_what_the_law_forbids_is_never_accepted_without_a_warning(opened, severity, qtbot):
    violation = Violation("min_rest", "A", 1, severity=severity)
    dialog = ExceptionDialog(violation, "班间休息", "只有 7 小时。", opened)
    warned = any("法律" in said.text() for said in dialog.findChildren(QLabel))
    assert warned == (severity is Severity.LAW)
    dialog.reject()


def test_the_article_stands_beside_the_rule(broken):
    with_article = [line for line in broken.violations.model.lines if line.violation.article]
    assert all(line.violation.article in line.title for line in with_article)
    assert set(SHAPES) == set(Severity)


def test_exceptions_are_kept_in_the_file(opened, broken, qtbot, project_path: Path):
    accept(broken, qtbot, "换班").accept()
    opened.acts.open_path(project_path)
    assert [waiver.reason for waiver in opened.document.view.project.waivers] == ["换班"]
