"""What a history shows before it is used: holes, zeros that cannot be true, odd days. Nothing is changed silently."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from forecasts.absence import closed_read_as_zero, doubtful_zeros
from forecasts.cleaning_findings import (
    closed_weekday_findings,
    doubled_day_findings,
    duplicate_findings,
    left_out_findings,
    missing_day_findings,
    odd_day_findings,
    odd_run_findings,
    part_day_findings,
    zero_day_findings,
)
from forecasts.day_kinds import AS_SHIPPED, Calendar, in_holiday
from forecasts.day_matrix import DayMatrix, Flags, coarsened, day_matrix
from forecasts.day_totals import DayTotals, day_totals
from forecasts.doubled_days import doubled_days
from forecasts.duplicates import without_duplicates
from forecasts.findings import Finding
from forecasts.history import Counts, SeriesKey
from forecasts.horizon import Numbers
from forecasts.kept import (
    CLOCK,
    DOUBLED,
    LEFT_OUT,
    ODD_DAY,
    ODD_RUN,
    PART_DAYS,
    ROWS,
    ZERO_DAY,
    Kept,
    is_kept,
    kept_days,
    kept_of,
)
from forecasts.medians import median_of
from forecasts.odd_days import odd_days
from forecasts.past import Past
from forecasts.promotion import Phase

ZERO_DAY_AT_LEAST = 8.0
"""A day of zeros is doubted where its weekday usually brings this many."""


@dataclass(frozen=True, eq=False, slots=True)
class Cleaned:
    """One series ready for use.

    `fine`: counts at the history's own interval, `matrix` at the working one, both with closed = 0 and missing = NaN.
    `totals` (days,) holes filled where possible; `ordinary` (days,) days to learn level and profile from;
    `whole_days` recorded whole; `findings` what was seen.
    """

    fine: DayMatrix
    matrix: DayMatrix
    totals: Numbers
    ordinary: Flags
    whole_days: int
    findings: tuple[Finding, ...]

    def past(self) -> Past:
        """The ordinary days' totals, others NaN."""
        return Past(np.where(self.ordinary, self.totals, np.nan), self.matrix.weekdays())


def clean(
    key: SeriesKey,
    counts: Counts,
    interval_minutes: int,
    working_minutes: int,
    phases: Iterable[Phase] = (),
    *,
    kept: Iterable[Kept] = (),
    calendar: Calendar = AS_SHIPPED,
) -> Cleaned:
    """Look through one series; days touched by a phase are never ordinary. What was `kept` is believed as recorded."""
    kept = kept_of(kept, key.skill)
    counts, repeated = without_duplicates(counts, is_kept(kept, ROWS), is_kept(kept, CLOCK))
    fine, left_out = closed_read_as_zero(day_matrix(counts, interval_minutes), not is_kept(kept, LEFT_OUT))
    phases = tuple(phases)
    doubled = doubled_days(fine) & ~promotion_days(fine, phases) & ~kept_days(kept, DOUBLED, fine)
    zero_days = _zero_days(fine) & ~kept_days(kept, ZERO_DAY, fine)
    whole = kept_days(kept, PART_DAYS + ZERO_DAY, fine) & fine.recorded()
    fine = _repaired(fine, doubled, zero_days, whole)
    matrix = coarsened(fine, working_minutes)
    totals = day_totals(matrix)
    promoted = promotion_days(matrix, phases)
    ordinary = np.isfinite(totals.totals) & ~promoted
    holidays = np.array([in_holiday(matrix.day(number), calendar) for number in range(matrix.days)])
    odd = odd_days(Past(np.where(ordinary, totals.totals, np.nan), matrix.weekdays()), holidays)
    answered = kept_days(kept, ODD_RUN, matrix)
    runs = tuple(run for run in odd.runs if not answered[run[0]])
    odd = replace(odd, isolated=odd.isolated & ~kept_days(kept, ODD_DAY, matrix), runs=runs)
    findings = [
        *duplicate_findings(key, repeated),
        *doubled_day_findings(key, fine, doubled),
        *left_out_findings(key, left_out),
        *closed_weekday_findings(key, matrix),
        *missing_day_findings(key, matrix, zero_days),
        *zero_day_findings(key, matrix, zero_days),
        *part_day_findings(key, matrix, totals),
        *odd_day_findings(key, matrix, totals.totals, odd),
        *odd_run_findings(key, matrix, totals.totals, odd),
    ]
    return Cleaned(fine, matrix, totals.totals, ordinary & ~odd.isolated, _whole_days(totals, matrix), tuple(findings))


def _repaired(fine: DayMatrix, doubled: Flags, zero_days: Flags, whole: Flags) -> DayMatrix:
    """Doubled days halved, zeros that cannot be true missing; `whole` days are as recorded, nothing where empty."""
    halved = replace(fine, counts=np.where(doubled[:, None], fine.counts / 2, fine.counts))
    untrue = (doubtful_zeros(halved) | zero_days[:, None]) & ~whole[:, None]
    counts = np.where(untrue, np.nan, halved.counts)
    return replace(fine, counts=np.where(whole[:, None], np.nan_to_num(counts), counts))


def promotion_days(matrix: DayMatrix, phases: Sequence[Phase]) -> Flags:
    """Days that a phase touches, shape (days,)."""
    midnights = np.datetime64(matrix.first_day, "m") + np.arange(matrix.days + 1) * np.timedelta64(1440, "m")
    touched = np.zeros(matrix.days, dtype=bool)
    for phase in phases:
        start, end = np.datetime64(phase.start, "m"), np.datetime64(phase.end, "m")
        touched |= (midnights[:-1] < end) & (midnights[1:] > start)
    return touched


def _zero_days(matrix: DayMatrix) -> Flags:
    """Recorded days of nothing but zeros whose weekday is usually busy."""
    total = np.nansum(matrix.counts, axis=1)
    recorded, weekdays = matrix.recorded(), matrix.weekdays()
    usual = np.zeros(7)
    for weekday in range(7):
        same = total[recorded & (weekdays == weekday)]
        usual[weekday] = median_of(same) if len(same) else 0.0
    return np.asarray(recorded & (total == 0) & (usual[weekdays] >= ZERO_DAY_AT_LEAST))


def _whole_days(totals: DayTotals, matrix: DayMatrix) -> int:
    return int((totals.whole() & matrix.recorded() & (totals.totals > 0)).sum())
