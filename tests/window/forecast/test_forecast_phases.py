"""The forecast page: phases dragged and typed, and how risky their bursts are."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from app.window.forecast.page import ForecastPage
from app.window.forecast.phase_rows import phase_rows, promotions_of
from app.window.formats import moment_text, share_text
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.frame.tiles import Tile
from forecasts.opening_risk import opening_risks, riskiest
from tests.there import there
from tests.window.forecast.forecast_acts import phase_cell, project, started, type_in


def test_an_end_typed_moves_the_phase_and_forecasts_again(page: ForecastPage, qtbot: QtBot) -> None:
    row, column = phase_cell(page, "结束", "opening")
    with qtbot.waitSignal(page.desk.document.changed):
        type_in(page, page.tabs.phases, row, column, "2026-11-11 04:00")
    phase = phase_rows(project(page).promotions)[row].phase
    assert phase.end == datetime(2026, 11, 11, 4)
    assert started(page) == 1
    assert page.desk.document.undo_label


def test_a_start_beyond_the_end_takes_the_end_along(page: ForecastPage, qtbot: QtBot) -> None:
    row, column = phase_cell(page, "开始", "opening")
    with qtbot.waitSignal(page.desk.document.changed):
        type_in(page, page.tabs.phases, row, column, "11-11 20:00")
    phase = phase_rows(project(page).promotions)[row].phase
    assert (phase.start, phase.end) == (datetime(2026, 11, 11, 20), datetime(2026, 11, 11, 22))


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("结束", "2026-11-10"),
        ("放大倍数", "-2"),
        ("开始", "明天"),
        ("活动", ""),
        ("处理时长（秒）", "售后=快"),
        ("接待上限", "0.5"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_sentence(
    page: ForecastPage, opened: MainWindow, column: str, text: str
) -> None:
    before = project(page)
    row, at = phase_cell(page, column, "opening")
    type_in(page, page.tabs.phases, row, at, text)
    assert project(page) is before
    assert opened.message.mood is Mood.WARNING
    assert opened.message.text


def test_a_phases_own_work_is_typed_for_all_skills_or_for_one(page: ForecastPage, qtbot: QtBot) -> None:
    row, column = phase_cell(page, "处理时长（秒）", "opening")
    model = page.tabs.phases.model
    type_in(page, page.tabs.phases, row, column, "45 售后=90")
    type_in(page, page.tabs.phases, *phase_cell(page, "接待上限", "opening"), "12")
    qtbot.waitUntil(lambda: started(page) == 2)
    phase = phase_rows(project(page).promotions)[row].phase
    assert phase.handling_time_seconds == (("", 45.0), ("aftersale", 90.0))
    assert phase.max_concurrency == (("", 12.0),)
    assert model.index(row, column).data() == "45 售后=90"


def test_a_phase_added_and_deleted_by_its_buttons(page: ForecastPage, qtbot: QtBot) -> None:
    tab, before = page.tabs.phases, phase_rows(project(page).promotions)
    page.tabs.setCurrentWidget(tab)
    qtbot.mouseClick(tab.add, Qt.MouseButton.LeftButton)
    assert len(phase_rows(project(page).promotions)) == len(before) + 1
    tab.table.setCurrentIndex(tab.model.index(len(before), 0))
    qtbot.mouseClick(tab.delete, Qt.MouseButton.LeftButton)
    assert phase_rows(project(page).promotions) == before


def test_kind_and_analog_are_chosen_from_a_box(page: ForecastPage, qtbot: QtBot) -> None:
    tab = page.tabs.phases
    page.tabs.setCurrentWidget(tab)
    row, column = phase_cell(page, "参照活动", "opening")
    tab.table.edit(tab.model.index(row, column))
    box = there(tab.table.findChild(QComboBox))
    assert "双11 2025" in [box.itemText(number) for number in range(box.count())]
    with qtbot.waitSignal(page.desk.document.changed):
        box.setCurrentText("双11 2025")
        box.activated.emit(box.currentIndex())
    assert phase_rows(project(page).promotions)[row].phase.analogs == ("双11 2025",)


def test_rows_and_promotions_are_the_same_thing(page: ForecastPage) -> None:
    promotions = project(page).promotions
    assert promotions_of(phase_rows(promotions)) == promotions


def test_a_handle_dragged_moves_the_phase_on_the_quarter(page: ForecastPage) -> None:
    handle = page._chart.handles[0]
    start, end = handle.getRegion()
    handle.setRegion((start + 1.07, end + 1.07))
    handle.sigRegionChangeFinished.emit(handle)
    moved_to = [row.phase for row in phase_rows(project(page).promotions) if row.phase.start.year == 2026]
    first = project(page).horizon.start + timedelta(hours=start + 1)
    assert moved_to[0].start == first
    assert moved_to[0].start.minute % 15 == 0
    assert started(page) == 1


def risk_tiles(page: ForecastPage) -> list[Tile]:
    return [tile for tile in page._tiles._shown if "分钟风险" in tile.name]


def test_the_riskiest_half_hour_of_the_skill_has_a_tile(page: ForecastPage) -> None:
    assert page._view.forecast is not None
    risk = riskiest(opening_risks(page._view.forecast, project(page).promotions), page._skill.skill)
    assert risk is not None
    (tile,) = risk_tiles(page)
    assert tile.name == "首 30 分钟风险"
    assert tile.figure == f"{risk.expected:,.0f}"
    for part in (moment_text(risk.start), f"偏高 {risk.p90:,.0f}", share_text(risk.chance)):
        assert part in tile.change
    assert {row.text() for row in page._tiles.findChildren(QLabel)} >= {tile.name, tile.figure, tile.change}


def test_the_tile_follows_the_skill_and_goes_with_the_last_burst(page: ForecastPage, qtbot: QtBot) -> None:
    (before,) = risk_tiles(page)
    other = next(n for n in range(page._skill.count()) if n != page._skill.currentIndex())
    page._skill.setCurrentIndex(other)
    page._skill.chosen.emit(page._skill.skill)
    (after,) = risk_tiles(page)
    assert after.figure != before.figure
    past = tuple(one for one in project(page).promotions if "2026" not in one.name)
    with qtbot.waitSignal(page.desk.document.changed):
        page.desk.document.change("", replace(project(page), promotions=past))
    assert risk_tiles(page) == []
