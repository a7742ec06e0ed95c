"""The histories of several files as one. Where two count the same, equal counts count once, others are an error."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import lcm

import numpy as np

from forecasts.findings import Finding, Level, Place
from forecasts.finest import added_up, at_finest, finest_of
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import MINUTES_PER_DAY


@dataclass(frozen=True, slots=True)
class FileHistory:
    """A file's history under the file's name."""

    file: str
    history: History


def merged(parts: Sequence[FileHistory]) -> tuple[History | None, list[Finding]]:
    """All histories together, with IE06 for what two files count differently, IE33 for totals of days beside hours,
    IN17 where files count at different intervals and the longer ones are spread.
    """
    if not parts:
        return None, []
    lengths = {part.history.interval_minutes for part in parts}
    if len(lengths) > 1 and MINUTES_PER_DAY in lengths:
        return None, [_day_totals(parts)]
    interval = finest_of(lengths)
    findings = [] if len(lengths) == 1 else [Finding("IN17", Level.NOTICE, facts={"minutes": interval})]
    series: dict[SeriesKey, list[Part]] = {}
    for part in parts:
        for key, counts in part.history:
            series.setdefault(key, []).append((part.file, part.history.interval_minutes, counts))
    together = {}
    for key, of_files in series.items():
        findings += _differing_parts(of_files)
        together[key] = _together(of_files, interval)
    return History(interval, together), findings


Part = tuple[str, int, Counts]
"""Counts of one series under their file's name and interval."""


def _differing_parts(parts: Sequence[Part]) -> list[Finding]:
    """What files count differently, compared at the interval that all of theirs add up to."""
    common = lcm(*(length for _file, length, _counts in parts))
    return _joined([(file, at_interval(counts, length, common)) for file, length, counts in parts])[1]


def _together(parts: Sequence[Part], interval: int) -> Counts:
    lengths = dict.fromkeys(length for _file, length, _counts in parts)
    by_length = {of: _joined([(file, counts) for file, length, counts in parts if length == of])[0] for of in lengths}
    columns = {of: (counts.starts.astype(np.int64), counts.inquiries) for of, counts in by_length.items()}
    starts, inquiries = at_finest(columns, interval)
    return Counts(starts.astype("datetime64[m]"), inquiries)


def at_interval(counts: Counts, finer: int, interval: int) -> Counts:
    """Counts of `finer` minutes added up to `interval`; an interval that lacks one of its parts stays missing."""
    if finer == interval:
        return counts
    starts, inquiries = added_up(counts.starts.astype(np.int64), counts.inquiries, finer, interval)
    return Counts(starts.astype("datetime64[m]"), inquiries)


def _day_totals(parts: Sequence[FileHistory]) -> Finding:
    of_days = next(part.file for part in parts if part.history.interval_minutes == MINUTES_PER_DAY)
    others = next(part.file for part in parts if part.history.interval_minutes != MINUTES_PER_DAY)
    return Finding("IE33", place=Place(of_days), facts={"other": others})


def _joined(parts: Sequence[tuple[str, Counts]]) -> tuple[Counts, list[Finding]]:
    starts = np.concatenate([counts.starts for _, counts in parts])
    inquiries = np.concatenate([counts.inquiries for _, counts in parts])
    whose = np.repeat(np.arange(len(parts)), [len(counts) for _, counts in parts])
    order = np.argsort(starts, kind="stable")
    again = np.flatnonzero(starts[order][1:] == starts[order][:-1]) + 1
    differs = again[inquiries[order[again]] != inquiries[order[again - 1]]]
    days = [str(day) for day in starts[order[differs]].astype("datetime64[D]")]
    files, others = ([parts[number][0] for number in whose[order[at]]] for at in (differs, differs - 1))
    findings = _differing(files, others, days)
    kept = np.delete(order, again)
    return Counts(starts[kept], inquiries[kept]), findings


def _differing(files: Sequence[str], others: Sequence[str], days: Sequence[str]) -> list[Finding]:
    """One finding for each pair of files and day."""
    times: dict[tuple[str, str, str], int] = {}
    for pair in zip(files, others, days, strict=True):
        times[pair] = times.get(pair, 0) + 1
    return [
        Finding("IE06", place=Place(file), value=day, facts={"other": other, "count": count})
        for (file, other, day), count in times.items()
    ]
