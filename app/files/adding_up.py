"""The counts of a file's rows added up by shop, skill and interval."""

from collections.abc import Hashable, Iterable
from datetime import date, timedelta
from typing import TypeVar

import numpy as np

from app.files.counted import Counted, Minutes, interval_of, moment_text
from app.files.log import Log, listed
from app.files.mixed_lengths import at_finest, slips_told
from forecasts.history import Counts, History, SeriesKey

Key = TypeVar("Key", bound=Hashable)

FINEST_MINUTES, LONGEST_MINUTES = 5, 60
SUNDAY, SET_BACK_BEFORE_HOUR = 6, 4
"""Clocks are set back on a Sunday, before this hour of the night."""
LEAST_MIXED = 12
"""So many starts that stand twice with different counts are no slips of the hand."""


def history_of(counted: Counted, log: Log) -> History | None:
    """The counts added up over accounts; None when there are none.

    The same shop, skill, account and start twice: equal counts count once (IN12), others are an error (IE06), or one
    for all (IE41) where half the starts stand so, as they do when two shops share a file that does not name them.
    Starts that lie on no grid of five minutes or more are an error (IE24), and so are a few beside the others' (IE42).
    Days counted by longer intervals are spread over the finest ones (IN30). Several shops (IN29) and fractions (IN31)
    are told.
    """
    interval = counted.interval_minutes or interval_of(counted.starts)
    if _off_grid_told(counted, interval, log) or slips_told(counted, interval, log):
        return None
    _fractions_told(counted, log)
    if interval < LONGEST_MINUTES:
        counted = at_finest(counted, _numbered(_names(counted))[1], interval, log)
    series, of_row = _numbered(_names(counted))
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


def _off_grid_told(counted: Counted, interval: int, log: Log) -> bool:
    """Whether starts lie on no grid of five minutes, told for the first ten."""
    if interval >= FINEST_MINUTES:
        return False
    for row in np.flatnonzero(counted.starts % FINEST_MINUTES)[:10]:
        log.problem("IE24", counted.whose.rows[row], value=moment_text(counted.starts[row]))
    return True


def _fractions_told(counted: Counted, log: Log) -> None:
    """IN31: counts that are no whole numbers, as of inquiries shared between queues; they stay as they are."""
    parts = np.flatnonzero(counted.inquiries % 1)
    if len(parts):
        row = int(parts[0])
        first = f"{counted.inquiries[row]:g}"
        log.notice("IN31", count=len(parts), row=counted.whose.rows[row], first=first)


def _names(counted: Counted) -> Iterable[tuple[str, str]]:
    """Shop and skill of each row."""
    return zip(counted.whose.shops, counted.whose.skills, strict=True)


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
    set_back = _clocks_set_back(counted.starts[order[different]])
    for position in different.tolist()[: 1 if mixed else None]:
        first, second = int(order[position - 1]), int(order[position])
        facts = {
            "variant": "clock" if set_back else "rows",
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


def _clocks_set_back(twice: Minutes) -> bool:
    """Whether the starts that stand twice are of one hour in the night to a Sunday."""
    hours = np.unique(twice // 60)
    if len(hours) != 1 or hours[0] % 24 >= SET_BACK_BEFORE_HOUR:
        return False
    day = date(1970, 1, 1) + timedelta(days=int(hours[0] // 24))
    return day.weekday() == SUNDAY
