"""Numbers and file names behind options: what cannot be is refused before anything runs."""

from pathlib import Path

import pytest

from app.commands import run_command
from app.wording import choose_language


@pytest.mark.parametrize(
    ("option", "text", "said"),
    [
        ("--seconds", "-5", "“-5”太小。请填写大于 0 的数。"),
        ("--seconds", "一分钟", "“一分钟”不是数字。"),
        ("--workers", "2.5", "“2.5”不是整数。"),
        ("--gap", "-1", "“-1”小于 0。"),
    ],
)
def test_a_number_that_cannot_be_is_refused_with_what_to_write(
    option: str, text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    choose_language("zh_CN")
    with pytest.raises(SystemExit) as ended:
        run_command(["plan", "--project", "shop.peakroster", "--out", "roster.xlsx", f"{option}={text}"])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_a_workbook_that_would_not_open_by_its_name_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    choose_language("en")
    assert run_command(["plan", "--project", str(tmp_path / "a.peakroster"), "--out", "roster.doc"]) == 2
    assert capsys.readouterr().err == "“roster.doc” would not open. Give a name that ends in .xlsx.\n"


def test_a_demo_that_cannot_have_its_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert run_command(["demo", "--out", str(tmp_path / "file")]) == 2
    assert "sample.peakroster" in capsys.readouterr().err


def test_a_table_without_rows_imports_nothing_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    choose_language("en")
    path = tmp_path / "head.csv"
    path.write_text("日期,时段,接待人数\n", "utf-8")
    assert run_command(["import", str(path), "--project", str(tmp_path / "new.peakroster")]) == 2
    assert "the table has column names but no rows below them" in capsys.readouterr().err
    assert not (tmp_path / "new.peakroster").exists()
