"""`solve`: optimise a roster problem in the interchange format."""

import argparse
import json
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event

from app.commands.documents import read_json, write_json
from app.commands.numbers_given import count, positive, share, whole
from app.commands.output import ATTENTION, DONE, say, show_findings
from app.commands.progress import progress_argument, search_progress
from app.commands.service_asked import ServiceAsked, serve_option, service_asked
from app.commands.solution_table import solution_lines, why_infeasible
from app.project.project import BASE_SCENARIO
from app.serving import served
from app.wording import words
from scheduler.problem import Problem
from scheduler.problem_document import read_with_warnings
from scheduler.search import solve
from scheduler.solution import Outcome, Progress, SearchLimits, Solution
from scheduler.solution_document import write_solution

_ = words("commands")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("problem", type=Path, help=_("roster problem, JSON"))
    parser.add_argument("--out", type=Path, required=True, help=_("where the solution goes, JSON"))
    limits_arguments(parser)
    serve_option(parser)
    parser.add_argument("--scenario", default=BASE_SCENARIO, help=_("scenario of that project"))
    progress_argument(parser)
    parser.add_argument("--json", action="store_true", help=_("print the result as JSON"))


def limits_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that say when a search stops."""
    parser.add_argument("--seconds", type=positive, default=60.0, help=_("time limit, seconds (default 60)"))
    parser.add_argument("--workers", type=count, default=8, help=_("search workers (default 8; 1 is reproducible)"))
    parser.add_argument("--seed", type=whole, default=0, help=_("random seed"))
    parser.add_argument("--gap", type=share, default=0.0001, help=_("stop at this optimality gap (default 0.0001)"))


def limits_of(given: argparse.Namespace) -> SearchLimits:
    """The limits asked for."""
    return SearchLimits(given.seconds, given.gap, given.workers, given.seed)


def run(given: argparse.Namespace) -> int:
    """Solve and write the solution; each better roster is on disk before it is reported."""
    problem, warnings = read_with_warnings(read_json(given.problem), given.problem.name)
    show_findings(warnings)
    service = service_asked(given, problem)
    with search_progress(given.progress) as show:

        def streamed(now: Progress) -> None:
            if now.solution is not None:
                write_json(given.out, write_solution(problem, now.solution))
            show(now)

        solution = found(problem, service, limits_of(given), streamed, stop_on_request(given.progress))
    write_json(given.out, write_solution(problem, solution, why_infeasible(problem, solution)))
    tell(problem, solution, given.json)
    if service and solution.objective is not None:
        show_findings(service.unmet(problem, solution.roster))
    return DONE if solution.outcome in (Outcome.OPTIMAL, Outcome.FEASIBLE) else ATTENTION


def found(
    problem: Problem,
    service: ServiceAsked | None,
    limits: SearchLimits,
    on_progress: Callable[[Progress], None],
    stop: Event,
) -> Solution:
    """The best roster; with service goals to meet, searched again for a requirement raised where they are missed."""
    if service is None:
        return solve(problem, limits, on_progress, stop)
    return served(problem, service.forecast, service.goals, service.requirement, limits, on_progress, stop)


def tell(problem: Problem, solution: Solution, as_json: bool) -> None:
    """The result, for people or machines."""
    if as_json:
        document = write_solution(problem, solution)
        say(json.dumps({k: v for k, v in document.items() if k != "assignments"}, ensure_ascii=False))
        return
    for line in solution_lines(problem, solution):
        say(line)


def stop_on_request(listening: bool) -> Event:
    """Set when a line `stop` comes on standard input; only listened to when another program asks for progress."""
    stop = Event()

    def listen() -> None:
        with suppress(OSError, ValueError):
            for line in sys.stdin:
                if line.strip() == "stop":
                    stop.set()
                    return

    if listening and sys.stdin is not None:
        threading.Thread(target=listen, daemon=True).start()
    return stop
