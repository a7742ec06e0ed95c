"""Writing what leaves a project: workbooks for the team and HR, pages, pictures, the long CSV, calendars and texts."""

from pathlib import Path

from app.commands.project_options import needed
from app.project.file import ProjectFile
from app.project.version import PlanVersion, VersionState
from app.wording import words
from app.workbook.agent_texts import write_agent_texts
from app.workbook.calendar_ics import write_calendars
from app.workbook.hr_workbook import write_hr_workbook
from app.workbook.long_csv import write_long_csv
from app.workbook.pictures import write_roster_pictures
from app.workbook.roster_pdf import write_roster_pdf
from app.workbook.team_workbook import write_team_workbook
from forecasts.findings import Finding, InputError
from forecasts.forecast import Forecast
from scheduler.staffing.requirement import Requirement

_ = words("commands")


def named(out: Path, ending: str) -> Path:
    """The name, once programs can tell by its end what is in the file. Raises InputError CM14."""
    if out.suffix.lower() != ending:
        raise InputError([Finding("CM14", value=out.name, facts={"ending": ending})])
    return out


def plan_of(file: ProjectFile, scenario: str) -> tuple[PlanVersion, Requirement, Forecast]:
    """The latest roster of a scenario with what it was made from. Raises InputError CM02 for a missing step."""
    path = file.path
    forecast = needed(file.forecast(scenario), _("forecast"), f"forecast --project {path.name}", path)
    requirement = needed(file.requirement(scenario), _("requirement"), f"staff --project {path.name}", path)
    command = f"plan --project {path.name} --out roster.xlsx"
    version = needed(file.latest_version(scenario), _("roster"), command, path)
    return version, requirement, forecast


def told_before(file: ProjectFile, version: PlanVersion) -> PlanVersion | None:
    """The version that agents were told last before this one, None when there was none."""
    earlier = (other for other in file.versions(version.scenario) if other.number < version.number)
    return max((v for v in earlier if v.state is VersionState.PUBLISHED), key=lambda v: v.number, default=None)


def write_team_sheet(file: ProjectFile, scenario: str, out: Path) -> None:
    """The team's workbook of a scenario's latest roster."""
    version, requirement, forecast = plan_of(file, scenario)
    write_team_workbook(out, file.read(), version, requirement, forecast, told=told_before(file, version))


def write_long_list(file: ProjectFile, scenario: str, out: Path, gb18030: bool = False) -> None:
    """One line per agent and day."""
    version, _requirement, _forecast = plan_of(file, scenario)
    write_long_csv(out, file.read(), version, gb18030)


def write_hr_book(file: ProjectFile, scenario: str, out: Path, with_wages: bool = False) -> None:
    """The HR workbook; yuan stand in it only `with_wages`."""
    version, requirement, _forecast = plan_of(file, scenario)
    write_hr_workbook(out, file.read(), version, requirement, with_wages, told=told_before(file, version))


def write_pages(file: ProjectFile, scenario: str, out: Path) -> None:
    """The roster as a PDF to print."""
    version, requirement, _forecast = plan_of(file, scenario)
    write_roster_pdf(out, file.read(), version, requirement)


def write_picture_folder(file: ProjectFile, scenario: str, out: Path) -> None:
    """The roster as pictures for the chat group, a week each, in the folder `out`."""
    version, requirement, _forecast = plan_of(file, scenario)
    write_roster_pictures(out, file.read(), version, requirement)


def write_calendar_folder(file: ProjectFile, scenario: str, out: Path) -> None:
    """A calendar per agent in the folder `out`."""
    version, requirement, _forecast = plan_of(file, scenario)
    write_calendars(out, file.read(), version, requirement, file.versions(scenario))


def write_agent_lines(file: ProjectFile, scenario: str, out: Path) -> None:
    """A line of text per agent."""
    version, requirement, _forecast = plan_of(file, scenario)
    write_agent_texts(out, file.read(), version, requirement, told=told_before(file, version))
