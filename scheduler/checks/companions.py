"""Nobody is on duty without the lead or mentor that a rule without a price asks for."""

from collections.abc import Iterator
from itertools import groupby

import numpy as np

from scheduler.companions import unaccompanied
from scheduler.problem import Companion, Problem
from scheduler.roster import Roster
from scheduler.violation import Violation


def check(problem: Problem, roster: Roster) -> Iterator[Violation]:
    """Each stretch of intervals of a day without company, on its first interval."""
    for rule in problem.companions:
        if rule.cost is None:
            yield from _stretches(problem, rule, roster)


def _stretches(problem: Problem, rule: Companion, roster: Roster) -> Iterator[Violation]:
    a_day = problem.horizon.intervals_per_day
    alone = np.flatnonzero(unaccompanied(problem, rule, roster))
    for (day, _), group in groupby(enumerate(map(int, alone)), lambda item: (item[1] // a_day, item[1] - item[0])):
        intervals = [interval for _, interval in group]
        facts = {
            "companion": rule.companion,
            "of": rule.of or "",
            "least": rule.least,
            "minutes": len(intervals) * problem.horizon.interval_minutes,
            "why": "anybody" if rule.of is None else "",
        }
        yield Violation("companions", day=day, interval=intervals[0], facts=facts)
