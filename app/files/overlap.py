"""What an import counts otherwise than the project does already."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import lcm

import numpy as np
from numpy.typing import NDArray

from app.files.counted import moment_text
from app.files.merging import at_interval
from forecasts.findings import Finding, Level, Place
from forecasts.finest import finest_of
from forecasts.history import Counts, History
from forecasts.horizon import MINUTES_PER_DAY, Moments


class Overlap(StrEnum):
    """What counts where the project has other counts from another file."""

    ASK = "ask"
    REPLACE = "replace"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class TakeOver:
    """How an import is taken over. `actuals`: as the counts of the days under way, not as history."""

    overlap: Overlap = Overlap.ASK
    actuals: bool = False


ASK = TakeOver()
ADDED_UP = 1e-6
"""Counts that were spread and added up again differ by less."""
NOTHING = Counts(np.array([], dtype="datetime64[m]"), np.array([]))


def overlap_findings(
    histories: Mapping[str, History], project: History, choice: TakeOver = ASK, sources: Collection[str] = ()
) -> list[Finding]:
    """By file: totals of days beside counts within the day (IE33); intervals counted otherwise (IE06 for a file that
    is not among the `sources` of the project, until a choice is made; else IN18, a warning), another interval (IN17).
    """
    if not project.series:
        return []
    findings = []
    for file, history in histories.items():
        if (history.interval_minutes == MINUTES_PER_DAY) != (project.interval_minutes == MINUTES_PER_DAY):
            findings.append(Finding("IE33", place=Place(file), facts={"variant": "project"}))
        else:
            findings += _other_interval(file, history, project)
            overlap = Overlap.REPLACE if file in sources and choice.overlap is Overlap.ASK else choice.overlap
            findings += _differing(file, history, project, overlap)
    return findings


def _other_interval(file: str, history: History, project: History) -> list[Finding]:
    """IN17 where the project counts by another interval, so that one of them will be spread."""
    own, other = history.interval_minutes, project.interval_minutes
    if own == other:
        return []
    facts = {"variant": "project", "own": own, "other": other, "minutes": finest_of({own, other})}
    return [Finding("IN17", Level.NOTICE, Place(file), facts=facts)]


def without_known(history: History, project: History) -> History:
    """The history without the intervals that the project counts, or a part of them."""
    common = lcm(history.interval_minutes, project.interval_minutes)
    series = {}
    for key, counts in history:
        known = project.series.get(key, NOTHING)
        new = ~np.isin(_on_grid(counts.starts, common), _on_grid(known.starts, common))
        series[key] = Counts(counts.starts[new], counts.inquiries[new])
    return History(history.interval_minutes, series)


def _differing(file: str, history: History, project: History, overlap: Overlap) -> list[Finding]:
    common = lcm(history.interval_minutes, project.interval_minutes)
    starts = [
        _other_counts(
            at_interval(counts, history.interval_minutes, common),
            at_interval(project.series[key], project.interval_minutes, common),
        )
        for key, counts in history
        if key in project.series
    ]
    together = np.sort(np.concatenate(starts)) if starts else np.array([])
    if not len(together):
        return []
    first = moment_text(together[0].astype("datetime64[m]").astype(np.int64))
    if overlap is Overlap.ASK:
        facts = {"variant": "project", "count": len(together)}
        return [Finding("IE06", Level.ERROR, Place(file), first, facts)]
    facts = {"variant": overlap.value, "count": len(together)}
    return [Finding("IN18", Level.WARNING, Place(file), first, facts)]


def _other_counts(new: Counts, old: Counts) -> Moments:
    common, of_new, of_old = np.intersect1d(new.starts, old.starts, assume_unique=True, return_indices=True)
    differing: Moments = common[np.abs(new.inquiries[of_new] - old.inquiries[of_old]) > ADDED_UP]
    return differing


def _on_grid(starts: Moments, minutes: int) -> NDArray[np.int64]:
    grid: NDArray[np.int64] = starts.astype("datetime64[m]").astype(np.int64) // minutes
    return grid
