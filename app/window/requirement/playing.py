"""Playing the roster through in a child process, and saying what came of it."""

import json

from app.window.formats import number_text, share_text
from app.window.frame.desk import Desk
from app.window.frame.message import Message, Mood
from app.window.jobs.job import JobEnd
from app.window.jobs.steps import failure
from app.wording import words
from app.wording.names import in_order, name_of, paragraph

_ = words("window")
KIND = "simulate"


def play_through(desk: Desk) -> None:
    """Simulate the newest roster of the scenario shown; progress is shown and it can be stopped."""
    view = desk.document.view
    if view is None:
        return
    title = _("Playing the roster through")

    def ended(end: JobEnd) -> None:
        desk.say(Message(played_text(end.output), Mood.GOOD) if end.well else failure(title, end))

    arguments = [KIND, "--project", str(view.path), "--scenario", view.scenario.name, "--json", "--progress"]
    if desk.jobs.start(KIND, title, arguments, ended) is None:
        desk.say(Message(_("{title}: already running.").format(title=title), Mood.WARNING))


def played_text(output: str) -> str:
    """The summary of the child, a sentence a skill."""
    skills = json.loads(output)["skills"]
    return paragraph(_sentence(skill, skills[skill]) for skill in in_order(skills))


def _sentence(skill: str, found: dict[str, dict[str, float | None]]) -> str:
    text = _("{skill}: service level {level} ± {error}, average response {seconds} s, {lost} customers lost.").format(
        skill=name_of(skill),
        level=share_text(found["service_level"]["value"]),
        error=share_text(found["service_level"]["error"]),
        seconds=number_text(found["average_response_seconds"]["value"], 1),
        lost=number_text(found["lost"]["value"]),
    )
    if "work_that_waits" not in found:
        return text
    waits = found["work_that_waits"]
    more = _("Of {wanted} agent-hours of work that may wait, {given} are done in time.").format(
        wanted=number_text(waits["hours"], 1), given=number_text(waits["hours_in_time"], 1)
    )
    return f"{text} {more}"
