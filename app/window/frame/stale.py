"""What the message bar says when a change made elsewhere left this page's result behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.window.frame.message import Message, Mood
from app.window.frame.steps import StepState
from app.wording import words

if TYPE_CHECKING:
    from app.window.frame.desk import Desk
    from app.window.frame.page import Page
    from app.window.frame.view import ProjectView

_ = words("window")


def stale_message(step: str, view: ProjectView | None, desk: Desk, page: Page) -> Message | None:
    """The message with the one act that mends it, None while the page is up to date or its job runs."""
    if view is None or page.state(view) is not StepState.STALE or desk.jobs.running():
        return None
    reasons = {
        "forecast": _("History, promotions or days changed after this forecast was made."),
        "requirement": _("The forecast or the service goals changed after this requirement was made."),
        "roster": _("Team, rules or requirement changed after this roster was made."),
        "export": _("Something changed after this roster was made; the workbook would show the old one."),
    }
    mend = page.primary if step != "export" else None
    if mend is None:
        return Message(reasons[step], Mood.WARNING, _("Go to the roster"), lambda: desk.go("roster"))
    return Message(reasons[step], Mood.WARNING, mend.text(), mend.trigger)
