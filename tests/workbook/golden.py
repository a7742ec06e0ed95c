"""The team workbook of the small plan, one line a cell. `PYTHONPATH=. python tests/workbook/golden.py` rewrites it."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from small_plan import EXPORTED, small_forecast, small_project, small_requirement, small_version

from app.wording import choose_language
from app.workbook.team_workbook import write_team_workbook

GOLDEN = Path(__file__).with_name("golden_team_workbook.txt")


def cell_lines() -> list[str]:
    """Sheet, cell, value or formula, stored value, fill, font colour and number format of every cell."""
    choose_language("zh_CN")
    with TemporaryDirectory() as folder, patch("app.workbook.notes_sheet.software_version", lambda: "x.y.z"):
        path = Path(folder) / "golden.xlsx"
        write_team_workbook(path, small_project(), small_version(), small_requirement(), small_forecast(), EXPORTED)
        formulas, stored = load_workbook(path), load_workbook(path, data_only=True)
    return [
        _line(cell, stored[sheet.title][cell.coordinate].value, sheet.title)
        for sheet in formulas
        for row in sheet.iter_rows()
        for cell in row
        if cell.has_style and not isinstance(cell, MergedCell)
    ]


def _line(cell: Any, stored: object, sheet: str) -> str:
    fill = cell.fill.fgColor.rgb if cell.fill.fill_type else "-"
    shown = round(stored, 6) if isinstance(stored, float) else stored
    parts = (sheet, cell.coordinate, repr(cell.value), repr(shown), fill, cell.font.color.rgb, cell.number_format)
    return " | ".join(str(part) for part in parts)


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(cell_lines()) + "\n", encoding="utf-8")
    sys.stdout.write(f"{GOLDEN.name}\n")
