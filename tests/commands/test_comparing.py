"""Scenarios side by side, risk and reserve on the command line."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.commands import run_command
from app.comparison import scenario_row
from app.project.effective import effective
from app.project.file import ProjectFile
from app.project.project import Scenario
from scheduler.checks import check
from scheduler.objective import cost


def written(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    capsys.readouterr()
    status = run_command([*arguments, "--json"])
    told = capsys.readouterr()
    assert status in (0, 1), told.err
    found: dict[str, object] = json.loads(told.out)
    return found


def test_the_table_tells_what_each_scenario_tells_by_itself(
    planned_shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "shop.peakroster"
    path.write_bytes(planned_shop.read_bytes())
    with ProjectFile.open(path) as file:
        fewer = Scenario("少一人", agent_changes={"part_time": -1}, base="多一成")
        more = (Scenario("多一成", volume_factor=1.1), fewer)
        file.change("scenarios", replace(file.read(), scenarios=(*file.read().scenarios, *more)))
    limits = ["--seconds", "60", "--gap", "0.3", "--processes", "1"]
    rows = written(capsys, "compare", "--project", str(path), *limits)["rows"]
    assert isinstance(rows, list)
    assert [row["scenario"] for row in rows] == ["基准", "多一成", "少一人"]
    for row in rows:
        name = row["scenario"]
        assert written(capsys, "compare", name, "--project", str(path))["rows"] == [row]
        with ProjectFile.open(path) as file:
            made, project = file.results(name), file.read()
            assert not made.stale
            assert made.version is not None
            assert made.forecast is not None
            goals = effective(project, project.scenario(name))[0].goals
            assert scenario_row(made.version, made.forecast, goals).document() == row
            problem, roster = made.version.problem, made.version.solution.roster
        assert row["cost"] == pytest.approx(cost(problem, roster).total)
        assert row["violations"] == len(check(problem, roster))
        assert sum(row["hours_by_contract"].values()) == pytest.approx(row["agent_hours"])
        assert sum(row["shortage_by_hour"]) == pytest.approx(row["shortage_hours"])


def test_a_roster_is_judged_in_sample_days_and_failures(
    planned_shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "standby.csv"
    arguments = ["--samples", "3", "--processes", "1", "--out", str(out)]
    told = written(capsys, "robust", "--project", str(planned_shop), *arguments)
    numbers, reserve = told["numbers"], told["reserve"]
    assert isinstance(numbers, dict)
    assert isinstance(reserve, dict)
    assert numbers["five_ill_shortage_hours"] >= 0
    assert numbers["sample_surplus_hours_p10"] <= numbers["sample_surplus_hours_p90"]
    assert len(reserve["days"]) == 7
    assert out.read_text("utf-8").splitlines()[0] == "agent,name,day,shift,skill,yuan"
    assert len(out.read_text("utf-8").splitlines()) == 1 + len(reserve["standbys"])
