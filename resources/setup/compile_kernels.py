"""Compile the kernels of optimiser and simulation once, at set-up, so that the first roster comes as fast as the next.

Run by the Makefile; leaving it out costs half a minute at the first solve and nothing else.
"""

from collections import Counter
from datetime import date

import numpy as np

from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.kind import kind_of
from scheduler.problem import PriceStep, Problem
from scheduler.search import solve
from scheduler.search.bound.counted_cover import CountedCover
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.paths.narrowed import narrowed
from scheduler.shift import Break, Shift
from scheduler.simulation.engine import simulate
from scheduler.simulation.manner import Manner
from scheduler.simulation.trials import Trials
from scheduler.solution import SearchLimits
from scheduler.staffing.goals import Goals

AGENTS, DAYS = 80, 14


def team() -> Problem:
    """A team large enough for the engine of large teams."""
    horizon = Horizon(date(2026, 11, 2), DAYS, 60)
    shifts = {str(h): Shift(str(h), h * 60, 540, 480, (Break(60, h * 60 + 180, h * 60 + 300),)) for h in range(7, 15)}
    agents = {
        f"客服{number:02}": Agent(
            f"客服{number:02}",
            skills=frozenset({"presale"}),
            hourly_cost=30.0,
            min_rest_minutes=660,
            max_consecutive_days=6,
            max_minutes_per_week=2880,
        )
        for number in range(1, AGENTS + 1)
    }
    curve = AGENTS / 4 * (1 + np.sin(np.arange(horizon.intervals) / 24 * 2 * np.pi))
    prices = {"presale": (PriceStep(5, 60.0), PriceStep(None, 120.0))}
    return Problem(horizon, shifts, agents, shortage_costs=prices, requirement={"presale": curve})


def day() -> tuple[Forecast, dict[str, np.ndarray]]:
    """A quiet day of chats and its agents."""
    horizon = Horizon(date(2026, 11, 2), 1, 60)
    volume = np.full(horizon.intervals, 5.0)
    series = {SeriesKey("", "presale"): Volume(volume, volume, volume, volume, ("",) * horizon.intervals)}
    return Forecast(horizon, series, ""), {"presale": np.full(horizon.intervals, 3.0)}


def count_heads(problem: Problem) -> None:
    """Look once at the cover of heads of each kind."""
    kinds = Counter(kind_of(problem, agent) for agent in problem.agents.values())
    counted = CountedCover(problem, kinds, [tuple(problem.requirement)])
    counted.prepare()
    counted.least(np.zeros((len(counted.groups), problem.horizon.intervals)))


def narrow(problem: Problem) -> None:
    """Look once for the near-cheapest days of one agent."""
    paths = Insertion(problem).paths(next(iter(problem.agents)))
    narrowed(paths, np.zeros(paths.open.shape), np.zeros(problem.horizon.days), 1.0)


def main() -> None:
    """Solve and simulate something small."""
    print("Compiling the optimiser and the simulation …", flush=True)
    problem = team()
    solve(problem, SearchLimits(seconds=300.0, gap=0.02))
    count_heads(problem)  # which no search does that ends so far from the best
    narrow(problem)  # nor one for a large team
    expected, present = day()
    for manner in (Manner(by_message=True), Manner(by_message=False)):
        simulate(expected, present, {"presale": Goals()}, Trials(replications=1, manner=manner))


if __name__ == "__main__":
    main()
