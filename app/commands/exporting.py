"""Writing what leaves a project: the team's workbook and the long CSV."""

from pathlib import Path

from app.commands.project_options import needed
from app.project.file import ProjectFile
from app.project.version import PlanVersion
from app.wording import words
from app.workbook.team_workbook import write_team_workbook
from forecasts.forecast import Forecast
from scheduler.staffing.requirement import Requirement

_ = words("commands")


def plan_of(file: ProjectFile, scenario: str) -> tuple[PlanVersion, Requirement, Forecast]:
    """The latest roster of a scenario with what it was made from. Raises InputError CM02 for a missing step."""
    path = file.path
    forecast = needed(file.forecast(scenario), _("forecast"), f"forecast --project {path.name}", path)
    requirement = needed(file.requirement(scenario), _("requirement"), f"staff --project {path.name}", path)
    command = f"plan --project {path.name} --out roster.xlsx"
    version = needed(file.latest_version(scenario), _("roster"), command, path)
    return version, requirement, forecast


def write_team_sheet(file: ProjectFile, scenario: str, out: Path) -> None:
    """The team's workbook of a scenario's latest roster."""
    version, requirement, forecast = plan_of(file, scenario)
    write_team_workbook(out, file.read(), version, requirement, forecast)
