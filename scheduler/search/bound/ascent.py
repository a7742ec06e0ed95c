"""The highest point of a smooth concave function with some variables bounded: a projected quasi-Newton method.

Limited-memory BFGS (Nocedal 1980) on the variables that are free to move, steps bent along the bounds (Bertsekas 1982).
"""

from collections import deque
from collections.abc import Callable

import numpy as np

from forecasts.horizon import Numbers

MEMORY = 12
SUFFICIENT = 1e-4
"""Share of the rise promised by the slope that a step must bring."""
SHORTEST = 1e-8

Slopes = tuple[float, Numbers]
"""A value and its slopes."""


def climb(
    function: Callable[[Numbers], Slopes],
    start: Numbers,
    low: Numbers,
    high: Numbers,
    steps: int,
    over: Callable[[], bool] = lambda: False,
) -> tuple[float, Numbers]:
    """The value and place reached in so many steps; fewer when none leads higher or it is over."""
    place, memory = np.clip(start, low, high), deque[tuple[Numbers, Numbers]](maxlen=MEMORY)
    value, slope = function(place)
    for _ in range(steps):
        if over():
            break
        held = ((place <= low) & (slope < 0)) | ((place >= high) & (slope > 0))
        free = np.where(held, 0.0, slope)
        found = _step(function, place, value, slope, np.where(held, 0.0, _direction(free, memory)), (low, high))
        if found is None and memory:
            memory.clear()
            found = _step(function, place, value, slope, free, (low, high))
        if found is None:
            break
        then, (value, rise) = found
        moved, bent = then - place, slope - rise
        if _dot(moved, bent) > 1e-12 * _dot(bent, bent):
            memory.append((moved, bent))
        place, slope = then, rise
    return value, place


def _direction(slope: Numbers, memory: deque[tuple[Numbers, Numbers]]) -> Numbers:
    """Where the remembered curvature points: the two-loop recursion."""
    direction, shares = slope.copy(), []
    for moved, bent in reversed(memory):
        share = _dot(moved, direction) / _dot(moved, bent)
        direction -= share * bent
        shares.append(share)
    if memory:
        moved, bent = memory[-1]
        direction *= _dot(moved, bent) / _dot(bent, bent)
    else:
        direction /= max(float(np.abs(slope).max(initial=0.0)), 1e-12)
    for (moved, bent), share in zip(memory, reversed(shares), strict=True):
        direction += (share - _dot(bent, direction) / _dot(moved, bent)) * moved
    return direction


def _step(
    function: Callable[[Numbers], Slopes],
    place: Numbers,
    value: float,
    slope: Numbers,
    direction: Numbers,
    bounds: tuple[Numbers, Numbers],
) -> tuple[Numbers, Slopes] | None:
    """The first of ever shorter steps that rises enough."""
    length = 1.0
    while length > SHORTEST:
        then = np.clip(place + length * direction, *bounds)
        promised = _dot(slope, then - place)
        found = function(then)
        if promised > 0 and found[0] >= value + SUFFICIENT * promised:
            return then, found
        length *= 0.5 if length > 0.1 else 0.1
    return None


def _dot(first: Numbers, second: Numbers) -> float:
    """Their inner product, without the threads of linear algebra libraries, which get in each other's way."""
    return float(np.einsum("i,i->", first, second))
