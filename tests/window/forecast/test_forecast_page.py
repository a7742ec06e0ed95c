"""The forecast page: broadcasts, hours by hand, drivers, actuals, sources, backtest."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from app.window.forecast.backtest_report import read_backtest
from app.window.forecast.hour_grid import marked, stretches
from app.window.forecast.page import ForecastPage
from app.window.forecast.refreshing import Load, moved
from app.window.forecast.sources_table import phase_said, source_rows
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.frame.project_dialog import ProjectDialog
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from forecasts.overrides import Override
from forecasts.source import Provenance, Source
from tests.window.forecast.forecast_acts import project, started, type_in

LONG = 120_000


def test_a_whole_day_is_emptied_and_given_back(page: ForecastPage, qtbot: QtBot) -> None:
    tab = page.tabs.overrides
    page.tabs.setCurrentWidget(tab)
    tab.table.selectRow(1)
    qtbot.mouseClick(tab.zero, Qt.MouseButton.LeftButton)
    day = project(page).horizon.start + timedelta(days=1)
    (made,) = project(page).outlook.overrides
    assert (made.start, made.end, made.inquiries) == (day, day + timedelta(days=1), 0.0)
    tab.table.selectRow(1)
    qtbot.mouseClick(tab.clear, Qt.MouseButton.LeftButton)
    assert project(page).outlook.overrides == ()


def test_hours_are_set_then_multiplied_without_piling_up(page: ForecastPage, qtbot: QtBot) -> None:
    tab = page.tabs.overrides
    page.tabs.setCurrentWidget(tab)
    for hour in (20, 21):
        tab.table.selectionModel().select(tab.model.index(2, hour), QItemSelectionModel.SelectionFlag.Select)
    tab._number.setValue(300)
    qtbot.mouseClick(tab.set, Qt.MouseButton.LeftButton)
    tab._number.setValue(150)
    qtbot.mouseClick(tab.times, Qt.MouseButton.LeftButton)
    (made,) = project(page).outlook.overrides
    assert (made.factor, made.end - made.start) == (1.5, timedelta(hours=2))
    assert page._chart.legend.accessibleName().endswith("手工")


def test_marked_hours_are_those_of_the_last_override(page: ForecastPage) -> None:
    horizon, key = project(page).horizon, SeriesKey("", "presale")
    first = Override(horizon.start, horizon.start + timedelta(hours=3), inquiries=5)
    second = Override(horizon.start + timedelta(hours=2), horizon.start + timedelta(hours=4), factor=2)
    other = Override(horizon.start, horizon.start + timedelta(hours=9), factor=2, skill="aftersale")
    found = marked((first, second, other), key, horizon)
    assert found == {(0, 0): first, (0, 1): first, (0, 2): second, (0, 3): second}


def test_selected_cells_become_stretches() -> None:
    assert list(stretches([(0, 3), (0, 2), (0, 5), (1, 24)])) == [(0, 2, 4), (0, 5, 6), (1, 0, 24)]


def test_a_broadcast_is_added_and_typed(page: ForecastPage, qtbot: QtBot) -> None:
    tab = page.tabs.broadcasts
    page.tabs.setCurrentWidget(tab)
    qtbot.mouseClick(tab.add, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.desk.document.changed):
        type_in(page, tab, 0, [field.name for field in tab.model.fields].index("放大倍数"), "180%")
    (made,) = project(page).outlook.broadcasts
    assert made.uplift == pytest.approx(1.8)


def test_a_driver_takes_pasted_days_and_a_kernel(page: ForecastPage, opened: MainWindow, qtbot: QtBot) -> None:
    tab = page.tabs.drivers
    page.tabs.setCurrentWidget(tab)
    qtbot.mouseClick(tab.list.add, Qt.MouseButton.LeftButton)
    tab.box.text.setPlainText("2026-11-08\t20,500\n11-11 52000")
    qtbot.mouseClick(tab.box.apply, Qt.MouseButton.LeftButton)
    assert opened.message.mood is Mood.WARNING  # a comma within a number reads as two
    tab.box.text.setPlainText("2026-11-08\t20500\n11-11 52000")
    qtbot.mouseClick(tab.box.apply, Qt.MouseButton.LeftButton)
    (driver,) = project(page).outlook.drivers
    assert driver.counts.inquiries.tolist() == [20500, 52000]
    with qtbot.waitSignal(page.desk.document.changed):
        type_in(
            page, tab.list, 0, [field.name for field in tab.list.model.fields].index("之后各天的占比 %"), "20 50 30"
        )
    (driver,) = project(page).outlook.drivers
    assert driver.lags
    assert driver.kernel is not None
    assert driver.kernel.shares == pytest.approx((0.2, 0.5, 0.3))


def test_actuals_are_pasted_and_taken_back(page: ForecastPage, opened: MainWindow, qtbot: QtBot) -> None:
    tab = page.tabs.actuals
    page.tabs.setCurrentWidget(tab)
    tab.text.setPlainText("11-09 10:00 35\n11-09 10:30 40")
    qtbot.mouseClick(tab.apply, Qt.MouseButton.LeftButton)
    actuals = project(page).outlook.actuals
    assert actuals is not None
    assert actuals.now == datetime(2026, 11, 9, 11)
    assert actuals.counted.interval_minutes == 30
    tab.text.setPlainText("2026-10-09 10:00 35")
    qtbot.mouseClick(tab.apply, Qt.MouseButton.LeftButton)
    assert opened.message.mood is Mood.WARNING
    qtbot.mouseClick(tab.clear, Qt.MouseButton.LeftButton)
    assert project(page).outlook.actuals is None


def test_the_days_planned_and_the_interval_change_and_the_forecast_follows(page: ForecastPage, qtbot: QtBot) -> None:
    was = project(page).horizon
    page.days_planned.trigger()
    (dialog,) = page.window().findChildren(ProjectDialog)
    assert dialog.project() == project(page)
    dialog._days.setValue(was.days - 2)
    dialog._minutes.setCurrentIndex(dialog._minutes.findData(15))
    dialog.accept()
    assert project(page).horizon == Horizon(was.first_day, was.days - 2, 15)
    assert started(page) == 1
    page._plan_days(project(page))
    assert started(page) == 1


def test_sources_say_where_each_number_comes_from() -> None:
    told = (
        Provenance("level", Source.MEASURED, "blend", 1343.1),
        Provenance("phase_volume", Source.ANALOG, "双11 2026 opening", 7.25, "双11 2025"),
        Provenance("phase_spread", Source.ASSUMED, "双11 2026 opening"),
    )
    cells = [row.cells for row in source_rows(told)]
    assert cells[0][2:4] == ("1,343.1", "✓ 实测")
    assert cells[1][1:] == ("双11 2026 开门红", "7.25", "≈ 来自以往大促", "双11 2025")
    assert cells[2][3] == "? 假定"
    assert phase_said(told, "双11 2026", "opening") == "× 7.25 ≈ 来自以往大促"
    assert phase_said(told, "双11 2025", "opening") == ""


def backtest_output() -> str:
    numbers = {"wape": 0.19, "bias": -0.02, "inside": 0.84, "pinball": 0.06, "day_wape": 0.08, "day_bias": -0.02}
    rows = [
        {"method": method, "days": days, "week": week, "intervals": 9} | numbers | {"wape": wape}
        for method, wape in (("choice", 0.19), ("mean4", 0.24))
        for days in ("ordinary", "promotion")
        for week in (None, 1, 2)
    ]
    return json.dumps({"days": 14, "first_days": ["2026-10-01", "2026-10-15"], "rows": rows})


def test_the_backtest_says_what_was_picked_and_why(page: ForecastPage) -> None:
    report = read_backtest(backtest_output())
    assert report is not None
    page.tabs.backtest.show_report(report)
    rows = page.tabs.backtest.table.numbers.rows
    assert [row.cells[0] for row in rows] == ["本软件的选择", "近4个同星期日均值"]
    assert rows[0].strong
    assert rows[0].cells[2:5] == ("19.0%", "19.0%", "19.0%")
    page.tabs.backtest.show_weights((Provenance("weight", Source.MEASURED, "mean4", 0.4),))
    assert [row.cells[1] for row in page.tabs.backtest.table.numbers.rows] == ["", "40.0%"]
    assert "19.0%" in page.tabs.backtest.said.text()
    assert "24.0%" in page.tabs.backtest.said.text()
    assert read_backtest("no json") is None


def test_what_a_change_moved_is_told_in_numbers() -> None:
    said = moved(Load(1000, 200, 6000), Load(1100, 215.4, 6460))
    for part in ("1,100", "+100", "215", "+15", "6,460", "+460"):
        assert part in said
    assert "¥" not in moved(None, Load(1100, 215, None))


@pytest.mark.slow
def test_a_change_forecasts_and_staffs_in_child_processes(opened: MainWindow, qtbot: QtBot) -> None:
    opened.go("forecast")
    shown = opened.page
    assert isinstance(shown, ForecastPage)
    tab = shown.tabs.overrides
    shown.tabs.setCurrentWidget(tab)
    tab.table.selectRow(1)
    tab._number.setValue(4000)
    qtbot.mouseClick(tab.set, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(_quiet(opened), timeout=LONG)
    view = opened.document.view
    assert view is not None
    assert view.forecast is not None
    assert not view.stale - {"roster"}
    days = view.forecast.series[SeriesKey("", "presale")].mean.reshape(view.project.horizon.days, -1).sum(axis=1)
    assert days[1] == pytest.approx(4000)
    assert opened.message.mood is Mood.GOOD
    assert np.isfinite(days).all()


def _quiet(window: MainWindow) -> Callable[[], bool]:
    return lambda: not window.jobs.running()
