"""Long horizons: a few weeks after the other, each a problem of its own, sweep after sweep.

The days of an agent in a few weeks follow from a graph that is small and knows nearly all limits, where that of a year
would have to leave most of them out.
"""

import threading
from collections.abc import Iterator
from dataclasses import replace
from math import inf

from scheduler.objective import cost
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.search.bound.target_prices import TargetPrices
from scheduler.search.few_weeks import few_weeks
from scheduler.search.improvement.insertion import Insertion
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
ALONE = 0.3
"""Share of the time for the bound when nothing runs beside it."""
BETWEEN_OFFERS = 8.0
"""Times as long as it takes to offer a roster until the next."""


def is_long(problem: Problem) -> bool:
    """Whether the horizon is."""
    return len(problem.weeks) >= LONG


def improve_in_turn(run: Run, insertion: Insertion) -> None:
    """Better the run's best roster part by part until the run is over, and prove a bound at the same time; with one
    worker before it, in a share of the time.
    """
    if run.roster is None:
        return
    alone = run.limits.workers == 1
    until = run.seconds + ALONE * run.seconds_left if alone else inf
    prover = prove_beside(run, insertion, until)
    if alone:
        prover.join()
    _Turns(run, run.roster).sweep_on()
    prover.join()


def prove_beside(run: Run, insertion: Insertion, until: float = inf) -> threading.Thread:
    """Raise the bound from another thread until the run is over or has taken so many seconds."""
    prover = threading.Thread(target=_prove, args=(run, insertion, run.roster, until), daemon=True)
    prover.start()
    return prover


def _prove(run: Run, insertion: Insertion, roster: Roster | None, until: float) -> None:
    """Raise the bound: by mixes of columns where cover is required, else by the prices of targets alone."""

    def over() -> bool:
        return run.over or run.seconds > until

    if run.problem.requirement and roster is not None:
        TeamSearch(run, insertion).prove(roster, over)
    elif not run.problem.requirement:
        TargetPrices(run.problem, insertion).climb(run, over)


class _Turns:
    """The roster that parts are taken from and put back into."""

    def __init__(self, run: Run, roster: Roster) -> None:
        self._run, self._roster = run, roster
        self._offer_seconds, self._next_offer = 0.0, -inf

    def sweep_on(self) -> None:
        """Every other sweep begins half a step later, so that what was held at an end lies in the middle."""
        late = False
        while not self._run.over:
            parts = list(_parts(len(self._run.problem.weeks), STEP // 2 if late else 0))
            for number, weeks in enumerate(parts):
                left = self._seconds_left / (len(parts) - number)
                if not self._run.over:
                    self._improve(weeks, max(LEAST_SECONDS, left / SWEEPS))
            late = not late
        self._offer()

    @property
    def _seconds_left(self) -> float:
        """Without those that the last offer will take."""
        return max(0.0, self._run.seconds_left - self._offer_seconds)

    def _improve(self, weeks: range, seconds: float) -> None:
        """One part, for some seconds."""
        part = few_weeks(self._run.problem, self._roster, weeks)
        limits = replace(self._run.limits, seconds=min(seconds, self._seconds_left))
        own = Run(part.problem, limits, None, self._run.stop)
        TeamSearch(own, Insertion(part.problem, most=STATES)).better(part.roster)
        if own.objective is None or own.roster is None:
            return
        if own.objective < cost(part.problem, part.roster).total:
            self._roster = part.put_back(self._roster, own.roster)
            if self._run.seconds > self._next_offer:
                self._offer()

    def _offer(self) -> None:
        """Tell of the roster; one that turns out unlawful as a whole is forgotten."""
        began = self._run.seconds
        if not self._run.offer(self._roster) and self._run.roster is not None:
            self._roster = self._run.roster
        self._offer_seconds = self._run.seconds - began
        self._next_offer = self._run.seconds + BETWEEN_OFFERS * self._offer_seconds


def _parts(weeks: int, first: int) -> Iterator[range]:
    """Overlapping stretches of weeks, the last to the end."""
    while first + WEEKS < weeks:
        yield range(first, first + WEEKS)
        first += STEP
    yield range(max(0, weeks - WEEKS), weeks)
