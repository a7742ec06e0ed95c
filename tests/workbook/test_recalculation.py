"""Every stored value beside a formula against what LibreOffice calculates, where it is installed."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.project.version import VersionState
from app.workbook.hr_workbook import write_hr_workbook
from app.workbook.team_workbook import write_team_workbook
from forecasts.horizon import Horizon
from tests.workbook.holiday_plan import CODES, EXPORTED, holiday_project, holiday_version, no_requirement
from tests.workbook.small_plan import small_forecast, small_project, small_requirement, small_version

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


def write_team(path: Path) -> None:
    horizon = Horizon(date(2026, 10, 29), 10, 60)
    plan = small_project(horizon), small_version(horizon), small_requirement(horizon), small_forecast(horizon)
    write_team_workbook(path, *plan, EXPORTED, holiday_version(number=1, state=VersionState.PUBLISHED))


def write_hr(path: Path) -> None:
    told = holiday_version(CODES | {"00202": "EEEEE..EEEEEE."}, 1, VersionState.PUBLISHED)
    write_hr_workbook(path, holiday_project(), holiday_version(), no_requirement(), True, EXPORTED, told)


@pytest.mark.parametrize("write", [write_team, write_hr])
def test_stored_values_equal_those_that_libreoffice_calculates(write: Callable[[Path], None], tmp_path: Path) -> None:
    path, bare = tmp_path / "book.xlsx", tmp_path / "bare.xlsx"
    write(path)
    load_workbook(path).save(bare)  # openpyxl keeps formulas and drops every stored value
    calculated = load_workbook(recalculated(bare, tmp_path / "out"), data_only=True)
    stored, checked = load_workbook(path, data_only=True), 0
    for sheet in load_workbook(path):
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            value = stored[sheet.title][cell.coordinate].value
            assert calculated[sheet.title][cell.coordinate].value == pytest.approx(value), (sheet.title, cell)
            checked += 1
    assert checked > 200


def recalculated(path: Path, folder: Path) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # our own file
    return folder / path.name
