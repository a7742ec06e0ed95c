"""Counts as a file gives them, a row each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import MINUTES_PER_DAY, Numbers

Minutes = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose counts the rows hold, columns of one length; `accounts` "" where a row is the shop's own, `rows` the row
    numbers of the file.
    """

    shops: Sequence[str]
    skills: Sequence[str]
    accounts: Sequence[str]
    rows: Sequence[int]

    def at(self, positions: Iterable[int]) -> "Whose":
        """The columns at these positions."""
        kept = list(positions)
        columns = (self.shops, self.skills, self.accounts)
        shops, skills, accounts = ([column[position] for position in kept] for column in columns)
        return Whose(shops, skills, accounts, [self.rows[position] for position in kept])


@dataclass(frozen=True, slots=True)
class Counted:
    """A count a row. `starts` are minutes since 1970; `interval_minutes` 0 when only the starts can tell it."""

    starts: Minutes
    inquiries: Numbers
    whose: Whose
    interval_minutes: int = 0


def interval_of(starts: Minutes) -> int:
    """Minutes from one start to the next; a day when all are at midnight, at most an hour otherwise."""
    of_day = np.unique(starts % MINUTES_PER_DAY)
    if not of_day.any():
        return MINUTES_PER_DAY
    return int(np.gcd.reduce(np.append(of_day, 60)))


def moment_text(minute: int | np.int64) -> str:
    """A start as text, without the clock when it is midnight."""
    text = str(np.datetime64(int(minute), "m")).replace("T", " ")
    return text.removesuffix(" 00:00")
