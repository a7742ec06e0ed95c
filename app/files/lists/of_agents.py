"""Absences and requests: rows that belong to an agent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Generic, TypeVar

from app.files.choices import ImportChoices
from app.files.grid import Value, text_of
from app.files.table import Table
from app.files.values.missing import Unreadable, is_missing
from app.files.values.moment import Calendar, lacks_year, read_moment
from app.files.values.number import read_count
from app.files.values.several import read_days
from app.files.words import REST_WISHES, WISHES
from forecasts.findings import Place
from scheduler.team import DatedAbsence, DatedRequest

YUAN_PER_DEGREE = 10.0
"""What one degree of a request is worth; degrees run from 1 (would be nice) to 5 (matters much)."""
USUAL_DEGREE = 3.0
Span = tuple[datetime, datetime]
NOON = timedelta(hours=12)
HALVES = {"上午": "morning", "下午": "afternoon"}

Kind = TypeVar("Kind", DatedAbsence, DatedRequest)


@dataclass(frozen=True, slots=True)
class OfAgent(Generic[Kind]):
    """One entry with its agent's id or name as written, and where it stands."""

    agent: str
    entry: Kind
    place: Place


def read_absences(table: Table, choices: ImportChoices) -> tuple[OfAgent[DatedAbsence], ...]:
    """Whole days, or halves of them where the note says 上午 or 下午."""
    calendar = _calendar(table, choices)
    spans = _with_ends(table, table.parsed("date", lambda value: read_days(value, calendar)), calendar)
    rows = zip(_agents(table), spans, table.texts("absence_kind"), table.texts("note"), strict=True)
    return tuple(
        OfAgent(agent, DatedAbsence(*_halved(span, note), kind), place)
        for (agent, place), span, kind, note in rows
        if span is not None and agent
    )


def _with_ends(table: Table, spans: list[Span | None], calendar: Calendar) -> list[Span | None]:
    """Of a list with starts and ends in two columns: by the clock where one of them has a time, else whole days."""
    if not table.has("ends_at"):
        return spans
    starts = [_start(value, calendar) for value in table.values("date")]
    ends = table.parsed("ends_at", lambda value: None if is_missing(value) else read_moment(value, calendar))
    found: list[Span | None] = []
    for number, span, start, end in zip(table.numbers, spans, starts, ends, strict=True):
        if span is None or start is None or end is None:
            found.append(span)
            continue
        whole = start.time() == end.time() == time()
        until = end + timedelta(days=1) if whole else end
        if until <= start:
            table.log.problem("IE08", number, table.name("ends_at"), end, facts={"variant": "backwards"})
        found.append((start, until) if until > start else None)
    return found


def _start(value: Value, calendar: Calendar) -> datetime | None:
    """None for a cell that names a whole span, or nothing that can be read, which the reading of spans has told."""
    try:
        return read_moment(value, calendar)
    except Unreadable:
        return None


def _halved(span: tuple[datetime, datetime], note: str) -> tuple[datetime, datetime]:
    start, end = span
    half = next((half for word, half in HALVES.items() if note.startswith(word)), "")
    if half == "morning":
        return start, end - NOON
    return (start + NOON, end) if half == "afternoon" else span


def read_requests(table: Table, choices: ImportChoices) -> tuple[OfAgent[DatedRequest], ...]:
    """A request for each day named; an unknown wish is noted (IE25)."""
    calendar = _calendar(table, choices)
    spans = table.parsed("date", lambda value: read_days(value, calendar))
    wishes = table.parsed("wish", _wish)
    costs = zip(table.parsed("degree", read_count), table.parsed("request_cost", read_count), strict=True)
    rows = zip(_agents(table), spans, wishes, table.texts("shift"), costs, strict=True)
    return tuple(
        OfAgent(agent, DatedRequest(day.date(), _shift(shift, wish), wish[0], _cost(*cost)), place)
        for (agent, place), span, wish, shift, cost in rows
        if span is not None and wish is not None and agent
        for day in _days(*span)
    )


def _agents(table: Table) -> Iterator[tuple[str, Place]]:
    """Id, else name, of each row's agent; a row without is noted (IE26)."""
    columns = [table.texts(column) for column in ("agent_id", "agent_name", "account")]
    for number, *names in zip(table.numbers, *columns, strict=True):
        agent = next((name for name in names if name), "")
        if not agent:
            table.log.problem("IE26", number)
        yield agent, Place(table.log.file, table.log.sheet, number)


def _calendar(table: Table, choices: ImportChoices) -> Calendar:
    """Dates without a year lie near the horizon planned, which is told (IN15)."""
    calendar = choices.plan_calendar()
    short = sum(lacks_year(value) for value in table.values("date"))
    if short and calendar.near and not calendar.year:
        table.log.notice("IN15", count=short, day=calendar.near)
    return calendar


def _wish(value: Value) -> tuple[str, bool]:
    """The wish, and whether it is for a day off, against any shift."""
    word = text_of(value).lower()
    if word in REST_WISHES:
        return REST_WISHES[word], True
    if word not in WISHES:
        raise Unreadable("IE25")
    return WISHES[word], False


def _shift(shift: str, wish: tuple[str, bool]) -> str | None:
    return None if wish[1] or is_missing(shift) else shift


def _cost(degree: float | None, yuan: float | None) -> float:
    if yuan is not None:
        return yuan
    return (USUAL_DEGREE if degree is None else degree) * YUAN_PER_DEGREE


def _days(start: datetime, end: datetime) -> Iterator[datetime]:
    while start < end:
        yield start
        start += timedelta(days=1)
