"""How long a whole forecast takes, weights and ranges included: `python -m tests.benchmarks.forecast_seconds`.

26 weeks of half-hours, made up with a seed; processor seconds of this process, so that other work does not count. The
goal is 1.5 s at most.
"""

import time
from datetime import date, timedelta

import numpy as np

from forecasts.engine import forecast
from forecasts.history import DEFAULT_SKILL, Counts, History, SeriesKey
from forecasts.horizon import Horizon

WEEKS, PER_DAY, REPEATS = 26, 48, 5
FIRST = date(2026, 1, 5)


def made_up(weeks: int = WEEKS) -> History:
    """A shop's half-hours with a week's and a day's shape and chance."""
    rng = np.random.default_rng(1)
    days = 7 * weeks
    day = 1.2 - np.cos(np.arange(PER_DAY) * 2 * np.pi / PER_DAY)
    week = np.tile([1.1, 1.0, 0.95, 1.0, 1.05, 0.9, 1.0], weeks)
    level = np.exp(np.cumsum(0.02 * rng.standard_normal(days)))
    counts = rng.poisson(40 * level[:, None] * week[:, None] * day).astype(np.float64)
    starts = np.datetime64(FIRST, "m") + np.arange(counts.size) * np.timedelta64(30, "m")
    return History(30, {SeriesKey("", DEFAULT_SKILL): Counts(starts, counts.ravel())})


def seconds(history: History, horizon: Horizon) -> float:
    """Processor seconds of one forecast."""
    began = time.process_time()
    forecast(history, horizon)
    return time.process_time() - began


def main() -> None:
    """Print the first forecast (imports and all) and the median of the following ones."""
    history = made_up()
    horizon = Horizon(FIRST + timedelta(weeks=WEEKS), 14, 30)
    first = seconds(history, horizon)
    again = float(np.median([seconds(history, horizon) for _ in range(REPEATS)]))
    print(f"{WEEKS} weeks of half-hours, 14 days ahead: first {first:.3f} s, then {again:.3f} s of processor time")


if __name__ == "__main__":
    main()
