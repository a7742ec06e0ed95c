"""The roster as a PDF for the wall and the chat group: no wages, staff ids or leave kinds."""

from datetime import datetime
from pathlib import Path

from matplotlib.backends.backend_pdf import PdfPages

from app.project.project import Project
from app.project.version import PlanVersion
from app.wording import words
from app.workbook.drawing.font import drawn_in_chinese
from app.workbook.drawing.roster_pages import print_pages
from app.workbook.labels import version_word
from app.workbook.replacing import replacing
from app.workbook.team_plan import TeamPlan
from forecasts.findings import Finding, InputError
from scheduler.staffing.requirement import Requirement

_ = words("workbook")


def write_roster_pdf(
    path: Path, project: Project, version: PlanVersion, requirement: Requirement, exported: datetime | None = None
) -> None:
    """Write the pages to `path`; `exported` is the time they bear, now unless given.

    Raises InputError: WB01 open elsewhere, WB02 folder not writable, WB03 no agents or shifts, WB04 without a
    Chinese font.
    """
    if not version.problem.agents or not version.problem.shifts:
        raise InputError([Finding("WB03")])
    plan = TeamPlan(project, version, requirement, None, exported or datetime.now().replace(microsecond=0))
    about = {
        "Title": f"{plan.title} {version_word(version)}",
        "Creator": "PeakRoster",
        "CreationDate": plan.exported,
    }
    with drawn_in_chinese(), replacing(Path(path)) as draft, PdfPages(draft, metadata=about) as pages:
        for page in print_pages(plan):
            pages.savefig(page)
