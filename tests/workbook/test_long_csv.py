import csv
from dataclasses import replace
from pathlib import Path

import pytest

from app.workbook.long_csv import harmless, write_long_csv
from tests.workbook.small_plan import TEAM, small_project, small_version


def written(folder: Path) -> Path:
    path = folder / "班表.csv"
    write_long_csv(path, small_project(), small_version())
    return path


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_excel_reads_it_by_a_double_click(tmp_path: Path) -> None:
    raw = written(tmp_path).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 1 + 4 * 4


def test_an_old_excel_is_given_the_same_rows_in_its_encoding(tmp_path: Path) -> None:
    old = tmp_path / "旧.csv"
    write_long_csv(old, small_project(), small_version(), gb18030=True)
    assert old.read_bytes().decode("gb18030") == written(tmp_path).read_bytes().decode("utf-8-sig")


def test_every_agent_and_day_has_a_line_with_the_shifts_name(tmp_path: Path) -> None:
    table = rows(written(tmp_path))
    assert table[0] == ["工号", "姓名", "日期", "班次"]
    assert table[1] == ["00101", "客服01", "2026-11-09", "早班"]
    assert table[4] == ["00101", "客服01", "2026-11-12", "休息"]
    assert len(table) == 1 + 4 * 4


def test_an_absence_is_away_without_its_kind(tmp_path: Path) -> None:
    path = written(tmp_path)
    assert ["00103", "客服03", "2026-11-10", "假"] in rows(path)
    assert "病" not in path.read_text(encoding="utf-8-sig")


def test_a_name_that_looks_like_a_formula_is_marked_as_text(tmp_path: Path) -> None:
    assert ["00102", "'=1+1", "2026-11-09", "休息"] in rows(written(tmp_path))


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_each_sign_that_begins_a_formula_is_defused(sign: str) -> None:
    assert harmless(f"{sign}A1") == f"'{sign}A1"
    assert harmless(f"A{sign}1") == f"A{sign}1"


def test_an_agent_who_has_left_the_team_keeps_their_lines_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_long_csv(path, replace(small_project(), team=TEAM[1:]), small_version())
    assert rows(path)[-1] == ["00101", "", "2026-11-12", "休息"]
