"""Tables of a promotions file beside the promotions: `[[driver]]`, `[[broadcast]]`, `[[override]]`, `[[calendar]]`,
`[[occasion]]`, `[[kept]]` and `[actuals]`.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import numpy as np

from app.files.settings.document import Settings
from app.files.values.missing import Unreadable
from app.files.values.moment import read_moment
from app.files.words import SKILLS, id_of
from forecasts.broadcast import Broadcast
from forecasts.day_kinds import DayKind
from forecasts.driver import Driver
from forecasts.history import DEFAULT_SKILL, Counts, History, SeriesKey
from forecasts.kept import UNDOABLE, Kept
from forecasts.lag_kernel import LagKernel
from forecasts.outlook import Actuals
from forecasts.overrides import Override

INTERVALS = (5, 10, 15, 20, 30, 60)


KEYS = frozenset({"driver", "broadcast", "override", "kept", "calendar", "occasion", "actuals"})


def read_outlook(document: Settings) -> dict[str, Any]:
    """Fields of an `Outlook` by name: each kind of table that the document holds takes the place of what was there."""
    given: dict[str, Any] = {}
    there = set(document.keys())
    for key, field, read in (
        ("driver", "drivers", _driver),
        ("broadcast", "broadcasts", _broadcast),
        ("override", "overrides", _override),
        ("kept", "kept", _kept),
    ):
        if key in there:
            given[field] = tuple(found for table in document.tables(key) if (found := read(table)) is not None)
    if "calendar" in there:
        given["calendar"] = dict(_calendar(document))
    if "occasion" in there:
        given["occasions"] = dict(_occasions(document))
    if "actuals" in there:
        given["actuals"] = _actuals(document)
    return given


def _skill(table: Settings) -> str:
    return id_of(table.text("skill") or "", SKILLS)


def _driver(table: Settings) -> Driver | None:
    table.needs("name", "counts")
    name, shop, skill = table.text("name") or "", table.text("shop") or "", _skill(table)
    counts, shares = _counts(table, "counts"), table.numbers("kernel")
    lags = bool(table.flag("lags")) or shares is not None
    kernel = None
    if shares is not None:
        try:
            kernel = LagKernel(tuple(shares))
        except ValueError:
            table.wrong("kernel", " ".join(map(str, shares)), "shares")
    table.finish()
    return Driver(name, counts, shop, skill, lags, kernel)


def _counts(table: Settings, key: str) -> Counts:
    """A table by day or moment: `counts = { 2026-11-11 = 52000, "2026-11-12T20:00" = 800 }`."""
    inner = table.table(key)
    found: dict[np.datetime64, float] = {}
    for word in inner.keys() if inner else ():
        count = inner.number(word) if inner else None
        try:
            moment = np.datetime64(read_moment(word).replace(tzinfo=None), "m")
        except Unreadable:
            table.wrong(key, word, "moment")
            continue
        if count is not None:
            found[moment] = count
    starts = sorted(found)
    return Counts(np.array(starts, dtype="datetime64[m]"), np.array([found[start] for start in starts], dtype=float))


def _broadcast(table: Settings) -> Broadcast | None:
    table.needs("name", "start", "end")
    start, end, uplift = table.moment("start"), table.moment("end"), table.number("uplift")
    name, host, skill = table.text("name") or "", table.text("host") or "", _skill(table)
    table.finish()
    if start is None or end is None or _ends_first(table, start >= end, end):
        return None
    return Broadcast(name, start, end, host, uplift, skill)


def _ends_first(table: Settings, wrong: bool, end: object) -> bool:
    if wrong:
        table.wrong("end", str(end), "after_start")
    return wrong


def _override(table: Settings) -> Override | None:
    """A stretch `start` to `end`, or a whole `day`."""
    day = table.moment("day")
    start, end = table.moment("start"), table.moment("end")
    if day is not None:
        start, end = day, day + timedelta(days=1)
    else:
        table.needs("start", "end")
    inquiries, factor = table.number("inquiries"), table.number("factor")
    shop, skill, note = table.text("shop") or "", _skill(table), table.text("note") or ""
    table.finish()
    if start is None or end is None or _ends_first(table, start >= end, end):
        return None
    if (inquiries is None) == (factor is None):
        table.wrong("inquiries", "" if inquiries is None else str(inquiries), "either")
        return None
    return Override(start, end, inquiries, factor, shop, skill, note)


def _kept(table: Settings) -> Kept | None:
    table.needs("code")
    code, skill, day = table.one_of("code", sorted(UNDOABLE)), _skill(table) or DEFAULT_SKILL, table.moment("day")
    table.finish()
    return None if code is None else Kept(code, skill, day.date() if day else None)


def _calendar(document: Settings) -> Iterator[tuple[date, DayKind]]:
    for table in document.tables("calendar"):
        table.needs("day", "kind")
        day, kind = table.moment("day"), table.one_of("kind", [kind.value for kind in DayKind])
        table.finish()
        if day is not None and kind is not None:
            yield day.date(), DayKind(kind)


def _occasions(document: Settings) -> Iterator[tuple[date, str]]:
    """An empty name takes the shipped occasion of the day away."""
    for table in document.tables("occasion"):
        table.needs("day")
        day, name = table.moment("day"), table.text("name") or ""
        table.finish()
        if day is not None:
            yield day.date(), name


def _actuals(document: Settings) -> Actuals | None:
    table = document.table("actuals")
    if table is None or not table.keys():
        return None
    table.needs("now", "interval_minutes")
    now, interval = table.moment("now"), table.one_of("interval_minutes", INTERVALS)
    series = {}
    for part in table.tables("series"):
        key = SeriesKey(part.text("shop") or "", _skill(part) or DEFAULT_SKILL)
        series[key] = _counts(part, "counts")
        part.finish()
    table.finish()
    return None if now is None or interval is None else Actuals(now, History(interval, series))
