"""Running a step of the straight line on the open project, then reading what it stored."""

import json
from collections.abc import Callable, Sequence

from app.window.frame.desk import Desk
from app.window.frame.message import Message, Mood
from app.window.frame.reading import Reading, reading_of
from app.window.jobs.job import Digest, JobEnd
from app.wording import words
from app.wording.names import paragraph

_ = words("window")


AFRESH = ("--from-history",)
"""Option of `staff`: the forecast is made first, in the same child, which need not start twice."""


def run_step(
    desk: Desk,
    step: str,
    title: str,
    done: str,
    then: Callable[[], object] | None = None,
    options: Sequence[str] = (),
) -> None:
    """`forecast` or `staff` for the scenario shown. `done` is said at the end unless `then` goes on."""
    view = desk.document.view
    if view is not None:
        run_for(desk, view.scenario.name, step, title, done, then, options)


def run_for(
    desk: Desk,
    scenario: str,
    step: str,
    title: str,
    done: str,
    then: Callable[[], object] | None = None,
    options: Sequence[str] = (),
) -> None:
    """The same for any scenario."""

    def ended(end: JobEnd) -> None:
        if isinstance(end.made, Reading):
            desk.document.follow(end.made)
        if not end.well:
            desk.say(failure(title, end))
        elif then is not None:
            then()
        else:
            words_ = end.words.splitlines()
            looked = Message(words_[0], Mood.WARNING) if end.status == 1 and words_ else Message(done, Mood.GOOD)
            desk.say(looked)

    arguments = [step, "--project", str(desk.document.file.path), "--scenario", scenario, "--progress", *options]
    if desk.jobs.start(step, title, arguments, ended, digest=reader(desk)) is None:
        desk.say(Message(_("{title}: already running.").format(title=title), Mood.WARNING))


def reader(desk: Desk) -> Digest:
    """Reads what a job has stored in the project that is open now."""
    file = desk.document.file

    def read(end: JobEnd) -> Reading | None:
        view = desk.document.view
        if not end.well or view is None:
            return None
        reading = reading_of(file.again(), view.scenario.name)
        desk.look_ahead(reading)
        return reading

    return read


def _told(output: str) -> str:
    """What a command that answers in JSON found wrong; "" for any other answer."""
    try:
        told = json.loads(output)
    except ValueError:
        return ""
    return paragraph(finding["text"] for finding in told.get("findings", ())) if isinstance(told, dict) else ""


def failure(title: str, end: JobEnd) -> Message:
    """What to say when a child gave nothing; the project is untouched then."""
    if end.stopped:
        return Message(_("{title}: stopped. Nothing was changed.").format(title=title))
    reason = end.words or _told(end.output) or _("the child process ended without a word.")
    return Message(
        _("{title} did not work: {reason} Nothing was changed.").format(title=title, reason=reason), Mood.ERROR
    )
