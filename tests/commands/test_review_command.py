"""`review` from a project file and files of actuals to a workbook."""

import json
import random
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from app.commands import run_command
from app.project.file import ProjectFile


@pytest.fixture
def actuals(tmp_path: Path) -> Path:
    rng = random.Random(3)
    lines = ["start,inquiries"]
    for hour in range(7 * 24):
        start = datetime(2026, 11, 2) + timedelta(hours=hour)
        lines.append(f"{start:%Y-%m-%dT%H:%M},{rng.randint(40, 80) if 9 <= start.hour < 23 else 6}")
    path = tmp_path / "actuals.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_actuals_and_reports_become_a_workbook(planned_shop: Path, actuals: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    report.write_text(
        "日期,账户名,咨询人数,接待人数,首次响应(秒),询单->最终付款转化率\n2026-11-02,客服01,90,88,12,40\n",
        encoding="utf-8",
    )
    out = tmp_path / "review.xlsx"
    given = ["--actuals", str(actuals), "--reports", str(report), "--today", "2026-11-04", "--out", str(out)]
    assert run_command(["review", "--project", str(planned_shop), *given]) in (0, 1)
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["复盘", "曲线", "逐时段", "服务指标", "经验"]
    spans = [row[0].value for row in book["复盘"].iter_rows(min_row=2)]
    assert spans == ["整个周期", *(f"11-{day:02d}" for day in range(2, 9))]
    metrics = {row[0].value: [cell.value for cell in row[1:]] for row in book["服务指标"].iter_rows()}
    assert metrics["2026-11-02"][-1] == "统计中（可用日期 2026-11-06）"
    assert len(list(book["逐时段"].iter_rows())) == 1 + 7 * 24


def test_the_review_for_machines_tells_every_span(
    planned_shop: Path, actuals: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_command(["review", "--project", str(planned_shop), "--actuals", str(actuals), "--budget", "9000", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert [span["kind"] for span in told["spans"]] == ["whole", *["day"] * 7]
    assert told["spans"][0]["counted"] == sum(span["counted"] for span in told["spans"][1:])
    assert told["money"]["budget"] == 9000


def test_actuals_of_other_days_are_refused_with_the_days_needed(
    planned_shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "actuals.csv"
    path.write_text("start,inquiries\n2026-10-01T08:00,5\n2026-10-01T09:00,5\n2026-10-01T10:00,7\n", encoding="utf-8")
    assert run_command(["review", "--project", str(planned_shop), "--actuals", str(path)]) == 2
    assert "2026-11-02 至 2026-11-08 没有与排班时段相符的实际咨询量" in capsys.readouterr().err


def test_a_project_without_a_roster_is_told_what_to_run(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "new.peakroster"
    run_command(["import", str(shop / "project.toml"), str(shop / "history.csv"), "--project", str(project)])
    assert run_command(["review", "--project", str(project)]) == 2
    assert "项目中还没有班表。请先运行：plan --project" in capsys.readouterr().err


def test_kept_lessons_and_actuals_are_there_next_time(planned_shop: Path, actuals: Path, tmp_path: Path) -> None:
    project = tmp_path / "shop.peakroster"
    shutil.copy(planned_shop, project)
    with ProjectFile.open(project) as file:
        before = file.read()
    run_command(["review", "--project", str(project), "--actuals", str(actuals), "--keep"])
    with ProjectFile.open(project) as file:
        after = file.read()
    assert [lesson.what for lesson in after.lessons] == ["bias"]
    counts = {key: len(series) for key, series in after.history}
    assert counts == {key: len(series) + 7 * 24 for key, series in before.history}
    run_command(["review", "--project", str(project), "--keep"])
    with ProjectFile.open(project) as file:
        assert file.read().lessons == after.lessons
        assert file.read().history == after.history
