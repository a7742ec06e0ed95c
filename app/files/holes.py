"""Days and intervals that a history lacks. They stay missing; zero would be a count."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np

from forecasts.findings import Finding, Level
from forecasts.history import Counts, History
from forecasts.horizon import MINUTES_PER_DAY, Numbers

MOST_SHOWN = 8
FEWEST_TIMES_OFF = 3
"""A weekday that came at least so often and never was counted is the shop's day off."""


def hole_findings(history: History) -> list[Finding]:
    """Missing days (IN07) and days with fewer intervals than is usual on their weekday (IN16), as notices.

    The shop's day off is no hole. The first and the last day may be parts.
    Series that lack the same days are told together.
    """
    lacking: dict[tuple[str, tuple[int, ...]], list[str]] = {}
    for key, counts in history:
        missing, partly = _holes(counts) if len(counts) else ([], [])
        name = " ".join(part for part in key if part)
        for code, days in (("IN07", missing), ("IN16", partly if history.interval_minutes < MINUTES_PER_DAY else [])):
            if days:
                lacking.setdefault((code, tuple(days)), []).append(name)
    return [
        Finding(code, Level.NOTICE, facts={"series": names, "count": len(days), "days": day_ranges(days)})
        for (code, days), names in lacking.items()
    ]


def _holes(counts: Counts) -> tuple[list[int], list[int]]:
    """Days without any interval and days with too few, days since 1970."""
    days = counts.starts.astype("datetime64[D]").astype(np.int64)
    first, last = int(days[0]), int(days[-1])
    per_day = np.bincount(days - first).astype(np.float64)
    usual = _usual(per_day, first)
    missing = np.flatnonzero((per_day == 0) & (usual > 0)) + first
    partly = np.flatnonzero((per_day > 0) & (per_day < usual)) + first
    return missing.tolist(), [day for day in partly.tolist() if first < day < last]


def _usual(per_day: Numbers, first: int) -> Numbers:
    """Intervals that each day should have, shape (days,): the median of its weekday's days that have any; of all
    days where the weekday has none but came too seldom to be the shop's day off.
    """
    weekday = (np.arange(len(per_day)) + first) % 7
    usual = np.zeros(len(per_day))
    for which in range(7):
        mine = weekday == which
        counted = per_day[mine & (per_day > 0)]
        if len(counted):
            usual[mine] = np.median(counted)
        elif mine.sum() < FEWEST_TIMES_OFF:
            usual[mine] = np.median(per_day[per_day > 0])
    return usual


def day_ranges(days: Sequence[int]) -> tuple[str, ...]:
    """Days since 1970 as dates, runs joined: `2026-03-01 – 2026-03-07, 2026-04-02`, the first few of many."""
    runs = list(_runs(days))
    shown = (str(a) if a == b else f"{a} – {b}" for a, b in runs[:MOST_SHOWN])
    return (*shown, *([f"… (+{len(runs) - MOST_SHOWN})"] if len(runs) > MOST_SHOWN else []))


def _runs(days: Sequence[int]) -> Iterator[tuple[date, date]]:
    start = previous = days[0]
    for day in [*days[1:], days[-1] + 2]:
        if day != previous + 1:
            yield _date(start), _date(previous)
            start = day
        previous = day


def _date(day: int) -> date:
    return date(1970, 1, 1) + timedelta(days=day)
