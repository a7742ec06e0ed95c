"""Small days for the simulation's tests: customers and desks by hand, and forecasts."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon, Numbers
from scheduler.simulation.customers import Customers
from scheduler.simulation.desks import Desks, desks_of
from scheduler.simulation.window import AgentWindow
from scheduler.staffing.goals import Goals

NO_THINKING = Goals(max_concurrency=2, seconds_per_reply=10, customer_think_seconds=0, replies_per_chat=1)
"""One chat takes 10 seconds alone; two together take 20."""


def customers(
    arrived: Sequence[float],
    patience: Sequence[float] | None = None,
    work: Sequence[float] | None = None,
    efforts: Sequence[Sequence[float]] | None = None,
    thinking: float = 20.0,
) -> Customers:
    given = efforts or [[10.0]] * len(arrived)
    replies = np.array([len(one) for one in given])
    return Customers(
        arrived=np.array(arrived, dtype=float),
        patience=np.array(patience or [1e6] * len(arrived), dtype=float),
        work=np.array(work or [1.0] * len(arrived), dtype=float),
        replies=replies,
        first_reply=np.cumsum(replies) - replies,
        efforts=np.concatenate(given).astype(float),
        thinking=np.full(int(replies.sum()), thinking),
    )


def desks(*windows: tuple[float, ...], goals: Goals = NO_THINKING) -> Desks:
    return desks_of([AgentWindow(*window) for window in windows], goals)


def forecast(volume: Numbers, minutes: int = 30, skill: str = "presale") -> Forecast:
    series = Volume(volume * 0.8, volume, volume * 1.3, volume, ("",) * len(volume))
    horizon = Horizon(date(2026, 11, 11), len(volume) * minutes // 1440, minutes)
    return Forecast(horizon, {SeriesKey("", skill): series})


def quiet_day() -> Numbers:
    hours = [60, 30, 15, 10, 10, 10, 15, 30, 60, 90, 110, 100, 90, 90, 95, 100, 95, 90, 95, 110, 140, 150, 120, 80]
    return np.repeat(np.array(hours, dtype=float) / 2, 2)
