"""The workbook for HR and payroll: planned hours by multiple, settlements, roster, violations. Yuan only when asked."""

from datetime import datetime
from pathlib import Path

from app.project.project import Project
from app.project.version import PlanVersion
from app.workbook.book import new_book
from app.workbook.changes_sheet import write_changes_sheet
from app.workbook.hr_notes import write_hr_notes_sheet
from app.workbook.hr_rows import hr_rows
from app.workbook.hr_summary_sheet import write_hr_summary_sheets
from app.workbook.legend_sheet import write_legend_sheet
from app.workbook.roster_sheet import write_roster_sheets
from app.workbook.settlement_sheet import write_settlement_sheet
from app.workbook.team_plan import TeamPlan
from app.workbook.violations_sheet import write_violations_sheet
from forecasts.findings import Finding, InputError
from scheduler.staffing.requirement import Requirement


def write_hr_workbook(
    path: Path,
    project: Project,
    version: PlanVersion,
    requirement: Requirement,
    with_wages: bool = False,
    exported: datetime | None = None,
    told: PlanVersion | None = None,
) -> None:
    """Write the HR workbook of a version to `path`; `exported` is the time it bears, now unless given;
    `told` the version published last before, whose differences are listed.

    Raises InputError when the file cannot be written: WB01 open elsewhere, WB02 folder not writable,
    and when there is nothing to write: WB03 no agents or shifts.
    """
    if not version.problem.agents or not version.problem.shifts:
        raise InputError([Finding("WB03")])
    plan = TeamPlan(project, version, requirement, None, exported or datetime.now().replace(microsecond=0), told)
    with new_book(Path(path), plan) as book:
        rows = hr_rows(plan)
        write_hr_summary_sheets(book, rows, with_wages)
        write_settlement_sheet(book, rows, with_wages)
        write_roster_sheets(book, with_shortage=False)
        write_violations_sheet(book, rows)
        write_changes_sheet(book)
        write_legend_sheet(book)
        write_hr_notes_sheet(book, rows)
