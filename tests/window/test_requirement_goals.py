"""Goals on the requirement page: typed and applied, and their effect shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.frame.steps import StepState
from app.window.jobs.job import JobEnd
from app.window.requirement.goal_fields import TARGETS, WORK, GoalField, value_of, with_value
from app.window.requirement.numbers import requirement_figures, shown_agents
from app.window.requirement.page import RequirementPage
from scheduler.staffing.goals import Goals, ServiceGoal
from tests.window.shown import page_of


@pytest.mark.parametrize(("value", "shown"), [(3.0, 3), (3.0000000001, 3), (3.01, 4), (0.0, 0), (142.85714, 143)])
def test_a_requirement_is_rounded_up_once(value: float, shown: int) -> None:
    assert shown_agents(value) == shown


def test_the_figures_of_a_requirement_weigh_by_inquiries(opened: MainWindow) -> None:
    view = opened.document.view
    assert view is not None
    assert view.requirement is not None
    skill = view.requirement.skills["presale"]
    shown = requirement_figures(view.requirement.horizon, skill, None)
    assert shown.agent_hours == pytest.approx(skill.requirement.sum() / 2)
    assert shown.peak == shown_agents(float(skill.requirement.max()))
    assert shown.service_level == pytest.approx(0.86)
    assert 0 < shown.decided <= 1


def typed_back(goals: Goals, field: GoalField) -> Goals:
    value = value_of(goals, field)
    return with_value(goals, field, None if value is None else round(value, field.decimals))


@given(st.floats(0, 0.95), st.floats(0.01, 0.999), st.integers(1, 50))
def test_goals_that_nobody_touched_keep_their_exact_values(shrinkage: float, level: float, limit: int) -> None:
    goals = Goals(shrinkage=shrinkage, max_concurrency=limit, goal=ServiceGoal(service_level=level, reply_rate=None))
    for field in TARGETS + WORK:
        assert typed_back(goals, field) == goals


def test_a_goal_can_be_changed_and_switched_off() -> None:
    field = next(field for field in TARGETS if field.key == "service_level")
    changed = with_value(Goals(), field, 90.0)
    assert changed.goal.service_level == 0.9
    assert with_value(changed, field, None).goal.service_level is None
    limit = next(field for field in WORK if field.key == "max_concurrency")
    assert with_value(Goals(), limit, 5.0).max_concurrency == 5


def test_applying_goals_stores_them_and_staffs_again(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(
        opened.jobs.__class__,
        "start",
        lambda _jobs, _kind, _title, arguments, _then, **_more: started.append(arguments),
    )
    opened.go("requirement")
    form = page_of(opened, RequirementPage)._form
    box = next(box for field, box in form._fields.items() if field.key == "shrinkage")
    assert not form._apply.isEnabled()
    box.setValue(30.0)
    assert form._apply.isEnabled()
    form._apply.click()
    assert opened.document.view is not None
    assert opened.document.view.project.goals["presale"].shrinkage == 0.3
    assert started[0][0] == "staff"
    assert opened.page.state(opened.document.view) is StepState.STALE


def test_the_table_shows_the_chosen_day_interval_by_interval(opened: MainWindow) -> None:
    opened.go("requirement")
    rows = page_of(opened, RequirementPage)._table.numbers.rows
    assert len(rows) == 48
    assert rows[0].cells[0] == "00:00"
    assert rows[47].cells[0] == "23:30"


def test_a_failed_step_says_why_and_that_nothing_changed(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def start(_jobs: object, _kind: str, _title: str, _arguments: list[str], then: object, **_more: object) -> object:
        assert callable(then)
        then(JobEnd(2, "", "历史太短。", stopped=False, last=None))
        return object()

    monkeypatch.setattr(opened.jobs.__class__, "start", start)
    opened.go("forecast")
    assert opened.page.primary is not None
    opened.page.primary.trigger()
    assert opened.message.mood is Mood.ERROR
    assert "历史太短" in opened.message.text


def test_a_factor_typed_shows_its_effect_at_once(opened: MainWindow) -> None:
    opened.go("requirement")
    page = page_of(opened, RequirementPage)
    before = page._factors._shown
    assert not before[-1].figure.startswith("≈")
    box = next(box for field, box in page._form._fields.items() if field.key == "robot_deflection")
    box.setValue(50.0)
    after = page._factors._shown
    assert after[-1].figure.startswith("≈")
    assert float(after[2].figure.replace(",", "")) == pytest.approx(
        float(before[2].figure.replace(",", "")) / 2, abs=0.1
    )
    box.setValue(0.0)
    assert page._factors._shown == before


def test_clicking_an_interval_explains_that_one(opened: MainWindow, qtbot: QtBot) -> None:
    opened.go("requirement")
    table = page_of(opened, RequirementPage)._table
    target = table.visualRect(table.model().index(2, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert page_of(opened, RequirementPage)._factors._shown[0].change.endswith("01:00")
