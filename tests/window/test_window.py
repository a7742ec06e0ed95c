import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.window.frame.header import Header
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Message, Mood
from app.window.frame.message_bar import JobRow, MessageBar
from app.window.frame.rail import RailButton
from app.window.frame.status_line import StatusLine
from app.window.frame.steps import STEPS, StepState, step_state
from app.window.look.look import look
from app.wording import language

STOPS_WHEN_ASKED = "import sys; sys.stdin.readline()"


def test_without_a_project_only_the_history_is_ready(window: MainWindow) -> None:
    assert [step_state(step, None) for step in STEPS] == [StepState.READY, *[StepState.EMPTY] * (len(STEPS) - 1)]


def test_the_rail_tells_the_state_of_each_step(opened: MainWindow) -> None:
    names = {button.accessibleName() for button in opened.findChildren(RailButton)}
    assert "1 历史, 完成" in names
    assert "8 导出, 可以做" in names


def test_the_header_names_project_scenario_and_version(opened: MainWindow) -> None:
    header = opened.findChildren(Header)[0]
    said = " ".join(label.text() for label in header.findChildren(type(header._title)))
    assert "双11 示例店" in said
    assert "版本 1（草稿）" in said


def test_choosing_a_scenario_shows_its_results(opened: MainWindow) -> None:
    opened.document.choose_scenario("咨询量 +20%")
    view = opened.document.view
    assert view is not None
    assert view.scenario.volume_factor == 1.2
    assert view.version is not None
    assert view.version.scenario == "咨询量 +20%"


def test_the_status_line_counts_rows_and_violations(opened: MainWindow) -> None:
    said = " ".join(
        fact.text() for fact in opened.findChildren(StatusLine)[0].findChildren(type(opened._header._title))
    )
    assert "已保存" in said
    assert "40,184" in said
    assert "◆" in said


def test_the_status_line_tells_days_of_the_calendar_changed_by_hand(opened: MainWindow) -> None:
    from dataclasses import replace

    from forecasts.day_kinds import DayKind

    def said() -> str:
        return " ".join(fact.text() for fact in opened.findChildren(StatusLine)[0]._facts)

    assert "手工改动" not in said()
    view = opened.document.view
    assert view is not None
    calendar = {view.project.horizon.first_day: DayKind.STATUTORY}
    outlook = replace(view.project.outlook, calendar=calendar)
    opened.document.change("calendar", replace(view.project, outlook=outlook))
    assert "手工改动 1 天" in said()


def test_another_language_takes_hold_at_once_and_keeps_the_page(opened: MainWindow) -> None:
    opened.go("forecast")
    opened.dress("en", "light", 1.0)
    assert language() == "en"
    assert opened.page.step == "forecast"
    assert opened.page.title() == "Forecast"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    opened.dress("zh_CN", "dark", 1.25)
    assert opened.page.title() == "预测"
    assert look().theme.is_dark
    assert look().zoom == 1.25
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_a_changed_goal_can_be_taken_back(opened: MainWindow) -> None:
    from dataclasses import replace

    view = opened.document.view
    assert view is not None
    opened.document.change("改名", replace(view.project, name="新名字"))
    assert opened.document.undo_label == "改名"
    opened._undo.trigger()
    assert opened.document.view is not None
    assert opened.document.view.project.name == "双11 示例店"
    opened._redo.trigger()
    assert opened.document.view.project.name == "新名字"


def test_a_change_is_on_disk_before_it_is_shown(opened: MainWindow, project_path: Path) -> None:
    from dataclasses import replace

    from app.project.file import ProjectFile

    on_disk: list[str] = []

    def look_at_disk(_view: object) -> None:
        with ProjectFile.open(project_path) as file:
            on_disk.append(file.read().name)

    opened.document.changed.connect(look_at_disk)
    view = opened.document.view
    assert view is not None
    opened.document.change("改名", replace(view.project, name="新名字"))
    assert on_disk == ["新名字"]


def test_a_page_left_behind_by_a_change_says_so_and_offers_the_act(opened: MainWindow) -> None:
    from dataclasses import replace

    from scheduler.staffing.goals import Goals

    opened.go("requirement")
    view = opened.document.view
    assert view is not None
    opened.document.change("目标", replace(view.project, goals={"presale": Goals(shrinkage=0.3)}))
    assert opened.page.state(opened.document.view) is StepState.STALE
    assert opened.message.mood is Mood.WARNING
    assert opened.page.primary is not None
    assert opened.message.act == opened.page.primary.text()
    opened.go("history")
    assert not opened.message.text
    opened.go("requirement")
    opened.document.undo()
    assert not opened.message.text


def test_a_message_offers_its_act_once(window: MainWindow) -> None:
    done: list[str] = []
    window.say(Message("改了", Mood.WARNING, "重算", lambda: done.append("重算")))
    bar = window.findChildren(MessageBar)[0]
    act = next(button for button in bar.findChildren(QPushButton) if button.text() == "重算")
    act.click()
    assert done == ["重算"]
    assert not window.message.text


def test_progress_stands_in_the_bar_with_stop(window: MainWindow, qtbot: QtBot) -> None:
    row = window.findChildren(JobRow)[0]
    assert row.isHidden()
    window.jobs.start("solve", "正在优化", [STOPS_WHEN_ASKED], lambda _end: None, (sys.executable, "-c"))
    assert not row.isHidden()
    with qtbot.waitSignal(window.jobs.over, timeout=20000):
        next(button for button in row.findChildren(QPushButton) if button.text() == "停止").click()
    assert row.isHidden()


def test_a_change_that_cannot_be_stored_changes_nothing(opened: MainWindow) -> None:
    from dataclasses import replace

    from forecasts.findings import InputError

    view, label = opened.document.view, opened.document.undo_label
    assert view is not None
    twice = replace(view.project, team=view.project.team[:1] * 2)
    with pytest.raises(InputError):
        opened.document.change("重复", twice)
    assert opened.document.view is view
    assert opened.document.undo_label == label


def test_refused_input_is_told_in_the_bar(window: MainWindow) -> None:
    from app.window.frame.complaints import complaints
    from forecasts.findings import Finding, InputError, Place

    error = InputError([Finding("PF08", place=Place(file="shop.peakroster"), value="disk full")])
    complaints(window.say)(InputError, error, None)
    assert window.message.mood is Mood.ERROR
    assert "shop.peakroster" in window.message.text


def test_what_nobody_expected_is_logged_and_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.window.frame import complaints

    log = tmp_path / "peakroster.log"
    monkeypatch.setattr(complaints, "log_path", lambda: log)
    complaints.complaints(window.say)(ValueError, ValueError("seven"), None)
    assert "ValueError: seven" in log.read_text("utf-8")
    assert str(log) in window.message.text
