"""What the pages look like beyond their first look: tabs, dialogs, the roster's day, its reasons and its changes."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QDialog

from app.window.forecast.page import ForecastPage
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Message
from app.window.help.dialog import HelpDialog
from app.window.history.import_preview import ImportPreviewDialog
from app.window.history.importing import Importing
from app.window.history.page import HistoryPage
from app.window.roster.board import RosterBoard
from app.window.roster.edit_keys import Act, Asked
from app.window.roster.page import RosterPage
from app.window.roster.shift_keys import shift_keys

Show = Callable[[MainWindow], None]
ROWS_EDITED = 3


def page_states(window: MainWindow, settle: Callable[[], None]) -> Iterator[tuple[str, MainWindow]]:
    """The project shown, state by state; the last ones publish and edit the roster, so give it a copy."""
    states: tuple[tuple[str, str, Show], ...] = (
        ("history", "calendar", _show_calendar),
        ("forecast", "promotions", _show_promotions),
        ("forecast", "backtest", _run_backtest),
        ("roster", "day", _show_day),
        ("roster", "why", _explain),
        ("roster", "violations", _break_rules),
        ("roster", "changes", _show_changes),
    )
    for step, name, act in states:
        window.go(step)
        window.say(Message(""))
        act(window)
        settle()
        yield f"{step}-{name}", window


def dialog_states(window: MainWindow, tables: list[Path], settle: Callable[[], None]) -> Iterator[tuple[str, QDialog]]:
    """The help, tab by tab, then what an import of `tables` would bring."""
    window.help()
    settle()
    for dialog in window.findChildren(HelpDialog):
        for number, name in enumerate(("keys", "words", "changes")):
            dialog.tabs.setCurrentIndex(number)
            settle()
            yield f"help-{name}", dialog
        dialog.reject()
    importing = Importing(window.desk, window)
    importing.preview(tables)
    settle()
    for preview in window.findChildren(ImportPreviewDialog):
        yield "import-preview", preview
        preview.reject()


def _show_calendar(window: MainWindow) -> None:
    if isinstance(window.page, HistoryPage):
        window.page.tabs.setCurrentWidget(window.page.calendar)


def _show_promotions(window: MainWindow) -> None:
    if isinstance(window.page, ForecastPage):
        window.page.tabs.setCurrentWidget(window.page.tabs.phases)


def _run_backtest(window: MainWindow) -> None:
    if isinstance(window.page, ForecastPage):
        window.page.tabs.setCurrentWidget(window.page.tabs.backtest)
        window.page.tabs.backtest.run.click()


def _board(window: MainWindow) -> RosterBoard:
    if not isinstance(window.page, RosterPage) or window.page.board is None:
        raise TypeError("the roster page is not shown")
    return window.page.board


def _busiest_day(board: RosterBoard) -> int:
    days = [day for _agent, day in board.plan.roster.cells] if board.plan else []
    return max(set(days), key=days.count, default=0)


def _show_day(window: MainWindow) -> None:
    board = _board(window)
    board.matrix.select(board.matrix.selection.at(0, _busiest_day(board)))
    board.bar.day.setChecked(True)


def _explain(window: MainWindow) -> None:
    board = _board(window)
    board.bar.day.setChecked(False)
    board.explain()


def _break_rules(window: MainWindow) -> None:
    """Publish, then let a few agents end as late as possible on the busiest day and begin early on the next."""
    board = _board(window)
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


def _show_changes(window: MainWindow) -> None:
    board = _board(window)
    board.side.show_card(board.side.changes)
