"""`plan`: the whole main job on a project file."""

import argparse
from pathlib import Path

from app.commands.exporting import named, write_team_sheet
from app.commands.output import ATTENTION, DONE, say, show_findings, show_what_matters
from app.commands.planning import store_load, store_roster, unmet_goals
from app.commands.progress import progress_argument, search_progress, steps
from app.commands.project_options import project_options, scenario_of
from app.commands.solution_table import solution_lines
from app.commands.solve import limits_arguments, limits_of
from app.project.file import ProjectFile
from app.project.project import Scenario
from app.safety import safety_findings
from app.wording import words
from scheduler.objective import cost
from scheduler.problem import Problem
from scheduler.solution import Solution

_ = words("commands")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    project_options(parser)
    parser.add_argument("--out", type=Path, required=True, help=_("where the team's workbook goes (.xlsx)"))
    limits_arguments(parser)
    progress_argument(parser)


def run(given: argparse.Namespace) -> int:
    """Forecast, staff, solve, write the workbook; status 1 when shortage is left or there is no roster."""
    named(given.out, ".xlsx")
    with ProjectFile.open(given.project) as file:
        scenario = scenario_of(file.read(), given.scenario)
        problem, solution = planned(file, scenario, given)
        for line in solution_lines(problem, solution):
            say(line)
        if solution.objective is None:
            return ATTENTION
        write_team_sheet(file, scenario.name, given.out)
    say(_("Workbook: {path}").format(path=given.out))
    return ATTENTION if cost(problem, solution.roster).agent_hours_short > 0 else DONE


def planned(file: ProjectFile, scenario: Scenario, given: argparse.Namespace) -> tuple[Problem, Solution]:
    """The whole line for one scenario, every step stored in the project, findings told."""
    with steps(given.progress) as step:
        requirement, findings = store_load(file, scenario, step)
    show_what_matters(findings, f"forecast --project {file.path}")
    with search_progress(given.progress) as show:
        problem, solution = store_roster(file, scenario, requirement, limits_of(given), show)
    if solution.objective is not None:
        show_findings(unmet_goals(file, scenario, requirement, problem, solution))
        show_findings(safety_findings(problem, solution, limits_of(given)))
    return problem, solution
