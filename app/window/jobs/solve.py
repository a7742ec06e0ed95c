"""Optimising in a child process: a problem goes out as a file, its best roster comes back as one and is judged."""

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.project.effective import team_of
from app.project.file import ProjectFile
from app.project.rostering import problem_of
from app.window.formats import number_text, share_text, short_day_text
from app.window.frame.desk import Desk
from app.window.frame.message import Message, Mood
from app.window.frame.reading import Reading, reading_of
from app.window.frame.view import ProjectView
from app.window.jobs.job import Job, JobEnd
from app.wording import language, words
from app.wording.reasons import fixes_lines
from app.wording.rules import conflict_sentence
from forecasts.findings import InputError
from scheduler.checks import check
from scheduler.objective import cost
from scheduler.problem import Problem
from scheduler.problem_writing import write_problem
from scheduler.roster import Roster
from scheduler.solution import Outcome, Solution
from scheduler.solution_document import read_solution

_ = words("window")
KIND, ANSWER = "solve", "solution.json"

Asked = Callable[[Problem, Path], list[str]]
"""Writes what a child needs into a folder and says what it is called with; its answer goes to `ANSWER` there."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a search: its solution, if it wrote one that can be read, and the project with its roster stored."""

    solution: Solution | None
    message: Message
    reading: Reading | None = None


def start_solving(desk: Desk, scenario: str, state: Callable[[], Problem], asked: Asked) -> Job | None:
    """Start a search for a scenario's problem and keep its roster; None, and nothing started, while one is running.
    The problem is stated and written, and its answer read and stored, in other threads than the window's.
    """
    if desk.jobs.is_running(KIND):
        return None
    if desk.jobs.barred is not None:
        raise desk.jobs.barred
    folder = tempfile.TemporaryDirectory(prefix="peakroster-", ignore_cleanup_errors=True)
    file, view = desk.document.file, desk.document.view
    stated: list[Problem] = []

    def prepare() -> list[str]:
        try:
            stated.append(state())
            return asked(stated[0], Path(folder.name))
        except BaseException:
            folder.cleanup()
            raise

    def digest(end: JobEnd) -> Answer:
        problem = stated[0]
        with folder:
            solution = read_answer(Path(folder.name) / ANSWER, problem)
        if solution is None or not solution.roster.cells:
            return Answer(solution, nothing_found(view, scenario, solution, end, desk.go))
        shown = view.version if view is not None and view.scenario.name == scenario else None
        words_of_before = dearer_than(problem, solution, shown.solution.roster) if shown else ""
        return seen_ahead(desk, stored(file.again(), scenario, problem, solution, end, words_of_before))

    def ended(end: JobEnd) -> None:
        if isinstance(end.made, Answer):
            if end.made.reading is not None:
                desk.document.follow(end.made.reading)
            desk.say(end.made.message)

    return desk.jobs.start(KIND, _("Optimising the roster"), prepare, ended, digest=digest)


def seen_ahead(desk: Desk, answer: Answer) -> Answer:
    """The answer, after the page shown has prepared for it."""
    if answer.reading is not None:
        desk.look_ahead(answer.reading)
    return answer


def stored(
    file: ProjectFile, scenario: str, problem: Problem, solution: Solution, end: JobEnd, of_before: str
) -> Answer:
    """Keep a roster as the scenario's newest version, then read the project again."""
    try:
        file.save_solution(scenario, problem, solution)
    except BaseException:
        file.close()
        raise
    reading = reading_of(file, scenario)
    return Answer(solution, found_message(problem, solution, end, of_before), reading)


def solve_scenario(desk: Desk, scenario: str, seconds: float) -> None:
    """Optimise the roster of a scenario from its stored requirement."""
    file, view = desk.document.file, desk.document.view
    requirement = file.requirement(scenario)
    if requirement is None or view is None:
        desk.say(Message(_("There is no requirement yet; calculate it first."), Mood.WARNING))
        return
    project = view.project

    def state() -> Problem:
        return problem_of(project, project.scenario(scenario), requirement)

    def asked(problem: Problem, folder: Path) -> list[str]:
        write(folder / "problem.json", write_problem(problem))
        limits = ["--out", str(folder / ANSWER), "--seconds", str(seconds), "--progress"]
        return [KIND, str(folder / "problem.json"), *limits, *service_arguments(file.path, scenario)]

    if start_solving(desk, scenario, state, asked) is None:
        title = _("Optimising the roster")
        desk.say(Message(_("{title}: already running.").format(title=title), Mood.WARNING))


def service_arguments(project: Path, scenario: str) -> list[str]:
    """The options that name whose service goals a roster shall meet."""
    return ["--serve", str(project), "--scenario", scenario]


def write(path: Path, document: object) -> None:
    """A document as a file for the child."""
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")


def read_answer(path: Path, problem: Problem) -> Solution | None:
    """The best roster a child wrote, also when it was stopped or killed; None when it wrote none that can be read."""
    try:
        return read_solution(json.loads(path.read_text("utf-8")), problem, path.name)
    except (OSError, ValueError, InputError):
        return None


def dearer_than(problem: Problem, solution: Solution, before: Roster) -> str:
    """That the roster shown before costs less and breaks no rule, as can be after a short search; else nothing."""
    less = (solution.objective or 0.0) - cost(problem, before).total
    if less < 1 or check(problem, before):
        return ""
    return _("The roster before costs {less} yuan less; undo brings it back.").format(less=number_text(less))


def found_message(problem: Problem, solution: Solution, end: JobEnd, of_before: str) -> Message:
    """What was found, judged by our own checks and not by the search's word, and what the child said of it."""
    broken = check(problem, solution.roster)
    parts = [_("Stopped; the best roster was kept.") if end.stopped else _("A roster was found.")]
    if solution.objective is not None:
        parts.append(_("Cost {cost} yuan.").format(cost=number_text(solution.objective)))
    if of_before:
        parts.append(of_before)
    if solution.gap is not None:
        parts.append(_("At most {gap} from the best possible.").format(gap=share_text(solution.gap)))
    if broken:
        parts.append(_("{count} violations, listed beside the roster.").format(count=len(broken)))
    said = end.words.splitlines() if end.well else []
    mood = Mood.WARNING if broken or said or of_before else Mood.GOOD
    return Message(("" if language() == "zh_CN" else " ").join([*parts, *said]), mood)


def conflicting(view: ProjectView, scenario: str, solution: Solution, go: Callable[[str], object]) -> Message:
    """Which rules cannot hold together; its act shows the ways out with what they cost."""
    names = {agent.id: agent.name or agent.id for agent in team_of(view.project, view.project.scenario(scenario))}
    horizon = view.project.horizon

    def agent_name(agent: str) -> str:
        return names.get(agent, agent)

    def day_name(day: int) -> str:
        return short_day_text(horizon.day(day))

    text = conflict_sentence(solution.conflict, agent_name, day_name)
    ways = fixes_lines(solution.fixes, agent_name, day_name)
    if not ways:
        return Message(text, Mood.ERROR)

    def show() -> None:
        from app.window.roster.conflict_dialog import ConflictDialog

        ConflictDialog(text, ways, go, QApplication.activeWindow()).open()

    return Message(text, Mood.ERROR, _("Ways out …"), show)


def nothing_found(
    view: ProjectView | None, scenario: str, solution: Solution | None, end: JobEnd, go: Callable[[str], object]
) -> Message:
    """Why there is no new roster; the one there was is unchanged."""
    if solution is not None and solution.outcome is Outcome.INFEASIBLE and view is not None:
        return conflicting(view, scenario, solution, go)
    if end.stopped:
        return Message(_("Stopped before a roster was found. The roster shown is unchanged."), Mood.TOLD)
    if end.words:
        return Message(
            _("The search failed: {reason}. The roster shown is unchanged.").format(reason=end.words), Mood.ERROR
        )
    text = _("No roster was found in the time given. The roster shown is unchanged; allow more time.")
    return Message(text, Mood.WARNING)
