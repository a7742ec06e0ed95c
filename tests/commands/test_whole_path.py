"""From a team's files to its workbook, by commands alone."""

import json
from pathlib import Path

import openpyxl
import pytest

from app.commands import run_command
from app.pipeline import plan
from app.project.file import ProjectFile
from scheduler.checks import check
from scheduler.objective import cost
from scheduler.problem_document import write_problem
from scheduler.solution import SearchLimits
from tests.there import there


def test_the_files_of_a_team_become_a_roster_without_broken_rules(planned_shop: Path) -> None:
    with ProjectFile.open(planned_shop) as file:
        version = file.latest_version("基准")
    assert version is not None
    assert len(version.solution.roster) > 0
    assert check(version.problem, version.solution.roster) == []


def test_the_cost_stored_is_the_true_one_and_never_below_the_bound(planned_shop: Path) -> None:
    with ProjectFile.open(planned_shop) as file:
        version = file.latest_version("基准")
    assert version is not None
    solution = version.solution
    assert solution.objective == pytest.approx(cost(version.problem, solution.roster).total)
    assert solution.bound is not None
    assert solution.bound <= there(solution.objective) + 1e-6


def test_the_workbook_shows_every_agent_and_every_assignment(planned_shop: Path) -> None:
    book = openpyxl.load_workbook(planned_shop.parent / "roster.xlsx", data_only=True)
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    with ProjectFile.open(planned_shop) as file:
        version = file.latest_version("基准")
    assert version is not None
    assert all(f"客服{number:02d}" in cells for number in range(1, 8))
    assert sum(cells.count(code) for code in ("早", "晚", "A1")) >= len(version.solution.roster)


def test_forecast_staff_and_solve_by_files_agree_with_the_project(planned_shop: Path, tmp_path: Path) -> None:
    history = tmp_path / "history.csv"
    forecast, requirement = tmp_path / "forecast.csv", tmp_path / "requirement.csv"
    assert run_command(["history", "--project", str(planned_shop), "--out", str(history)]) == 0
    of_days = ["--from", "2026-11-02", "--days", "7", "--interval", "60"]
    assert run_command(["forecast", str(history), *of_days, "--out", str(forecast)]) == 0
    assert run_command(["staff", str(forecast), "--out", str(requirement)]) == 0
    with ProjectFile.open(planned_shop) as file:
        stored = file.requirement("基准")
    assert stored is not None
    rows = requirement.read_text(encoding="utf-8").splitlines()
    column = rows[0].split(",").index("requirement")
    assert [float(row.split(",")[column]) for row in rows[1:]] == pytest.approx(
        list(stored.skills["presale"].requirement), abs=1e-3
    )


def test_comparing_scenarios_gives_a_row_each(planned_shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["compare", "--project", str(planned_shop), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [row["scenario"] for row in rows] == ["基准"]
    assert rows[0]["agent_hours"] > 0
    assert rows[0]["cost"] > 0
    assert 0 <= rows[0]["gap"] < 1


def test_an_export_as_csv_lists_every_agent_and_day(planned_shop: Path, tmp_path: Path) -> None:
    out = tmp_path / "roster.csv"
    assert run_command(["export", "--project", str(planned_shop), "--format", "csv", "--out", str(out)]) == 0
    rows = out.read_bytes().decode("utf-8-sig").splitlines()
    assert rows[0] == "工号,姓名,日期,班次"
    assert len(rows) == 1 + 7 * 7


@pytest.mark.parametrize(("options", "shown"), [([], False), (["--wages"], True)])
def test_an_export_for_hr_holds_wages_only_when_asked(
    planned_shop: Path, tmp_path: Path, options: list[str], shown: bool
) -> None:
    out = tmp_path / "hr.xlsx"
    assert run_command(["export", "--project", str(planned_shop), "--format", "hr", *options, "--out", str(out)]) == 0
    book = openpyxl.load_workbook(out, data_only=True)
    assert ("计划应付" in [cell.value for cell in book["人事汇总"][4]]) is shown
    assert "兼职结算" in book.sheetnames


def test_an_export_as_calendars_writes_a_file_per_agent(planned_shop: Path, tmp_path: Path) -> None:
    out = tmp_path / "calendars"
    assert run_command(["export", "--project", str(planned_shop), "--format", "ics", "--out", str(out)]) == 0
    files = sorted(path.name for path in out.iterdir())
    assert len(files) == 7
    assert files[0].startswith("客服01_v")


def test_an_export_as_text_gives_each_agent_a_line(planned_shop: Path, tmp_path: Path) -> None:
    out = tmp_path / "roster.txt"
    assert run_command(["export", "--project", str(planned_shop), "--format", "text", "--out", str(out)]) == 0
    lines = out.read_text(encoding="utf-8").splitlines()[2:]
    assert [line.split("：")[0] for line in lines] == [f"客服{number:02d}" for number in range(1, 8)]
    assert all("11月2日" in line and "11月8日" in line for line in lines)


def test_importing_the_same_files_again_changes_nothing(planned_shop: Path) -> None:
    with ProjectFile.open(planned_shop) as file:
        before = file.read()
    files = [str(planned_shop.parent / name) for name in ("history.csv", "agents.csv", "shifts.csv")]
    assert run_command(["import", *files, "--project", str(planned_shop)]) == 0
    with ProjectFile.open(planned_shop) as file:
        assert file.read() == before


def test_the_straight_line_as_one_call_plans_what_the_commands_stored(planned_shop: Path) -> None:
    with ProjectFile.open(planned_shop) as file:
        project, stored = file.read(), file.results("基准")
    made = plan(project, project.scenario("基准"), SearchLimits(seconds=20, gap=0.15))
    assert stored.requirement is not None
    assert stored.version is not None
    assert list(made.requirement.skills["presale"].requirement) == list(
        stored.requirement.skills["presale"].requirement
    )
    assert write_problem(made.problem) == write_problem(stored.version.problem)
    assert check(made.problem, made.solution.roster) == []
