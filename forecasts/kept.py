"""Cleanings of the history that a person took back: what was recorded is believed there."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from forecasts.day_matrix import DayMatrix, Flags

ROWS, LEFT_OUT, PART_DAYS, ZERO_DAY, ODD_DAY, DOUBLED, CLOCK, ODD_RUN = (
    ("FC08",), ("FC16",), ("FC04", "FC23"), ("FC05",), ("FC06",), ("FC39",), ("FC37",), ("FC07",),
)  # fmt: skip
UNDOABLE = frozenset(ROWS + LEFT_OUT + PART_DAYS + ZERO_DAY + ODD_DAY + DOUBLED + CLOCK + ODD_RUN)
"""Codes of findings behind which the counts were changed or set aside, or that ask whether days were a promotion."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One row of the cleaning report taken back, or its question answered with no: the finding's `code`, the `skill`,
    and the `day` it is about, the first of several (None for findings about the series as a whole).
    """

    code: str
    skill: str
    day: date | None = None


def kept_of(kept: Iterable[Kept], skill: str) -> tuple[Kept, ...]:
    """Those of one skill."""
    return tuple(one for one in kept if one.skill == skill)


def is_kept(kept: Iterable[Kept], codes: Collection[str]) -> bool:
    """Whether a cleaning of the whole series was taken back."""
    return any(one.code in codes for one in kept)


def kept_days(kept: Iterable[Kept], codes: Collection[str], matrix: DayMatrix) -> Flags:
    """Days on which a cleaning was taken back, shape (days,)."""
    days = np.zeros(matrix.days, dtype=bool)
    for one in kept:
        number = (one.day - matrix.first_day).days if one.day is not None and one.code in codes else -1
        if 0 <= number < matrix.days:
            days[number] = True
    return days
