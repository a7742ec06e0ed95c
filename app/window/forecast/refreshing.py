"""After a change: the forecast and the requirement anew in a child process, and what that moved."""

import numpy as np

from app.window.formats import number_text, signed_text
from app.window.frame.desk import Desk
from app.window.frame.message import Message, Mood
from app.window.frame.view import ProjectView
from app.window.jobs.steps import AFRESH, run_step
from app.wording import words

_ = words("window")


class Refreshing:
    """`start` after each change; a change that comes while it runs starts it once more."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._again = False
        self._before: Load | None = None

    def start(self) -> None:
        """Forecast and staff the scenario shown."""
        view = self._desk.document.view
        if view is None or not (view.project.history.series or view.project.outlook.overrides):
            return
        if any(self._desk.jobs.is_running(step) for step in ("forecast", "staff")):
            self._again = True
            return
        self._again = False
        self._before = load_of(view) or self._before
        run_step(self._desk, "staff", _("Forecast and requirement"), "", self._done, AFRESH)

    def _done(self) -> None:
        if self._again:
            self.start()
            return
        view = self._desk.document.view
        after = load_of(view) if view is not None else None
        if after is not None:
            self._desk.say(Message(moved(self._before, after), Mood.GOOD))


class Load:
    """Inquiries, agent-hours required, and yuan for them at the team's mean hourly cost (None without a team)."""

    def __init__(self, inquiries: float, hours: float, cost: float | None) -> None:
        self.inquiries, self.hours, self.cost = inquiries, hours, cost


def load_of(view: ProjectView) -> Load | None:
    """The load of the scenario shown, None before it has a requirement."""
    if view.forecast is None or view.requirement is None:
        return None
    inquiries = sum(float(volume.mean.sum()) for _key, volume in view.forecast)
    step = view.requirement.horizon.interval_hours
    hours = sum(float(part.requirement.sum()) * step for _skill, part in view.requirement)
    rates = [agent.hourly_cost for agent in view.project.team]
    return Load(inquiries, hours, hours * float(np.mean(rates)) if rates else None)


def moved(before: Load | None, after: Load) -> str:
    """What the change did, in a sentence."""
    old = before or after
    text = _("Forecast and requirement are up to date: {inquiries} inquiries ({more}), {hours} agent-hours ({longer})")
    said = text.format(
        inquiries=number_text(after.inquiries),
        more=signed_text(after.inquiries - old.inquiries),
        hours=number_text(after.hours),
        longer=signed_text(after.hours - old.hours),
    )
    if after.cost is None:
        return said
    cost = _("about ¥{cost} ({dearer}) at the team's mean hourly cost").format(
        cost=number_text(after.cost), dearer=signed_text(after.cost - (old.cost or after.cost))
    )
    return f"{said} · {cost}"
