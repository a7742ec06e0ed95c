"""When which agent is at work: shifts cut by their breaks, or a number of agents per interval."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from forecasts.horizon import Numbers

LEAD_SECONDS = 3600.0
"""Before the horizon a usual hour is played, so that midnight finds the chats it should."""


@dataclass(frozen=True, order=True, slots=True)
class AgentWindow:
    """One stretch of presence, [start, end) in seconds from the horizon's start, of an agent worth `productivity`."""

    start: float
    end: float
    productivity: float = 1.0


def windows_of_present(present: Numbers, interval_seconds: float, before: int) -> list[AgentWindow]:
    """Windows that give `present` standard agents in each interval, shape (intervals,), and `before` until then.

    When the number falls, those leave who have been there longest. A fraction is one agent of that productivity, for
    that interval. The last ones stay until the last chat is done.
    """
    open_since: list[float] = [-LEAD_SECONDS] * before
    closed: list[AgentWindow] = []
    for interval, agents in enumerate(present):
        now, whole = interval * interval_seconds, int(agents)
        open_since += [now] * (whole - len(open_since))
        leaving = len(open_since) - whole
        closed += [AgentWindow(start, now) for start in open_since[:leaving]]
        del open_since[:leaving]
        if agents > whole:
            closed.append(AgentWindow(now, now + interval_seconds, float(agents - whole)))
    return sorted(closed + [AgentWindow(start, inf) for start in open_since])


def with_lead(windows: Sequence[AgentWindow], before: int, end: float) -> list[AgentWindow]:
    """Windows of a roster, with `before` agents at work until it begins: those of the roster who start then come
    earlier, others leave at the start. Who is there at `end` stays until the last chat is done.
    """
    first = sorted(window for window in windows if window.start <= 0)
    early = {id(window) for window in first[:before]}
    shown = [_open_ended(replace(w, start=-LEAD_SECONDS) if id(w) in early else w, end) for w in windows]
    return sorted(shown + [AgentWindow(-LEAD_SECONDS, 0.0)] * max(0, before - len(early)))


def _open_ended(window: AgentWindow, end: float) -> AgentWindow:
    return replace(window, end=inf) if window.end >= end else window
