"""Counts as a file gives them, a row each, and their sum by shop, skill and interval."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from app.files.log import Log, listed
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import MINUTES_PER_DAY, Numbers

Minutes = NDArray[np.int64]
Key = TypeVar("Key", bound=Hashable)


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


FINEST_MINUTES = 5
LEAST_MIXED = 12
"""So many starts that stand twice with different counts are no slips of the hand."""


def history_of(counted: Counted, log: Log) -> History | None:
    """The counts added up over accounts; None when there are none.

    The same shop, skill, account and start twice: equal counts count once (IN12), others are an error (IE06), or one
    for all (IE41) where half the starts stand so, as they do when two shops share a file that does not name them.
    Starts that lie on no grid of five minutes or more are an error (IE24). Several shops are told (IN29).
    """
    interval = counted.interval_minutes or interval_of(counted.starts)
    if interval < FINEST_MINUTES:
        for row in np.flatnonzero(counted.starts % FINEST_MINUTES)[:10]:
            start = moment_text(counted.starts[row])
            log.problem("IE24", counted.whose.rows[row], value=start)
        return None
    series, of_row = _numbered(zip(counted.whose.shops, counted.whose.skills, strict=True))
    shops = list(dict.fromkeys(shop for shop, _skill in series))
    if len(shops) > 1:
        log.notice("IN29", count=len(shops), shops=listed(shops))
    _, account_of_row = _numbered(counted.whose.accounts)
    kept = _without_doubles(counted, of_row, account_of_row, log)
    found = {}
    for number, (shop, skill) in enumerate(series):
        mine = kept[of_row[kept] == number]
        starts, where = np.unique(counted.starts[mine], return_inverse=True)
        totals = np.bincount(where, weights=counted.inquiries[mine]).astype(np.float64)
        found[SeriesKey(shop, skill)] = Counts(starts.astype("datetime64[m]"), totals)
    return History(interval, found) if found else None


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


def _numbered(values: Iterable[Key]) -> tuple[list[Key], Minutes]:
    """The distinct values, and for each value its number among them."""
    numbers: dict[Key, int] = {}
    column = np.fromiter((numbers.setdefault(value, len(numbers)) for value in values), dtype=np.int64)
    return list(numbers), column


def _without_doubles(counted: Counted, series: Minutes, accounts: Minutes, log: Log) -> Minutes:
    """Positions of the rows that count, each series, account and start once."""
    order = np.lexsort((counted.starts, accounts, series))
    columns = (counted.starts[order], accounts[order], series[order])
    again = np.ones(max(len(order) - 1, 0), dtype=bool)
    for column in columns:
        again &= column[1:] == column[:-1]
    twice = np.flatnonzero(again) + 1
    different = twice[counted.inquiries[order[twice]] != counted.inquiries[order[twice - 1]]]
    mixed = len(different) >= max(LEAST_MIXED, (len(order) - len(twice)) / 2)
    for position in different.tolist()[: 1 if mixed else None]:
        first, second = int(order[position - 1]), int(order[position])
        facts = {
            "variant": "rows",
            "other_row": counted.whose.rows[first],
            "first": f"{counted.inquiries[first]:g}",
            "second": f"{counted.inquiries[second]:g}",
            "count": len(different),
        }
        code = "IE41" if mixed else "IE06"
        log.problem(code, counted.whose.rows[second], value=moment_text(counted.starts[second]), facts=facts)
    if len(twice) > len(different):
        log.notice("IN12", count=len(twice) - len(different))
    return np.delete(order, twice)
