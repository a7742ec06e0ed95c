"""Better a roster one agent at a time, always the one who can help most: few change, each of them exactly best.

Lazy evaluation as for greedy cover (Minoux 1978): what an agent could save before the last change orders the queue, and
only the first in it is asked again.
"""

from collections.abc import Collection, Iterable
from heapq import heapify, heappop, heappush

from scheduler.search.improvement.insertion import Days
from scheduler.search.improvement.ruin_and_recreate import RuinAndRecreate
from scheduler.search.run import Run

WORTH = 1e-6
"""Yuan below which a change is none."""


def respond(search: RuinAndRecreate, run: Run, names: Iterable[str], most: int | None = None) -> set[str]:
    """Give agents their best days, one after the other, as long as that saves; at most so many different agents.
    Returns those changed. Every better roster is offered to the run.
    """
    queue = [(float("-inf"), name) for name in names]
    heapify(queue)
    changed, cost = set[str](), search.cost
    while queue and not run.over:
        _, name = heappop(queue)
        if name not in changed and most is not None and len(changed) >= most:
            continue
        saved, days = _best(search, name, cost)
        if saved <= WORTH or days is None:
            continue
        if queue and -queue[0][0] > saved:
            heappush(queue, (-saved, name))
            continue
        search.take(name)
        search.put(name, days)
        cost = search.cost
        run.offer(search.roster)
        changed.add(name)
    return changed


def refine(search: RuinAndRecreate, run: Run, names: Collection[str], rounds: int) -> None:
    """Let a few agents try their days anew together, so many rounds without a better roster at most."""
    cost, idle = search.cost, 0
    while names and idle < rounds and not run.over:
        after = search.step(cost, among=sorted(names))
        idle = 0 if after < cost - WORTH else idle + 1
        cost = after
    run.offer(search.roster)


def _best(search: RuinAndRecreate, name: str, before: float) -> tuple[float, Days | None]:
    """What the agent's best days would save, and those days; the roster stays as it is."""
    own = search.take(name)
    days = search.insertion.best_days(name, search.state)
    search.put(name, own if days is None else days)
    saved = before - search.cost
    search.take(name)
    search.put(name, own)
    return saved, days
