"""Agents of a roster who are put on work that may wait, and so answer no chats meanwhile."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from forecasts.horizon import Numbers
from scheduler.simulation.window import AgentWindow

_NOBODY = 1e-9


@dataclass(frozen=True, eq=False, slots=True)
class Chatting:
    """`windows` left for chats, and the standard agents `waiting` on other work, shape (intervals,)."""

    windows: list[AgentWindow]
    waiting: Numbers


def put_aside(windows: Sequence[AgentWindow], wanted: Numbers, interval_seconds: float) -> Chatting:
    """Put `wanted` standard agents on work that may wait in each interval, shape (intervals,), as far as there are so
    many. Who is on it stays on it as long as possible, else the last to have come goes first; one agent may be on it
    with a part of the time. Chats open then are finished, as at the beginning of a break.
    """
    given = sorted(windows)
    parts = np.zeros((len(given), len(wanted)))
    for interval in np.flatnonzero(wanted > _NOBODY).tolist():
        start = interval * interval_seconds
        here = [n for n, w in enumerate(given) if w.start <= start and w.end >= start + interval_seconds]
        before = parts[:, interval - 1] if interval else np.zeros(len(given))
        left = float(wanted[interval])
        for number in sorted(here, key=lambda n: (-before[n], -n)):
            part = min(1.0, left / given[number].productivity)
            parts[number, interval] = part
            left -= part * given[number].productivity
            if left <= _NOBODY:
                break
    worth = np.array([window.productivity for window in given])
    pieces = [
        piece for window, away in zip(given, parts, strict=True) for piece in _pieces(window, away, interval_seconds)
    ]
    return Chatting(sorted(pieces), worth @ parts)


def _pieces(window: AgentWindow, away: Numbers, interval_seconds: float) -> Iterator[AgentWindow]:
    """The window cut wherever the part of time changes that is left for chats."""
    if not away.any():
        yield window
        return
    changes = np.flatnonzero(np.diff(away)) + 1
    borders = [-np.inf, *(changes * interval_seconds).tolist(), np.inf]
    starts = [0, *changes.tolist()]
    for first, (begin, finish) in zip(starts, pairwise(borders), strict=True):
        start, end, part = max(window.start, begin), min(window.end, finish), 1 - float(away[first])
        if end > start and part > _NOBODY:
            yield replace(window, start=start, end=end, productivity=window.productivity * part)
