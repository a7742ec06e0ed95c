"""An agent's limits beyond the public format, out of the problem's document and back; see docs/problem-format.md."""

from collections.abc import Mapping

from forecasts.findings import Level
from forecasts.horizon import Horizon
from scheduler.agent import Agent, ForbiddenShift, MinutesInDays
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.document_fields import Fields, Findings, read_name
from scheduler.shift import Shift

Document = dict[str, object]


def read_kind_limits(child: Fields, key: str, shifts: Mapping[str, Shift], findings: Findings) -> dict[str, int]:
    """Counts by shift id or tag."""
    inner = child.mapping(key)
    fields = Fields(inner, child.at(key), findings)
    limits = {}
    for kind in inner:
        most = fields.whole(kind)
        if most is not None:
            limits[kind] = most
        read_kind(kind, fields.at(kind), shifts, findings)
    return limits


def read_kind(kind: str, path: str, shifts: Mapping[str, Shift], findings: Findings) -> None:
    """Report a shift id that does not exist, and a tag that no shift carries."""
    if not kind.startswith("tag:"):
        read_name(kind, list(shifts), "shift", path, findings)
    elif not any(shift.carries(kind) for shift in shifts.values()):
        findings.add("RP22", path, kind[4:], level=Level.WARNING)


def read_forbidden_shifts(
    child: Fields, horizon: Horizon, shifts: Mapping[str, Shift], findings: Findings
) -> tuple[ForbiddenShift, ...]:
    """Shifts the agent must not work, each with its days."""
    found = []
    for part in child.children("forbidden_shifts"):
        kind = part.text("shift", required=True)
        if kind:
            read_kind(kind, part.at("shift"), shifts, findings)
        first, last = _read_days(part, horizon, findings)
        found.append(ForbiddenShift(kind, first or 0, last))
    return tuple(found)


def read_alternating_weeks(child: Fields) -> AlternatingWeeks | None:
    """The turn of the weeks, by a day of a week with two days off."""
    day = child.calendar_day("alternating_weeks") if child.has("alternating_weeks") else None
    return None if day is None else AlternatingWeeks(day)


def read_minutes_in_days(child: Fields, horizon: Horizon, findings: Findings) -> tuple[MinutesInDays, ...]:
    """Limits on the minutes of stretches of days."""
    found = []
    for part in child.children("max_minutes_in_days"):
        first, last = _read_days(part, horizon, findings)
        minutes = part.whole("minutes", required=True)
        until = horizon.days - 1 if last is None else last
        found.append(MinutesInDays(first or 0, until, minutes or 0, part.text("name")))
    return tuple(found)


def _read_days(part: Fields, horizon: Horizon, findings: Findings) -> tuple[int | None, int | None]:
    """First and last day, each None when absent or wrong."""
    first = part.day("first_day", horizon.days) if part.has("first_day") else None
    last = part.day("last_day", horizon.days) if part.has("last_day") else None
    if last is not None and last < (first or 0):
        findings.add("RP32", part.at("last_day"), last, first=first or 0)
    return first, last


def write_limits(agent: Agent) -> Document:
    """What `read_…` above turn back into the same limits."""
    return {
        "tags": sorted(agent.tags),
        "alternating_weeks": agent.alternating_weeks and agent.alternating_weeks.big_week.isoformat(),
        "max_minutes_per_day": agent.max_minutes_per_day,
        "max_minutes_in_days": [
            {"first_day": limit.first, "last_day": limit.last, "minutes": limit.minutes}
            | ({"name": limit.name} if limit.name else {})
            for limit in agent.max_minutes_in_days
        ],
        "forbidden_shifts": [_write_forbidden(limit) for limit in agent.forbidden_shifts],
        "max_consecutive_shifts": dict(agent.max_consecutive_shifts),
    }


def _write_forbidden(limit: ForbiddenShift) -> Document:
    document: Document = {"shift": limit.shift}
    if limit.first:
        document["first_day"] = limit.first
    if limit.last is not None:
        document["last_day"] = limit.last
    return document
