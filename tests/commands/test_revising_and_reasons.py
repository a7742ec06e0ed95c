"""`reoptimise`, `explain`, `design` and `mix` on documents, and on a project."""

import csv
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.commands import run_command
from app.project.file import ProjectFile
from app.project.project import BASE_SCENARIO

PEAK = ([0] * 9 + [2] * 8 + [0, 1.5, 1.5, 1.5, 1.5, 0, 0]) * 3
DAY = {"id": "D", "start": "09:00", "minutes": 540, "breaks": [{"minutes": 60, "from": "12:00", "to": "14:00"}]}
EVENING = {"id": "P", "start": "18:00", "minutes": 240}
DOCUMENT: dict[str, Any] = {
    "format": "peakroster-problem/1",
    "name": "small",
    "horizon": {"first_day": "2026-11-09", "days": 3, "interval_minutes": 60},
    "skills": [{"id": "presale", "shortage_cost": 100.0}],
    "requirement": {"presale": PEAK},
    "shifts": [DAY, EVENING],
    "agents": [
        {
            "id": f"A{number}",
            "skills": ["presale"],
            "hourly_cost": 30.0,
            "max_days_per_week": 3,
            "min_rest_minutes": 660,
        }
        for number in range(5)
    ],
}


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("planned")
    problem, solution = folder / "problem.json", folder / "solution.json"
    problem.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    assert run_command(["solve", str(problem), "--out", str(solution), "--seconds", "5"]) == 0
    return problem, solution


def agent_on(solution: Path, day: int) -> str:
    cells = json.loads(solution.read_text(encoding="utf-8"))["assignments"]
    return str(next(cell["agent"] for cell in cells if cell["day"] == day))


def test_an_absence_is_replaced_and_the_changes_are_told(
    planned: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    problem, solution = planned
    out, changed, absent = tmp_path / "new.json", tmp_path / "changed.json", agent_on(solution, 1)
    options = ["--absent", absent, "--from", "2026-11-10T00:00", "--to", "2026-11-11T00:00"]
    files = ["--out", str(out), "--problem-out", str(changed), "--json"]
    assert run_command(["reoptimise", str(problem), str(solution), *options, *files]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {(change["agent"], change["day"], change["after"]) for change in told["changes"]} >= {(absent, 1, None)}
    assert told["bound"] <= told["objective"]
    assert run_command(["check", str(changed), str(out)]) == 0


def test_locked_days_stay_as_they_are(planned: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    problem, solution = planned
    options = ["--lock-days", "2026-11-09", "2026-11-10", "2026-11-11", "--change-price", "0", "--json"]
    assert run_command(["reoptimise", str(problem), str(solution), *options]) == 0
    assert json.loads(capsys.readouterr().out)["changes"] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--absent", "A9", "--from", "2026-11-10T00:00", "--to", "2026-11-11T00:00"], "A9"),
        (["--absent", "A1", "--from", "2026-11-10T00:00"], "--to"),
        (["--lock-days", "2026-12-01"], "2026-12-01"),
        (["--cells", "A1-2026-11-10"], "A1-2026-11-10"),
        (["--change-price", "-1"], "-1"),
    ],
)
def test_what_cannot_be_revised_is_refused_with_what_to_write(
    planned: tuple[Path, Path], capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    problem, solution = planned
    assert run_command(["reoptimise", str(problem), str(solution), *options]) == 2
    assert said in capsys.readouterr().err


def test_a_cell_is_explained_with_what_it_serves_its_choices_and_takers(
    planned: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    problem, solution = planned
    agent = agent_on(solution, 1)
    assert run_command(["explain", str(problem), str(solution), "--agent", agent, "--day", "2026-11-10"]) == 0
    told = capsys.readouterr().out
    assert "没有这个排班" in told
    assert "休息日：" in told
    assert "谁可以顶班：" in told


def test_a_swap_of_two_agents_is_judged(planned: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    problem, solution = planned
    agent = agent_on(solution, 1)
    asked = ["--agent", agent, "--day", "2026-11-10", "--swap-with"]
    other = next(name for name in (f"A{number}" for number in range(5)) if name != agent)
    assert run_command(["explain", str(problem), str(solution), *asked, other]) == 0
    assert f"与{other}对调：" in capsys.readouterr().out
    assert run_command(["explain", str(problem), str(solution), *asked, "A9"]) == 2


def test_a_shortage_and_hiring_are_explained(planned: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    problem, solution = planned
    bare = json.loads(solution.read_text(encoding="utf-8")) | {"assignments": []}
    empty = solution.with_name("empty.json")
    empty.write_text(json.dumps(bare), encoding="utf-8")
    asked = ["--skill", "presale", "--at", "2026-11-10T10:00", "--hires"]
    assert run_command(["explain", str(problem), str(empty), *asked]) == 0
    told = capsys.readouterr().out
    assert "售前缺 2.0 标准人" in told
    assert "可节省" in told


@pytest.mark.parametrize(
    ("options", "said"),
    [([], "--hires"), (["--skill", "live"], "presale"), (["--skill", "presale", "--at", "noon"], "noon")],
)
def test_what_cannot_be_explained_is_refused(
    planned: tuple[Path, Path], capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    problem, solution = planned
    assert run_command(["explain", str(problem), str(solution), *options]) == 2
    assert said in capsys.readouterr().err


def test_shifts_are_designed_and_their_heads_written(
    planned: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "heads.csv"
    asked = ["--lengths", "4", "9", "--most-kinds", "2", "--rest-minutes", "0", "--seconds", "6", "--out", str(out)]
    assert run_command(["design", str(planned[0]), *asked, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told["shifts"]) <= 2
    with out.open(encoding="utf-8") as stream:
        heads = [int(row["heads"]) for row in csv.DictReader(stream)]
    assert sum(heads) == sum(row["heads"] for row in told["heads"]) > 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--lengths", "30"], "30"),
        (["--first-start", "8"], "08:30"),
        (["--most-kinds", "0"], "0"),
        (["--skill", "live"], "presale"),
    ],
)
def test_a_design_that_cannot_be_is_refused(
    planned: tuple[Path, Path], capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    assert run_command(["design", str(planned[0]), *options]) == 2
    assert said in capsys.readouterr().err


def test_the_mix_of_contracts_is_told_as_a_frontier(
    planned: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mix.csv"
    assert run_command(["mix", str(planned[0]), "--out", str(out), "--json"]) == 0
    points = json.loads(capsys.readouterr().out)["points"]
    wages = [point["wages"] for point in points]
    assert wages == sorted(wages, reverse=True)
    assert out.read_text(encoding="utf-8").startswith("skill,wages,short_hours,full_time_heads")
    assert run_command(["mix", str(planned[0]), "--most", "full_time"]) == 2
    assert "part_time=60" in capsys.readouterr().err


@pytest.mark.slow
def test_on_a_project_the_absence_is_kept_and_the_roster_becomes_the_next_draft(
    planned_shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "shop.peakroster"
    shutil.copy(planned_shop, project)
    with ProjectFile.open(project) as file:
        before = file.versions(BASE_SCENARIO)[-1]
    agent = next(iter(sorted(before.solution.roster.cells)))[0]
    options = ["--absent", agent, "--from", "2026-11-03T00:00", "--to", "2026-11-04T00:00"]
    assert run_command(["reoptimise", "--project", str(project), *options]) == 0
    assert "改动" in capsys.readouterr().out
    with ProjectFile.open(project) as file:
        after = file.versions(before.scenario)[-1]
        team = {member.id: member for member in file.read().team}
    assert after.number == before.number + 1
    assert (agent, 1) not in after.solution.roster.cells
    assert len(team[agent].absences) == 1
    with ProjectFile.open(project) as file:
        shorter = file.read()
        file.change("days", replace(shorter, horizon=replace(shorter.horizon, days=shorter.horizon.days - 1)))
    assert run_command(["reoptimise", "--project", str(project), *options]) == 2
    assert "这份班表的日期与现在的排班周期不同" in capsys.readouterr().err
