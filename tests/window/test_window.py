import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.window.frame.header import ActionButton, Header
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Message, Mood
from app.window.frame.message_bar import JobRow, MessageBar
from app.window.frame.rail import RailButton
from app.window.frame.settings import recent_projects
from app.window.frame.status_line import StatusLine
from app.window.frame.steps import STEPS, StepState, step_state
from app.window.look.look import look
from app.wording import language

STOPS_WHEN_ASKED = "import sys; sys.stdin.readline()"


def test_every_step_has_a_page(opened: MainWindow) -> None:
    for step in STEPS:
        opened.go(step)
        assert opened.page.step == step
        assert opened.page.title()


def test_every_page_has_one_primary_button_and_it_is_a_word(opened: MainWindow) -> None:
    for step in STEPS:
        opened.go(step)
        primary = [
            b for b in opened.findChildren(Header)[0].findChildren(ActionButton) if b.property("kind") == "primary"
        ]
        shown = [button for button in primary if not button.isHidden()]
        assert len(shown) <= 1
        assert all(button.text() for button in shown)


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


def test_a_file_that_is_no_project_becomes_a_sentence(window: MainWindow, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.peakroster"
    wrong.write_text("not a database")
    assert not window.acts.open_path(wrong)
    assert window.message.mood is Mood.ERROR
    assert "wrong.peakroster" in window.message.text
    assert window.document.view is None


def test_a_wrong_file_leaves_the_open_project_open(opened: MainWindow, tmp_path: Path) -> None:
    opened.acts.open_path(tmp_path / "gone.peakroster")
    assert opened.document.view is not None


def test_an_opened_project_is_remembered(opened: MainWindow, project_path: Path) -> None:
    assert recent_projects() == (project_path,)


def test_a_copy_goes_on_by_itself(opened: MainWindow, tmp_path: Path) -> None:
    copy = tmp_path / "copy.peakroster"
    opened.acts._copy_to(copy)
    assert opened.document.file.path == copy
    assert copy.is_file()


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


def boxes(window: MainWindow) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


@pytest.fixture
def busy(window: MainWindow) -> Iterator[MainWindow]:
    window.jobs.start("solve", "正在优化", [STOPS_WHEN_ASKED], lambda _end: None, (sys.executable, "-c"))
    yield window
    window.jobs.stop_all_and_wait()


def test_closing_while_something_runs_asks_first(busy: MainWindow) -> None:
    busy.close()
    assert busy.isVisible()
    assert len(boxes(busy)) == 1
    stay = next(button for button in boxes(busy)[0].buttons() if "继续" in button.text())
    stay.click()
    assert busy.jobs.running()


def test_closing_for_good_leaves_no_child_behind(busy: MainWindow, qtbot: QtBot) -> None:
    process = busy.jobs.running()[0]._process.processId()
    busy.close()
    close = next(button for button in boxes(busy)[0].buttons() if "停止" in button.text())
    close.click()
    qtbot.waitUntil(lambda: not busy.isVisible(), timeout=20_000)
    assert not busy.jobs.running()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def drop(window: MainWindow, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)


def test_a_project_dropped_on_the_window_is_opened(window: MainWindow, project_path: Path) -> None:
    drop(window, [project_path])
    assert window.document.view is not None
    assert window.document.file.path == project_path


def test_other_files_dropped_on_the_window_are_imported(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(
        opened.jobs.__class__,
        "start",
        lambda _jobs, _kind, _title, arguments, _then, **_more: started.append(arguments),
    )
    table = tmp_path / "history.csv"
    table.write_text("a")
    drop(opened, [table])
    assert opened.page.step == "history"
    assert started[0][:2] == ["import", str(table)]
    assert "--dry-run" in started[0]


def test_files_dropped_without_a_project_say_what_to_do(window: MainWindow, tmp_path: Path) -> None:
    drop(window, [tmp_path / "history.csv"])
    assert window.message.mood is Mood.WARNING
    assert window.message.act


def nameless(widget: QWidget) -> bool:
    spoken = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    inner = widget.objectName().startswith(("qt_", "Qt")) or type(widget).__module__.startswith("pyqtgraph")
    composite = type(widget.parentWidget()).__name__ in {
        "QComboBox",
        "QSpinBox",
        "QDoubleSpinBox",
        "QDateEdit",
        "QTabWidget",
    }
    return takes_focus and not spoken and not inner and not composite


@pytest.mark.parametrize("step", [step for step in STEPS if step not in {"team", "roster"}])
def test_everything_that_takes_the_focus_has_a_name(opened: MainWindow, step: str) -> None:
    opened.go(step)
    found = [widget for widget in opened.findChildren(QWidget) if widget.isVisible() and nameless(widget)]
    plain = [
        widget for widget in found if type(widget).__name__ not in {"QHeaderView", "QTableCornerButton", "QScrollBar"}
    ]
    assert not plain, [(type(w).__name__, type(w.parentWidget()).__name__) for w in plain]


@pytest.mark.parametrize("step", [step for step in STEPS if step not in {"team", "roster"}])
def test_nothing_to_click_is_smaller_than_24_pixels(opened: MainWindow, step: str) -> None:
    opened.go(step)
    QApplication.processEvents()
    buttons = [
        b
        for b in opened.findChildren(QAbstractButton)
        if b.isVisible() and b.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]
    small = [(b.text(), b.width(), b.height()) for b in buttons if b.height() < 24 or b.width() < 24]
    assert buttons
    assert not small


def test_ctrl_and_a_number_go_to_a_step(opened: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert opened.page.step == "requirement"


def test_the_first_start_makes_the_sample_while_the_window_is_visible(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from app.window.main import begin

    started: list[list[str]] = []
    monkeypatch.setattr("app.window.frame.project_acts.sample_path", lambda: tmp_path / "sample.peakroster")
    monkeypatch.setattr(
        window.jobs.__class__,
        "start",
        lambda _jobs, _kind, _title, arguments, _then, **_more: started.append(arguments),
    )
    begin(window, None)
    assert started == [["sample", "--out", str(tmp_path / "sample.peakroster"), "--progress"]]
    assert window.isVisible()


def test_the_latest_project_is_opened_again(window: MainWindow, project_path: Path) -> None:
    from app.window.frame.settings import add_recent
    from app.window.main import begin

    add_recent(project_path)
    begin(window, None)
    assert window.document.file.path == project_path


class ShownWindows(QObject):
    """Collects what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, shown: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
        if event.type() is QEvent.Type.Show and isinstance(shown, QWidget) and shown.isWindow():
            self.names.append(type(shown).__name__)
        return False


def test_no_part_of_a_page_flashes_up_as_a_window_of_its_own(opened: MainWindow, qapp: QApplication) -> None:
    shown = ShownWindows()
    qapp.installEventFilter(shown)
    for step in STEPS:
        opened.go(step)
    qapp.removeEventFilter(shown)
    assert not shown.names


def test_a_new_project_is_made_where_it_is_wanted(window: MainWindow, tmp_path: Path) -> None:
    from app.window.frame.project_dialog import ProjectDialog

    dialog = ProjectDialog(window)
    dialog._name.setText("年货节")
    dialog._days.setValue(10)
    window.acts._create(tmp_path / "new.peakroster", dialog.project())
    view = window.document.view
    assert view is not None
    assert (view.project.name, view.project.horizon.days) == ("年货节", 10)
    dialog.deleteLater()


def test_a_splitter_comes_back_as_it_was_left(opened: MainWindow) -> None:
    from app.window.frame.splitter import RememberingSplitter

    opened.go("forecast")
    split = opened.page.findChildren(RememberingSplitter)[0]
    split.setSizes([200, 400])
    split._remember(0, 0)
    left = split.sizes()
    opened.dress("zh_CN", "dark", 1.0)
    QApplication.processEvents()
    again = opened.page.findChildren(RememberingSplitter)[0]
    assert abs(again.sizes()[0] / sum(again.sizes()) - left[0] / sum(left)) < 0.05


def test_another_project_waits_until_nothing_works_on_this_one(busy: MainWindow, project_path: Path) -> None:
    assert not busy.acts.open_path(project_path)
    assert busy.message.mood is Mood.WARNING
    assert "正在优化" in busy.message.text


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
