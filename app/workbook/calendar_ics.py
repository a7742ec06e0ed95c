"""One iCalendar file (RFC 5545) per agent: their shifts, and those that a published version before had told them of.

No staff id, wage or other name is in a file.
"""

import hmac
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from app.project.project import Project
from app.project.version import PlanVersion, VersionState
from app.wording import words
from app.wording.names import listed
from app.workbook.ics_lines import content_line, escaped
from app.workbook.labels import skill_words, state_word, version_word
from app.workbook.replacing import replacing
from app.workbook.shift_day import break_words, shift_words
from app.workbook.team_plan import TeamPlan, TeamRow
from forecasts.findings import Finding, InputError, Place
from scheduler.roster import Assignment
from scheduler.shift import Shift
from scheduler.staffing.requirement import Requirement

_ = words("workbook")

SHANGHAI = "Asia/Shanghai"
SHANGHAI_OFFSET = timedelta(hours=8)
TIMEZONE = (
    "BEGIN:VTIMEZONE", f"TZID:{SHANGHAI}",
    "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD",
    "END:VTIMEZONE",
)  # fmt: skip
FORBIDDEN_IN_FILE_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))


@dataclass(frozen=True, slots=True)
class Event:
    """A shift on a date, or one that was told before and is no longer."""

    date: date
    shift: Shift
    cell: Assignment
    cancelled: bool = False


def write_calendars(
    folder: Path,
    project: Project,
    version: PlanVersion,
    requirement: Requirement,
    versions: Sequence[PlanVersion],
    exported: datetime | None = None,
) -> list[Path]:
    """Write a file per agent into `folder`, made if missing. `versions`: all of the scenario, oldest first.

    Raises InputError WB01 for a file open elsewhere, WB02 when the folder cannot be written to.
    """
    plan = TeamPlan(project, version, requirement, None, exported or datetime.now().replace(microsecond=0))
    told = [before for before in versions if before.state is VersionState.PUBLISHED and before.number < version.number]
    key = calendar_key(versions[0] if versions else version)
    _make(Path(folder))
    written = []
    for name, row in file_names(plan):
        path = Path(folder) / name
        lines = calendar_lines(plan, row, told, key)
        with replacing(path) as draft:
            draft.write_bytes(b"".join(content_line(line) for line in lines))
        written.append(path)
    return written


def calendar_key(first: PlanVersion) -> bytes:
    """What makes the ids of events: the oldest roster of the project, which never changes and outsiders do not have."""
    cells = [(cell.agent, cell.day, cell.shift, cell.breaks) for cell in first.solution.roster]
    content = repr((first.created, first.number, sorted(first.problem.agents), cells))
    return hmac.digest(b"peakroster calendar", content.encode(), "sha256")


def calendar_lines(plan: TeamPlan, row: TeamRow, told: Sequence[PlanVersion], key: bytes) -> Iterator[str]:
    """The unfolded lines of one agent's calendar."""
    version = version_word(plan.version)
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//PeakRoster//PeakRoster//ZH", "CALSCALE:GREGORIAN")
    yield "METHOD:PUBLISH"
    yield f"X-WR-CALNAME:{escaped(f'{plan.title} · {row.name} · {version}')}"
    yield f"X-WR-TIMEZONE:{SHANGHAI}"
    yield from TIMEZONE
    for event in sorted(events(plan, row, told), key=lambda event: event.date):
        yield from _event_lines(plan, row, event, key)
    yield "END:VCALENDAR"


def events(plan: TeamPlan, row: TeamRow, told: Sequence[PlanVersion]) -> Iterator[Event]:
    """The agent's shifts, and for days now off the last shift they had been told of."""
    cells = plan.version.solution.roster.of_agent(row.agent_id)
    for day, cell in cells.items():
        yield Event(plan.horizon.day(day), plan.shifts[cell.shift], cell)
    worked = {plan.horizon.day(day) for day in cells}
    for told_day, (shift, cell) in _told_before(row.agent_id, told).items():
        if told_day not in worked and 0 <= plan.horizon.day_number(told_day) < plan.horizon.days:
            yield Event(told_day, plan.shifts.get(shift.id, shift), cell, cancelled=True)


def _told_before(agent: str, told: Sequence[PlanVersion]) -> Mapping[date, tuple[Shift, Assignment]]:
    return {
        version.problem.horizon.day(day): (version.problem.shifts[cell.shift], cell)
        for version in told
        for day, cell in version.solution.roster.of_agent(agent).items()
    }


def _event_lines(plan: TeamPlan, row: TeamRow, event: Event, key: bytes) -> Iterable[str]:
    start = datetime.combine(event.date, time()) + timedelta(minutes=event.shift.start)
    end = start + timedelta(minutes=event.shift.minutes)
    uid = hmac.digest(key, f"{row.agent_id}\n{event.date.isoformat()}".encode(), "sha256").hex()[:32]
    return (
        "BEGIN:VEVENT",
        f"UID:{uid}@peakroster",
        f"SEQUENCE:{plan.version.number}",
        f"DTSTAMP:{_moment(plan.exported - SHANGHAI_OFFSET)}Z",
        f"DTSTART;TZID={SHANGHAI}:{_moment(start)}",
        f"DTEND;TZID={SHANGHAI}:{_moment(end)}",
        f"SUMMARY:{escaped(_summary(plan, event))}",
        f"DESCRIPTION:{escaped(_description(plan, row, event))}",
        f"STATUS:{_status(plan.version, event)}",
        "END:VEVENT",
    )


def _moment(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}"


def _summary(plan: TeamPlan, event: Event) -> str:
    """Code, name and times."""
    code, text = plan.codes.get(event.shift.id, event.shift.code), shift_words(event.shift)
    return text if not code or text.startswith(f"{code} ") else f"{code} {text}"


def _description(plan: TeamPlan, row: TeamRow, event: Event) -> str:
    """Breaks, skills and version."""
    breaks = listed(break_words(event.shift, event.cell))
    parts = [
        _("Breaks: {breaks}").format(breaks=breaks) if breaks else "",
        _("Skills: {skills}").format(skills=skill_words(row.skills)),
        f"{plan.title} · {version_word(plan.version)}",
    ]
    return "\n".join(part for part in parts if part)


def _status(version: PlanVersion, event: Event) -> str:
    if event.cancelled:
        return "CANCELLED"
    return "CONFIRMED" if version.state is VersionState.PUBLISHED else "TENTATIVE"


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        facts = {"file": folder.name, "folder": str(folder.parent)}
        raise InputError([Finding("WB02", place=Place(file=folder.name), facts=facts)]) from error


def file_names(plan: TeamPlan) -> Iterator[tuple[str, TeamRow]]:
    """`客服01_v3_草稿.ics`; a name that occurs again has a number."""
    taken: set[str] = set()
    for row in plan.rows:
        stem = (
            "".join(sign for sign in row.name.translate(FORBIDDEN_IN_FILE_NAMES) if sign.isprintable()).strip(" .")
            or "-"
        )
        name, number = stem, 2
        while name.casefold() in taken:
            name, number = f"{stem}_{number}", number + 1
        taken.add(name.casefold())
        yield f"{name}_v{plan.version.number}_{state_word(plan.version)}.ics", row
