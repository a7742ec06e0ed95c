"""Long horizons: a few weeks after the other, each a problem of its own, sweep after sweep; several at the same time.

The days of an agent in a few weeks follow from a graph that is small and knows nearly all limits, where that of a year
would have to leave most of them out.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from math import inf

from scheduler.objective import cost
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.search.few_weeks import FewWeeks, few_weeks
from scheduler.search.insertion import Insertion
from scheduler.search.run import Run
from scheduler.search.team_search import TeamSearch

LONG = 10
"""Weeks of a horizon that is better searched by parts."""
WEEKS, STEP = 6, 4
"""Of a part, those that are held at its ends included; and from the beginning of one to that of the next."""
STATES = 30_000
"""Of a graph: one that takes long to make is not worth it for a few seconds."""
SWEEPS, LEAST_SECONDS = 2.0, 2.0
"""Into which the time left is cut; and for one part."""
BETWEEN_OFFERS = 8.0
"""Times as long as it takes to offer a roster until the next."""


def is_long(problem: Problem) -> bool:
    """Whether the horizon is."""
    return len(problem.weeks) >= LONG


def improve_in_turn(run: Run, seconds: float) -> None:
    """Better the run's best roster part by part until time is up."""
    if run.roster is not None:
        _Turns(run, run.roster, run.seconds + seconds).sweep_on()


class _Turns:
    """The roster that parts are taken from and put back into."""

    def __init__(self, run: Run, roster: Roster, until: float) -> None:
        self._run, self._roster, self._until = run, roster, until
        self._offer_seconds, self._next_offer, self._gained = 0.0, -inf, False

    def sweep_on(self) -> None:
        """Sweep after sweep, each beginning half a step further, parts that do not meet at the same time."""
        workers = min(os.cpu_count() or 1, self._run.limits.workers)
        late = False
        while not self._over:
            parts = self._parts(STEP // 2 if late else 0)
            together = [parts[number :: (len(parts) + 1) // workers or 1] for number in range(len(parts))]
            together = [some[:workers] for some in together][: -(-len(parts) // workers)]
            for number, some in enumerate(together):
                left = (self._until - self._run.seconds) / (len(together) - number)
                self._improve(some, max(LEAST_SECONDS, left / SWEEPS))
            late = not late
        self._offer(last=True)
