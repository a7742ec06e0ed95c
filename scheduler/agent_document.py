"""One agent out of the problem's document."""

from collections.abc import Iterator, Mapping

from forecasts.findings import Level
from forecasts.horizon import Horizon
from scheduler.agent import Absence, Agent, CarryIn, Lock, Overtime, Request
from scheduler.document_fields import Fields, Findings, read_name
from scheduler.limits_document import (
    read_alternating_weeks,
    read_forbidden_shifts,
    read_kind_limits,
    read_minutes_in_days,
)
from scheduler.shift import Shift
from scheduler.shift_document import read_clocks

WISHES = ("on", "off")


def read_agent(
    child: Fields,
    horizon: Horizon,
    shifts: Mapping[str, Shift],
    skills: Mapping[str, object],
    findings: Findings,
) -> Agent:
    """An agent; what is wrong becomes findings."""
    names = list(shifts)
    agent = Agent(
        id=child.text("id", required=True),
        contract=child.text("contract", "full_time"),
        skills=frozenset(_names(child, "skills", list(skills), "skill", findings)),
        tags=frozenset(child.texts("tags")),
        productivity=child.number("productivity", 1.0),
        shifts=frozenset(_names(child, "shifts", names, "shift", findings)) if child.has("shifts") else None,
        hourly_cost=child.number("hourly_cost"),
        overtime=_read_overtime(child),
        absences=tuple(a for c in child.children("absences") for a in _read_absence(c, horizon, findings)),
        locks=_read_locks(child, horizon, shifts, findings),
        min_minutes=child.whole("min_minutes"),
        max_minutes=child.whole("max_minutes"),
        max_minutes_per_week=child.whole("max_minutes_per_week"),
        max_days_per_week=child.whole("max_days_per_week"),
        alternating_weeks=read_alternating_weeks(child),
        max_minutes_per_day=child.whole("max_minutes_per_day"),
        max_minutes_in_days=read_minutes_in_days(child, horizon, findings),
        forbidden_shifts=read_forbidden_shifts(child, horizon, shifts, findings),
        max_shifts=read_kind_limits(child, "max_shifts", shifts, findings),
        max_consecutive_shifts=read_kind_limits(child, "max_consecutive_shifts", shifts, findings),
        min_consecutive_days=child.whole("min_consecutive_days"),
        max_consecutive_days=child.whole("max_consecutive_days"),
        min_consecutive_days_off=child.whole("min_consecutive_days_off"),
        max_weekends=child.whole("max_weekends"),
        min_rest_minutes=child.whole("min_rest_minutes"),
        carry_in=_read_carry_in(child, horizon),
        requests=tuple(_read_request(c, horizon, names) for c in child.children("requests")),
    )
    if agent.shifts is not None and not agent.shifts:
        findings.add("RP20", child.at("shifts"), agent.id, level=Level.WARNING)
    return agent


def _names(child: Fields, key: str, known: list[str], kind: str, findings: Findings) -> Iterator[str]:
    for position, value in enumerate(child.items(key)):
        name = read_name(value, known, kind, f"{child.at(key)}[{position}]", findings)
        if name is not None:
            yield name


def _read_overtime(child: Fields) -> Overtime | None:
    part = child.child("overtime")
    if part is None:
        return None
    after = part.whole("after_minutes_per_week", required=True)
    return Overtime(after or 0, part.number("multiplier", 1.0, required=True))


def _read_absence(child: Fields, horizon: Horizon, findings: Findings) -> Iterator[Absence]:
    span = child.has("from") or child.has("to")
    if child.has("day") == span:
        findings.add("RP19", child.path)
        return
    if not span:
        day = child.day("day", horizon.days)
        if day is not None:
            yield Absence(day=day)
        return
    start, end = child.moment("from"), child.moment("to")
    if start is None or end is None:
        return
    if end <= start:
        findings.add("RP18", child.path, f"{start:%Y-%m-%dT%H:%M} … {end:%Y-%m-%dT%H:%M}")
    yield Absence(start=horizon.minute(start), end=horizon.minute(end))


def _read_locks(child: Fields, horizon: Horizon, shifts: Mapping[str, Shift], findings: Findings) -> tuple[Lock, ...]:
    locks: dict[int, Lock] = {}
    for part in child.children("locks"):
        day = part.day("day", horizon.days)
        shift = part.known("shift", list(shifts), "shift", or_null=True)
        worked = None if shift is None else shifts.get(shift)
        breaks = read_clocks(part, "breaks", worked, findings) if part.has("breaks") else None
        lock = Lock(day or 0, shift, breaks)
        if day is not None and locks.setdefault(day, lock) != lock:
            findings.add("RP21", part.at("day"), day)
    return tuple(locks.values())


def _read_carry_in(child: Fields, horizon: Horizon) -> CarryIn:
    part = child.child("carry_in")
    if part is None:
        return CarryIn()
    end = part.moment("last_shift_end") if part.has("last_shift_end") else None
    return CarryIn(
        consecutive_days=part.whole("consecutive_days") or 0,
        last_shift_end=None if end is None else horizon.minute(end),
        week_minutes=part.whole("week_minutes") or 0,
        week_days=part.whole("week_days") or 0,
    )


def _read_request(child: Fields, horizon: Horizon, shifts: list[str]) -> Request:
    return Request(
        day=child.day("day", horizon.days) or 0,
        shift=child.known("shift", shifts, "shift", or_null=True),
        wish=str(child.one_of("wish", WISHES)),
        cost=child.number("cost", required=True),
    )
