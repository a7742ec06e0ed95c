"""The requirement page: exam windows and goals that are texts, typed and applied; the roster played through."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.jobs.job import JobEnd
from app.window.requirement.exam_windows_tab import ExamRow, exam_windows_tab
from app.window.requirement.goal_fields import TEXTS, text_of, with_text
from app.window.requirement.page import RequirementPage
from app.window.tables.values_model import ValuesModel
from scheduler.staffing.exam_window import FIRST_RESPONSE, ExamWindow
from scheduler.staffing.goals import Goals, ServiceGoal
from scheduler.staffing.requirement import exam_curve
from tests.there import there
from tests.window.shown import page_of

SHOP, MEASURED, FROM, TO, DAYS, WITHIN, TARGET, RATE = range(8)
HOURS, CONTRACTS, DURATIONS = TEXTS
WINDOW = ExamWindow("天猫", start=480)


@pytest.fixture
def started(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    arguments: list[list[str]] = []

    def start(_jobs: object, _kind: str, _title: str, given: list[str], _then: object, **_more: object) -> object:
        arguments.append(given)
        return object()

    monkeypatch.setattr(opened.jobs.__class__, "start", start)
    return arguments


def cell(model: ValuesModel, row: int, column: int) -> str:
    return str(model.data(model.index(row, column)))


def typed(model: ValuesModel, column: int, text: str) -> bool:
    return model.setData(model.index(0, column), text)


def test_an_exam_window_added_holds_at_once_and_staffs_again(opened: MainWindow, started: list[list[str]]) -> None:
    opened.go("requirement")
    page_of(opened, RequirementPage)._exams.add.click()
    assert opened.document.view is not None
    assert opened.document.view.project.goals["presale"].exam_windows == (ExamWindow(),)
    assert started[0][0] == "staff"
    assert cell(page_of(opened, RequirementPage)._exams.model, 0, RATE) == "–"


def test_a_window_nobody_can_meet_is_told_and_not_stored(opened: MainWindow, started: list[list[str]]) -> None:
    opened.go("requirement")
    page_of(opened, RequirementPage)._apply_windows((ExamRow(replace(WINDOW, within_seconds=5)),))
    assert opened.document.view is not None
    assert not opened.document.view.project.goals.get("presale", Goals()).exam_windows
    assert opened.message.mood is Mood.ERROR
    assert "考核时段" in opened.message.text
    assert started == []


def test_every_cell_of_a_window_can_be_typed(opened: MainWindow) -> None:
    editor = exam_windows_tab()
    editor.show_values([ExamRow(WINDOW, 0.85)])
    model = editor.model
    assert cell(model, 0, RATE) == "▼ 85.0%"
    for column, text in (
        (SHOP, "拼多多"),
        (MEASURED, "首次响应"),
        (FROM, "9"),
        (TO, "24:00"),
        (DAYS, "周六、周日"),
        (WITHIN, "30"),
        (TARGET, "80%"),
    ):
        assert typed(model, column, text)
    assert model.values == (ExamRow(ExamWindow("拼多多", FIRST_RESPONSE, 540, 1440, (5, 6), 30.0, 0.8)),)
    assert not model.flags(model.index(0, RATE)) & Qt.ItemFlag.ItemIsEditable


@pytest.mark.parametrize(
    ("column", "text"),
    [(MEASURED, "速度"), (FROM, "25:00"), (FROM, "x"), (TO, "07:00"), (DAYS, "节日"), (WITHIN, "快"), (TARGET, "100")],
)
def test_a_cell_that_makes_no_sense_is_refused_with_a_sentence(opened: MainWindow, column: int, text: str) -> None:
    editor = exam_windows_tab()
    editor.show_values([ExamRow(WINDOW)])
    said: list[str] = []
    editor.refused.connect(said.append)
    assert not typed(editor.model, column, text)
    assert said
    assert editor.values == (ExamRow(WINDOW),)


def test_the_predicted_rate_stands_beside_its_window(opened: MainWindow) -> None:
    view = opened.document.view
    assert view is not None
    assert view.requirement is not None
    part = view.requirement.skills["presale"]
    examined = replace(part, curves={**part.curves, exam_curve(0): part.service.service_level * 0 + 0.95})
    opened.document.change("考核", replace(view.project, goals={"presale": replace(Goals(), exam_windows=(WINDOW,))}))
    requirement = replace(view.requirement, skills={**view.requirement.skills, "presale": examined})
    opened.document.file.save_requirement(view.scenario.name, requirement)
    opened.document.reload()
    opened.go("requirement")
    assert cell(page_of(opened, RequirementPage)._exams.model, 0, RATE) == "95.0%"


def test_texts_of_goals_are_read_by_name_and_percent() -> None:
    goals = with_text(Goals(), CONTRACTS, "兼职=10% 外包=20%")
    assert goals.shrinkage_by_contract == "part_time=0.1 outsourced=0.2"
    assert text_of(goals, CONTRACTS) == "兼职=10% 外包=20%"
    assert with_text(goals, CONTRACTS, "兼职=10% 外包=20%") is goals
    assert with_text(Goals(), HOURS, "00:00-06:00=5％").shrinkage_by_hour == "00:00-06:00=0.05"
    assert with_text(Goals(), DURATIONS, " 1=275  8=489 ").chat_duration_by_level == "1=275 8=489"


def test_a_text_that_makes_no_sense_is_told_and_not_stored(opened: MainWindow, started: list[list[str]]) -> None:
    opened.go("requirement")
    form = page_of(opened, RequirementPage)._form
    form._texts[CONTRACTS].setText("兼职=十")
    form._apply.click()
    assert opened.message.mood is Mood.ERROR
    assert "损耗率" in opened.message.text
    form._texts[CONTRACTS].setText("兼职=10%")
    form._apply.click()
    assert opened.document.view is not None
    assert opened.document.view.project.goals["presale"].shrinkage_by_contract == "part_time=0.1"
    assert started[0][0] == "staff"


def test_playing_the_roster_through_says_service_and_error(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    one = {"value": 0.831, "error": 0.002}
    answer = {
        "service_level": one,
        "average_response_seconds": {"value": 27.4, "error": 0.1},
        "lost": {"value": 51.0, "error": 3.0},
        "work_that_waits": {"hours": 12.5, "hours_in_time": 11.0},
    }
    asked: list[list[str]] = []

    def start(_jobs: object, _kind: str, _title: str, given: list[str], then: object, **_more: object) -> object:
        asked.append(given)
        assert callable(then)
        then(JobEnd(0, json.dumps({"skills": {"presale": answer}}), "", stopped=False, last=None))
        return object()

    monkeypatch.setattr(opened.jobs.__class__, "start", start)
    opened.go("requirement")
    page_of(opened, RequirementPage).play.trigger()
    assert asked[0][0] == "simulate"
    for said in ("售前", "83.1%", "0.2%", "27.4", "51", "12.5", "11.0"):
        assert said in opened.message.text


def test_dragging_a_slider_shows_what_the_goal_would_require_and_stores_nothing(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.go("requirement")
    page = page_of(opened, RequirementPage)
    before = page._tiles._shown
    field = next(field for field in page._form._fields if field.key == "shrinkage")
    slider, box = page._form._sliders[field], page._form._fields[field]
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton)
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert box.value() == pytest.approx(50)
    assert page._tiles._shown[0].figure.startswith("≈")
    assert "+" in page._tiles._shown[1].change
    assert "试调后" in page._chart.legend.accessibleName()
    assert "≈" in page._factors._shown[-1].figure
    page._form._back.click()
    assert page._tiles._shown == before
    assert "试调后" not in page._chart.legend.accessibleName()
    assert box.value() == pytest.approx(slider.value())
    assert opened.document.view is not None
    assert opened.document.view.project.goals.get("presale", Goals()).shrinkage != 0.5


def test_the_wheel_over_the_goals_scrolls_their_form_and_changes_none(opened: MainWindow) -> None:
    opened.go("requirement")
    form = page_of(opened, RequirementPage)._form
    before = form.typed()
    for part in (*form._fields.values(), *form._sliders.values()):
        away, at = QPoint(0, -120), QPointF(5, 5)
        buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        wheel = QWheelEvent(at, at, away, away, buttons, Qt.KeyboardModifier.NoModifier, phase, False)
        QApplication.sendEvent(part, wheel)
    assert form.typed() == before


def test_a_number_beyond_the_slider_stays_as_typed(opened: MainWindow) -> None:
    opened.go("requirement")
    form = page_of(opened, RequirementPage)._form
    field = next(field for field in form._fields if field.key == "seconds_per_reply")
    form._fields[field].setValue(300.5)
    assert form._sliders[field].value() == form._sliders[field].maximum()
    assert form.typed().seconds_per_reply == pytest.approx(300.5)


def test_what_is_tried_out_follows_a_goal_that_the_effort_alone_does_not_know(opened: MainWindow) -> None:
    opened.go("requirement")
    page = page_of(opened, RequirementPage)
    force = there(page._in_force)
    easy = replace(force.goals, goal=ServiceGoal(service_level=0.5, answer_within_seconds=600))
    strict = replace(force.goals, goal=ServiceGoal(service_level=0.99, answer_within_seconds=5))
    assert force.effect(strict).present.sum() > force.effect(easy).present.sum()
    assert force.effect(force.goals).rostered == pytest.approx(force.part.base / (1 - force.goals.shrinkage))
