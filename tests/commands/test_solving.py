"""`solve` and `check` on the interchange format."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from app.commands import run_command

DAY = {"id": "D", "start": "09:00", "minutes": 480}


def problem(**changes: Any) -> dict[str, Any]:
    agents = [{"id": f"A{number}", "skills": ["presale"], "hourly_cost": 30.0} for number in (1, 2)]
    return {
        "format": "peakroster-problem/1",
        "name": "small",
        "horizon": {"first_day": "2026-11-09", "days": 2, "interval_minutes": 60},
        "skills": [{"id": "presale", "shortage_cost": 100.0}],
        "requirement": {"presale": ([0] * 9 + [1.5] * 8 + [0] * 7) * 2},
        "shifts": [DAY],
        "agents": agents,
    } | changes


def written(folder: Path, document: dict[str, Any]) -> Path:
    path = folder / "problem.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_a_solved_problem_is_proven_and_judged_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked, out = written(tmp_path, problem()), tmp_path / "solution.json"
    assert run_command(["solve", str(asked), "--out", str(out), "--seconds", "10"]) == 0
    solution = json.loads(out.read_text(encoding="utf-8"))
    assert solution["status"] == "optimal"
    assert solution["objective"] == pytest.approx(4 * 8 * 30)  # half an agent short costs more than a second agent
    assert run_command(["check", str(asked), str(out)]) == 0
    assert "违反规则 0 处" in capsys.readouterr().out


def test_shortage_is_priced_and_never_a_reason_for_no_roster(tmp_path: Path) -> None:
    document = problem(requirement={"presale": [9.0] * 48})
    out = tmp_path / "solution.json"
    assert run_command(["solve", str(written(tmp_path, document)), "--out", str(out), "--seconds", "10"]) == 0
    assert len(json.loads(out.read_text(encoding="utf-8"))["assignments"]) == 4


def test_rules_that_cannot_hold_together_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = problem()
    document["agents"][0] |= {"locks": [{"day": 0, "shift": "D"}], "absences": [{"day": 0}]}
    out = tmp_path / "solution.json"
    assert run_command(["solve", str(written(tmp_path, document)), "--out", str(out), "--seconds", "10"]) == 1
    solution = json.loads(out.read_text(encoding="utf-8"))
    assert solution["status"] == "infeasible"
    assert {(part["rule"], part["agent"], part["day"]) for part in solution["conflict"]["parts"]} == {
        ("absences", "A1", 0),
        ("locks", "A1", 0),
    }
    assert "以下规则无法同时满足" in capsys.readouterr().out


def test_everything_wrong_with_a_problem_is_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = problem(shortage=5, requirement={"presale": [1.0] * 47}, shifts=[DAY | {"minutes": 1500}])
    assert run_command(["solve", str(written(tmp_path, document)), "--out", str(tmp_path / "s.json")]) == 2
    said = capsys.readouterr().err
    assert all(where in said for where in ("shortage", "requirement.presale", "shifts[0]"))
    assert not (tmp_path / "s.json").exists()


def test_progress_is_one_json_object_a_line_and_stop_keeps_the_best(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("stop\n"))
    out = tmp_path / "solution.json"
    given = ["solve", str(written(tmp_path, problem())), "--out", str(out), "--seconds", "30", "--progress"]
    assert run_command(given) in (0, 1)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert all({"seconds", "objective", "bound"} == line.keys() for line in lines)
    assert json.loads(out.read_text(encoding="utf-8"))["format"] == "peakroster-solution/1"


def test_a_wrong_claim_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked, out = written(tmp_path, problem()), tmp_path / "solution.json"
    run_command(["solve", str(asked), "--out", str(out), "--seconds", "10"])
    solution = json.loads(out.read_text(encoding="utf-8"))
    out.write_text(json.dumps(solution | {"objective": 1.0}), encoding="utf-8")
    assert run_command(["check", str(asked), str(out)]) == 1
    assert "与真实成本不符" in capsys.readouterr().out


def test_what_looks_odd_in_a_problem_is_told_before_it_is_solved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = problem(shifts=[DAY | {"start": "09:10"}])
    out = tmp_path / "solution.json"
    assert run_command(["solve", str(written(tmp_path, document)), "--out", str(out), "--seconds", "5"]) == 0
    assert "shifts[0]" in capsys.readouterr().err
