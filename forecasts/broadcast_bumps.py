"""What earlier broadcasts brought one series, and what planned ones will bring."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from forecasts.broadcast import ASSUMED_UPLIFT, PARTS, Broadcast, Bump, bump_of, windows
from forecasts.cleaning import promotion_days
from forecasts.day_matrix import DayMatrix, Flags, day_matrix
from forecasts.duplicates import without_duplicates
from forecasts.history import Counts, SeriesKey
from forecasts.horizon import MINUTES_PER_DAY, Numbers
from forecasts.medians import known_median
from forecasts.promotion import Phase
from forecasts.source import Source

LEAST_DAYS_WITHOUT = 4
"""Days of a weekday without a broadcast at that time that tell what it brings without one."""
DOUBT = 20.0
"""Inquiries as usual that are added to what was counted: few counts move a bump little."""
LARGEST = 20.0


def of_series(broadcasts: Sequence[Broadcast], key: SeriesKey) -> tuple[Broadcast, ...]:
    """The broadcasts that concern a series."""
    return tuple(broadcast for broadcast in broadcasts if broadcast.skill in ("", key.skill))


def bumps(
    counts: Counts, interval_minutes: int, broadcasts: Sequence[Broadcast], phases: Sequence[Phase] = ()
) -> Mapping[str, Bump | None]:
    """The bump of each host: measured from its broadcasts in the history outside promotion days, assumed where there is
    none. None when its broadcasts always fill the same hours, for then ordinary days hold them already.
    """
    if not broadcasts:
        return {}
    matrix = day_matrix(without_duplicates(counts)[0], interval_minutes)
    promoted = promotion_days(matrix, phases)
    matrix = replace(matrix, counts=np.where(promoted[:, None], np.nan, matrix.counts))
    found: dict[str, Bump | None] = {}
    for host in {broadcast.host for broadcast in broadcasts}:
        own = [broadcast for broadcast in broadcasts if broadcast.host == host]
        seen = (_filled(own, matrix) > 0) & np.isfinite(matrix.counts)
        found[host] = _measured(matrix, own, broadcasts) if seen.any() else bump_of(ASSUMED_UPLIFT, Source.ASSUMED)
    return found


def without_bumps(
    counts: Counts, interval_minutes: int, broadcasts: Sequence[Broadcast], known: Mapping[str, Bump | None]
) -> Counts:
    """The history as it would have been without the broadcasts whose bump was measured."""
    measured = {host: bump for host, bump in known.items() if bump is not None and bump.source is Source.MEASURED}
    first = counts.starts.min().astype("datetime64[D]").item()
    days = int((counts.starts.max().astype("datetime64[D]") - np.datetime64(first, "D")).astype(int)) + 1
    plain = [replace(broadcast, uplift=None) for broadcast in broadcasts]
    factors = bump_factors(plain, measured, first, days, interval_minutes)
    minutes = (counts.starts.astype("datetime64[m]") - np.datetime64(first, "m")).astype(np.int64)
    return Counts(counts.starts, counts.inquiries / factors[minutes // interval_minutes])


def bump_factors(
    broadcasts: Sequence[Broadcast], known: Mapping[str, Bump | None], first_day: date, days: int, interval_minutes: int
) -> Numbers:
    """Factor on the volume of each interval, flat from a midnight; a typed uplift wins over a measured bump."""
    factors = np.ones(days * MINUTES_PER_DAY // interval_minutes)
    for broadcast in broadcasts:
        bump = known.get(broadcast.host)
        if broadcast.uplift is not None:
            bump = bump_of(broadcast.uplift, Source.TYPED)
        for part in PARTS if bump is not None else ():
            share = windows([broadcast], part, first_day, days, interval_minutes)
            factors *= 1 + share * (bump.of(part) - 1 if bump is not None else 0.0)
    return np.maximum(factors, 1e-6)


def _filled(broadcasts: Sequence[Broadcast], matrix: DayMatrix) -> Numbers:
    """Share of each interval of the history that broadcasts and their edges fill, shape of `counts`."""
    shares = [windows(broadcasts, part, matrix.first_day, matrix.days, matrix.interval_minutes) for part in PARTS]
    return np.asarray(np.sum(shares, axis=0).reshape(matrix.counts.shape))


def _measured(matrix: DayMatrix, own: Sequence[Broadcast], every: Sequence[Broadcast]) -> Bump | None:
    quiet = np.where(_filled(every, matrix) > 0, np.nan, matrix.counts)
    expected = _expected(quiet, matrix)
    factors: dict[str, float] = {}
    for part in PARTS:
        share = windows(own, part, matrix.first_day, matrix.days, matrix.interval_minutes).reshape(expected.shape)
        compared: Flags = (share > 0) & np.isfinite(expected) & np.isfinite(matrix.counts)
        if not compared.any() and part == "during":
            return None
        actual, usual = matrix.counts[compared], expected[compared]
        rise = float((actual - usual).sum()) / (float((usual * share[compared]).sum()) + DOUBT)
        factors[part] = float(np.clip(1 + rise, 0.0, LARGEST))
    return Bump(**factors, source=Source.MEASURED)


def _expected(quiet: Numbers, matrix: DayMatrix) -> Numbers:
    """Median count of the weekday and time on days without a broadcast then; of all weekdays where those are few."""
    expected = np.full(quiet.shape, np.nan)
    enough = np.isfinite(quiet).sum(axis=0) >= LEAST_DAYS_WITHOUT
    every = np.where(enough, known_median(quiet, axis=0), np.nan)
    for weekday in range(7):
        rows = matrix.weekdays() == weekday
        if rows.any():
            few = np.isfinite(quiet[rows]).sum(axis=0) < LEAST_DAYS_WITHOUT
            expected[rows] = np.where(few, every, known_median(quiet[rows], axis=0))
    return expected
