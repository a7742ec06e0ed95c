"""The table of scenarios as a file."""

from datetime import datetime
from pathlib import Path

import openpyxl

from app.commands.comparison_table import HEADS, head_of, write_comparison
from app.comparison import ScenarioRow
from app.robustness import FAILURES, Outcome, Robustness

ROW = ScenarioRow("=1+1", 10.5, 900.0, 800.0, 2.5, 1.0, datetime(2026, 11, 11), 0.9, 3.0, None).document()
SEEN = Robustness((Outcome(1.0, 0.9, 2.0),), dict.fromkeys(FAILURES, Outcome(4.0, 0.5, 9.0))).document()


def test_every_number_of_a_row_has_a_head() -> None:
    assert set(ROW | SEEN) == set(HEADS)
    assert head_of("volume") == "volume"


def test_a_workbook_has_numbers_as_numbers_and_text_as_text(tmp_path: Path) -> None:
    path = tmp_path / "对比.xlsx"
    write_comparison(path, [ROW | SEEN])
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    told = {head: cell for head, cell in zip(*sheet.iter_rows(values_only=True), strict=True)}  # noqa: C416  # rows to pairs
    assert told[head_of("scenario")] == "=1+1"
    assert sheet["A2"].data_type == "s"
    assert told[head_of("agent_hours")] == 10.5
    assert told[head_of("worst_start")] == datetime(2026, 11, 11)
    assert told[head_of("gap")] is None
    assert told[head_of("five_ill_service_level")] == 0.5


def test_any_other_name_is_a_csv_under_the_keys(tmp_path: Path) -> None:
    path = tmp_path / "compare.csv"
    write_comparison(path, [{"volume": 1.2} | ROW])
    assert path.read_text("utf-8").startswith("volume,scenario,agent_hours")
