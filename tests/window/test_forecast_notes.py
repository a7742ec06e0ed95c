"""What the forecast tells beside its numbers: notes with their acts, and what each day rests on."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.pipeline import forecast_of
from app.window.forecast.day_sources import day_sources
from app.window.forecast.notes import notes, unplanned_promotion
from app.window.forecast.page import ForecastPage
from app.window.frame.main_window import MainWindow
from forecasts.findings import Finding, Level
from forecasts.history import SeriesKey
from forecasts.overrides import whole_day
from forecasts.promotion import Phase, Promotion
from forecasts.source import Provenance, Source

KEY = SeriesKey("", "presale")
DOUBLE_12 = Finding("FC41", Level.NOTICE, facts={"date": "2026-12-12", "what": "double_12"})


@pytest.fixture
def page(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> ForecastPage:
    """The page of a project whose forecast tells of an occasion that nothing plans for."""
    view = opened.document.view
    assert view is not None
    assert view.forecast is not None
    file = opened.document.file
    file.save_forecast(view.scenario.name, replace(view.forecast, findings=(DOUBLE_12,)))
    opened.document.reload()
    opened.go("forecast")
    shown = opened.page
    assert isinstance(shown, ForecastPage)
    monkeypatch.setattr(shown._refreshing, "start", lambda: None)
    return shown


def test_an_occasion_that_nothing_plans_for_becomes_a_promotion_at_a_click(page: ForecastPage, qtbot: QtBot) -> None:
    tabs = page.tabs
    assert tabs.tabText(tabs.indexOf(tabs.notes)) == "提示（1）"
    (act,) = tabs.notes.acts
    assert "双12" in act.accessibleName()
    with qtbot.waitSignal(page.desk.document.changed):
        qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    view = page.desk.document.view
    assert view is not None
    day = datetime(2026, 12, 12)
    assert view.project.promotions[-1] == Promotion("双12 2026", (Phase("opening", day, day + timedelta(days=1)),))


def test_notes_are_of_the_skill_shown_and_leave_the_cleaning_to_the_history_page() -> None:
    told = (
        DOUBLE_12,
        Finding("FC05", Level.NOTICE, facts={"skill": "presale"}),
        Finding("FC18", Level.WARNING, facts={"skill": "aftersale"}),
        Finding("FC13", Level.WARNING, facts={"skill": "presale"}),
    )
    assert [one.code for one in notes(told, "presale")] == ["FC13", "FC41"]
    assert unplanned_promotion(told[1]) is None


def test_each_day_says_what_its_number_rests_on(opened: MainWindow) -> None:
    view = opened.document.view
    assert view is not None
    assert view.forecast is not None
    made, start = view.forecast, view.project.horizon.start
    opening = Phase("opening", start + timedelta(days=1), start + timedelta(days=2, hours=2))
    outlook = replace(view.project.outlook, overrides=(whole_day(start.date() + timedelta(days=3), factor=1.2),))
    project = replace(view.project, promotions=(Promotion("双11 2026", (opening,)),), outlook=outlook)
    told = (
        Provenance("level", Source.MEASURED, "blend", 1300.0),
        Provenance("phase_volume", Source.ANALOG, "双11 2026 opening", 4.0, "双11 2025"),
    )
    day = made.horizon.intervals_per_day
    phases = tuple("opening" if day <= number < 2 * day + 4 else "" for number in range(made.horizon.intervals))
    volume = replace(made.series[KEY], phases=phases)
    made = replace(made, series={KEY: volume}, sources={KEY: told})
    assert day_sources(project, KEY, made)[:5] == (
        "✓ 实测",
        "≈ 双11 2025",
        "✓ 实测、≈ 双11 2025",
        "✓ 实测、✎ 手工填写",
        "✓ 实测",
    )


def test_a_shop_without_history_begins_with_zeros_to_type_over(
    window: MainWindow, empty_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.acts.open_path(empty_path)
    window.go("forecast")
    page = window.page
    assert isinstance(page, ForecastPage)
    monkeypatch.setattr(page._refreshing, "start", lambda: None)
    assert page.by_hand.isEnabled()
    page.by_hand.trigger()
    view = window.document.view
    assert view is not None
    project = view.project
    assert [one.inquiries for one in project.outlook.overrides] == [0.0] * project.horizon.days
    made, _findings = forecast_of(project, project.scenarios[0])
    assert made.method == "typed"
    assert not made.series[KEY].mean.any()
    window.document.file.save_forecast(view.scenario.name, made)
    window.document.reload()
    assert page.tabs.currentWidget() is page.tabs.overrides
    assert not page.by_hand.isEnabled()
    page.tabs.overrides.table.selectRow(0)
    page.tabs.overrides._number.setValue(500)
    page.tabs.overrides.set.click()
    view = window.document.view
    assert view is not None
    made, _findings = forecast_of(view.project, view.project.scenarios[0])
    assert made.series[KEY].mean.sum() == pytest.approx(500)
    assert len(view.project.outlook.overrides) == view.project.horizon.days
