"""Where a roster falls short of the heads that shifts want, or exceeds them, and what that costs there."""

from collections import Counter
from typing import NamedTuple

from scheduler.problem import Problem
from scheduler.roster import Roster


class Spot(NamedTuple):
    """A shift of a day, and yuan."""

    day: int
    shift: str
    yuan: float


def sore_spots(problem: Problem, roster: Roster) -> list[Spot]:
    """Every shift of a day whose heads cost something."""
    heads = Counter((cell.day, cell.shift) for cell in roster.cells.values())
    found = []
    for target in problem.shift_targets:
        extra = heads[target.day, target.shift] - target.heads
        yuan = target.surplus_cost * extra if extra > 0 else -target.shortage_cost * extra
        if yuan > 0:
            found.append(Spot(target.day, target.shift, yuan))
    return found
