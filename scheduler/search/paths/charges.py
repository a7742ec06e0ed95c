"""Days within limits that a graph had to leave out: what is over a limit is charged, what is short is paid, until the
cheapest path keeps to them. Prices found as in subgradient optimisation (Held, Wolfe & Crowder 1974).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.agent import Agent
from scheduler.problem import Problem
from scheduler.search.paths.agent_paths import OFF, AgentPaths, Path

TRIES, ANEW = 40, 8
"""In all, and before the unevenness is drawn anew."""
FIRST_STEP, LAST_STEP = 0.3, 0.005
"""Of a charge, as shares of the dearest price on a day."""
LAST = 8
"""Paths of which two are joined when none keeps the limits."""
UNEVEN = 0.3
"""Of a charge that makes no two days alike: else a little more or less would decide over all days at once."""


@dataclass(frozen=True, eq=False)
class Limit:
    """Least and most of a weight summed over the days worked; `weights` by day and shift. `by_week`: a week's days
    count as one.
    """

    weights: Numbers
    least: float
    most: float
    by_week: NDArray[np.int64] | None = None

    @cached_property
    def share(self) -> Numbers:
        """Weights relative to the largest."""
        shares: Numbers = self.weights / self._largest
        return shares

    @cached_property
    def _largest(self) -> float:
        return max(float(self.weights.max(initial=0.0)), 1e-9)

    def excess(self, path: NDArray[np.int64]) -> float:
        """How much is over the most, or, negative, short of the least; in units of the largest weight."""
        worked = np.flatnonzero(path != OFF)
        counted = self.weights[worked, path[worked]]
        total = counted.sum() if self.by_week is None else np.unique(self.by_week[worked[counted > 0]]).size
        over = max(0.0, total - self.most) - max(0.0, self.least - total)
        return float(over / self._largest)


def charged_path(
    limits: Sequence[Limit],
    paths: AgentPaths,
    price: Numbers,
    off_price: Numbers,
    lawful: Callable[[Path], bool] = lambda _path: False,
) -> tuple[float, Path] | None:
    """Cost, without charges, and days of a cheap path that keeps the limits; None if none is found. `price`,
    `off_price`: as for `AgentPaths.cheapest`. `lawful`: whether days made of two paths keep the other rules.
    """
    scale = max(1.0, float(np.abs(price[np.isfinite(price)]).max(initial=0.0)))
    random = np.random.default_rng(0)
    extra, charges, met = np.zeros_like(price), np.zeros(len(limits)), list[NDArray[np.int64]]()
    for attempt in range(TRIES):
        if attempt % ANEW == 0:
            uneven = random.random((len(price), 1)) * UNEVEN * scale
        found = paths.cheapest(price + extra, off_price)
        if found is None:
            return None
        path = np.array(found[1])
        excess = np.array([limit.excess(path) for limit in limits])
        if not excess.any():
            worked = np.flatnonzero(path != OFF)
            return found[0] - float(extra[worked, path[worked]].sum()), found[1]
        met.append(path)
        step = scale * FIRST_STEP * (LAST_STEP / FIRST_STEP) ** (attempt / TRIES)
        charges += step * np.sign(excess) * np.sqrt(np.abs(excess))
        charges = np.maximum(charges, [-np.inf if limit.least else 0.0 for limit in limits])
        extra = uneven + sum(charge * limit.share for charge, limit in zip(charges, limits, strict=True))
    if paths.premium.any():  # what overtime costs, only the graph can say
        return None
    joined = next((path for path in _joined(limits, met[-LAST:]) if lawful(path)), None)
    return None if joined is None else (_cost(joined, price, off_price), joined)


def _joined(limits: Sequence[Limit], met: Sequence[NDArray[np.int64]]) -> Iterator[Path]:
    """One path until a day that is off in both, then the other: where one does too much and the other too little, some
    day in between is right.
    """
    for first, second in permutations(met, 2):
        for day in np.flatnonzero((first == OFF) & (second == OFF)):
            path = np.concatenate([first[:day], second[day:]])
            if not any(limit.excess(path) for limit in limits):
                yield tuple(path.tolist())


def _cost(path: Path, price: Numbers, off_price: Numbers) -> float:
    return float(sum(off_price[day] if shift == OFF else price[day, shift] for day, shift in enumerate(path)))


def charged_limits(problem: Problem, agent: Agent, shifts: tuple[str, ...]) -> Iterator[Limit]:
    """The limits of the horizon on minutes, weekends and kinds of shift that bind some shift."""
    days = problem.horizon.days
    paid = np.tile([float(problem.shifts[shift].paid_minutes) for shift in shifts], (days, 1))
    if agent.min_minutes or agent.max_minutes is not None:
        yield Limit(paid, agent.min_minutes or 0, np.inf if agent.max_minutes is None else agent.max_minutes)
    if agent.max_weekends is not None:
        weekend = np.array([problem.horizon.weekday(day) >= 5 for day in range(days)])
        weeks = np.array([number for number, week in enumerate(problem.weeks) for _ in week])
        yield Limit(np.tile(weekend[:, np.newaxis].astype(float), (1, len(shifts))), 0, agent.max_weekends, weeks)
    for kind, most in agent.max_shifts.items():
        carries = np.array([float(problem.shifts[shift].carries(kind)) for shift in shifts])
        if carries.any() and most < days:
            yield Limit(np.tile(carries, (days, 1)), 0, most)
