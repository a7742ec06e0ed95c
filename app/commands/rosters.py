"""A roster and its problem, from interchange documents or from a project, for commands that start from one."""

import argparse
from pathlib import Path

from app.commands.documents import read_json
from app.commands.project_options import needed, project_options, scenario_of
from app.project.file import ProjectFile
from app.project.version import PlanVersion
from app.wording import words
from forecasts.findings import Finding, InputError
from scheduler.problem import Problem
from scheduler.problem_document import read_problem
from scheduler.solution import Solution
from scheduler.solution_document import read_solution

_ = words("commands")


def roster_options(parser: argparse.ArgumentParser) -> None:
    """Two documents, or `--project`."""
    parser.add_argument("problem", type=Path, nargs="?", help=_("roster problem, JSON"))
    parser.add_argument("solution", type=Path, nargs="?", help=_("roster solution, JSON"))
    project_options(parser, required=False)


def roster_given(given: argparse.Namespace) -> tuple[Problem, Solution]:
    """The problem and its roster. Raises InputError CM26 when neither documents nor a project are given."""
    if given.project is not None:
        with ProjectFile.open(given.project) as file:
            version = version_of(file, given.scenario)
        return version.problem, version.solution
    if given.problem is None or given.solution is None:
        raise InputError([Finding("CM26")])
    problem = read_problem(read_json(given.problem), given.problem.name)
    return problem, read_solution(read_json(given.solution), problem, given.solution.name)


def version_of(file: ProjectFile, scenario: str) -> PlanVersion:
    """The newest roster of a scenario. Raises InputError CM01, CM02."""
    name = scenario_of(file.read(), scenario).name
    return needed(file.latest_version(name), _("roster"), f"plan --project {file.path.name}", file.path)


def agent_names(given: argparse.Namespace) -> dict[str, str]:
    """Names of a project's agents by id; empty without a project."""
    if given.project is None:
        return {}
    with ProjectFile.open(given.project) as file:
        return {agent.id: agent.name for agent in file.read().team}
