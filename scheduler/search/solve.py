"""From a problem to a roster: a first one quickly, better ones as time allows, and a bound that is proven.

The seam between engines is `Run`: an engine offers rosters and proves bounds, and knows nothing else of the others.
"""

import threading
from collections.abc import Callable

from scheduler.problem import Problem
from scheduler.search.conflict import explain
from scheduler.search.cp_sat import improve
from scheduler.search.guided import guided
from scheduler.search.insertion import Insertion
from scheduler.search.ruin_and_recreate import RuinAndRecreate
from scheduler.search.run import Run
from scheduler.search.team_model import TeamModel
from scheduler.solution import Progress, SearchLimits, Solution

EXPLAIN_SECONDS = 8.0
GUIDED_OF_SMALL = 0.7
"""Share of the time for guided search when CP-SAT can follow."""
SMALL, TINY = 5_000, 1_000
"""Most (agent, day, shift) for which one CP-SAT model of everything is worth its while, and worth trying first."""
FIRST_WORD = 0.1
"""Share of the time that CP-SAT then gets."""


def solve(
    problem: Problem,
    limits: SearchLimits,
    on_progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
) -> Solution:
    """The best roster found within the limits, with a proven bound on the cost of any.

    `on_progress` hears of every better roster and bound, perhaps from another thread; setting `stop` ends the search
    with the best so far. Shortage is never a reason to fail: without a roster the outcome is `infeasible`, with the
    conflict, or `unknown` when time ran out. Deterministic with one worker and a seed, unless time runs out.
    """
    run = Run(problem, limits, on_progress, stop)
    search = RuinAndRecreate(problem, Insertion(problem), limits.seed)
    if not _first_roster(search, run):
        return run.solution(explain(problem, EXPLAIN_SECONDS))
    if run.roster is not None and not run.over:
        _improve(search, run)
    return run.solution()


def _first_roster(search: RuinAndRecreate, run: Run) -> bool:
    """Agent by agent; who finds no place that way goes to the solver. False: there is none, and that is proven."""
    left = search.build(run.problem.agents, lambda: run.over)
    if not left:
        run.offer(search.roster)
        return True
    if improve(TeamModel(run.problem, left, search.roster), run, run.seconds_left / 4, whole=False) and run.roster:
        search.load(run.roster)
        return True
    feasible = improve(TeamModel(run.problem), run, run.seconds_left, whole=False)
    if run.roster is not None:
        search.load(run.roster)
    return feasible


def _improve(search: RuinAndRecreate, run: Run) -> None:
    """Guided search; where one model of everything is small enough, CP-SAT has the last word, where tiny, the first."""
    shifts = sum(len(run.problem.eligible_shifts(agent)) for agent in run.problem.agents.values())
    cells = shifts * run.problem.horizon.days
    if cells <= TINY:
        _whole_model(run, run.seconds_left * FIRST_WORD)
    small = cells <= SMALL
    if not run.over and run.roster is not None:
        search.load(run.roster)
        guided(search, run, run.seconds_left * (GUIDED_OF_SMALL if small else 1.0))
    if small and not run.over:
        _whole_model(run, run.seconds_left)


def _whole_model(run: Run, seconds: float) -> None:
    """CP-SAT on everything at once, from the best roster so far."""
    if run.roster is None:
        return
    team = TeamModel(run.problem)
    team.price()
    team.hint(run.roster)
    improve(team, run, seconds, whole=True)
