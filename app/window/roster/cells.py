"""What each cell of the matrix shows, worked out once from problem, roster and violations. No Qt, no words."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from app.window.roster.shift_tones import Tone, tone
from scheduler.agent import Agent, Request
from scheduler.problem import Problem
from scheduler.shift import Shift
from scheduler.violation import Severity, Violation

MET, MISSED = "☆", "✕"
LEAVE_CODE = "假"
DUTY_CODES = {"lead": "长", "mentor": "带"}
"""The second small letter of who leads (组长) or teaches (带教); a lead says no more."""
GRAVEST_FIRST = (Severity.LAW, Severity.POLICY, Severity.HINT)


class CellLook(NamedTuple):
    """All that decides the picture of a cell; equal looks share one pixmap."""

    code: str = ""
    times: str = ""
    tone: Tone | None = None
    locked: bool = False
    severity: Severity | None = None
    request: str = ""
    partly_away: bool = False
    changed: bool = False
    duty: str = ""


EMPTY = CellLook()


@dataclass(frozen=True, slots=True)
class Cell:
    """One agent on one day: its look and the facts behind it."""

    look: CellLook = EMPTY
    shift: str | None = None
    away: bool = False
    requests: tuple[Request, ...] = ()
    violations: tuple[Violation, ...] = ()


NOTHING = Cell()


def cells_of_agent(
    problem: Problem,
    agent: Agent,
    shifts: Mapping[int, str | None],
    violations: Iterable[Violation],
    locked: frozenset[int] = frozenset(),
    judged: bool = True,
    published: Mapping[int, str | None] | None = None,
    duty: str = "",
) -> dict[tuple[str, int], Cell]:
    """An agent's cells that show anything, by agent and day; all others are empty days off. `shifts`: worked, by day;
    `judged` False: there is no roster yet, so no wish has been met or missed. `published`: what the agent was told;
    `duty`: the small letter on days worked.
    """
    broken = _by_day(violations)
    facts = _DayFacts(problem, agent, locked, judged, duty)
    worked = {day for day, shift in shifts.items() if shift is not None}
    changed = {day for day, shift in shifts.items() if published is not None and published.get(day) != shift}
    days = sorted(facts.days | set(broken) | worked | changed)
    return {(agent.id, day): facts.cell(day, shifts.get(day), broken.get(day, ()), day in changed) for day in days}


def gravest(violations: Iterable[Violation]) -> Severity | None:
    """The severity that matters most, None without violations."""
    found = {violation.severity for violation in violations}
    return next((severity for severity in GRAVEST_FIRST if severity in found), None)


def duty_code(roles: Collection[str]) -> str:
    """The letter of an agent's roles, "" without one."""
    return next((code for role, code in DUTY_CODES.items() if role in roles), "")


def is_met(request: Request, shift: str | None) -> bool:
    """Whether a wish came true with this shift worked (None: a day off)."""
    works_it = shift is not None and request.shift in {None, shift}
    return works_it == (request.wish == "on")


def _by_day(violations: Iterable[Violation]) -> dict[int, tuple[Violation, ...]]:
    found: dict[int, tuple[Violation, ...]] = {}
    for violation in violations:
        if violation.day is not None:
            found[violation.day] = (*found.get(violation.day, ()), violation)
    return found


class _DayFacts:
    """An agent's locks, absences and requests by day."""

    def __init__(self, problem: Problem, agent: Agent, locked: frozenset[int], judged: bool, duty: str) -> None:
        self.judged, self.duty = judged, duty
        self.looks: dict[tuple[str | None, bool, bool, Severity | None, str, bool, bool], CellLook] = {}
        """Those seen on some day already; most days look like another."""
        self.shifts = problem.shifts
        self.locked = locked
        self.away = {absence.day for absence in agent.absences if absence.day is not None}
        self.partly_away = {day for absence in agent.absences for day in _days_touched(absence.start, absence.end)}
        self.requests: dict[int, tuple[Request, ...]] = {}
        for request in agent.requests:
            self.requests[request.day] = (*self.requests.get(request.day, ()), request)
        inside = set(range(problem.horizon.days))
        self.days = (self.locked | self.away | self.partly_away | set(self.requests)) & inside

    def cell(self, day: int, shift: str | None, violations: tuple[Violation, ...], changed: bool) -> Cell:
        """The cell of a day with the shift worked and what is wrong with it."""
        requests, mark = self.requests.get(day, ()), ""
        if requests and self.judged:
            mark = MET if all(is_met(request, shift) for request in requests) else MISSED
        away, partly, severity = day in self.away, day in self.partly_away, gravest(violations) if violations else None
        key = (shift, away, day in self.locked, severity, mark, partly, changed)
        if key not in self.looks:
            self.looks[key] = self._look(*key)
        return Cell(self.looks[key], shift, away, requests, violations)

    def _look(
        self,
        shift: str | None,
        away: bool,
        locked: bool,
        worst: Severity | None,
        mark: str,
        partly: bool,
        changed: bool,
    ) -> CellLook:
        code, times, colour = _face(self.shifts.get(shift) if shift else None, shift, away)
        return _shared(CellLook(code, times, colour, locked, worst, mark, partly, changed, self.duty if shift else ""))


def _face(shift: Shift | None, shift_id: str | None, away: bool) -> tuple[str, str, Tone | None]:
    """Code, hours and tone of a cell; a shift that the problem does not know shows its id."""
    if shift is not None:
        return shift.code or shift.id, f"{_hour(shift.start)}–{_hour(shift.end)}", tone(shift)
    if shift_id:
        return shift_id, "", Tone.MIDDLE
    return (LEAVE_CODE, "", Tone.LEAVE) if away else ("", "", None)


def _hour(minute: int) -> str:
    """9 or 9:30."""
    hour, rest = divmod(minute % 1440, 60)
    return f"{hour}:{rest:02}" if rest else str(hour)


def _days_touched(start: int | None, end: int | None) -> range:
    """Days that a span in minutes from the horizon's start touches; none for a whole-day absence."""
    if start is None or end is None:
        return range(0)
    return range(start // 1440, (end - 1) // 1440 + 1)


@cache
def _shared(look: CellLook) -> CellLook:
    """One object for equal looks, so that looking its picture up compares identities first."""
    return look
