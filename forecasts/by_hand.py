"""What a spreadsheet says: the mean of each interval over the latest same weekdays, promotions and all."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from forecasts.day_matrix import DayMatrix
from forecasts.horizon import Numbers
from forecasts.past import Leads
from forecasts.ranges import Rehearsed
from forecasts.rehearsal import Rehearsal

BY_HAND = "by_hand"
WEEKS_BY_HAND = 4


def same_weekdays_mean(matrix: DayMatrix, leads: Leads, number: int = WEEKS_BY_HAND) -> Numbers:
    """Mean of the latest `number` recorded days of the weekday, (leads, intervals per day); 0 without any."""
    weekdays, recorded = matrix.weekdays(), matrix.recorded()
    said = np.zeros((len(leads), matrix.counts.shape[1]))
    for row, lead in enumerate(leads):
        days = np.flatnonzero(recorded & (weekdays == (matrix.first_day.weekday() + matrix.days - 1 + lead) % 7))
        if len(days):
            said[row] = np.nan_to_num(matrix.counts[days[-number:]]).mean(axis=0)
    return said


def by_hand_rehearsed(matrix: DayMatrix, usable: Numbers, rehearsals: Sequence[Rehearsal]) -> tuple[Rehearsed, ...]:
    """What it would have said in rehearsals beside what came; `usable` (days, intervals per day) days to judge by."""
    rehearsed = []
    for one in rehearsals:
        known = replace(matrix, counts=matrix.counts[: one.origin])
        days = one.origin + one.leads - 1
        rehearsed.append(Rehearsed(same_weekdays_mean(known, one.leads), usable[days], (one.leads - 1) // 7))
    return tuple(rehearsed)
