"""Options that name a project and a scenario in it, and what has to be there first."""

import argparse
from pathlib import Path
from typing import TypeVar

from app.project.project import BASE_SCENARIO, Project, Scenario
from app.wording import words
from app.wording.names import listed, scenario_name
from forecasts.findings import Finding, InputError, Place

_ = words("commands")
T = TypeVar("T")


def project_options(parser: argparse.ArgumentParser, required: bool = True) -> None:
    """`--project` and `--scenario`."""
    parser.add_argument("--project", type=Path, required=required, help=_("project file (.peakroster)"))
    parser.add_argument("--scenario", default=BASE_SCENARIO, help=_("scenario of the project"))


def scenario_of(project: Project, name: str) -> Scenario:
    """The scenario asked for, the base scenario also by its word. Raises InputError CM01 with the names there are."""
    try:
        return project.scenario(BASE_SCENARIO if name == scenario_name(BASE_SCENARIO) else name)
    except KeyError:
        names = listed(scenario_name(scenario.name) for scenario in project.scenarios)
        raise InputError([Finding("CM01", value=name, facts={"scenarios": names})]) from None


def needed(what: T | None, name: str, command: str, path: Path) -> T:
    """A step's result that must be there. Raises InputError CM02 that names the command to run first."""
    if what is None:
        place = Place(file=path.name)
        raise InputError([Finding("CM02", place=place, facts={"what": name, "command": command})])
    return what
