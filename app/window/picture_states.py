"""What the pages look like beyond their first look: their tabs, choices and results, page by page."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QLineEdit, QRadioButton, QTabWidget, QWidget

from app.window.forecast.page import ForecastPage
from app.window.frame.day_chooser import WHOLE, DayChooser
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Message
from app.window.history.page import HistoryPage
from app.window.picture_dialogs import Shown
from app.window.requirement.goal_slider import GoalSlider
from app.window.review.page import ReviewPage
from app.window.rules.page import RulesPage
from app.wording import words
from app.wording.names import name_of

_ = words("window")
Settle = Callable[[], None]
MOST_TURNS = 200
SWING = 9.0
"""Intervals in a radian of what the made-up actuals swing by."""


def page_states(window: MainWindow, settle: Settle) -> Iterator[Shown]:
    """The project shown, state by state."""
    states: tuple[tuple[str, str, Callable[[MainWindow], None]], ...] = (
        ("history", "calendar", _show_calendar),
        ("forecast", "promotions", lambda window: _show_tab(window, "phases")),
        *(("forecast", name, _tab_shower(tab)) for name, tab in FORECAST_TABS.items()),
        ("forecast", "backtest", _run_backtest),
        ("requirement", "horizon", _show_whole),
        ("requirement", "typed", _try_a_goal),
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


def reviewed(window: MainWindow, folder: Path, settle: Settle) -> Iterator[Shown]:
    """The review after made-up actuals that swing between the forecast's P10 and P90."""
    forecast = window.document.view.forecast if window.document.view else None
    window.go("review")
    if forecast is None or not isinstance(window.page, ReviewPage):
        return
    lines = ["start,skill,inquiries"]
    for key, volume in forecast:
        swing = np.sin(np.arange(len(volume.p50)) / SWING)
        counts = np.where(swing > 0, volume.p50 + swing * (volume.p90 - volume.p50), volume.p50 * (1 + swing / 5))
        starts = forecast.horizon.starts()
        lines += [f"{at},{name_of(key.skill)},{n:.0f}" for at, n in zip(starts, counts, strict=True)]
    path = folder / "actuals.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    window.page.take_in([path])
    for _turn in range(MOST_TURNS):
        settle()
        if window.page.is_told:
            break
    window.say(Message(""))
    settle()
    yield "review-filled", window


FORECAST_TABS = {
    "notes": "notes",
    "broadcasts": "broadcasts",
    "overrides": "overrides",
    "drivers": "drivers",
    "today": "actuals",
    "sources": "sources",
}
"""Names of pictures and the tabs of the forecast page they show, besides days, promotions and backtest."""


def _tabs(window: MainWindow) -> QTabWidget:
    return next(tabs for tabs in window.page.findChildren(QTabWidget) if tabs.isVisible())


def _show_calendar(window: MainWindow) -> None:
    if isinstance(window.page, HistoryPage):
        window.page.tabs.setCurrentWidget(window.page.calendar)


def _show_tab(window: MainWindow, name: str) -> None:
    if isinstance(window.page, ForecastPage):
        window.page.tabs.setCurrentWidget(getattr(window.page.tabs, name))


def _tab_shower(name: str) -> Callable[[MainWindow], None]:
    return lambda window: _show_tab(window, name)


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


def _try_a_goal(window: MainWindow) -> None:
    """Another average response, by its slider."""
    name = _("Average response")
    slider = next((one for one in window.page.findChildren(GoalSlider) if one.accessibleName() == name), None)
    if slider is not None:
        slider.setValue(slider.minimum() + slider.pageStep())


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
