"""From a phase moved to a workbook by mouse, with the real child processes."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.window.frame.main_window import MainWindow
from app.window.frame.rail import RailButton
from app.window.frame.steps import STEPS
from app.window.roster.board import RosterBoard
from app.window.roster.day_moves import moved
from app.window.roster.day_view import Grip, grip_at
from app.window.roster.reasons_card import OPTION
from tests.window.shown import board_of, version_of
from tests.window.walk.walking import (
    LONG,
    broken,
    dialog_of,
    phase_of,
    roster_of,
    until_found,
    until_quiet,
    up_to_date,
    written_well,
)

Key, Modifier, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton


@pytest.mark.slow
def test_the_whole_way_is_gone_by_mouse(walked: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    click_step(walked, "forecast")
    drag_a_phase(walked)
    until_quiet(walked, qtbot)
    assert up_to_date(walked)
    click_step(walked, "roster")
    board, first = board_of(walked), version_of(walked.document).number
    until_found(walked, qtbot, lambda seconds: optimise_by_mouse(board, seconds))
    assert version_of(walked.document).number == first + 1, walked.message.text
    assert not broken(walked)
    break_a_rule_by_menu(walked, qtbot)
    click_the_first_violation(walked)
    mend_it_in_the_why_panel(walked, qtbot)
    drag_a_bar(walked)
    locked = lock_by_menu(walked, qtbot)
    before = roster_of(walked).shift(*locked)
    until_found(walked, qtbot, lambda seconds: optimise_by_mouse(board, seconds))
    assert version_of(walked.document).number > first + 1
    assert roster_of(walked).shift(*locked) == before
    click_step(walked, "export")
    click_primary(walked)
    dialog = dialog_of(walked, qtbot)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    QTest.mouseDClick(name, Button.LeftButton)
    name.selectAll()
    QTest.keyClicks(name, str(tmp_path / "walk.xlsx"))
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    click(buttons.button(QDialogButtonBox.StandardButton.Save))
    qtbot.waitUntil(lambda: walked.jobs.is_running("export"), timeout=LONG)
    assert written_well(walked, tmp_path / "walk.xlsx", qtbot)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    QTest.mouseClick(widget, Button.LeftButton, pos=at or widget.rect().center())
    QApplication.processEvents()


def drag(widget: QWidget, start: QPointF, end: QPointF) -> None:
    """Press, two moves with the button held, release."""
    path = [(QEvent.Type.MouseButtonPress, start), (QEvent.Type.MouseMove, (start + end) / 2)]
    path += [(QEvent.Type.MouseMove, end), (QEvent.Type.MouseButtonRelease, end)]
    for kind, at in path:
        held = Button.NoButton if kind is QEvent.Type.MouseButtonRelease else Button.LeftButton
        which = Button.NoButton if kind is QEvent.Type.MouseMove else Button.LeftButton
        place = QPointF(widget.mapToGlobal(at))
        QApplication.sendEvent(widget, QMouseEvent(kind, at, place, which, held, Modifier.NoModifier))
        QApplication.processEvents()


def click_step(window: MainWindow, step: str) -> None:
    buttons = window.findChildren(RailButton)
    click(buttons[STEPS.index(step)])
    assert window.page.step == step


def click_primary(window: MainWindow) -> None:
    click(next(b for b in window.findChildren(QPushButton) if b.isVisible() and b.property("kind") == "primary"))


def drag_a_phase(window: MainWindow) -> None:
    """The end of the shipping days, six hours later."""
    before = phase_of(window, "shipping").end
    plot = window.page._chart.plot  # type: ignore[attr-defined]  # the chart of the forecast
    view = window.document.view
    assert view is not None
    hour = (before - view.project.horizon.start).total_seconds() / 3600
    box = plot.getViewBox()
    middle = box.viewRect().center().y()
    places = [QPointF(plot.mapFromScene(box.mapViewToScene(QPointF(x, middle)))) for x in (hour, hour + 6)]
    drag(plot.viewport(), *places)
    assert phase_of(window, "shipping").end - before > timedelta(hours=4)


def optimise_by_mouse(board: RosterBoard, seconds: int) -> None:
    QTest.mouseDClick(board.search.seconds, Button.LeftButton)
    QTest.keyClicks(board.search.seconds, str(seconds))
    assert board.search.wish.seconds == seconds
    click(board.search.button)


def cell_place(window: MainWindow, row: int, day: int) -> QPoint:
    scene = board_of(window).matrix.scene
    assert scene is not None
    geometry = scene.geometry
    return QPoint(geometry.day_left(day + 0.5), geometry.row_top(row) + geometry.row_height // 2)


def choose_in_menu(window: MainWindow, qtbot: QtBot, row: int, day: int, *words: str) -> None:
    """Ask for the menu of a cell and click what is called so, also in a menu inside it."""
    matrix = board_of(window).matrix
    place = cell_place(window, row, day)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, matrix.viewport().mapToGlobal(place))
    QApplication.sendEvent(matrix.viewport(), asked)
    menu = next(menu for menu in matrix.findChildren(QMenu) if menu.isVisible())

    def gone() -> bool:
        return not any(one.isVisible() for one in matrix.findChildren(QMenu))

    for word in words:
        action = next(action for action in menu.actions() if action.text().startswith(word))
        inside: QMenu | None = action.menu()  # type: ignore[assignment]  # the stubs call it a plain object
        place = menu.actionGeometry(action).center()
        click_until(qtbot, menu, place, inside.isVisible if inside is not None else gone)
        menu = inside or menu
    qtbot.waitUntil(gone)


def click_until(qtbot: QtBot, menu: QMenu, place: QPoint, answered: Callable[[], bool]) -> None:
    """A menu that a real pointer happens to lie on may take the click for a move to another line: then once more."""
    for _ in range(3):
        click(menu, place)
        with suppress(qtbot.TimeoutError):
            qtbot.waitUntil(answered, timeout=1500)
        if answered():
            return


def break_a_rule_by_menu(window: MainWindow, qtbot: QtBot) -> None:
    """A night before an early shift."""
    first = board_of(window).matrix.model.rows[0].id
    for day, (shift, name) in enumerate((("夜", "夜班"), ("早", "早班"))):
        choose_in_menu(window, qtbot, 0, day, "设为班次", name)
        assert roster_of(window).shift(first, day) == shift
    assert broken(window)


def click_the_first_violation(window: MainWindow) -> None:
    board = board_of(window)
    click(board.matrix.viewport(), cell_place(window, 3, 5))
    shown = board.violations.list
    click(shown.viewport(), shown.visualRect(board.violations.model.index(0, 0)).center())
    assert (board.matrix.agent, board.matrix.selection.day) in broken(window)


def mend_it_in_the_why_panel(window: MainWindow, qtbot: QtBot) -> None:
    """What the panel offers in the place of each shift, until no rule is broken."""
    board, reasons = board_of(window), board_of(window).side.reasons
    for day in (1, 0):
        choose_in_menu(window, qtbot, 0, day, "原因")
        items = [reasons.choices.topLevelItem(row) for row in range(reasons.choices.topLevelItemCount())]
        harmless = [item for item in items if item is not None and not item.data(0, OPTION).breaks_rules]
        if broken(window) and harmless:
            item = harmless[0]
            wanted = item.data(0, OPTION).cells
            place = reasons.choices.visualItemRect(item).center()
            click(reasons.choices.viewport(), place)
            QTest.mouseDClick(reasons.choices.viewport(), Button.LeftButton, pos=place)
            assert all(roster_of(window).cells.get(key) == cell for key, cell in wanted.items())
    assert board.plan is not None
    assert not broken(window)


def drag_a_bar(window: MainWindow) -> None:
    """Five hours later in the day view, then taken back with the button in the header."""
    board, before, plan = board_of(window), roster_of(window), board_of(window).plan
    assert plan is not None
    shown = [row.id for row in board.matrix.model.rows[:9]]
    cell = next(c for c in before if c.agent in shown and c.shift in {"早", "中"} and moved(plan, c, 300) != c)
    click(board.matrix.viewport(), cell_place(window, shown.index(cell.agent), cell.day))
    click(board.bar.day)
    scene = board.day.scene()
    assert scene is not None
    bar = next(bar for bar in scene.bars if bar.cell == cell)
    hold = QPointF(scene.box(bar).right() - 20, scene.box(bar).center().y())
    held = grip_at(scene, hold)
    assert held is not None
    assert held[1] is Grip.BODY
    drag(board.day, hold, hold + QPointF(scene.x(300), 0))
    assert roster_of(window).cells[cell.agent, cell.day] == moved(plan, cell, 300)
    click(next(b for b in window.findChildren(QToolButton) if b.isVisible() and b.text().startswith("撤销")))
    assert roster_of(window) == before
    click(board.bar.day)


def lock_by_menu(window: MainWindow, qtbot: QtBot) -> tuple[str, int]:
    choose_in_menu(window, qtbot, 0, 2, "锁定")
    view, agent = window.document.view, board_of(window).matrix.agent
    assert view is not None
    assert view.locks == {(agent, 2)}
    return str(agent), 2
