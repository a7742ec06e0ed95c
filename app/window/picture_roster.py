"""The roster in all its states: zoomed, grouped, filtered, searched, explained, changed and searched for."""

from collections.abc import Callable, Iterator
from time import monotonic

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from app.window.frame.main_window import MainWindow
from app.window.frame.message import Message
from app.window.picture_dialogs import opened
from app.window.picture_roster_dialogs import roster_dialogs
from app.window.roster.board import RosterBoard
from app.window.roster.cell_menu import cell_menu
from app.window.roster.edit_keys import Act, Asked
from app.window.roster.page import RosterPage
from app.window.roster.rows import GroupBy
from app.window.roster.search import JOB
from app.window.roster.shift_keys import shift_keys

Shown = tuple[str, QWidget]
Settle = Callable[[], None]
ROWS_EDITED = 3
SEARCH_SECONDS = 6
PATIENCE_SECONDS = 20.0


def roster_states(window: MainWindow, settle: Settle) -> Iterator[Shown]:
    """State by state; the last ones publish and edit the roster, so give it a copy."""
    window.go("roster")
    board = board_of(window)
    states: tuple[tuple[str, Callable[[MainWindow, RosterBoard], None]], ...] = (
        ("week", _show_week),
        ("groups", _group_by_skill),
        ("found", _find_nobody),
        ("room", _make_room),
        ("interval", _ask_who_is_on),
        ("selected", _select_agents),
        ("day", _show_day),
        ("why", _explain),
        ("takers", _show_takers),
        ("swaps", _show_swaps),
        ("short-hour", _show_short_hour),
        ("violations", _break_rules),
        ("changes", _show_changes),
    )
    for name, act in states:
        window.say(Message(""))
        act(window, board)
        settle()
        yield f"roster-{name}", window
    if board.plan is not None:
        yield from opened("menu-cell", cell_menu(board.plan, lambda _asked: None, board.matrix), settle)
    yield from roster_dialogs(window, board, settle)
    yield from _search(window, board, settle)


def board_of(window: MainWindow) -> RosterBoard:
    """The roster page's content. Raises TypeError while another page is shown."""
    if not isinstance(window.page, RosterPage) or window.page.board is None:
        raise TypeError("the roster page is not shown")
    return window.page.board


def _busiest_day(board: RosterBoard) -> int:
    days = [day for _agent, day in board.plan.roster.cells] if board.plan else []
    return max(set(days), key=days.count, default=0)


def _show_week(_window: MainWindow, board: RosterBoard) -> None:
    board.matrix.zoom(7)
    board.matrix.select(board.matrix.selection.at(0, _busiest_day(board)))


def _group_by_skill(_window: MainWindow, board: RosterBoard) -> None:
    board.matrix.zoom(None)
    board.bar.groups.setCurrentIndex(board.bar.groups.findData(GroupBy.SKILL))
    board.bar.show_menu.heads.setChecked(True)


def _find_nobody(_window: MainWindow, board: RosterBoard) -> None:
    board.bar.show_menu.heads.setChecked(False)
    board.bar.groups.setCurrentIndex(board.bar.groups.findData(GroupBy.CONTRACT))
    board.bar.filter.setText("兼职" if board.plan is None else board.plan.rows[-1].name)


def _make_room(_window: MainWindow, board: RosterBoard) -> None:
    board.bar.filter.clear()
    board.bar.show_menu.dense.setChecked(True)
    board.bar.show_menu.room.setChecked(True)


def _ask_who_is_on(_window: MainWindow, board: RosterBoard) -> None:
    board.bar.show_menu.dense.setChecked(False)
    board.bar.show_menu.room.setChecked(False)
    board.next_shortage()


def _select_agents(_window: MainWindow, board: RosterBoard) -> None:
    board.choose_interval(None)
    board.matrix.select(board.matrix.selection.at(1, 2).at(4, 5, extend=True))


def _show_day(_window: MainWindow, board: RosterBoard) -> None:
    board.matrix.select(board.matrix.selection.at(0, _busiest_day(board)))
    board.bar.day.setChecked(True)


def _explain(_window: MainWindow, board: RosterBoard) -> None:
    board.bar.day.setChecked(False)
    board.explain()


def _show_swaps(_window: MainWindow, board: RosterBoard) -> None:
    board.side.reasons.tabs.setCurrentWidget(board.side.reasons.swaps)


def _show_short_hour(_window: MainWindow, board: RosterBoard) -> None:
    board.explain_hour()


def _show_takers(_window: MainWindow, board: RosterBoard) -> None:
    board.side.reasons.tabs.setCurrentWidget(board.side.reasons.takers)


def _break_rules(window: MainWindow, board: RosterBoard) -> None:
    """Publish, then let a few agents end as late as possible on the busiest day and begin early on the next."""
    board.side.changes.published.emit()
    if board.plan is None or not isinstance(window.page, RosterPage):
        return
    shifts = board.plan.problem.shifts
    keys = {shift: key for key, shift in shift_keys(shifts.values()).items()}
    latest = max(keys, key=lambda name: shifts[name].end)
    earliest = min(keys, key=lambda name: shifts[name].start)
    for row in range(ROWS_EDITED):
        board.matrix.select(board.matrix.selection.at(row, _busiest_day(board) - 1))
        for shift in (latest, earliest):
            window.page.editor.do(Asked(Act.SET, keys[shift]))
    board.side.show_card(board.violations)
    board.violations.step(forwards=True)


def _show_changes(_window: MainWindow, board: RosterBoard) -> None:
    board.side.show_card(board.side.changes)


def _search(window: MainWindow, board: RosterBoard, settle: Settle) -> Iterator[Shown]:
    """Once with a first cost told, once when it is over."""
    board.search.seconds.setText(str(SEARCH_SECONDS))
    board.search.started.emit()
    until = monotonic() + PATIENCE_SECONDS
    while window.jobs.is_running(JOB) and not board.search.curve.points and monotonic() < until:
        loop = QEventLoop()
        QTimer.singleShot(100, loop.quit)
        loop.exec()
    yield "roster-searching", window
    settle()
    yield "roster-found-better", window
