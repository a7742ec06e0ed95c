"""What people answer on the command line: which counts hold, what codes mean, which day; and the team's own look."""

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.commands import run_command
from app.project.file import ProjectFile
from app.project.project import Project
from scheduler.past_roster import days_by_agent
from tests.files.file_samples import SHIFTS, write
from tests.files.team_sheet_sample import write_team_sheet

HISTORY = "start,inquiries\n2026-10-31T19:30,88\n2026-10-31T20:00,412\n"


def took(project: Path, *arguments: str | Path) -> int:
    return run_command(["import", *map(str, arguments), "--project", str(project)])


def read(project: Path) -> Project:
    with ProjectFile.open(project) as file:
        return file.read()


def counts(project: Path) -> list[float]:
    (series,) = read(project).history.series.values()
    return list(series.inquiries.tolist())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.peakroster"
    assert took(path, write(tmp_path, "a.csv", HISTORY)) == 0
    return path


def test_other_counts_are_refused_until_a_choice_is_made(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = write(tmp_path, "b.csv", HISTORY.replace(",412", ",400") + "2026-10-31T20:30,7\n")
    assert took(project, other) == 2
    assert "请选择：替换、保留或取消。" in capsys.readouterr().err
    assert counts(project) == [88, 412]
    assert took(project, other, "--keep") == 0
    assert counts(project) == [88, 412, 7]
    assert took(project, write(tmp_path, "c.csv", HISTORY.replace(",412", ",400")), "--replace") == 0
    assert counts(project) == [88, 400, 7]


def test_the_same_file_again_needs_no_choice(project: Path, tmp_path: Path) -> None:
    assert took(project, write(tmp_path, "a.csv", HISTORY.replace(",412", ",400"))) == 0
    assert counts(project) == [88, 400]


def test_machines_are_told_that_a_choice_is_asked_for(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = write(tmp_path, "b.csv", HISTORY.replace(",412", ",400"))
    assert took(project, other, "--json", "--dry-run") == 2
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["code"], finding["variant"]) == ("IE06", "project")


def test_codes_of_a_roster_can_be_mapped(tmp_path: Path) -> None:
    project, shifts = tmp_path / "p.peakroster", write(tmp_path, "shifts.csv", SHIFTS)
    assert took(project, shifts) == 0
    path = write_team_sheet(tmp_path / "8月排班.xlsx", unknown="机")
    assert took(project, path) == 2
    assert read(project).past == ()
    assert took(project, path, "--code", "机=早") == 0
    assert days_by_agent(read(project).past)["客服03"][date(2026, 8, 4)] == "早"


def test_a_file_without_a_day_takes_the_one_given(project: Path, tmp_path: Path) -> None:
    block = "客服,9点,10点,11点,12点\n客服01,3,4,5,6\n"
    path = write(tmp_path, "分时.csv", block)
    fresh = tmp_path / "q.peakroster"
    assert took(fresh, path) == 2
    assert took(fresh, path, "--day", "2026-11-01") == 0
    assert counts(fresh) == [3, 4, 5, 6]


def test_todays_counts_stay_apart_from_the_history(project: Path, tmp_path: Path) -> None:
    today = write(tmp_path, "今日.csv", "时间,咨询量\n2026-11-05 09:00,88\n2026-11-05 09:30,90\n")
    assert took(project, today, "--actuals") == 0
    assert counts(project) == [88, 412]
    assert read(project).outlook.actuals is not None


def test_a_plan_is_written_into_the_teams_own_workbook(
    planned_shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.xlsx"
    arguments = ["export", "--project", str(planned_shop), "--format", "own", "--out", str(out)]
    assert run_command(arguments) == 2
    assert "请指定沿用哪个工作簿的版式" in capsys.readouterr().err
    template = write_team_sheet(tmp_path / "客服排班表.xlsx")
    assert run_command([*arguments, "--template", str(template)]) == 0
    assert "2026年11月" in load_workbook(out).sheetnames
