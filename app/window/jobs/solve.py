"""Optimising: the problem goes to a child as a file, its best roster comes back as one, is judged and stored."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from app.project.rostering import problem_of
from app.window.frame.desk import Desk
from app.window.frame.message import Message, Mood
from app.window.jobs.job import JobEnd
from app.window.jobs.steps import failure
from app.wording import words
from forecasts.findings import InputError
from scheduler.checks import check
from scheduler.problem import Problem
from scheduler.problem_document import write_problem
from scheduler.solution import Outcome, Solution
from scheduler.solution_document import read_solution

_ = words("window")
KIND = "solve"
Then = Callable[[Problem, Solution], object]


def solve_scenario(desk: Desk, scenario: str, seconds: float, then: Then) -> None:
    """Optimise the roster of a scenario from its stored requirement. `then` gets the problem and its best roster; it
    is not called, and a message says why, when there is none. Nothing is stored here.
    """
    file = desk.document.file
    project, requirement = file.read(), file.requirement(scenario)
    if requirement is None:
        desk.say(Message(_("There is no requirement yet; calculate it first."), Mood.WARNING))
        return
    solve_problem(desk, problem_of(project, project.scenario(scenario), requirement), seconds, then)


def solve_problem(desk: Desk, problem: Problem, seconds: float, then: Then) -> None:
    """Optimise a problem of one's own making: with locks, or a part of the days."""
    folder = tempfile.TemporaryDirectory(prefix="peakroster-", ignore_cleanup_errors=True)
    stated, answered = Path(folder.name) / "problem.json", Path(folder.name) / "solution.json"
    stated.write_text(json.dumps(write_problem(problem), ensure_ascii=False), "utf-8")

    def ended(end: JobEnd) -> None:
        solution = roster_in(answered, problem)
        folder.cleanup()
        if solution is None:
            desk.say(failure(_("Optimising"), end))
        else:
            then(problem, solution)

    arguments = [KIND, str(stated), "--out", str(answered), "--seconds", str(seconds), "--progress"]
    title = _("Optimising the roster")
    if desk.jobs.start(KIND, title, arguments, ended) is None:
        folder.cleanup()
        desk.say(Message(_("{title}: already running.").format(title=title), Mood.WARNING))


def roster_in(path: Path, problem: Problem) -> Solution | None:
    """The roster that a child left, also when it was stopped or killed; None when it left none."""
    try:
        document = json.loads(path.read_text("utf-8"))
        solution = read_solution(document, problem, path.name)
    except (OSError, ValueError, InputError):
        return None
    return solution if solution.outcome in {Outcome.OPTIMAL, Outcome.FEASIBLE} else None


def solved_message(problem: Problem, solution: Solution) -> Message:
    """What an optimisation brought, by our own judgement and not by the solver's word."""
    broken = len(check(problem, solution.roster))
    if broken:
        return Message(
            _("The roster breaks rules in {count} places; look at the violations.").format(count=broken), Mood.WARNING
        )
    gap = (
        _("{gap} from the best possible").format(gap=f"{solution.gap:.1%}")
        if solution.gap is not None
        else _("bound unknown")
    )
    return Message(_("A roster without violations, {gap}.").format(gap=gap), Mood.GOOD)
