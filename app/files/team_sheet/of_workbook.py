"""The roster sheets among the sheets of a file."""

from collections.abc import Sequence

from app.files.choices import ImportChoices
from app.files.containers.kind import Kind, kind_of
from app.files.content import FileContent
from app.files.grid import Grid
from app.files.header import find_header
from app.files.log import Log, listed
from app.files.profiles import Profiles
from app.files.team_sheet.day_labels import DayRun
from app.files.team_sheet.layout import find_run
from app.files.team_sheet.reading import read_team_sheet
from app.files.team_sheet.rest_days import red_columns

KIND = "roster"


def read_team_sheets(
    grids: Sequence[Grid], data: bytes, choices: ImportChoices, content: FileContent, profiles: Profiles
) -> bool:
    """Read every roster sheet into `content`; whether there was one. The other sheets of such a workbook may explain
    codes and are else left aside, which is told (IN20).
    """
    found = [
        (grid, run) for grid in grids if (run := find_run(grid)) is not None and not _is_attendance(grid, profiles)
    ]
    for grid, run in found:
        log = Log(grid.file, grid.sheet)
        roster = read_team_sheet(grid, run, _red(data, grid, run), grids, choices, log)
        if roster is not None:
            content.rosters.append(roster)
        content.take(KIND, log)
    aside = [grid.sheet for grid in grids if grid.sheet not in {sheet.sheet for sheet, _ in found}]
    if found and aside:
        log = Log(content.summary.file)
        log.notice("IN20", sheets=listed(aside))
        content.take(KIND, log)
    return bool(found)


def _red(data: bytes, grid: Grid, run: DayRun) -> set[int] | None:
    rows = {run.row, run.row if run.weekdays is None else run.weekdays}
    return red_columns(data, grid.sheet, rows) if kind_of(data) is Kind.XLSX else None


def _is_attendance(grid: Grid, profiles: Profiles) -> bool:
    """Attendance reports have days as columns, too."""
    header = find_header(grid, profiles)
    return header is not None and not {"days_present", "user_id", "attendance_group"}.isdisjoint(header.columns)
