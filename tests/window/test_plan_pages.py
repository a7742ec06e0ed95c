"""The pages between history and roster, and export."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from app.project.figures import figures
from app.project.project import Scenario
from app.window.comparison.page import ComparisonPage
from app.window.comparison.services import service_rows
from app.window.comparison.table import chosen_pair, with_change
from app.window.export.page import ExportPage
from app.window.export.previews import sheets
from app.window.forecast.aligned import aligned, last_promotion
from app.window.forecast.days import forecast_days
from app.window.forecast.page import ForecastPage
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.jobs.job import JobEnd
from app.window.jobs.solve import read_answer
from app.window.requirement.page import RequirementPage
from forecasts.promotion import Phase, Promotion
from scheduler.solution import Outcome, Solution
from scheduler.solution_document import write_solution
from tests.there import there
from tests.window.shown import page_of


def promotion(name: str, day: datetime, kind: str = "opening") -> Promotion:
    return Promotion(name, (Phase(kind, day, day.replace(hour=2)),))


def test_the_last_promotion_is_laid_opening_over_opening(opened: MainWindow) -> None:
    view = opened.document.view
    assert view is not None
    before = aligned(view.project.history, "presale", view.project.promotions, view.project.horizon)
    assert before is not None
    assert before.name == "双11 2025"
    counts = next(counts for key, counts in view.project.history if key.skill == "presale")
    opening = view.project.horizon.minute(datetime(2026, 11, 11)) // 30
    then = counts.between(np.datetime64("2025-11-11T00:00"), np.datetime64("2025-11-11T00:30"))
    assert before.inquiries[opening] == then.inquiries[0]


@pytest.mark.parametrize("minutes", [15, 60])
def test_the_last_promotion_is_also_laid_under_finer_and_coarser_intervals(opened: MainWindow, minutes: int) -> None:
    view = opened.document.view
    assert view is not None
    history, promotions, horizon = view.project.history, view.project.promotions, view.project.horizon
    at_half_hours = aligned(history, "presale", promotions, horizon)
    laid = aligned(history, "presale", promotions, replace(horizon, interval_minutes=minutes))
    assert at_half_hours is not None
    assert laid is not None
    by_hours = at_half_hours.inquiries.reshape(-1, 2).sum(axis=1)
    assert laid.inquiries.reshape(-1, 60 // minutes).sum(axis=1) == pytest.approx(by_hours, nan_ok=True)


def test_the_same_season_of_last_year_is_preferred_to_a_later_promotion() -> None:
    planned = promotion("双11 2026", datetime(2026, 11, 11))
    double_11, mid_year = promotion("双11 2025", datetime(2025, 11, 11)), promotion("618", datetime(2026, 6, 18))
    others = promotion("预热", datetime(2026, 10, 1), "warm_up")
    every = (double_11, mid_year, others, planned)
    assert last_promotion(every, planned, datetime(2026, 11, 9)) is double_11
    assert last_promotion((mid_year, others), planned, datetime(2026, 11, 9)) is mid_year
    assert last_promotion((others,), planned, datetime(2026, 11, 9)) is None


def test_means_of_a_day_are_added_and_quantiles_are_those_of_its_busiest_interval(opened: MainWindow) -> None:
    view = opened.document.view
    assert view is not None
    assert view.forecast is not None
    key, volume = next(iter(view.forecast))
    days = forecast_days(view.forecast.horizon, volume, None)
    assert key.skill == "aftersale"
    assert sum(day.mean for day in days) == pytest.approx(volume.mean.sum())
    assert days[2].peak_p90 == volume.p90[2 * 48 : 3 * 48].max()
    assert days[1].phases == ("spot_sale",)
    assert days[0].before is None


def test_choosing_a_day_zooms_into_it(opened: MainWindow) -> None:
    opened.go("forecast")
    page = page_of(opened, ForecastPage)
    page.tabs.days.selectRow(2)
    assert page._day.day == 2
    assert page._chart.plot.getPlotItem().getViewBox().viewRange()[0] == [48.0, 72.0]
    said = there(page._chart.plot._read)(50.2)
    assert said.index("P50") < said.index("P80") < said.index("P90")
    assert "11月11日" in said


def test_two_scenarios_stand_side_by_side_with_their_difference(opened: MainWindow) -> None:
    opened.go("comparison")
    rows = page_of(opened, ComparisonPage)._table.numbers.rows
    assert [row.cells[0] for row in rows] == ["基准", "咨询量 +20%"]
    assert "(" not in rows[0].cells[1]
    assert "(+" in rows[1].cells[1]
    opened.jobs.stop_all_and_wait()


def test_the_first_scenario_is_compared_with_the_second() -> None:
    two = (Scenario(), Scenario("多"))
    assert chosen_pair(two, "基准") == ("基准", "多")
    assert chosen_pair(two, "多") == ("基准", "多")
    assert chosen_pair(two[:1], "基准") == ("基准", "基准")
    assert with_change(1234.0, 1200.0) == "1,234 (+34)"
    assert with_change(1234.0, None) == "1,234"


def test_figures_are_judged_by_the_rosters_own_problem(opened: MainWindow) -> None:
    from scheduler.objective import cost

    version = opened.document.file.latest_version("基准")
    assert version is not None
    shown = figures(version)
    assert shown.cost == cost(version.problem, version.solution.roster).total
    assert shown.worst_start is not None
    worst = version.problem.horizon.minute(shown.worst_start) // 30
    assert shown.worst_shortage == pytest.approx(sum(short[worst] for short in shown.cover.shortage.values()))


def test_a_scenario_is_added_changed_and_removed(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened.jobs.__class__, "start", lambda *_arguments: None)
    opened.go("comparison")
    page = page_of(opened, ComparisonPage)
    page._form.acts.add.click()
    assert opened.document.view is not None
    name = opened.document.view.scenario.name
    page.branching.apply(name, Scenario("兼职加三", 1.0, {"part_time": 3}))
    assert opened.document.view.scenario == Scenario("兼职加三", 1.0, {"part_time": 3})
    page.branching.apply("兼职加三", Scenario("基准"))
    assert opened.message.mood is Mood.WARNING
    page._form.acts.remove.click()
    assert [scenario.name for scenario in opened.document.view.project.scenarios] == ["基准", "咨询量 +20%"]


def test_the_service_comes_from_the_compare_command() -> None:
    row = {"scenario": "基准", "service_level": 0.81, "lost": 12.5}
    rows = service_rows(json.dumps({"rows": [row, row | {"scenario": "空", "service_level": None}]}))
    assert rows["基准"].service_level == 0.81
    assert rows["空"].service_level is None
    assert service_rows("Traceback") == {}


def test_the_preview_holds_what_the_roster_says(opened: MainWindow) -> None:
    view = opened.document.view
    assert view is not None
    assert view.version is not None
    roster, staffing, hours, shifts = sheets(view.project, view.scenario, view.version)
    assert len(roster.rows) == 18
    assert roster.rows[0].cells[:2] == ("客服01", "早")
    assert sum(int(row.cells[2]) for row in hours.rows) == len(view.version.solution.roster)
    assert len(staffing.rows) == 7
    assert [row.cells[0] for row in shifts.rows] == ["早", "中", "晚", "夜", "A1"]


def test_the_export_is_written_by_a_child_and_its_folder_offered(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "班表.xlsx"

    def start(_jobs: object, _kind: str, _title: str, arguments: list[str], then: object, **_more: object) -> object:
        assert arguments[0] == "export"
        assert arguments[arguments.index("--format") + 1] == "team"
        out.write_bytes(b"PK")
        assert callable(then)
        then(JobEnd(0, "", "", stopped=False, last=None))
        return object()

    monkeypatch.setattr(opened.jobs.__class__, "start", start)
    opened.go("export")
    page_of(opened, ExportPage).write(out)
    assert opened.message.mood is Mood.GOOD
    assert opened.message.act == "打开文件夹"


def test_the_roster_a_killed_child_left_is_used(opened: MainWindow, tmp_path: Path) -> None:
    view = opened.document.view
    assert view is not None
    assert view.version is not None
    problem, solution = view.version.problem, view.version.solution
    path = tmp_path / "solution.json"
    assert read_answer(path, problem) is None
    path.write_text("{ half")
    assert read_answer(path, problem) is None
    path.write_text(json.dumps(write_solution(problem, solution)))
    found = read_answer(path, problem)
    assert found is not None
    assert found.roster == solution.roster
    path.write_text(json.dumps(write_solution(problem, Solution(Outcome.INFEASIBLE))))
    none = read_answer(path, problem)
    assert none is not None
    assert not none.roster.cells


def test_another_scenario_changes_what_every_page_shows(opened: MainWindow) -> None:
    opened.go("requirement")
    before = page_of(opened, RequirementPage)._tiles._shown
    opened.document.choose_scenario("咨询量 +20%")
    assert page_of(opened, RequirementPage)._tiles._shown != before


def test_undoing_a_scenario_brings_the_page_back(opened: MainWindow) -> None:
    view = opened.document.view
    assert view is not None
    opened.document.change("删除", replace(view.project, scenarios=view.project.scenarios[:1]))
    opened.document.undo()
    assert opened.document.view is not None
    assert len(opened.document.view.project.scenarios) == 2
