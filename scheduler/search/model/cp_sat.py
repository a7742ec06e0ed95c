"""CP-SAT on a team's model, reporting to a run."""

import threading
from math import isfinite

from ortools.sat.python import cp_model

from scheduler.search.model.team_model import TeamModel
from scheduler.search.run import Run

OFTEN_ENOUGH = 0.25
"""Seconds between two rosters read out of the solver; the last one is never missed."""
POLL = 0.05
FEASIBLE = (cp_model.OPTIMAL, cp_model.FEASIBLE)
PROVEN = (cp_model.OPTIMAL, cp_model.INFEASIBLE)


class _Listener(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]  # OR-Tools is not followed by mypy
    """Offers the solver's rosters to the run as they come."""

    def __init__(self, team: TeamModel, run: Run) -> None:
        super().__init__()
        self._team, self._run, self._last = team, run, -OFTEN_ENOUGH

    def on_solution_callback(self) -> None:
        """Called by the solver."""
        if self._run.seconds - self._last >= OFTEN_ENOUGH:
            self._run.offer(self._team.roster(self.value))
            self._last = self._run.seconds


def solver(run: Run, seconds: float, workers: int | None = None) -> cp_model.CpSolver:
    """A solver with the run's settings; with one worker, that worker uses the linear relaxation throughout."""
    made = cp_model.CpSolver()
    made.parameters.max_time_in_seconds = seconds
    made.parameters.num_workers = run.limits.workers if workers is None else workers
    if made.parameters.num_workers == 1:
        made.parameters.linearization_level = 2
    made.parameters.random_seed = run.limits.seed
    made.parameters.relative_gap_limit = run.limits.gap / 2  # of the rounded objective
    return made


def improve(team: TeamModel, run: Run, seconds: float, *, whole: bool) -> bool:
    """Search for better rosters. `whole`: the model states the whole problem, so its bound is the problem's.

    Returns whether the model is feasible as far as is known; False is a proof.
    """
    engine = solver(run, min(seconds, run.seconds_left))
    if whole:
        engine.best_bound_callback = lambda posted: _prove(team, run, posted)
    status = solve_stoppable(engine, team.model, run, _Listener(team, run))
    if status in FEASIBLE:
        run.offer(team.roster(engine.value))
    if whole and status in FEASIBLE:
        _prove(team, run, engine.best_objective_bound)
    return bool(status != cp_model.INFEASIBLE)


def _prove(team: TeamModel, run: Run, posted: float) -> None:
    if isfinite(posted) and abs(posted) < 1e17:
        run.prove(team.objective.bound(posted))


def solve_stoppable(
    engine: cp_model.CpSolver,
    model: cp_model.CpModel,
    run: Run,
    listener: cp_model.CpSolverSolutionCallback | None = None,
) -> int:
    """Solve; stop when the run is over. The wish to stop is repeated: one that comes during presolve can be lost."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(POLL):
            if run.over:
                engine.stop_search()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        return int(engine.solve(model, listener))
    finally:
        done.set()
        watcher.join()
