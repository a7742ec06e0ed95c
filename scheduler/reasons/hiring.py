"""What one more agent on a shift of a day would save: hiring advice, from the roster and from its shadow prices."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from forecasts.horizon import Numbers
from scheduler.agent import Agent
from scheduler.kind import Kind
from scheduler.prices import Prices
from scheduler.reasons.standing import Standing
from scheduler.roster import Assignment


@dataclass(frozen=True, slots=True)
class Hire:
    """One more agent like `like` on a shift of a day. `saves`: yuan by which this roster would be cheaper, wages paid,
    the others unchanged. `worth`: the most by which the proven bound could fall for it, None without shadow prices.
    """

    like: str
    day: int
    shift: str
    saves: float
    worth: float | None


def hires(
    standing: Standing, prices: Prices | None = None, most: int = 20, days: Iterable[int] | None = None
) -> tuple[Hire, ...]:
    """The hires that would save most, each for one shift of one day: the best of each day and sort of agent,
    told once where several sorts save the same. `days`: only these of the horizon.
    """
    looked_at = range(standing.problem.horizon.days) if days is None else tuple(days)
    found = [
        best
        for agent in _one_of_each_sort(standing)
        for day in looked_at
        if (best := max(_of_day(standing, agent, day, prices), key=lambda hire: hire.saves, default=None))
        and best.saves > 0
    ]
    told = {(standing.problem.agents[hire.like].contract, hire.day, hire.shift, hire.saves): hire for hire in found}
    return tuple(sorted(told.values(), key=lambda hire: -hire.saves)[:most])


def _one_of_each_sort(standing: Standing) -> Iterator[Agent]:
    """An agent of every contract, kind, wage and set of shifts."""
    seen: set[tuple[str, Kind, float, frozenset[str] | None]] = set()
    for name, agent in standing.problem.agents.items():
        sort = agent.contract, standing.kinds[name], agent.hourly_cost, agent.shifts
        if sort not in seen:
            seen.add(sort)
            yield agent


def _of_day(standing: Standing, agent: Agent, day: int, prices: Prices | None) -> Iterator[Hire]:
    problem, kind, window = standing.problem, standing.kinds[agent.id], standing.window(day)
    presence = window.state.presence_price(kind)
    dual = None if prices is None else _shadow(standing, prices, kind)
    first = day * problem.horizon.intervals_per_day
    for shift in problem.eligible_shifts(agent):
        cell = Assignment(agent.id, day, shift, window.best_breaks(agent.id, day, shift, presence))
        covered = window.intervals(cell)
        pay = problem.shifts[shift].paid_minutes / 60 * agent.hourly_cost * problem.pay_multipliers.get(day, 1.0)
        saved = -float(presence[covered].sum()) - pay
        if np.isfinite(saved):
            yield Hire(agent.id, day, shift, saved, None if dual is None else -float(dual[covered + first].sum()) - pay)


def _shadow(standing: Standing, prices: Prices, kind: Kind) -> Numbers:
    problem = standing.problem
    surplus = problem.surplus_cost * problem.horizon.interval_hours if problem.requirement else 0.0
    return prices.presence(kind, surplus)
