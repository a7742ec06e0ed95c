"""Ever longer cycles of annealing from warm to cold, each from the best roster so far, on as many processors as there
are.
"""

import threading
from math import inf

import numpy as np

from scheduler.search.improvement.insertion import Insertion
from scheduler.search.moves.annealing import Annealing
from scheduler.search.moves.annealing_arrays import RowArrays
from scheduler.search.run import Run
from scheduler.search.team.team_roster import Row, TeamRoster

FIRST_CYCLE, LONGER = 500, 3
"""Steps per agent and day of the first cycle; how many times as long each later one is."""
LAST = 6.0
"""A cycle that would take more than the time left over this is the last one, and takes all of it."""
WARM, COLD = 0.1, 0.004
"""Share of an agent's mean cost a day by which a step may worsen the roster in the mean, at first and at last."""
CHUNK = 2000
"""Steps between two looks at the clock."""
BETWEEN_OFFERS = 20.0
"""Times as long as it takes to offer a roster until the next."""
WORTH = 1e-6
"""Yuan below which a change is none."""


def is_swift_team(insertion: Insertion) -> bool:
    """Whether compiled steps know all that matters about most agents."""
    names = insertion.problem.agents
    return 2 * sum(insertion.keeps_all_but_locks(name) for name in names) > len(names)


class TeamAnnealing:
    """The best rows that any processor has found; `work` goes on from them."""

    def __init__(self, run: Run, insertion: Insertion, team: TeamRoster) -> None:
        self._run, self._insertion, self._team = run, insertion, team
        self._rows, self._least, self._lock = list(team.rows), team.cost, threading.Lock()
        self._offer_seconds, self._next_offer, self._offered = 0.0, -inf, team.cost

    def work(self, seed: int, until: float = inf) -> None:
        """Cycle after cycle until the run is over or has taken so many seconds."""
        self._until = min(until, self._run.limits.seconds)
        annealing = Annealing(self._run.problem, self._insertion, seed)
        cells, length, seconds = len(self._rows) * self._run.problem.horizon.days, FIRST_CYCLE, 0.0
        while self._seconds_left and cells:
            began, last = self._run.seconds, LAST * LONGER * seconds > self._seconds_left
            self._cycle(annealing, length * cells, last=last)
            self._offer()
            length, seconds = LONGER * length, self._run.seconds - began

    @property
    def _seconds_left(self) -> float:
        return 0.0 if self._run.over else max(0.0, self._until - self._run.seconds)

    def _cycle(self, annealing: Annealing, steps: int, *, last: bool) -> None:
        """So many steps from warm to cold, or as many as there is time for; the last cycle takes all the time left."""
        with self._lock:
            annealing.start(_arrays(self._rows))
            mean = self._least / len(self._rows) / self._run.problem.horizon.days
        began, seconds, taken = self._run.seconds, self._seconds_left - 2 * self._offer_seconds, 0
        while self._seconds_left:
            done = max(0.0 if last else taken / steps, (self._run.seconds - began) / max(seconds, WORTH))
            if done >= 1.0:
                return
            annealing.steps(CHUNK, mean * WARM * (COLD / WARM) ** done)
            taken += CHUNK
            self._hear(annealing)

    def _hear(self, annealing: Annealing) -> None:
        """Take a better roster, and tell of it from time to time."""
        with self._lock:
            if annealing.least >= self._least - WORTH:
                return
            self._rows, self._least = [Row(*row) for row in zip(*annealing.best, strict=True)], annealing.least
        if self._run.seconds > self._next_offer:
            self._offer()

    def _offer(self) -> None:
        """Tell of the best roster; the longer that takes, the longer until the next."""
        with self._lock:
            rows, least = self._rows, self._least
            if least >= self._offered - WORTH:
                return
            self._offered = least
        began = self._run.seconds
        self._run.offer(self._team.roster_of(rows))
        self._offer_seconds = self._run.seconds - began
        self._next_offer = self._run.seconds + BETWEEN_OFFERS * self._offer_seconds


def _arrays(rows: list[Row | None]) -> RowArrays:
    """Everybody's days together."""
    there = [row for row in rows if row is not None]
    return RowArrays(
        np.array([row.shifts for row in there]),
        np.array([row.patterns for row in there]),
        np.array([row.own for row in there]),
    )
