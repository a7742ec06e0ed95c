from dataclasses import replace

import pytest

from app.window.frame.empty_state import EmptyState
from app.window.roster.view_plan import plan_of
from tests.window.roster_sample import without_history


@pytest.fixture(scope="module")
def planned(planned, tmp_path_factory):
    copy = tmp_path_factory.mktemp("light") / "shop.peakroster"
    copy.write_bytes(planned.read_bytes())
    return without_history(copy)


def test_the_page_shows_the_latest_roster_of_the_scenario(opened):
    opened.go("roster")
    view = opened.document.view
    board = opened.page.board
    assert board.plan.roster.cells == view.version.solution.roster.cells
    assert board.matrix.model.rowCount() == len(view.project.team)


def test_codes_and_names_come_from_the_project(opened):
    view = opened.document.view
    named = replace(view.project.shifts["A1"], code="兼", name="晚高峰")
    project = replace(view.project, shifts={**view.project.shifts, "A1": named})
    plan = plan_of(replace(view, project=project))
    assert plan.problem.shifts["A1"].code == "兼"
    assert plan.problem.shifts["A1"].name == "晚高峰"


def test_another_scenario_brings_its_own_team(opened):
    opened.go("roster")
    opened.document.choose_scenario("咨询量 +20%")
    rows = opened.page.board.plan.rows
    assert sum(row.contract == "part_time" for row in rows) == 6


def test_an_empty_project_leads_to_what_is_missing(window, empty_path):
    assert window.acts.open_path(empty_path)
    window.go("roster")
    assert window.page.board is None
    shown = [part for part in window.page.findChildren(EmptyState) if part.isVisible()]
    assert len(shown) == 1
    assert not window.page.primary.isEnabled()
    shown[0].button.click()
    assert window.page.step == "requirement"


def test_a_plan_needs_a_roster_or_a_requirement(opened):
    with pytest.raises(ValueError, match="neither"):
        plan_of(replace(opened.document.view, version=None, requirement=None))


def test_keys_of_the_page_step_through_violations_and_shortages(opened):
    opened.go("roster")
    page = opened.page
    keys = {action.shortcut().toString(): action for action in page.actions()}
    keys["F7"].trigger()
    assert page.board.cover.chart.chosen is not None
    keys["F8"].trigger()
    keys["Shift+F8"].trigger()
    keys["Ctrl+F"].trigger()
    assert {"Ctrl+Return", "F7", "F8", "Shift+F8", "Ctrl+F"} <= keys.keys()


def test_the_chart_of_one_skill_draws_and_reads_out_what_p90_would_require(opened):
    view = opened.document.view
    skills = {
        name: replace(skill, curves={"p50": skill.requirement, "p90": skill.requirement * 1.3})
        for name, skill in view.requirement.skills.items()
    }
    opened.document.file.save_requirement(view.scenario.name, replace(view.requirement, skills=skills))
    opened.document.reload()
    opened.go("roster")
    cover = opened.page.board.cover
    cover.skills.setCurrentIndex(cover.skills.findData("presale"))
    assert "P90" in cover.chart.reading(40)
    before = cover.chart.grab().toImage()
    cover.chart.curves = replace(cover.chart.curves, beside={})
    cover.chart._redraw()
    assert cover.chart.grab().toImage() != before
