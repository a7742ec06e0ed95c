"""Which agents share a price of presence: those within reach of a set of skills, or those of a kind.

A price for each set of skills that may bind serves teams of any size and is what people read; one for each kind proves
more and is for teams whose heads can be counted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.hall import Skills
from scheduler.problem import Problem
from scheduler.search.bound.prices import Relaxation
from scheduler.search.bound.required_parts import valued_pieces


@dataclass(frozen=True, eq=False)
class PriceGroups:
    """`reaches[group, kind]`: whose presence a price is for; `mine[part, group]`: the part of the skills it belongs to;
    `highest`: no more than a standard agent can be worth, (groups, intervals). `least`: what cover costs at least at
    given prices, and who is present then (`WholeCover.least`); `near`: shares of the prices climbed to at which
    presences are looked for too. `cuts`: the sets of skills, where these are the groups; `members`: part and kind,
    where they are.
    """

    reaches: NDArray[np.bool_]
    mine: NDArray[np.bool_]
    highest: Numbers
    least: Callable[[Numbers], tuple[Numbers, Numbers]]
    near: Sequence[float] = ()
    cuts: Sequence[Skills] | None = None
    members: Sequence[tuple[int, int]] = ()


def by_cuts(relaxation: Relaxation) -> PriceGroups:
    """A price for each set of skills that may bind; nothing where some skill of it is not required."""
    problem, cuts, parts = relaxation.problem, relaxation.cuts, relaxation.parts
    worth, least = _worth(problem), np.zeros((len(cuts), problem.horizon.intervals))
    for cut, row in zip(cuts, least, strict=True):
        row[:] = np.min([problem.requirement[skill] for skill in cut], axis=0)
    dearest = np.array([np.max([worth[skill] for skill in cut], axis=0) for cut in cuts]).reshape(least.shape)
    return PriceGroups(
        np.array([[bool(cut & kind.skills) for kind in relaxation.kinds] for cut in cuts]).reshape(len(cuts), -1),
        np.array([[cut <= set(part) for cut in cuts] for part in parts], np.bool_).reshape(len(parts), len(cuts)),
        np.where(least > 0, dearest, 0.0),
        relaxation.whole.least,
        (0.9, 1.1),
        cuts,
    )


def by_kinds(relaxation: Relaxation) -> PriceGroups | None:
    """A price for each kind in each part of the skills; None where there are too many heads to count."""
    problem, parts, counted = relaxation.problem, relaxation.parts, relaxation.counted
    if not counted.prepare():
        return None
    groups, kinds = counted.groups, list(relaxation.kinds)
    worth, highest = _worth(problem), np.zeros((len(groups), problem.horizon.intervals))
    for (part, kind), row in zip(groups, highest, strict=True):
        for skill in kinds[kind].skills.intersection(parts[part]):
            row[:] = np.maximum(row, np.where(problem.requirement[skill] > 0, worth[skill], 0.0))
    return PriceGroups(
        np.array([[kind == one for one in range(len(kinds))] for _, kind in groups]).reshape(len(groups), -1),
        np.array([[part == one for part, _ in groups] for one in range(len(parts))]).reshape(len(parts), -1),
        highest,
        counted.least,
        members=groups,
    )


def _worth(problem: Problem) -> dict[str, Numbers]:
    """Yuan that a standard agent is worth at most to a skill, by interval."""
    return {
        skill: np.max([price for _, price in valued_pieces(problem, skill)], axis=0) for skill in problem.requirement
    }
