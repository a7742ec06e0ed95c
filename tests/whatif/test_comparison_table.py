"""The table of scenarios as a file."""

import re
from datetime import date, datetime
from pathlib import Path

import numpy as np
import openpyxl
import pytest

from app.commands.comparison_table import (
    HEADS,
    HOURS_BY_CONTRACT,
    SHORTAGE_BY_HOUR,
    head_of,
    write_comparison,
)
from app.comparison import ScenarioRow
from app.comparison_report import CoverCurves, Report, RosterDifference
from app.robustness import FAILURES, Outcome, Robustness
from app.workbook.comparison_texts import number_text

ROW = ScenarioRow(
    scenario="=1+1",
    agent_hours=10.5,
    hours_by_contract={"full_time": 8.0, "part_time": 2.5},
    overtime_hours=0.5,
    cost=900.0,
    labour_cost=800.0,
    shortage_hours=2.5,
    shortage_by_hour=(2.5, *(0.0,) * 23),
    worst_shortage=1.0,
    worst_start=datetime(2026, 11, 11),
    service_level=0.9,
    first_response_seconds=20.0,
    lost=3.0,
    lost_sales=90.0,
    fairness=2,
    violations=0,
    gap=None,
).document()
BASE = ROW | {"scenario": "基准", "cost": 1000.0, "lost_sales": None, "hours_by_contract": {"full_time": 9.0}}
SEEN = Robustness((Outcome(1.0, 3.0, 0.9, 2.0),), dict.fromkeys(FAILURES, Outcome(4.0, 0.0, 0.5, 9.0))).document()
CHANGES = [RosterDifference("=1+1", "客服01", date(2026, 11, 11), "", "早班")]


def sheets(path: Path) -> dict[str, list[dict[str, object]]]:
    book = openpyxl.load_workbook(path)
    found: dict[str, list[dict[str, object]]] = {}
    for sheet in book:
        heads, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(map(str, heads), row, strict=True)) for row in rows]
    return found


def test_every_number_of_a_row_has_a_head() -> None:
    assert set(ROW | SEEN) - {HOURS_BY_CONTRACT, SHORTAGE_BY_HOUR} == set(HEADS)
    assert head_of("hours:part_time").endswith("兼职")
    assert head_of("volume") == "volume"


def test_a_workbook_has_numbers_as_numbers_and_text_as_text(tmp_path: Path) -> None:
    path = tmp_path / "对比.xlsx"
    write_comparison(path, Report([ROW | SEEN]))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    told = {head: cell for head, cell in zip(*sheet.iter_rows(values_only=True), strict=True)}  # noqa: C416  # rows to pairs
    assert told[head_of("scenario")] == "=1+1"
    assert sheet["A2"].data_type == "s"
    assert told[head_of("agent_hours")] == 10.5
    assert told[head_of("worst_start")] == datetime(2026, 11, 11)
    assert told[head_of("gap")] is None
    assert told[head_of("five_ill_service_level")] == 0.5


def test_any_other_name_is_a_csv_under_the_keys(tmp_path: Path) -> None:
    path = tmp_path / "compare.csv"
    write_comparison(path, Report([{"volume": 1.2} | ROW]))
    assert path.read_text("utf-8").startswith("volume,scenario,agent_hours")


def test_a_workbook_holds_differences_shortage_by_hour_and_roster_changes(tmp_path: Path) -> None:
    path = tmp_path / "对比.xlsx"
    write_comparison(path, Report([BASE, ROW], {"=1+1": "基准"}, CHANGES))
    _scenarios, differences, by_hour, changes = sheets(path).values()
    assert len(differences) == 1
    assert differences[0][head_of("cost")] == -100.0
    assert differences[0][head_of("hours:part_time")] == 2.5
    assert differences[0][head_of("lost_sales")] is None
    assert [row["00:00"] for row in by_hour] == [2.5, 2.5]
    assert list(changes[0].values())[1:] == ["客服01", datetime(2026, 11, 11), "休息日", "早班"]


def test_pages_hold_every_number_and_a_picture_of_each_skill(tmp_path: Path) -> None:
    path = tmp_path / "对比.pdf"
    curve = {"基准": np.arange(48.0), "=1+1": np.ones(48)}
    curves = [CoverCurves(skill, 1.0, date(2026, 11, 11), curve, curve) for skill in ("presale", "aftersale")]
    write_comparison(path, Report([BASE, *([ROW] * 6)], {"=1+1": "基准"}, CHANGES, curves))
    assert path.read_bytes().startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", path.read_bytes())) == 4


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (None, "#,##0", "—"),
        (1234.56, "#,##0", "1,235"),
        (1234.56, "+#,##0.0;-#,##0.0;#,##0.0", "+1,234.6"),
        (0.123, "0.0%", "12.3%"),
        (0.01234, "0.00%", "1.23%"),
        (1.2, "General", "1.2"),
        ("2026-11-11T00:00", "yyyy-mm-dd hh:mm", "2026-11-11 00:00"),
    ],
)
def test_numbers_on_pages_look_as_in_the_workbook(value: float | str | None, form: str, text: str) -> None:
    assert number_text(value, form) == text
