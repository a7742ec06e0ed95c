"""The team's workbook: what is pinned to the wall and sent to the group. No wages, no staff ids, no leave kinds."""

from datetime import datetime
from pathlib import Path

from app.project.project import Project
from app.project.version import PlanVersion
from app.workbook.book import new_book
from app.workbook.changes_sheet import write_changes_sheet
from app.workbook.day_charts_sheet import write_day_chart_sheets
from app.workbook.hours_sheet import write_hours_sheet
from app.workbook.legend_sheet import write_legend_sheet
from app.workbook.notes_sheet import write_notes_sheet
from app.workbook.peak_sheet import write_peak_sheet
from app.workbook.roster_sheet import write_roster_sheets
from app.workbook.staffing_sheet import write_staffing_sheets
from app.workbook.team_plan import TeamPlan
from forecasts.findings import Finding, InputError
from forecasts.forecast import Forecast
from scheduler.staffing.requirement import Requirement


def write_team_workbook(
    path: Path,
    project: Project,
    version: PlanVersion,
    requirement: Requirement,
    forecast: Forecast | None = None,
    exported: datetime | None = None,
    told: PlanVersion | None = None,
) -> None:
    """Write the workbook of a version to `path`; `exported` is the time it bears, now unless given;
    `told` the version published last before, whose differences are listed.

    Raises InputError when the file cannot be written: WB01 open elsewhere, WB02 folder not writable,
    and when there is nothing to write: WB03 no agents or shifts.
    """
    if not version.problem.agents or not version.problem.shifts:
        raise InputError([Finding("WB03")])
    plan = TeamPlan(project, version, requirement, forecast, exported or datetime.now().replace(microsecond=0), told)
    with new_book(Path(path), plan) as book:
        write_roster_sheets(book)
        write_staffing_sheets(book)
        write_peak_sheet(book)
        write_day_chart_sheets(book)
        write_hours_sheet(book)
        write_legend_sheet(book)
        write_changes_sheet(book)
        write_notes_sheet(book)
