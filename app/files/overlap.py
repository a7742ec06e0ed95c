"""What an import counts otherwise than the project does already."""

from collections.abc import Mapping

import numpy as np

from app.files.counted import moment_text
from forecasts.findings import Finding, Level, Place
from forecasts.history import Counts, History
from forecasts.horizon import MINUTES_PER_DAY, Moments


def overlap_findings(histories: Mapping[str, History], project: History) -> list[Finding]:
    """By file: totals of days beside counts within the day (IE33); intervals counted otherwise (IN18, a warning: the
    import wins, and taking it out again brings the old counts back).
    """
    if not project.series:
        return []
    findings = []
    for file, history in histories.items():
        if (history.interval_minutes == MINUTES_PER_DAY) != (project.interval_minutes == MINUTES_PER_DAY):
            findings.append(Finding("IE33", place=Place(file), facts={"variant": "project"}))
        elif history.interval_minutes == project.interval_minutes:
            findings += _differing(file, history, project)
    return findings


def _differing(file: str, history: History, project: History) -> list[Finding]:
    starts = [_other_counts(counts, project.series[key]) for key, counts in history if key in project.series]
    together = np.sort(np.concatenate(starts)) if starts else np.array([])
    if not len(together):
        return []
    first = moment_text(together[0].astype("datetime64[m]").astype(np.int64))
    return [Finding("IN18", Level.WARNING, Place(file), first, {"count": len(together)})]


def _other_counts(new: Counts, old: Counts) -> Moments:
    common, of_new, of_old = np.intersect1d(new.starts, old.starts, assume_unique=True, return_indices=True)
    differing: Moments = common[new.inquiries[of_new] != old.inquiries[of_old]]
    return differing
