"""`--serve`: the project whose service goals a roster shall meet, for commands that take a problem as a document."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.commands.project_options import scenario_of
from app.project.effective import effective
from app.project.file import ProjectFile
from app.serving import unmet_findings
from app.wording import words
from forecasts.findings import Finding
from forecasts.forecast import Forecast
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.staffing.goals import Goals
from scheduler.staffing.requirement import Requirement

_ = words("commands")


@dataclass(frozen=True, eq=False, slots=True)
class ServiceAsked:
    """What is expected, the goals of each skill, and the requirement that follows."""

    forecast: Forecast
    goals: Mapping[str, Goals]
    requirement: Requirement

    def unmet(self, problem: Problem, roster: Roster) -> list[Finding]:
        """Where a roster is predicted to miss a goal (ST18)."""
        return unmet_findings(problem, roster, self.forecast, self.goals, self.requirement)


def serve_option(parser: argparse.ArgumentParser) -> None:
    """`--serve`."""
    text = _("project whose forecast and service goals the roster is judged by")
    parser.add_argument("--serve", type=Path, metavar="PROJECT", help=text)


def service_asked(given: argparse.Namespace, problem: Problem) -> ServiceAsked | None:
    """The service goals for a problem; None without `--serve`, or where the project's forecast and requirement are not
    those of the problem's days and skills. Raises InputError CM01.
    """
    if given.serve is None:
        return None
    with ProjectFile.open(given.serve) as file:
        project = file.read()
        scenario = scenario_of(project, given.scenario)
        expected, requirement = file.forecast(scenario.name), file.requirement(scenario.name)
    if expected is None or requirement is None:
        return None
    fits = expected.horizon == requirement.horizon == problem.horizon
    if not fits or requirement.skills.keys() != problem.requirement.keys():
        return None
    return ServiceAsked(expected, effective(project, scenario)[0].goals, requirement)
