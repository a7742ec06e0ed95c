"""`reoptimise`: meet what has changed with a roster as close to the current one as possible."""

import argparse
from dataclasses import replace
from pathlib import Path

from app.commands.documents import write_json
from app.commands.output import ATTENTION, DONE, print_json, say, show_findings
from app.commands.progress import progress_argument, search_progress
from app.commands.project_options import needed, scenario_of
from app.commands.revising import absent_span, revision_of, revision_options
from app.commands.rosters import agent_names, roster_given, roster_options, version_of
from app.commands.service_asked import serve_option, service_asked
from app.commands.solution_table import solution_lines, why_infeasible
from app.commands.solve import limits_arguments, limits_of, stop_on_request
from app.pipeline import reoptimised
from app.project.file import ProjectFile
from app.project.project import Project
from app.wording import words
from app.wording.names import listed
from app.wording.reasons import change_sentence
from forecasts.findings import Finding, InputError, Place
from scheduler.problem import Problem
from scheduler.problem_writing import write_problem
from scheduler.reoptimise import Change
from scheduler.search.revise import Reoptimised, reoptimise
from scheduler.solution_document import write_solution
from scheduler.team import DatedAbsence

_ = words("commands")

SECONDS = 3.5


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    roster_options(parser)
    revision_options(parser)
    serve_option(parser)
    parser.add_argument("--out", type=Path, help=_("where the solution goes, JSON"))
    parser.add_argument("--problem-out", type=Path, help=_("where the problem with the absences goes, JSON"))
    limits_arguments(parser)
    parser.set_defaults(seconds=SECONDS)
    progress_argument(parser)
    parser.add_argument("--json", action="store_true", help=_("print the result as JSON"))


def run(given: argparse.Namespace) -> int:
    """Re-optimise; exit status 1 when the rules leave no roster."""
    found = _of_project(given) if given.project else _of_documents(given)
    problem = found.problem
    if given.out:
        write_json(given.out, write_solution(problem, found.solution, why_infeasible(problem, found.solution)))
    if given.problem_out:
        write_json(given.problem_out, write_problem(problem))
    if given.json:
        print_json(document(problem, found))
    else:
        tell(problem, found, agent_names(given))
    service = service_asked(given, problem)
    if service and found.solution.objective is not None:
        show_findings(service.unmet(problem, found.solution.roster))
    return ATTENTION if found.solution.objective is None else DONE


def _of_documents(given: argparse.Namespace) -> Reoptimised:
    problem, current = roster_given(given)
    revision = revision_of(given, problem)
    with search_progress(given.progress) as show:
        return reoptimise(
            problem, current.roster, revision, limits_of(given), show, stop_on_request(given.progress), current.prices
        )


def _of_project(given: argparse.Namespace) -> Reoptimised:
    """Absences go into the project's team and the roster becomes the scenario's next draft."""
    with ProjectFile.open(given.project) as file:
        project = file.read()
        scenario = scenario_of(project, given.scenario)
        version, results = version_of(file, scenario.name), file.results(scenario.name)
        requirement = needed(results.requirement, _("requirement"), f"plan --project {file.path.name}", file.path)
        if version.problem.horizon != project.horizon:
            raise InputError([Finding("CM34", place=Place(file=file.path.name))])
        revision = revision_of(given, version.problem, results.locks)
        with search_progress(given.progress) as show:
            known = (results.forecast, requirement, version.solution)
            found = reoptimised(project, scenario, *known, revision, limits_of(given), show)
        if found.solution.objective is not None:
            if given.absent:
                file.change(_("absences: {agents}").format(agents=listed(given.absent)), _with_away(project, given))
            file.save_solution(scenario.name, found.problem, found.solution, _("re-optimised"))
    return found


def _with_away(project: Project, given: argparse.Namespace) -> Project:
    """The project whose team has the absences."""
    absence = DatedAbsence(*absent_span(given))
    team = (
        replace(agent, absences=(*agent.absences, absence)) if agent.id in given.absent else agent
        for agent in project.team
    )
    return replace(project, team=tuple(team))


def tell(problem: Problem, found: Reoptimised, names: dict[str, str]) -> None:
    """Cost, bound and changes for people."""
    for line in solution_lines(problem, found.solution):
        say(line)
    if found.solution.objective is None:
        return
    agents = len({change.agent for change in found.changes})
    say(_("{count} days of {agents} agents change:").format(count=len(found.changes), agents=agents))
    for change in found.changes:
        say("  " + change_sentence(change, lambda a: names.get(a, a), lambda day: problem.horizon.day(day).isoformat()))


def document(problem: Problem, found: Reoptimised) -> dict[str, object]:
    """Cost, bound and changes for machines."""
    solution = found.solution
    return {
        "status": str(solution.outcome),
        "objective": solution.objective,
        "bound": solution.bound,
        "gap": solution.gap,
        "seconds": round(solution.seconds, 3),
        "changes": [_change(problem, change) for change in found.changes],
    }


def _change(problem: Problem, change: Change) -> dict[str, object]:
    day = problem.horizon.day(change.day).isoformat()
    return {"agent": change.agent, "day": change.day, "date": day, "before": change.before, "after": change.after}
