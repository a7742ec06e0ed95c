"""Looking for a better roster in a child process: writes the problem, takes its best roster, judges and keeps it."""

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.project.effective import team_of
from app.project.rostering import problem_of
from app.window.formats import number_text, share_text, short_day_text
from app.window.frame.desk import Desk
from app.window.frame.message import Message, Mood
from app.window.frame.view import ProjectView
from app.window.jobs.job import Job, JobEnd
from app.wording import language, words
from app.wording.rules import conflict_sentence
from forecasts.findings import InputError
from scheduler.checks import check
from scheduler.problem import Problem
from scheduler.problem_writing import write_problem
from scheduler.reoptimise import with_locks
from scheduler.solution import Outcome, Solution
from scheduler.solution_document import read_solution, write_solution

_ = words("window")

JOB, ANSWER = "solve", "solution.json"


class Reach(StrEnum):
    """What of a roster a search may change."""

    ALL = "all"
    SELECTION = "selection"
    DAYS = "days"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class SearchWish:
    """What the panel asks for. `seed` makes a search with the same limits begin the same way; `change_price`: yuan for
    each day of an agent that becomes another; `agents` and `days` are those selected.
    """

    seconds: int = 60
    seed: int = 0
    reach: Reach = Reach.ALL
    change_price: int = 0
    agents: tuple[str, ...] = ()
    days: tuple[int, ...] = ()

    @property
    def is_fresh(self) -> bool:
        """Whether the roster shown need not be looked at."""
        return self.reach is Reach.ALL and self.change_price == 0


class RosterSearch:
    """One search at a time. Outlives the page, so that a change of language does not lose a running search."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def is_running(self) -> bool:
        """Whether a search is under way."""
        return self._desk.jobs.is_running(JOB)

    def stop(self) -> None:
        """End it and keep the best roster found."""
        self._desk.jobs.stop(JOB)

    def start(self, view: ProjectView, wish: SearchWish) -> Job | None:
        """Begin a search for the scenario shown; None without a requirement or while one is running."""
        if view.requirement is None or self.is_running:
            return None
        problem = problem_of(view.project, view.scenario, view.requirement)
        folder = tempfile.TemporaryDirectory(prefix="peakroster-")
        arguments = asked(problem, view, wish, Path(folder.name))
        keep = self._keeper(view, problem, Path(folder.name) / ANSWER)

        def ended(end: JobEnd) -> None:
            try:
                keep(end)
            finally:
                folder.cleanup()

        return self._desk.jobs.start(JOB, _("Optimising the roster"), arguments, ended)

    def _keeper(self, view: ProjectView, problem: Problem, answer: Path) -> Callable[[JobEnd], None]:
        """What is done with the answer when the child has ended, however it did."""

        def keep(end: JobEnd) -> None:
            solution = read_answer(answer, problem)
            if solution is None or not solution.roster.cells:
                self._desk.say(_nothing_found(view, solution, end))
                return
            document = self._desk.document
            if document.view is None or document.view.path != view.path:
                return
            if document.view.scenario.name != view.scenario.name:
                document.choose_scenario(view.scenario.name)
            document.save_roster(problem, solution)
            self._desk.say(told(problem, solution, end.stopped))

        return keep


def asked(problem: Problem, view: ProjectView, wish: SearchWish, folder: Path) -> list[str]:
    """Write what the child needs into a folder, and say what it is called with: a fresh search keeps only the locked
    cells; any other starts from the roster shown and changes what it may.
    """
    current = view.version.solution if view.version else None
    if current is not None:
        problem = with_locks(problem, current.roster, view.locks)
    write(folder / "problem.json", write_problem(problem))
    files = [str(folder / "problem.json")]
    limits = ["--out", str(folder / ANSWER), "--seconds", str(wish.seconds), "--seed", str(wish.seed), "--progress"]
    if current is None or wish.is_fresh:
        return [JOB, *files, *limits]
    write(folder / "current.json", write_solution(problem, current))
    files.append(str(folder / "current.json"))
    return ["reoptimise", *files, *limits, *reach_arguments(problem, wish)]


def reach_arguments(problem: Problem, wish: SearchWish) -> list[str]:
    """The options of a re-optimisation that say what may change."""
    given = ["--change-price", str(wish.change_price)]
    if wish.reach is Reach.EMPTY:
        given.append("--empty-only")
    if wish.reach is Reach.SELECTION:
        given += ["--agents", *wish.agents]
    if wish.reach in {Reach.SELECTION, Reach.DAYS}:
        given += ["--days", *(problem.horizon.day(day).isoformat() for day in wish.days)]
    return given


def write(path: Path, document: object) -> None:
    """A document as a file for the child."""
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")


def read_answer(path: Path, problem: Problem) -> Solution | None:
    """The best roster the child wrote, None when it wrote none that can be read."""
    try:
        return read_solution(json.loads(path.read_text("utf-8")), problem, path.name)
    except (OSError, ValueError, InputError):
        return None


def told(problem: Problem, solution: Solution, stopped: bool) -> Message:
    """What was found, judged by our own checks and not by the search's word."""
    broken = check(problem, solution.roster)
    parts = [_("Stopped; the best roster was kept.") if stopped else _("A roster was found.")]
    if solution.objective is not None:
        parts.append(_("Cost {cost} yuan.").format(cost=number_text(solution.objective)))
    if solution.gap is not None:
        parts.append(_("At most {gap} from the best possible.").format(gap=share_text(solution.gap)))
    if broken:
        parts.append(_("{count} violations, listed beside the roster.").format(count=len(broken)))
    return Message(("" if language() == "zh_CN" else " ").join(parts), Mood.WARNING if broken else Mood.GOOD)


def _nothing_found(view: ProjectView, solution: Solution | None, end: JobEnd) -> Message:
    if solution is not None and solution.outcome is Outcome.INFEASIBLE:
        names = {agent.id: agent.name or agent.id for agent in team_of(view.project, view.scenario)}
        horizon = view.project.horizon
        text = conflict_sentence(
            solution.conflict, lambda agent: names.get(agent, agent), lambda day: short_day_text(horizon.day(day))
        )
        return Message(text, Mood.ERROR)
    if end.stopped:
        return Message(_("Stopped before a roster was found. The roster shown is unchanged."), Mood.TOLD)
    if end.words:
        return Message(
            _("The search failed: {reason}. The roster shown is unchanged.").format(reason=end.words), Mood.ERROR
        )
    text = _("No roster was found in the time given. The roster shown is unchanged; allow more time.")
    return Message(text, Mood.WARNING)
