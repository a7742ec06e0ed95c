"""Large neighbourhood search: free a part of the roster, let CP-SAT find its best, keep what is no worse.

After Shaw 1998, "Using constraint programming and local search methods to solve vehicle routing problems". Several
neighbourhoods are solved at the same time, each by a solver with one worker: those prove small models much faster than
a portfolio that shares the same processors.
"""

import os
import threading
from random import Random

from scheduler.checks import check
from scheduler.objective import cost
from scheduler.roster import Roster
from scheduler.search.improvement.neighbourhoods import Neighbourhood, Neighbourhoods
from scheduler.search.model.cp_sat import FEASIBLE, PROVEN, solve_stoppable, solver
from scheduler.search.model.team_model import TeamModel
from scheduler.search.run import Run

EFFORT = 4.0
"""Deterministic time of the solver for each neighbourhood, about a second on a fast processor."""


def repair(run: Run, seconds: float, neighbourhoods: Neighbourhoods | None = None, beside: int = 0) -> None:
    """Better the run's best roster until time is up; one thread for each worker that a processor is there for.
    `neighbourhoods`: to go on with what an earlier repair has learned; `beside`: processors that others are at work on.
    """
    if run.roster is None:
        return
    if neighbourhoods is None:
        neighbourhoods = Neighbourhoods(run.problem, Random(run.limits.seed))  # noqa: S311 - a search, not cryptography
    search = _Repair(run, run.roster, seconds, neighbourhoods)
    threads = min(run.limits.workers, os.cpu_count() or 1) - beside
    others = [threading.Thread(target=search.work, daemon=True) for _ in range(threads - 1)]
    for other in others:
        other.start()
    search.work()
    for other in others:
        other.join()


class _Repair:
    """The roster that neighbourhoods are taken from; equal cost is taken too, which leads out of dead ends."""

    def __init__(self, run: Run, roster: Roster, seconds: float, neighbourhoods: Neighbourhoods) -> None:
        self.run, self._until = run, run.seconds + seconds
        self.roster, self.cost = roster, cost(run.problem, roster).total
        self._neighbourhoods = neighbourhoods
        self._lock = threading.Lock()

    def work(self) -> None:
        """Neighbourhood after neighbourhood."""
        while not self.run.over and self.run.seconds < self._until:
            with self._lock:
                drawn, before = self._neighbourhoods.draw(self.roster), self.roster
            self._solve(drawn, before)

    def _solve(self, drawn: Neighbourhood, before: Roster) -> None:
        team = TeamModel(self.run.problem, drawn.agents, before, days=drawn.days)
        team.price()
        team.hint(before)
        seconds = self._until - self.run.seconds
        if seconds <= 0:
            return
        engine = solver(self.run, seconds, workers=1)
        engine.parameters.max_deterministic_time = EFFORT
        status = solve_stoppable(engine, team.model, self.run)
        effort = engine.response_proto.deterministic_time
        with self._lock:
            self._neighbourhoods.learn(drawn, proven=status in PROVEN, share=effort / EFFORT)
            if status in FEASIBLE:
                self._take(drawn, team.roster(engine.value))

    def _take(self, drawn: Neighbourhood, found: Roster) -> None:
        """Put the freed cells of an answer into the roster as it is now, unless that makes it worse."""
        agents = set(drawn.agents)

        def freed(key: tuple[str, int]) -> bool:
            return key[0] in agents and key[1] in drawn.days

        kept = {key: cell for key, cell in self.roster.cells.items() if not freed(key)}
        merged = Roster({**kept, **{key: cell for key, cell in found.cells.items() if freed(key)}})
        after = cost(self.run.problem, merged).total
        if after <= self.cost + 1e-9 and not check(self.run.problem, merged):
            better = after < self.cost - 1e-9
            self.roster, self.cost = merged, after
            if better:
                self.run.offer(merged)
