"""Double-11 in the window: a phase moved, its uplift, burst and the after-sale lag typed move requirement and cost.

The command that follows each change runs in this process: that the window starts it as a child has a test of its own.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.commands import run_command
from app.window.forecast import refreshing
from app.window.forecast.page import ForecastPage
from app.window.forecast.refreshing import Load, Refreshing, load_of
from app.window.formats import number_text
from app.window.frame.desk import Desk
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Message, Mood
from app.window.tables.list_editor import ListEditor
from forecasts.driver import Driver
from forecasts.history import Counts, History
from forecasts.horizon import Horizon

LONG = 240_000


def orders(history: History, horizon: Horizon) -> Driver:
    """Orders that bring three questions each two days later, planned to the end with a peak on the third day."""
    asked = next(counts for key, counts in history if key.skill == "aftersale")
    days = asked.starts.astype("datetime64[D]")
    dates, of_day = np.unique(days, return_inverse=True)
    past = np.bincount(of_day, weights=asked.inquiries)[-120:] / 3
    planned = np.full(horizon.days, past.mean())
    planned[2] *= 40
    starts = np.concatenate([dates[-120:] - 2, np.datetime64(horizon.first_day, "D") + np.arange(-2, horizon.days)])
    counts = np.concatenate([past, past[-2:], planned])
    known = np.unique(starts, return_index=True)[1]
    return Driver("订单", Counts(starts[known].astype("datetime64[m]"), counts[known]), skill="aftersale", lags=True)


def settled(window: MainWindow, qtbot: QtBot, act: Callable[[], object]) -> tuple[Load, str]:
    """What the plan asks for once the window has followed an act, and what it then says."""
    window.say(Message("…", Mood.GOOD))
    act()
    qtbot.waitUntil(lambda: not window.jobs.running() and "¥" in window.message.text, timeout=LONG)
    view = window.document.view
    assert view is not None
    load = load_of(view)
    assert load is not None
    return load, window.message.text


def typing(editor: ListEditor, row: int, name: str, text: str) -> Callable[[], object]:
    column = [field.name for field in editor.model.fields].index(name)
    return lambda: editor.model.setData(editor.model.index(row, column), text)


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting Python five times would take longer than all the forecasts and requirements."""

    def run(desk: Desk, step: str, _title: str, _done: str, then: Callable[[], object], options: list[str]) -> None:
        view = desk.document.view
        assert view is not None
        run_command([step, "--project", str(view.path), "--scenario", view.scenario.name, *options])
        desk.document.reload()
        then()

    monkeypatch.setattr(refreshing, "run_step", run)


@pytest.mark.slow
def test_each_change_of_the_promotion_moves_requirement_and_cost_at_once(opened: MainWindow, qtbot: QtBot) -> None:
    view = opened.document.view
    assert view is not None
    horizon = replace(view.project.horizon, interval_minutes=60)  # half the work of each calculation
    outlook = replace(view.project.outlook, drivers=(orders(view.project.history, horizon),))
    opened.document.change("orders", replace(view.project, horizon=horizon, outlook=outlook))
    opened.go("history")
    before, _said = settled(opened, qtbot, Refreshing(opened.page.desk).start)
    opened.go("forecast")
    page = opened.page
    assert isinstance(page, ForecastPage)
    phases, drivers = page.tabs.phases, page.tabs.drivers.list
    page.tabs.setCurrentWidget(phases)
    row = next(
        number
        for number, one in enumerate(phases.values)
        if one.phase.kind == "opening" and one.phase.overlaps(horizon.start, horizon.end)
    )
    for act in (
        typing(phases, row, "开始", "2026-11-10 22:00"),
        typing(phases, row, "放大倍数", "9"),
        typing(phases, row, "首两小时占全天 %", "30 10 5 2"),
        typing(drivers, 0, "之后各天的占比 %", "100"),
    ):
        after, said = settled(opened, qtbot, act)
        assert after.hours != pytest.approx(before.hours, abs=0.01)
        assert after.cost is not None
        assert before.cost is not None
        assert after.cost != pytest.approx(before.cost, abs=0.01)
        assert "¥" in said
        before = after
    opened.go("requirement")
    shown = " ".join(label.text() for label in opened.page.findChildren(QLabel))
    view = opened.document.view
    assert view is not None
    assert view.requirement is not None
    step = view.requirement.horizon.interval_hours
    hours = [float(part.requirement.sum()) * step for _skill, part in view.requirement]
    assert any(f"需求工时 {number_text(one)}" in shown for one in hours)
