"""Connected skills by which of them are required: where that is the same, the same agents can be of use."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.cover import price_pieces
from scheduler.problem import Problem


def required_parts(problem: Problem, part: tuple[str, ...]) -> Iterator[tuple[list[str], NDArray[np.int64]]]:
    """Skills of a part and the intervals that require just these; none where nothing is required."""
    required = np.array([problem.requirement[skill] > 0 for skill in part])
    for which in np.unique(required, axis=1).T:
        if which.any():
            skills = [skill for skill, there in zip(part, which, strict=True) if there]
            yield skills, np.flatnonzero((required == which[:, np.newaxis]).all(axis=0)).astype(np.int64)


def valued_pieces(problem: Problem, skill: str) -> list[tuple[Numbers, Numbers]]:
    """A skill's requirement cut at its price steps, cheapest first: standard agents, and yuan by interval of each who
    is missing, the surplus that a present one who is not required would cost included.
    """
    hours = problem.horizon.interval_hours
    return [(amount, (price + problem.surplus_cost) * hours) for amount, price in price_pieces(problem, skill)]
