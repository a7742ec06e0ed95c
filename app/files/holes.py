"""Days and intervals that a history lacks. They stay missing; zero would be a count."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np

from forecasts.findings import Finding, Level
from forecasts.history import Counts, History
from forecasts.horizon import MINUTES_PER_DAY, Numbers

MOST_SHOWN = 8


def hole_findings(history: History) -> list[Finding]:
    """Missing days (IN07) and days with fewer intervals than is usual on their weekday (IN16), a notice a series.

    A weekday that was never counted is the shop's day off, not a hole.
    """
    findings: list[Finding] = []
    for key, counts in history:
        if len(counts):
            name = " ".join(part for part in key if part)
            findings += _of_series(name, counts, history.interval_minutes)
    return findings


def _of_series(name: str, counts: Counts, interval: int) -> list[Finding]:
    days = counts.starts.astype("datetime64[D]").astype(np.int64)
    first = int(days[0])
    per_day = np.bincount(days - first).astype(np.float64)
    usual = _usual(per_day, first)
    missing = [first + int(day) for day in np.flatnonzero((per_day == 0) & (usual > 0))]
    partly = [first + int(day) for day in np.flatnonzero((per_day > 0) & (per_day < usual))]
    found = []
    if missing:
        found.append(_finding("IN07", name, missing))
    if partly and interval < MINUTES_PER_DAY:
        found.append(_finding("IN16", name, partly))
    return found


def _usual(per_day: Numbers, first: int) -> Numbers:
    """Median count of intervals on each day's weekday, over the days that have any, shape (days,)."""
    weekday = (np.arange(len(per_day)) + first) % 7
    usual = np.zeros(len(per_day))
    for which in range(7):
        counted = per_day[(weekday == which) & (per_day > 0)]
        if len(counted):
            usual[weekday == which] = np.median(counted)
    return usual


def _finding(code: str, series: str, days: Sequence[int]) -> Finding:
    return Finding(code, Level.NOTICE, facts={"series": series, "count": len(days), "days": day_ranges(days)})


def day_ranges(days: Sequence[int]) -> str:
    """Days since 1970 as dates, runs joined: `2026-03-01 – 2026-03-07, 2026-04-02`, the first few of many."""
    runs = list(_runs(days))
    shown = ", ".join(str(a) if a == b else f"{a} – {b}" for a, b in runs[:MOST_SHOWN])
    return f"{shown} … (+{len(runs) - MOST_SHOWN})" if len(runs) > MOST_SHOWN else shown


def _runs(days: Sequence[int]) -> Iterator[tuple[date, date]]:
    start = previous = days[0]
    for day in [*days[1:], days[-1] + 2]:
        if day != previous + 1:
            yield _date(start), _date(previous)
            start = day
        previous = day


def _date(day: int) -> date:
    return date(1970, 1, 1) + timedelta(days=day)
