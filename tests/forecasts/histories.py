"""Small synthetic histories for the tests of the forecaster."""

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np

from forecasts.history import Counts, History, SeriesKey
from forecasts.promotion import Phase, Promotion

PRESALE = SeriesKey("", "presale")
MONDAY = date(2026, 3, 2)
DAY_SHAPE = np.array([1, 0, 0, 0, 0, 0, 1, 2, 4, 6, 7, 6, 5, 5, 6, 7, 6, 5, 5, 7, 9, 9, 6, 3], dtype=float)
WEEK_SHAPE = np.array([1.1, 1.0, 0.95, 1.0, 1.05, 0.9, 1.0])


def table(days: int, level: float = 1.0, interval_minutes: int = 60, noise: int | None = None) -> np.ndarray:
    """Counts (days, intervals) from a Monday on: weekday × hour shape, Poisson noise if seeded."""
    parts = 60 // interval_minutes
    hours = np.repeat(DAY_SHAPE * 5 / parts, parts)
    counts = level * np.resize(WEEK_SHAPE, days)[:, None] * hours
    return counts if noise is None else np.random.default_rng(noise).poisson(counts).astype(float)


def counted(counts: np.ndarray, first: date = MONDAY) -> Counts:
    """A table as a series; NaN rows and cells are absent."""
    minutes = 1440 // counts.shape[1]
    starts = np.datetime64(first, "m") + np.arange(counts.size) * np.timedelta64(minutes, "m")
    there = ~np.isnan(counts.ravel())
    return Counts(starts[there], counts.ravel()[there])


def history(counts: np.ndarray, first: date = MONDAY) -> History:
    """A history of one series."""
    return History(1440 // counts.shape[1], {PRESALE: counted(counts, first)})


def promotion(name: str, kind: str, start: datetime, hours: float, **typed: Any) -> Promotion:
    """A promotion of one phase."""
    return Promotion(name, (Phase(kind, start, start + timedelta(hours=hours), **typed),))


def at(day: int, hour: int = 0) -> datetime:
    """A moment of a day counted from the Monday."""
    return datetime.combine(MONDAY, datetime.min.time()) + timedelta(days=day, hours=hour)
