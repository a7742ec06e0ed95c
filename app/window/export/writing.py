"""A command that writes one file, run as a child process; its folder is offered at the end."""

from collections.abc import Callable, Sequence
from pathlib import Path

from app.window.export.saving import open_folder, remember_folder
from app.window.frame.desk import Desk
from app.window.frame.message import Message, Mood
from app.window.jobs.job import JobEnd
from app.window.jobs.steps import failure
from app.wording import words

_ = words("window")


def write_file(
    desk: Desk, kind: str, command: Sequence[str], path: Path, then: Callable[[JobEnd], str] = lambda _end: ""
) -> None:
    """Run `command`, which writes `path`, as a job of a kind; the folder is remembered for the next time. `then` runs
    once the file stands and gives what else is said of it.
    """
    title = _("Exporting")

    def ended(end: JobEnd) -> None:
        if not end.well or not path.exists():
            desk.say(failure(title, end))
            return
        remember_folder(path)
        text = " ".join(part for part in (_("Written: {name}").format(name=path.name), then(end)) if part)
        desk.say(Message(text, Mood.GOOD, _("Open the folder"), lambda: open_folder(path)))

    desk.jobs.start(kind, title, command, ended)
