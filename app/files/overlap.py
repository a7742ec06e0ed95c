"""What an import counts otherwise than the project does already."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from app.files.counted import moment_text
from forecasts.findings import Finding, Level, Place
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


def overlap_findings(
    histories: Mapping[str, History], project: History, choice: TakeOver = ASK, sources: Collection[str] = ()
) -> list[Finding]:
    """By file: totals of days beside counts within the day (IE33); intervals counted otherwise (IE06 for a file that
    is not among the `sources` of the project, until a choice is made; else IN18, a warning).
    """
    if not project.series:
        return []
    findings = []
    for file, history in histories.items():
        if (history.interval_minutes == MINUTES_PER_DAY) != (project.interval_minutes == MINUTES_PER_DAY):
            findings.append(Finding("IE33", place=Place(file), facts={"variant": "project"}))
        elif history.interval_minutes == project.interval_minutes:
            overlap = Overlap.REPLACE if file in sources and choice.overlap is Overlap.ASK else choice.overlap
            findings += _differing(file, history, project, overlap)
    return findings


def without_known(history: History, project: History) -> History:
    """The history without the intervals that the project counts."""
    if history.interval_minutes != project.interval_minutes:
        return history
    series = {}
    for key, counts in history:
        known = project.series.get(key)
        new = np.ones(len(counts), dtype=bool) if known is None else ~np.isin(counts.starts, known.starts)
        series[key] = Counts(counts.starts[new], counts.inquiries[new])
    return History(history.interval_minutes, series)


def _differing(file: str, history: History, project: History, overlap: Overlap) -> list[Finding]:
    starts = [_other_counts(counts, project.series[key]) for key, counts in history if key in project.series]
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
    differing: Moments = common[new.inquiries[of_new] != old.inquiries[of_old]]
    return differing
