"""Re-optimisation: a roster that meets what has changed and stays as close to the current one as its price demands."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from scheduler.checks.known_names import known_part
from scheduler.load_levels import levelled
from scheduler.objective import cost
from scheduler.prices import Prices
from scheduler.problem import Problem
from scheduler.reoptimise import Change, Revision, changes, revised
from scheduler.roster import Roster
from scheduler.search.generation.column_generation import ColumnGeneration
from scheduler.search.generation.pricing import Pricing
from scheduler.search.guided import generate
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.improvement.ruin_and_recreate import RuinAndRecreate, unlawful
from scheduler.search.responses import refine, respond
from scheduler.search.rests import with_rests
from scheduler.search.run import Run
from scheduler.search.solve import solve
from scheduler.solution import Progress, SearchLimits, Solution

SEARCH_SHARE = 0.7
"""Share of the time for the roster; the rest is left for its bound."""
REFINING_ROUNDS = 60
LEAST_SECONDS = 2.0
"""For a search over everybody, however late."""
WORTHWHILE = 1.0
"""Seconds that column generation must have to be begun."""


@dataclass(frozen=True, slots=True)
class Reoptimised:
    """`problem` is the one with the revision's absences. `solution` tells the roster's true cost for it, without the
    price of changes, and a bound on any roster of it, also on those that change more. `changes`: against the roster
    before.
    """

    problem: Problem
    solution: Solution
    changes: tuple[Change, ...]


def reoptimise(
    problem: Problem,
    current: Roster,
    revision: Revision,
    limits: SearchLimits,
    on_progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
    prices: Prices | None = None,
) -> Reoptimised:
    """The best roster near the current one. `prices`: shadow prices of an earlier solution with the same skills,
    intervals and targets, from which the bound is proven again for the problem as it is now.

    Raises KeyError for an unknown agent who is away, ValueError for an empty absence or a change price below zero.
    """
    if problem.load_levels:
        return _with_levels(problem, current, revision, limits, on_progress, stop)
    began, known = time.monotonic(), known_part(problem, current)
    problem = revision.changed(problem, known)
    narrowed = revised(problem, known, revision)
    told = None if on_progress is None else _true(problem, on_progress)
    insertion = Insertion(problem)
    proven = _proven(insertion, prices)  # first: it takes little time, and a gap must be told
    share = replace(limits, seconds=_left(limits, began) * SEARCH_SHARE)
    found = None
    if revision.most_agents is not None:
        search = RuinAndRecreate(narrowed, _insertion(narrowed, insertion), limits.seed)
        found = _few_agents(search, known, revision, Run(narrowed, share, told, stop))
    if found is None:
        share = replace(share, seconds=max(share.seconds, min(limits.seconds, LEAST_SECONDS)))
        found = solve(narrowed, share, told, stop, known)
    if found.objective is None:
        return Reoptimised(problem, found, ())
    found = replace(found, roster=with_rests(problem, found.roster))
    rest = replace(limits, seconds=_left(limits, began))
    solution = _with_bound(insertion, _repriced(problem, found), rest, proven, stop)
    solution = replace(solution, seconds=time.monotonic() - began)
    return Reoptimised(problem, solution, changes(current, solution.roster))


def _with_levels(
    problem: Problem,
    current: Roster,
    revision: Revision,
    limits: SearchLimits,
    on_progress: Callable[[Progress], None] | None,
    stop: threading.Event | None,
) -> Reoptimised:
    """The same by the problem without load levels that has the same rosters; costs and bounds are raised."""
    flat = levelled(problem)

    def raised(solution: Solution) -> Solution:
        objective, bound = flat.raised(solution.objective), flat.raised(solution.bound)
        return replace(solution, objective=objective, bound=bound, prices=None)

    def tell(now: Progress) -> None:
        if on_progress is not None:
            found = None if now.solution is None else raised(now.solution)
            on_progress(Progress(now.seconds, flat.raised(now.objective), None, found))

    found = reoptimise(flat.problem, current, revision, limits, tell, stop)
    whole = revision.changed(problem, known_part(problem, current))
    return Reoptimised(whole, raised(found.solution), found.changes)


def _left(limits: SearchLimits, began: float) -> float:
    """Seconds until the limit."""
    return max(0.0, limits.seconds - (time.monotonic() - began))


def _insertion(narrowed: Problem, whole: Insertion) -> Insertion:
    """An insertion for the narrowed problem, sharing what is prepared already where no lock was added."""
    agents = whole.problem.agents
    alike = all(agent.locks == agents[name].locks for name, agent in narrowed.agents.items())
    return Insertion(narrowed, whole if alike else None)


def _few_agents(search: RuinAndRecreate, current: Roster, revision: Revision, run: Run) -> Solution | None:
    """Those whose days no longer hold, and the few others who help most; None when that gives no sound roster."""
    broken = unlawful(run.problem, current)
    if search.resume(current, run.stop.is_set) or not run.offer(search.roster):  # few, and without them nothing
        return None
    days = range(run.problem.horizon.days)
    free = [name for name in run.problem.agents if any(revision.may_change(current, name, day) for day in days)]
    changed = respond(search, run, [name for name in free if name not in broken], revision.most_agents)
    refine(search, run, {*changed, *broken}, REFINING_ROUNDS)
    return run.solution()


def _repriced(problem: Problem, found: Solution) -> Solution:
    """The solution at its true cost; its bound, that of the narrowed problem, is none of the problem's."""
    return replace(found, objective=cost(problem, found.roster).total, bound=None, prices=None)


def _true(problem: Problem, on_progress: Callable[[Progress], None]) -> Callable[[Progress], None]:
    """Tell of each better roster at its true cost; a bound is told at the end."""

    def told(now: Progress) -> None:
        if now.solution is not None:
            better = _repriced(problem, now.solution)
            on_progress(Progress(now.seconds, better.objective, None, better))

    return told


def _proven(insertion: Insertion, prices: Prices | None) -> tuple[float, Prices] | None:
    """The bound that earlier prices prove for the problem as it is, and those prices; None where they do not fit."""
    pricing = Pricing(insertion.problem, insertion)
    fitted = None if prices is None else pricing.relaxation.fitted(prices)
    bound = None if fitted is None else pricing.bound(fitted, lambda: False)
    return None if fitted is None or bound is None else (bound, fitted)


def _with_bound(
    insertion: Insertion,
    solution: Solution,
    limits: SearchLimits,
    proven: tuple[float, Prices] | None,
    stop: threading.Event | None,
) -> Solution:
    """The solution with its bound: the one proven from earlier prices, and in the time left a better one."""
    run = Run(insertion.problem, limits, None, stop)
    run.offer(solution.roster)
    if proven is not None:
        run.prove(*proven)
    if not run.over and run.seconds_left > WORTHWHILE:
        _generate(insertion, run, None if proven is None else proven[1])
    return run.solution()


def _generate(insertion: Insertion, run: Run, prices: Prices | None) -> None:
    """Column generation from the roster's own columns and those that the earlier prices give."""
    search, generation = RuinAndRecreate(run.problem, insertion), ColumnGeneration(run.problem, insertion)
    rows = {} if run.roster is None else run.roster.by_agent()
    for name in run.problem.agents:
        days = rows.get(name, {})
        generation.add(name, tuple(days[d].shift if d in days else None for d in range(run.problem.horizon.days)))
    if prices is not None:
        generation.price(prices, lambda: run.over)
    generate(generation, search, run, run.seconds_left)
