"""From a problem to a roster: a first one quickly, better ones as time allows, and a bound that is proven.

The seam between engines is `Run`: an engine offers rosters and proves bounds, and knows nothing else of the others.
"""

import threading
from collections.abc import Callable
from dataclasses import replace

from scheduler.load_levels import levelled
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.search.conflicts.conflict import explain, likely_conflict, simple_conflict
from scheduler.search.conflicts.fixes import fixes
from scheduler.search.guided import guided
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.improvement.ruin_and_recreate import RuinAndRecreate
from scheduler.search.model.cp_sat import improve
from scheduler.search.model.team_model import TeamModel
from scheduler.search.responses import respond
from scheduler.search.rests import with_rests
from scheduler.search.run import Run
from scheduler.search.team_search import TeamSearch
from scheduler.search.weeks_in_turn import improve_in_turn, is_long, prove_beside
from scheduler.solution import ConflictPart, Progress, SearchLimits, Solution

EXPLAIN_SECONDS, LIKELY_SECONDS = 8.0, 3.0
GUIDED_OF_SMALL = 0.85
"""Share of the time for guided search when CP-SAT can follow."""
SMALL, TINY = 5_000, 1_000
"""Most (agent, day, shift) for which one CP-SAT model of everything is worth its while, and worth trying first."""
COMPANY = 0.25
"""Most of the time for a first roster that leaves nobody without company."""
ANEW = 2
"""Times that agents who found no place are put in again, beside all the others."""
FIRST_WORD = 0.2
"""Share of the time that CP-SAT then gets."""


def solve(
    problem: Problem,
    limits: SearchLimits,
    on_progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
    start: Roster | None = None,
) -> Solution:
    """The best roster found within the limits, with a proven bound on the cost of any.

    `on_progress` hears of every better roster and bound, perhaps from another thread; setting `stop` ends the search
    with the best so far; `start`, also one that breaks rules, is where it goes on from. Shortage is never a reason to
    fail: without a roster the outcome is `infeasible`, with the conflict, or `unknown` when time ran out. Short rests
    are placed in the roster found last.
    Deterministic with one worker and a seed, unless time runs out.
    """
    if problem.load_levels:
        return _solve_levelled(problem, limits, on_progress, stop, start)
    run = Run(problem, limits, on_progress, stop)
    insertion = Insertion(problem)
    search = RuinAndRecreate(problem, insertion, limits.seed)
    team = TeamSearch(run, insertion) if _is_large(problem) else None
    if not (start and _resumed(search, run, start)):
        conflict = _first_roster(search, run, team)
        if conflict:
            return replace(run.solution(conflict), fixes=fixes(problem, conflict))
    if run.roster is not None and not run.over:
        _improve(search, run, team)
    found = run.solution()
    return replace(found, roster=with_rests(problem, found.roster, limits.seed))


def _solve_levelled(
    problem: Problem,
    limits: SearchLimits,
    on_progress: Callable[[Progress], None] | None,
    stop: threading.Event | None,
    start: Roster | None,
) -> Solution:
    """Solve the problem without load levels that has the same rosters; costs and bounds are raised by the constant.
    Its prices speak of skills that nobody else knows.
    """
    flat = levelled(problem)

    def raised(solution: Solution) -> Solution:
        objective, bound = flat.raised(solution.objective), flat.raised(solution.bound)
        return replace(solution, objective=objective, bound=bound, prices=None)

    def tell(now: Progress) -> None:
        if on_progress is not None:
            found = None if now.solution is None else raised(now.solution)
            on_progress(Progress(now.seconds, flat.raised(now.objective), flat.raised(now.bound), found))

    return raised(solve(flat.problem, limits, tell, stop, start))


def _resumed(search: RuinAndRecreate, run: Run, start: Roster) -> bool:
    """Whether the search could take up an earlier roster; agent by agent it is then made better where it can be."""
    if not search.resume(start, lambda: run.over) and run.offer(search.roster):
        respond(search, run, list(run.problem.agents))
        return True
    for name in list(search.rows):
        search.take(name)
    return False


def _first_roster(search: RuinAndRecreate, run: Run, team: TeamSearch | None) -> tuple[ConflictPart, ...]:
    """Agent by agent; who finds no place that way goes to the solver. The conflict when there is none, proven."""
    likely = likely_conflict(run.problem, LIKELY_SECONDS)
    if likely:
        return likely
    if team is not None and team.settle() and run.roster is not None:
        return ()
    left = search.build(run.problem.agents, lambda: run.over)
    for _ in range(ANEW):
        left = search.build(left, lambda: run.over) if left else left
    if (not left and _offered(search, run)) or run.over:
        return ()
    conflict = simple_conflict(run.problem, left, EXPLAIN_SECONDS)
    if conflict:
        return conflict
    if _placed(search, run, TeamModel(run.problem, left, search.roster), run.seconds_left / 4) and run.roster:
        return ()
    feasible = _placed(search, run, TeamModel(run.problem), run.seconds_left)
    return () if feasible else explain(run.problem, EXPLAIN_SECONDS)


def _offered(search: RuinAndRecreate, run: Run) -> bool:
    """Whether the roster built is a lawful one; as long as somebody in it is on duty without company, agents are
    changed, for a share of the time.
    """
    until, cost = run.seconds + COMPANY * run.seconds_left, search.cost
    lawful = run.offer(search.roster)
    while not lawful and not run.over and run.seconds < until:
        after = search.step(cost)
        lawful = after < cost and run.offer(search.roster)
        cost = after
    return lawful


def _placed(search: RuinAndRecreate, run: Run, model: TeamModel, seconds: float) -> bool:
    """Whether the model leaves a roster, as far as is known; the search goes on from the one found."""
    feasible = improve(model, run, seconds, whole=False)
    if run.roster is not None:
        search.load(run.roster)
    return feasible


def _is_large(problem: Problem) -> bool:
    """Whether the engine for large teams is the one: where cover counts, for all but tiny ones."""
    return bool(problem.requirement) and _cells(problem) > TINY


def _cells(problem: Problem) -> int:
    """How many (agent, day, shift) there are."""
    return sum(len(problem.eligible_shifts(agent)) for agent in problem.agents.values()) * problem.horizon.days


def _improve(search: RuinAndRecreate, run: Run, team: TeamSearch | None) -> None:
    """The search for teams where there is one; for long horizons, part after part. Else guided search; where one model
    of everything is small enough, CP-SAT has the last word, where tiny, the first. Where there is much and shifts only
    want heads, their prices prove a bound at the same time.
    """
    if team is not None:
        team.improve()
        return
    if is_long(run.problem):
        improve_in_turn(run, search.insertion)
        return
    cells = _cells(run.problem)
    if cells > SMALL and not run.problem.requirement:
        prove_beside(run, search.insertion)
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
