"""The team workbook of the small plan and the HR workbook of the holiday plan, one line a cell.

`PYTHONPATH=. python tests/workbook/golden.py` rewrites them.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell

from app.project.version import VersionState
from app.wording import choose_language
from app.workbook.hr_workbook import write_hr_workbook
from app.workbook.team_workbook import write_team_workbook
from scheduler.pay.balances import Account, BalanceEntry, EntryKind
from tests.workbook.holiday_plan import CODES, holiday_project, holiday_version, no_requirement
from tests.workbook.holiday_plan import EXPORTED as HR_EXPORTED
from tests.workbook.small_plan import EXPORTED, small_forecast, small_project, small_requirement, small_version

GOLDEN = Path(__file__).with_name("golden_team_workbook.txt")
GOLDEN_HR = Path(__file__).with_name("golden_hr_workbook.txt")


def team_lines() -> list[str]:
    """Every cell of the team's workbook."""
    project, version, requirement = small_project(), small_version(), small_requirement()
    return cell_lines(lambda path: write_team_workbook(path, project, version, requirement, small_forecast(), EXPORTED))


def hr_lines() -> list[str]:
    """Every cell of the HR workbook with wages, changes and balances."""
    opened = BalanceEntry(Account.LIEU, EntryKind.OPENING, date(2026, 9, 1), 1680)
    project = holiday_project()
    project = replace(project, team=(replace(project.team[0], balances=(opened,)), *project.team[1:]))
    told = holiday_version(CODES | {"00202": "EEEEE..EEEEEE."}, 1, VersionState.PUBLISHED)
    plan = project, holiday_version(), no_requirement()
    return cell_lines(lambda path: write_hr_workbook(path, *plan, True, HR_EXPORTED, told))


def cell_lines(write: Callable[[Path], None]) -> list[str]:
    """Sheet, cell, value or formula, stored value, fill, font colour and number format of every cell."""
    choose_language("zh_CN")
    with TemporaryDirectory() as folder, patch("app.workbook.notes_sheet.software_version", lambda: "x.y.z"):
        path = Path(folder) / "golden.xlsx"
        write(path)
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
    for golden, lines in ((GOLDEN, team_lines()), (GOLDEN_HR, hr_lines())):
        golden.write_text("\n".join(lines) + "\n", encoding="utf-8")
        sys.stdout.write(f"{golden.name}\n")
