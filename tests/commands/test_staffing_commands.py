"""`staff`, `predict`, `simulate` and `solve --serve`: exam windows told, rosters played through, goals looked at."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.commands import run_command
from app.project.file import ProjectFile
from app.project.rostering import problem_of
from scheduler.problem_document import write_problem
from scheduler.solution_document import read_solution
from scheduler.staffing.exam_window import ExamWindow

GOALS = """
shrinkage = 0.1
chat_length_cv = 1.0
shrinkage_by_contract = { "兼职" = 0.05, outsourced = 0.2 }
chat_duration_by_level = { 1 = 275, 4 = 328, 8 = 489 }
[goal]
service_level = 0.8
first_response_seconds = 40
utilisation = 0.95
[[exam_window]]
shop = "拼多多"
from = "08:00"
to = "23:00"
within_seconds = 180
target = 0.9
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    hours = [f"2026-11-11T{hour:02}:00" for hour in range(24)]
    (tmp_path / "f.csv").write_text("\n".join(["start,p10,p50,p90", *(f"{h},40,60,90" for h in hours)]), "utf-8")
    (tmp_path / "p.csv").write_text("\n".join(["start,present", *(f"{h},3" for h in hours)]), "utf-8")
    (tmp_path / "g.toml").write_text(GOALS, "utf-8")
    return tmp_path


def run(*arguments: object) -> int:
    return run_command([str(argument) for argument in arguments])


def test_exam_windows_stand_under_the_requirement_and_in_its_json(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("staff", files / "f.csv", "--goals", files / "g.toml") == 0
    shown = capsys.readouterr().out
    assert "拼多多" in shown
    assert "180 秒内回复" in shown
    assert run("staff", files / "f.csv", "--goals", files / "g.toml", "--json") == 0
    (exam,) = json.loads(capsys.readouterr().out)["exam_windows"]
    assert (exam["hours"], exam["target"]) == ("08:00–23:00", 0.9)
    assert 0.9 <= exam["predicted_rate"] <= 1


def test_exam_windows_are_predicted_for_agents_present(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["predict", files / "f.csv", "--agents-present", files / "p.csv", "--goals", files / "g.toml"]
    assert run(*given, "--out", files / "s.csv") == 0
    assert "拼多多" in capsys.readouterr().out
    assert run(*given, "--out", files / "s.csv", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert 0.9 < told["exam_windows"][0]["predicted_rate"] <= 1
    (skill,) = told["skills"].values()
    assert 0 < skill["lowest_service_level"] <= 1


def test_repair_by_simulation_is_asked_for(files: Path) -> None:
    assert run("staff", files / "f.csv", "--goals", files / "g.toml", "--repair", "--out", files / "r.csv") == 0
    assert len((files / "r.csv").read_text("utf-8").splitlines()) == 25


def test_a_goals_file_that_makes_no_sense_is_refused(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "g.toml").write_text("chat_duration_by_level = { 8 = 100, 1 = 0 }\n", "utf-8")
    assert run("staff", files / "f.csv", "--goals", files / "g.toml") == 2
    assert "同时接待数" in capsys.readouterr().err


def test_a_project_s_roster_is_played_through(planned_shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("simulate", "--project", planned_shop, "--replications", "2", "--json", "--progress") == 0
    captured = capsys.readouterr()
    (skill,) = json.loads(captured.out)["skills"].values()
    assert 0 < skill["service_level"]["value"] <= 1
    assert skill["replications"] == 2
    assert [json.loads(line)["done"] for line in captured.err.splitlines()] == [0.5, 1.0]


def test_neither_files_nor_a_project_to_simulate_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("simulate") == 2
    assert "FORECAST" in capsys.readouterr().err


def test_a_search_with_service_goals_tells_the_hours_that_miss_them(
    planned_shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with ProjectFile.open(planned_shop) as file:
        project, requirement = file.read(), file.requirement("基准")
    assert requirement is not None
    problem = problem_of(project, project.scenarios[0], requirement)
    (tmp_path / "problem.json").write_text(json.dumps(write_problem(problem)), "utf-8")
    given = ["solve", tmp_path / "problem.json", "--out", tmp_path / "s.json", "--seconds", "20", "--gap", "0.3"]
    assert run(*given) == 0
    assert "未达到" not in capsys.readouterr().err
    assert run(*given, "--serve", planned_shop) == 0
    assert "服务目标" in capsys.readouterr().err
    solution = read_solution(json.loads((tmp_path / "s.json").read_text("utf-8")), problem, "s.json")
    assert solution.objective is not None
    assert solution.bound is not None
    assert solution.bound <= solution.objective + 1e-6


def test_goals_of_a_project_keep_everything_that_was_set(planned_shop: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.peakroster"
    copy.write_bytes(planned_shop.read_bytes())
    (tmp_path / "goals.toml").write_text(GOALS, "utf-8")
    assert run("import", tmp_path / "goals.toml", "--project", copy) == 0
    with ProjectFile.open(copy) as file:
        goals = file.read().goals["presale"]
    assert goals.shrinkage_by_contract == "outsourced=0.2 part_time=0.05"
    assert goals.chat_duration_by_level == "1=275 4=328 8=489"
    assert (goals.goal.first_response_seconds, goals.goal.utilisation) == (40, 0.95)
    assert goals.exam_windows == (replace(ExamWindow(), shop="拼多多", start=480),)
