"""No more agents at work in any interval than there are seats; who is on a break holds none."""

from collections.abc import Iterator

import numpy as np

from forecasts.horizon import Numbers
from scheduler.cover import presence
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.violation import Violation


def check(problem: Problem, roster: Roster) -> Iterator[Violation]:
    """Each interval with more heads than seats."""
    if problem.seat_limit is not None:
        yield from check_heads(problem, presence(problem, roster).heads)


def check_heads(problem: Problem, heads: Numbers) -> Iterator[Violation]:
    """Each interval with more of these heads, shape (intervals,), than seats."""
    seats = problem.seat_limit
    if seats is None:
        return
    for interval in np.flatnonzero(heads > seats):
        day = int(interval) // problem.horizon.intervals_per_day
        facts = {"agents": int(heads[interval]), "most": seats}
        yield Violation("seat_limit", day=day, interval=int(interval), facts=facts)
