"""The history of one skill as days by hours, for the picture and its numbers."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from forecasts.absence import closed_read_as_zero
from forecasts.day_matrix import DayMatrix, coarsened, day_matrix
from forecasts.history import History, SeriesKey
from forecasts.horizon import Numbers
from forecasts.promotion import Promotion


@dataclass(frozen=True, eq=False, slots=True)
class DayHours:
    """`matrix` of shape (days, 24), NaN where an hour was not counted whole; `promotion`: day number to its name."""

    matrix: DayMatrix
    promotions: dict[int, str]

    @property
    def totals(self) -> Numbers:
        """Inquiries of each day, NaN for a day that was not counted whole, shape (days,)."""
        return np.asarray(self.matrix.counts.sum(axis=1))

    @property
    def missing_hours(self) -> int:
        """Hours not counted whole."""
        return int(np.isnan(self.matrix.counts).sum())

    @property
    def busiest(self) -> tuple[date, float] | None:
        """The day with the most inquiries."""
        totals = self.totals
        if np.isnan(totals).all():
            return None
        number = int(np.nanargmax(totals))
        return self.matrix.day(number), float(totals[number])

    @property
    def ordinary_mean(self) -> float:
        """Mean inquiries of the days outside promotions, NaN without any."""
        totals = self.totals
        ordinary = [totals[day] for day in range(self.matrix.days) if day not in self.promotions]
        known = np.array([total for total in ordinary if np.isfinite(total)])
        return float(known.mean()) if len(known) else float("nan")

    def last(self, days: int) -> "DayHours":
        """Only the last days."""
        gone = max(0, self.matrix.days - days)
        matrix = DayMatrix(self.matrix.day(gone), self.matrix.interval_minutes, self.matrix.counts[gone:])
        return DayHours(matrix, {day - gone: name for day, name in self.promotions.items() if day >= gone})


def day_hours(history: History, skill: str, promotions: tuple[Promotion, ...]) -> DayHours | None:
    """All shops of a skill added up; None when it has no counts. Absent rows of a closed hour read as zero."""
    counts = history.pooled().series.get(SeriesKey("", skill))
    if counts is None or not len(counts):
        return None
    laid_out, _left_out = closed_read_as_zero(day_matrix(counts, history.interval_minutes))
    matrix = coarsened(laid_out, 60)
    return DayHours(matrix, _promotion_days(matrix, promotions))


def _promotion_days(matrix: DayMatrix, promotions: tuple[Promotion, ...]) -> dict[int, str]:
    days: dict[int, str] = {}
    for promotion in promotions:
        for phase in promotion.phases:
            first = (phase.start.date() - matrix.first_day).days
            last = (phase.end.date() - matrix.first_day).days - (phase.end.hour + phase.end.minute == 0)
            for day in range(max(first, 0), min(last, matrix.days - 1) + 1):
                days[day] = promotion.name
    return days
