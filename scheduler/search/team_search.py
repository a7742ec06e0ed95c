"""The engine for large teams: everybody in turn takes the days that cost least beside the others, until the roster
settles; from there, annealed changes; and, at the same time, the bound.
"""

import os
import threading
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from math import inf
from random import Random

import numpy as np

from scheduler.roster import Roster
from scheduler.search.bound.prices import Relaxation
from scheduler.search.bound.smooth_dual import SmoothDual
from scheduler.search.bound.team_pricing import TeamPricing
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.moves.team_annealing import TeamAnnealing, is_swift_team
from scheduler.search.run import Run
from scheduler.search.team.team_roster import Row, TeamRoster

WIDEST, NARROWEST = 0.02, 0.1
"""How far prices look beyond the next step at first, in shares of all agents, and at last, in standard agents."""
SETTLED = 1e-5
"""Relative gain of a sweep below which there is nothing left to gain that way."""
SWIFT = 0.7
"""Share of the time for swift steps where they leave some agents out."""
PROVING = 0.4
"""Most of the time for the bound where one worker sees to it first."""
FIRST_CYCLE, FULL_CYCLE = 10, 80
"""Slow steps per agent of the first cycle, each later one twice as long; and of one that is fully warm."""
WARMTH = 0.02
"""Share of an agent's mean cost by which a roster may worsen at the beginning of a fully warm cycle of slow steps."""
TOGETHER = (2, 3)
"""How many agents are put in anew together."""
BETWEEN_OFFERS = 20.0
"""Times as long as it takes to offer a roster until the next."""
WORTH = 1e-6
"""Yuan below which a change is none."""


class TeamSearch:
    """One search; the roster that it changes is its own."""

    def __init__(self, run: Run, insertion: Insertion) -> None:
        self.run, self.team = run, TeamRoster(run.problem, insertion)
        self._random = Random(run.limits.seed)  # noqa: S311 - a search, not cryptography
        self._insertion = insertion
        self._offer_seconds, self._next_offer, self._swift_until = 0.0, -inf, inf

    @cached_property
    def _dual(self) -> SmoothDual:
        """The bound; it needs everybody's graph."""
        problem = self.run.problem
        workers = min(os.cpu_count() or 1, self.run.limits.workers)
        pricing = TeamPricing(problem, self._insertion, self.team.kinds, workers)
        return SmoothDual(
            problem, Relaxation(problem, Counter(self._insertion.kinds.values())), self.team.arrays, pricing
        )

    def prove(self, roster: Roster, over: Callable[[], bool]) -> None:
        """Raise the bound until it is over; begins with what a roster's agents work."""
        self.team.load(roster)
        self._remember()
        self._dual.begin()
        self.run.prove(self._dual.bound, self._dual.best)
        self._raise_bound(over)

    def better(self, roster: Roster) -> None:
        """Better rosters than this one, without any bound, until the run is over."""
        self.team.load(roster)
        self._offer()
        self._anneal(TeamAnnealing(self.run, self._insertion, self.team) if self._is_swift else None)

    def settle(self) -> bool:
        """Sweeps over all agents, prices looking less far each time; leaves the best roster met. Whether everybody has
        days now.
        """
        best, least = list(self.team.rows), inf
        width, before, agents = max(1.0, WIDEST * len(self.team.names)), inf, list(range(len(self.team.names)))
        while not self.run.over:
            self._random.shuffle(agents)
            for agent in agents:
                if not self.run.over:
                    self._respond(agent, width)
            if None not in self.team.rows:
                self._offer()
                self._remember()
                if self.team.cost < least:
                    best, least = list(self.team.rows), self.team.cost
            if not width and before - self.team.cost <= SETTLED * before:
                break
            before, width = self.team.cost, width / 2 if width > NARROWEST else 0.0
        if least < inf:
            self._restore(best)
        return None not in self.team.rows

    def improve(self) -> None:
        """Better rosters and bounds until the run is over; at the same time where there are workers for both."""
        if None in self.team.rows and self.run.roster is not None:
            self.team.load(self.run.roster)
            self._remember()
        if not all(self._insertion.keeps_all_but_locks(name) for name in self.team.names):
            self._swift_until = self.run.seconds + SWIFT * self.run.seconds_left
        annealing = TeamAnnealing(self.run, self._insertion, self.team) if self._is_swift else None
        prover = threading.Thread(target=self._prove, args=[annealing], daemon=True)
        prover.start()
        if self.run.limits.workers == 1:
            prover.join()
        self._anneal(annealing)
        prover.join()

    @property
    def _is_swift(self) -> bool:
        """Whether annealing can take compiled steps."""
        return None not in self.team.rows and is_swift_team(self._insertion)

    def _prove(self, annealing: TeamAnnealing | None) -> None:
        """Raise the bound as far as it goes; then help with annealing."""
        alone = self.run.limits.workers == 1
        until = self.run.seconds + PROVING * self.run.seconds_left if alone else inf
        self._raise_bound(lambda: self.run.over or self.run.seconds >= until)
        if annealing is not None and not alone:
            annealing.work(self.run.limits.seed + 1, self._swift_until)

    def _raise_bound(self, over: Callable[[], bool]) -> None:
        """Round after round until the bound hardly rises any more, or it is over; then once more with heads counted."""
        self._climb(over)
        if not over() and self._dual.best is not None and self._dual.count_heads():
            self._climb(over)

    def _climb(self, over: Callable[[], bool]) -> None:
        while not over() and not self._dual.converged:
            self._dual.round(over)
            if self._dual.best is not None:
                self.run.prove(self._dual.bound, self._dual.best)

    def _anneal(self, annealing: TeamAnnealing | None) -> None:
        """Ever longer cycles, each from the best roster so far."""
        if annealing is not None:
            annealing.work(self.run.limits.seed, self._swift_until)
            if self.run.roster is not None:
                self.team.load(self.run.roster)
        length = FIRST_CYCLE
        while not self.run.over and len(self.team.names) > 1:
            self._cycle(length)
            self._offer()
            length *= 2

    def _cycle(self, length: int) -> None:
        """So many steps for each agent, or as many as there is time for, from warm to cold; leaves the best roster."""
        best, least, cost = list(self.team.rows), self.team.cost, self.team.cost
        agents, began, seconds = len(best), self.run.seconds, self.run.seconds_left - 2 * self._offer_seconds
        warmth = WARMTH * min(1.0, length / FULL_CYCLE) * cost / agents
        for step in range(length * agents):
            done = max(step / (length * agents), (self.run.seconds - began) / max(seconds, 1e-9))
            if done >= 1.0 or self.run.over:
                break
            cost = self._step(cost, warmth * (1.0 - done) * self._random.expovariate(1.0))
            if cost < least - WORTH:
                best, least = list(self.team.rows), cost
                if self.run.seconds > self._next_offer:
                    self._offer()
        self._restore(best)

    def _step(self, before: float, tolerance: float) -> float:
        """A few agents take their best days anew, one after the other; the cost after it. A roster worse by more than
        the tolerance is taken back.
        """
        count = min(self._random.choice(TOGETHER), len(self.team.names))
        agents = self._random.sample(range(len(self.team.names)), count)
        rows = [self.team.take(agent) for agent in agents]
        for agent, row in zip(agents, rows, strict=True):
            self._put(agent, self.team.best(agent) or row)
        after = self.team.cost
        if after <= before + tolerance:
            return after
        for agent in agents:
            self.team.take(agent)
        for agent, row in zip(agents, rows, strict=True):
            self._put(agent, row)
        return before

    def _respond(self, agent: int, width: float) -> None:
        """The best days for an agent; without any that keep the rules, those from before."""
        row = self.team.take(agent)
        self._put(agent, self.team.best(agent, width) or row)

    def _put(self, agent: int, row: Row | None) -> None:
        if row is not None:
            self.team.put(agent, row)

    def _restore(self, rows: list[Row | None]) -> None:
        """Back to these days."""
        for agent, row in enumerate(rows):
            if self.team.rows[agent] is not row:
                self.team.take(agent)
                self._put(agent, row)

    def _remember(self) -> None:
        """What everybody works now, as columns for the bound."""
        rows = [row for row in self.team.rows if row is not None]
        self._dual.columns.add_all(np.array([row.shifts for row in rows]), np.array([row.own for row in rows]))

    def _offer(self) -> None:
        """Tell of the roster; the longer that takes, the longer until the next."""
        began = self.run.seconds
        self.run.offer(self.team.roster)
        self._offer_seconds = self.run.seconds - began
        self._next_offer = self.run.seconds + BETWEEN_OFFERS * self._offer_seconds
