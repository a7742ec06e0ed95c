"""The cleaning report taken back row by row, odd days named, the calendar edited."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.project.file import ProjectFile
from app.project.project import Project
from app.window.formats import weekday_text
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.history.calendar_days import CalendarDay, Edits, calendar_days, edited_calendar, notice
from app.window.history.cleaning_rows import cleaning_rows, named_promotion, toggled
from app.window.history.lunar_text import lunar_text
from app.window.history.page import HistoryPage
from forecasts.day_kinds import DayKind, day_kind
from forecasts.findings import Level
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.kept import Kept

FIRST = date(2026, 8, 3)
ODD, RUN = 30, range(44, 48)


def dirty() -> Project:
    """Eight weeks with a flood and four days on end at three times the usual."""
    shape = np.array([1] * 8 + [6] * 16, dtype=float)
    counts = np.random.default_rng(5).poisson(np.tile(4 * shape, (56, 1))).astype(float)
    counts[ODD] *= 4
    counts[list(RUN)] *= 3
    starts = np.datetime64(FIRST, "m") + np.arange(counts.size) * np.timedelta64(60, "m")
    history = History(60, {SeriesKey("", "presale"): Counts(starts, counts.ravel())})
    return Project("店", Horizon(FIRST + timedelta(days=56), 7, 60), history=history)


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> HistoryPage:
    path = tmp_path / "dirty.peakroster"
    ProjectFile.create(path, dirty()).close()
    assert window.acts.open_path(path)
    window.go("history")
    shown = window.page
    assert isinstance(shown, HistoryPage)
    return shown


def project(page: HistoryPage) -> Project:
    view = page.desk.document.view
    assert view is not None
    return view.project


def press(page: HistoryPage, qtbot: QtBot, text: str) -> None:
    act = next(act for act in page.findings.sentences.acts if act.text() == text)
    qtbot.mouseClick(act, Qt.MouseButton.LeftButton)


def column(page: HistoryPage, name: str) -> int:
    return [field.name for field in page.calendar.list.model.fields].index(name)


def cell(page: HistoryPage, row: int, name: str) -> str:
    model = page.calendar.list.model
    return str(model.data(model.index(row, column(page, name))))


def test_a_cleaning_is_taken_back_and_made_again(page: HistoryPage, qtbot: QtBot) -> None:
    press(page, qtbot, "撤销")
    assert project(page).outlook.kept == (Kept("FC06", "presale", FIRST + timedelta(days=ODD)),)
    press(page, qtbot, "重新清洗")
    assert project(page).outlook.kept == ()


def test_taking_back_is_a_step_of_undo(page: HistoryPage, qtbot: QtBot) -> None:
    press(page, qtbot, "撤销")
    page.desk.document.undo()
    assert project(page).outlook.kept == ()


def test_odd_days_on_end_become_a_promotion(page: HistoryPage, window: MainWindow, qtbot: QtBot) -> None:
    press(page, qtbot, "是，标为大促")
    (made,) = project(page).promotions
    assert made.phases[0].start.date() == FIRST + timedelta(days=RUN[0])
    assert made.phases[0].end.date() == FIRST + timedelta(days=RUN[-1] + 1)
    assert window.message.mood is Mood.GOOD
    assert not any(row.stretch for row in cleaning_rows(project(page)))


def test_odd_days_that_were_no_promotion_are_not_asked_about_until_one_wants(page: HistoryPage, qtbot: QtBot) -> None:
    press(page, qtbot, "不是")
    assert project(page).promotions == ()
    assert not any(row.stretch for row in cleaning_rows(project(page)))
    press(page, qtbot, "重新询问")
    assert any(row.stretch for row in cleaning_rows(project(page)))


def test_a_history_too_short_or_of_zeros_is_told_before_any_forecast() -> None:
    shop, key = dirty(), SeriesKey("", "presale")
    counts = shop.history.series[key]
    short = Counts(counts.starts[: 5 * 24], counts.inquiries[: 5 * 24])
    for made, said in ((short, "只有 5 个完整日"), (Counts(counts.starts, counts.inquiries * 0), "全部为零")):
        told = cleaning_rows(replace(shop, history=History(60, {key: made})))
        assert [row.level for row in told if said in row.text] == [Level.ERROR]


def test_rows_toggle_only_their_own_decision() -> None:
    shop = dirty()
    row = next(row for row in cleaning_rows(shop) if row.kept is not None)
    other = Kept("FC05", "presale", FIRST)
    kept = toggled((other,), row)
    assert kept == (other, row.kept)
    again = next(
        row for row in cleaning_rows(replace(shop, outlook=replace(shop.outlook, kept=kept))) if row.kept == kept[1]
    )
    assert again.done
    assert toggled(kept, again) == (other,)


def test_a_named_promotion_spans_whole_days() -> None:
    made = named_promotion(date(2026, 9, 1), date(2026, 9, 3))
    assert made.phases[0].end - made.phases[0].start == timedelta(days=3)
    assert named_promotion(date(2026, 6, 16), date(2026, 6, 18)).name == "618 2026"
    assert named_promotion(date(2026, 6, 16), date(2026, 6, 18), {"618 2026"}).name != "618 2026"


def test_a_day_of_the_calendar_is_changed_in_its_table(page: HistoryPage, qtbot: QtBot) -> None:
    page.tabs.setCurrentWidget(page.calendar)
    tab = page.calendar.list
    row = next(n for n, one in enumerate(tab.values) if one.kind is DayKind.MAKEUP_WORK)
    day = tab.values[row].day
    with qtbot.waitSignal(page.desk.document.changed):
        tab.model.setData(tab.model.index(row, column(page, "日期类型")), "周末")
    assert project(page).outlook.calendar == {day: DayKind.WEEKEND}
    assert next(one for one in tab.values if one.day == day).edited


def test_a_kind_that_is_none_is_refused(page: HistoryPage, window: MainWindow) -> None:
    page.tabs.setCurrentWidget(page.calendar)
    tab = page.calendar.list
    tab.model.setData(tab.model.index(0, column(page, "日期类型")), "节日")
    assert project(page).outlook.calendar == {}
    assert window.message.mood is Mood.WARNING


def test_a_year_without_a_notice_says_so_and_can_be_filled(page: HistoryPage, qtbot: QtBot) -> None:
    page.tabs.setCurrentWidget(page.calendar)
    page.calendar.year.setValue(2027)
    assert "未公布" in page.calendar.notice.text()
    assert "未公布" not in notice(2026)
    qtbot.mouseClick(page.calendar.list.add, Qt.MouseButton.LeftButton)
    assert project(page).outlook.calendar == {date(2027, 12, 31): DayKind.SWAPPED_OFF}


def test_a_shipped_day_deleted_is_a_plain_day_and_an_edit_deleted_is_as_shipped() -> None:
    days = calendar_days(2026)
    without = edited_calendar(2026, Edits(), days[1:])
    assert without == Edits({date(2026, 1, 1): DayKind.ORDINARY}, {})
    left = [one for one in calendar_days(2026, without) if one.day != date(2026, 1, 1)]
    assert edited_calendar(2026, without, left) == ({}, {})
    other = edited_calendar(2026, Edits({date(2025, 1, 2): DayKind.STATUTORY}, {date(2025, 1, 3): "店庆"}), days)
    assert other == ({date(2025, 1, 2): DayKind.STATUTORY}, {date(2025, 1, 3): "店庆"})
    typed = edited_calendar(2026, Edits(), (*days, CalendarDay(date(2026, 3, 3), DayKind.STATUTORY, True)))
    assert day_kind(date(2026, 3, 3), typed.kinds) is DayKind.STATUTORY


def test_the_calendar_shows_lunar_dates_and_platform_sales(page: HistoryPage) -> None:
    page.tabs.setCurrentWidget(page.calendar)
    shown = {cell(page, row, "日期"): row for row in range(len(page.calendar.list.values))}
    for day, lunar, occasion in (
        ("2026-02-17", "正月初一", "春节"),
        ("2026-06-18", "五月初四", "618"),
        ("2026-08-19", "七月初七", "七夕"),
        ("2026-09-25", "八月十五", "中秋节"),
        ("2026-11-11", "十月初三", "双11"),
        ("2026-01-26", "腊月初八", "年货节（约）"),
    ):
        assert cell(page, shown[day], "节日大促") == occasion
        assert cell(page, shown[day], "星期、农历") == f"{weekday_text(date.fromisoformat(day))} {lunar}"
    assert lunar_text(date(2025, 8, 16)) == "闰六月廿三"
    assert lunar_text(date(2019, 1, 1)) == ""


def test_an_occasion_is_typed_taken_away_and_undone(page: HistoryPage, qtbot: QtBot) -> None:
    page.tabs.setCurrentWidget(page.calendar)
    day, tab = date(2026, 12, 12), page.calendar.list
    row = next(n for n, one in enumerate(tab.values) if one.day == day)
    for typed, kept in (("双12，本店不参加", {day: "双12，本店不参加"}), ("", {day: ""}), ("双12", {})):
        with qtbot.waitSignal(page.desk.document.changed):
            tab.model.setData(tab.model.index(row, column(page, "节日大促")), typed)
        assert project(page).outlook.occasions == kept
        assert tab.values[row].edited == bool(kept)
    assert project(page).outlook.calendar == {}
    page.desk.document.undo()
    assert project(page).outlook.occasions == {day: ""}


def test_a_platform_sale_deleted_is_an_ordinary_day_again() -> None:
    days = [one for one in calendar_days(2026) if one.day != date(2026, 6, 18)]
    edits = edited_calendar(2026, Edits(), days)
    assert edits == Edits({}, {date(2026, 6, 18): ""})
    (left,) = [one for one in calendar_days(2026, edits) if one.day == date(2026, 6, 18)]
    assert (left.occasion, left.kind, left.edited) == ("", DayKind.ORDINARY, True)
