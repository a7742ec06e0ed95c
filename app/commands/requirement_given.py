"""What a design starts from: the requirement of a problem document or of a project's scenario."""

import argparse
from pathlib import Path

from app.commands.documents import read_json
from app.commands.project_options import needed, project_options, scenario_of
from app.project.file import ProjectFile
from app.project.rostering import problem_of
from app.wording import words
from forecasts.findings import Finding, InputError
from scheduler.problem import Problem
from scheduler.problem_document import read_problem

_ = words("commands")


def requirement_options(parser: argparse.ArgumentParser) -> None:
    """A document, or `--project`; and which skill."""
    parser.add_argument("problem", type=Path, nargs="?", help=_("roster problem, JSON"))
    project_options(parser, required=False)
    parser.add_argument("--skill", help=_("only this skill (default all)"))


def problem_given(given: argparse.Namespace) -> Problem:
    """The problem, its requirement that of the skill asked for. Raises InputError CM26, CM28."""
    problem = _problem(given)
    if given.skill is None:
        return problem
    if given.skill not in problem.requirement:
        raise InputError([Finding("CM28", value=given.skill, facts={"skills": tuple(problem.requirement)})])
    return problem


def skills_given(given: argparse.Namespace, problem: Problem) -> list[str]:
    """The skills to design for."""
    return [given.skill] if given.skill else list(problem.requirement)


def _problem(given: argparse.Namespace) -> Problem:
    if given.project is not None:
        with ProjectFile.open(given.project) as file:
            project = file.read()
            scenario = scenario_of(project, given.scenario)
            found = file.requirement(scenario.name)
            requirement = needed(found, _("requirement"), f"plan --project {file.path.name}", file.path)
        return problem_of(project, scenario, requirement)
    if given.problem is None:
        raise InputError([Finding("CM26")])
    return read_problem(read_json(given.problem), given.problem.name)
