"""What the pages look like beyond their first look: their tabs, choices and results, page by page."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QRadioButton, QTabWidget, QWidget

from app.window.forecast.page import ForecastPage
from app.window.frame.day_chooser import WHOLE, DayChooser
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Message
from app.window.history.page import HistoryPage
from app.window.picture_dialogs import Shown
from app.window.rules.page import RulesPage

Settle = Callable[[], None]


def page_states(window: MainWindow, settle: Settle) -> Iterator[Shown]:
    """The project shown, state by state."""
    states: tuple[tuple[str, str, Callable[[MainWindow], None]], ...] = (
        ("history", "calendar", _show_calendar),
        ("forecast", "promotions", lambda window: _show_tab(window, "phases")),
        *(("forecast", name, _tab_shower(number)) for number, name in enumerate(FORECAST_TABS, 2)),
        ("forecast", "backtest", _run_backtest),
        ("requirement", "horizon", _show_whole),
        ("requirement", "typed", _type_a_goal),
        ("rules", "filtered", lambda window: _filter(window, "time")),
        ("rules", "effect", _change_rule),
        ("comparison", "sweep", _last_tab),
    )
    for step, name, act in states:
        window.go(step)
        window.say(Message(""))
        act(window)
        settle()
        yield f"{step}-{name}", window
    yield from _exports(window, settle)


FORECAST_TABS = ("broadcasts", "overrides", "drivers", "today", "sources")
"""Tabs of the forecast page behind the days and the promotions, in their order; the backtest is the last."""


def _tabs(window: MainWindow) -> QTabWidget:
    return next(tabs for tabs in window.page.findChildren(QTabWidget) if tabs.isVisible())


def _show_calendar(window: MainWindow) -> None:
    if isinstance(window.page, HistoryPage):
        window.page.tabs.setCurrentWidget(window.page.calendar)


def _show_tab(window: MainWindow, name: str) -> None:
    if isinstance(window.page, ForecastPage):
        window.page.tabs.setCurrentWidget(getattr(window.page.tabs, name))


def _tab_shower(number: int) -> Callable[[MainWindow], None]:
    return lambda window: _tabs(window).setCurrentIndex(number)


def _last_tab(window: MainWindow) -> None:
    tabs = _tabs(window)
    tabs.setCurrentIndex(tabs.count() - 1)


def _run_backtest(window: MainWindow) -> None:
    if isinstance(window.page, ForecastPage):
        window.page.tabs.setCurrentWidget(window.page.tabs.backtest)
        window.page.tabs.backtest.run.click()


def _show_whole(window: MainWindow) -> None:
    chooser = window.page.findChild(DayChooser)
    if chooser is not None:
        chooser.choose(WHOLE)
        chooser.chosen.emit(WHOLE)


def _type_a_goal(window: MainWindow) -> None:
    field = next(iter(window.page.findChildren(QDoubleSpinBox)), None)
    if field is not None:
        field.setValue(field.value() + 10)


def _filter(window: MainWindow, needle: str) -> None:
    field = next(iter(window.page.findChildren(QLineEdit)), None)
    if field is not None:
        field.setText(needle)


def _change_rule(window: MainWindow) -> None:
    _filter(window, "")
    if isinstance(window.page, RulesPage) and window.page.table is not None:
        model = window.page.table.model
        model.setData(model.index(0, 2), "4")


def _exports(window: MainWindow, settle: Settle) -> Iterator[Shown]:
    """The preview of every format, its last sheet in front."""
    window.go("export")
    for number, button in enumerate(window.page.findChildren(QRadioButton)):
        window.say(Message(""))
        button.click()
        _last_tab(window)
        settle()
        yield f"export-format{number + 1}", window


def first_run(window: MainWindow, settle: Settle) -> Iterator[tuple[str, QWidget]]:
    """The window before any project is open."""
    for step in ("history", "roster"):
        window.go(step)
        settle()
        yield f"first-run-{step}", window
