"""How the parts of the search take turns: ruin and recreate, column generation with dives, repair by large
neighbourhoods; beside them, once the bound is as high as columns can raise it, what closes the gap.
"""

from math import inf
from random import Random
from statistics import median

from scheduler.search.generation.closing import Closing
from scheduler.search.generation.column_generation import ColumnGeneration
from scheduler.search.generation.dive import dive, rounds_at_most
from scheduler.search.improvement.neighbourhoods import Neighbourhoods
from scheduler.search.improvement.repair import repair
from scheduler.search.improvement.ruin_and_recreate import RuinAndRecreate
from scheduler.search.run import Run

PATIENCE = 5
"""Rounds per agent without a better roster before ruin and recreate gives way."""
WARMTH = 2e-4
"""Share of the cost by which a roster may worsen at the beginning of an annealed stretch."""
POLISH_FIRST, GENERATE, DIVE, POLISH_DIVED, ANNEAL, REPAIR = 0.06, 0.4, 0.6, 0.25, 0.06, 0.25
"""Shares of the time left, but for POLISH_DIVED, a share of the dive's own."""
SPRINT = 60.0
"""Seconds that the first turn takes for all there are, the next twice as many, unless columns or a dive need more: what
a short search finds, a long one finds as early.
"""
CLOSE_ALONE = 0.4
"""Share of the time left for closing when nothing runs beside it."""
LATE = 7
"""Rounds by which a dive's are judged."""
RUSHED = 0.6
"""Share of its time within which a dive must be expected to end: one that time cuts short leaves a poor roster."""
FUTILE = 12
"""Rounds without a better roster or bound before giving way."""


def polish(search: RuinAndRecreate, run: Run, seconds: float, warmth: float = 0.0) -> None:
    """Ruin and recreate until time is up or it no longer helps; tolerance falls from `warmth` of the cost to none."""
    began, cost, idle = run.seconds, search.cost, 0
    run.offer(search.roster)
    while search.rows and idle < PATIENCE * len(search.rows) and not run.over:
        elapsed = run.seconds - began
        if elapsed >= seconds:
            return
        after = search.step(cost, warmth * cost * (1 - elapsed / seconds))
        idle = 0 if after < cost - 1e-6 else idle + 1
        if run.objective is None or after < run.objective - 1e-6:
            run.offer(search.roster)
        cost = after


def generate(generation: ColumnGeneration, search: RuinAndRecreate, run: Run, seconds: float) -> float:
    """Column generation until time is up or the bound cannot rise. Seconds that late rounds take."""
    until, took = run.seconds + seconds, list[float]()
    for name, seen in search.insertion.seen.items():
        row = search.rows.get(name, {})
        for days in [*seen, tuple(row[d].shift if d in row else None for d in range(run.problem.horizon.days))]:
            generation.add(name, days)

    def over() -> bool:
        return run.over or run.seconds > until

    while not over():
        began = run.seconds
        mix = generation.round(until - run.seconds, over)
        took.append(run.seconds - began)
        if generation.bound is not None:
            run.prove(generation.bound, generation.best)
        if mix is None:
            break
    return median(took[-LATE:]) if took else 0.0


def dive_and_polish(generation: ColumnGeneration, search: RuinAndRecreate, run: Run, seconds: float) -> None:
    """A roster from the mix of columns, the agents it leaves out inserted, then polished."""
    until, before = run.seconds + seconds, dict(search.rows)
    dived_by = until - POLISH_DIVED / 2 * seconds
    fixed = dive(run.problem, generation, search.random, lambda: 0.0 if run.over else dived_by - run.seconds)
    for name in before:
        search.take(name)
    for name, days in fixed.items():
        shifts = {day: shift for day, shift in enumerate(days) if shift is not None}
        search.put(name, search.insertion.with_breaks(name, shifts, search.state))
    for name in search.build([name for name in before if name not in fixed], lambda: run.over):
        search.put(name, before[name])
    for _ in range(2):
        search.place_breaks(lambda: run.over or run.seconds > until)
    polish(search, run, max(0.0, until - run.seconds) * POLISH_DIVED)


def guided(search: RuinAndRecreate, run: Run, seconds: float) -> None:
    """Rosters and a bound, until time is up or neither moves: polish, generate columns, dive, repair, again and again.
    Dives differ much from each other, so there is one each time, unless time would cut it short.
    """
    until, futile, turn = run.seconds + seconds, 0, 0
    polish(search, run, min(seconds, SPRINT) * POLISH_FIRST)
    generation, closing = ColumnGeneration(run.problem, search.insertion), Closing(run)
    neighbourhoods = Neighbourhoods(run.problem, Random(run.limits.seed))  # noqa: S311 - a search, not cryptography
    while run.seconds < until and not run.over and (futile < FUTILE or closing.busy) and run.roster is not None:
        rest, before = until - run.seconds, (run.objective, run.bound)
        took = generate(generation, search, run, rest * GENERATE)
        if generation.converged:
            close(closing, generation, run, (until - run.seconds) * CLOSE_ALONE)
        dived = took * rounds_at_most() / 2 / (DIVE * RUSHED)  # by half: the later, the fewer days are open
        left = min(rest, max(SPRINT * 2**turn, dived))
        if dived < left and generation.bound is not None and not run.over:
            dive_and_polish(generation, search, run, left * DIVE)
            search.load(run.roster)
        polish(search, run, left * ANNEAL, WARMTH)
        repair(run, left * REPAIR, neighbourhoods, beside=int(closing.busy))
        search.load(run.roster)
        turn, futile = turn + 1, futile + 1 if (run.objective, run.bound) == before else 0
    closing.end()


def close(closing: Closing, generation: ColumnGeneration, run: Run, seconds: float) -> None:
    """Begin to close the gap beside what follows; with one worker before it, within so many seconds."""
    alone = run.limits.workers == 1
    closing.begin(generation, run.seconds + seconds if alone else inf)
    if alone:
        closing.wait()
