from dataclasses import replace
from pathlib import Path

import pytest

from app.window.frame.empty_state import EmptyState
from app.window.frame.main_window import MainWindow
from app.window.roster.page import RosterPage
from app.window.roster.view_plan import plan_of
from tests.there import there
from tests.window.roster_sample import light_copy
from tests.window.shown import board_of, page_of, plan_shown, view_of


@pytest.fixture(scope="module")
def planned(planned: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return light_copy(planned, tmp_path_factory.mktemp("light"))


def test_the_page_shows_the_latest_roster_of_the_scenario(opened: MainWindow) -> None:
    opened.go("roster")
    view = view_of(opened.document)
    board = board_of(opened)
    assert plan_shown(board).roster.cells == there(view.version).solution.roster.cells
    assert board.matrix.model.rowCount() == len(view.project.team)


def test_codes_and_names_come_from_the_project(opened: MainWindow) -> None:
    view = view_of(opened.document)
    named = replace(view.project.shifts["A1"], code="兼", name="晚高峰")
    project = replace(view.project, shifts={**view.project.shifts, "A1": named})
    plan = plan_of(replace(view, project=project))
    assert plan.problem.shifts["A1"].code == "兼"
    assert plan.problem.shifts["A1"].name == "晚高峰"


def test_another_scenario_brings_its_own_team(opened: MainWindow) -> None:
    opened.go("roster")
    opened.document.choose_scenario("咨询量 +20%")
    rows = plan_shown(board_of(opened)).rows
    assert sum(row.contract == "part_time" for row in rows) == 6


def test_an_empty_project_leads_to_what_is_missing(window: MainWindow, empty_path: Path) -> None:
    assert window.acts.open_path(empty_path)
    window.go("roster")
    assert page_of(window, RosterPage).board is None
    shown = [part for part in window.page.findChildren(EmptyState) if part.isVisible()]
    assert len(shown) == 1
    assert not there(window.page.primary).isEnabled()
    shown[0].button.click()
    assert window.page.step == "requirement"


def test_a_plan_needs_a_roster_or_a_requirement(opened: MainWindow) -> None:
    with pytest.raises(ValueError, match="neither"):
        plan_of(replace(view_of(opened.document), version=None, requirement=None))


def test_keys_of_the_page_step_through_violations_and_shortages(opened: MainWindow) -> None:
    opened.go("roster")
    page = page_of(opened, RosterPage)
    keys = {action.shortcut().toString(): action for action in page.actions()}
    keys["F7"].trigger()
    assert board_of(opened).cover.chart.chosen is not None
    keys["F8"].trigger()
    keys["Shift+F8"].trigger()
    keys["Ctrl+F"].trigger()
    assert {"Ctrl+Return", "F7", "F8", "Shift+F8", "Ctrl+F"} <= keys.keys()


def test_the_chart_of_one_skill_draws_and_reads_out_what_p90_would_require(opened: MainWindow) -> None:
    view = view_of(opened.document)
    requirement = there(view.requirement)
    skills = {
        name: replace(skill, curves={"p50": skill.requirement, "p90": skill.requirement * 1.3})
        for name, skill in requirement.skills.items()
    }
    opened.document.file.save_requirement(view.scenario.name, replace(requirement, skills=skills))
    opened.document.reload()
    opened.go("roster")
    cover = board_of(opened).cover
    cover.skills.setCurrentIndex(cover.skills.findData("presale"))
    assert "P90" in cover.chart.reading(40)
    before = cover.chart.grab().toImage()
    cover.chart.curves = replace(there(cover.chart.curves), beside={})
    cover.chart._redraw()
    assert cover.chart.grab().toImage() != before
