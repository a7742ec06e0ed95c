"""What neighbouring points of a sweep owe each other: a roster good for one may be better for the other, too.

A roster that is lawful at a neighbour and cheaper there than its own is taken over. After that no point is dearer than
a neighbour's roster would be, so that with no minimum hours more agents never make the best roster dearer, and where
more volume leaves less shortage, the roster that does so costs more at the lower volume: then it is told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.points import Place, Point, PointPlan, SweepRow, row_with
from app.project.factors import AGENTS
from scheduler.checks import check
from scheduler.objective import cost
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.solution import Outcome, Solution

WORTH = 1e-6
"""Yuan below which a roster is no cheaper."""

Rows = Mapping[Place, SweepRow | None]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two points whose numbers cannot both be those of the best rosters. `factor` is larger at `more`; `by`: how much
    beyond what the proven gaps allow, agent-hours of shortage for volume, yuan for agents.
    """

    factor: str
    less: Place
    more: Place
    by: float


Checked = tuple[int, list[Contradiction]]
"""How many pairs of points were compared, and those that contradict each other."""


def exchanged(points: Mapping[Place, Point], rows: Rows) -> dict[Place, SweepRow]:
    """The rows of points for which a neighbour's roster is cheaper than their own, with that roster."""
    found = {place: row for place, row in rows.items() if row is not None}
    problems = {place: row.plan.problem(points[place]) for place, row in found.items()}
    best = {place: row.plan.solution for place, row in found.items()}
    changed: set[Place] = set()
    again = True
    while again:
        again = False
        for place, other in _pairs(found):
            better = _with_roster(problems[place], best[place], best[other].roster)
            if better is not None:
                best[place], again = better, True
                changed.add(place)
    return {
        place: row_with(points[place], replace(found[place].plan, solution=best[place]), found[place].limits)
        for place in changed
    }


def _pairs(places: Mapping[Place, object]) -> Iterator[tuple[Place, Place]]:
    """Neighbours along each factor, both ways."""
    for place in places:
        for axis in range(len(place)):
            for step in (-1, 1):
                other = (*place[:axis], place[axis] + step, *place[axis + 1 :])
                if other in places:
                    yield place, other


def _with_roster(problem: Problem, own: Solution, roster: Roster) -> Solution | None:
    """The solution with another point's roster, of the agents that this one has; None unless lawful and cheaper."""
    known = Roster({key: cell for key, cell in roster.cells.items() if cell.agent in problem.agents})
    yuan = cost(problem, known).total
    if own.objective is None or yuan >= own.objective - WORTH or check(problem, known):
        return None
    return replace(own, roster=known, objective=yuan, outcome=Outcome.FEASIBLE)


def contradictions(points: Mapping[Place, Point], rows: Rows) -> Checked:
    """Neighbouring points looked at: at the same team more volume must not leave less shortage than the gaps allow, and
    agents who need not work must not make the best roster dearer.
    """
    found = {place: row for place, row in rows.items() if row is not None}
    compared, wrong = 0, []
    for less, more in _pairs(found):
        axis = next(number for number, pair in enumerate(zip(less, more, strict=True)) if pair[0] != pair[1])
        factor = list(points[less].values)[axis]
        if less > more or not (factor == "volume" or factor.startswith(AGENTS)):
            continue
        low, high = sorted((less, more), key=lambda place: points[place].values[factor])
        by = _beyond(factor, (points[low], found[low]), (points[high], found[high]))
        if by is not None:
            compared += 1
            wrong += [Contradiction(factor, low, high, by)] if by > WORTH else []
    return compared, wrong


def _beyond(factor: str, less: tuple[Point, SweepRow], more: tuple[Point, SweepRow]) -> float | None:
    """By how much a pair contradicts, zero or below where it does not; None where nothing must hold."""
    if factor == "volume":
        slack = _gap_yuan(less[1]) + _gap_yuan(more[1])
        prices = [step.cost for steps in less[1].plan.problem(less[0]).shortage_costs.values() for step in steps]
        hours = slack / min(prices) if prices and min(prices) > 0 else float("inf")
        return less[1].row.shortage_hours - more[1].row.shortage_hours - hours
    return _dearer(less[1].plan, more[1].plan, more[1].plan.problem(more[0]))


def _dearer(less: PointPlan, more: PointPlan, problem: Problem) -> float | None:
    """What the larger team's roster costs more than the smaller team's, where that is lawful for the larger one and
    those added cost nothing while they do not work.
    """
    before, now = less.solution.objective, more.solution.objective
    if before is None or now is None or check(problem, less.solution.roster):
        return None
    idle_costs = cost(problem, less.solution.roster).total - before
    return None if idle_costs > WORTH else now - before


def _gap_yuan(row: SweepRow) -> float:
    """Yuan between a roster and its proven bound."""
    objective, gap = row.plan.solution.objective, row.plan.solution.gap
    return float("inf") if objective is None or gap is None else abs(objective) * gap
