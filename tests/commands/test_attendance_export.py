import json
from pathlib import Path
from shutil import copyfile

import openpyxl
import pytest

from app.commands import run_command
from tests.files.file_samples import first_sheet


@pytest.fixture
def project(planned_shop: Path, tmp_path: Path) -> Path:
    """A copy, so that the names kept in it stay here."""
    return Path(copyfile(planned_shop, tmp_path / "own.peakroster"))


def export(project: Path, *options: str) -> int:
    return run_command(["export", "--project", str(project), *options])


def test_names_given_once_are_kept_in_the_project(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "feishu.json"
    names = ["--map", "早班=a1", "--map", "晚=b2", "--map", "A1=c3", "--map", "客服01=ou_1", "--group", "g7"]
    assert export(project, "--format", "feishu", "--out", str(out), *names) == 0
    assert export(project, "--format", "feishu", "--out", str(out)) == 0
    rows = [row for body in json.loads(out.read_text(encoding="utf-8")) for row in body["user_daily_shifts"]]
    assert {row["group_id"] for row in rows} == {"g7"}
    assert {row["shift_id"] for row in rows} <= {"a1", "b2", "c3", "0"}
    assert {row["user_id"] for row in rows} == {"ou_1", *(f"{number:03d}" for number in range(2, 8))}


def test_a_template_is_filled_and_the_lead_told_what_is_left_to_do(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.Workbook()
    sheet = first_sheet(book)
    sheet.append(["姓名", *(f"2026-11-{day:02d}" for day in range(2, 9))])
    for number in range(1, 8):
        sheet.append([f"客服{number:02d}"])
    book.save(tmp_path / "template.xlsx")
    out = tmp_path / "filled.xlsx"
    assert (
        export(project, "--format", "dingtalk", "--template", str(tmp_path / "template.xlsx"), "--out", str(out)) == 0
    )
    told = capsys.readouterr().out
    assert "早班 08:00–17:00" in told
    assert "点「保存」" in told
    filled = first_sheet(openpyxl.load_workbook(out))
    cells = {cell.value for row in filled.iter_rows(min_row=2, min_col=2) for cell in row}
    assert {"早班", "晚班", "休息"} <= cells
    assert cells <= {"早班", "晚班", "兼职晚", "休息"}


@pytest.mark.parametrize("format_", ["pdf", "png"])
def test_pages_and_pictures_are_written_by_one_command(format_: str, project: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    out = tmp_path / ("pages.pdf" if format_ == "pdf" else "pictures")
    assert export(project, "--format", format_, "--out", str(out)) == 0
    written = [out] if format_ == "pdf" else sorted(out.iterdir())
    assert [path.suffix for path in written] == [f".{format_}"]
    assert all(path.stat().st_size > 5000 for path in written)
