"""What stands in the cells of a team's own sheet: its codes for shifts, leave and other work."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.files.grid import Grid, text_of
from app.files.team_sheet.code_words import meaning
from app.files.team_sheet.layout import TeamLayout, cell_at
from app.project.project import Project
from app.project.version import PlanVersion
from app.workbook.shift_look import leave_code
from scheduler.past_roster import DAY_OFF, OTHER_WORK, days_by_agent
from scheduler.shift import Shift
from scheduler.team import TeamAgent

Codes = Mapping[str, Mapping[date, str]]
"""Agent id to day to what the cell says, "" for a day off; days about which nothing is known are absent."""


@dataclass(slots=True)
class CodeBook:
    """The team's words, learnt from how often its sheets use them. `leave`: kind to code."""

    shifts: dict[str, str] = field(default_factory=dict)
    leave: dict[str, str] = field(default_factory=dict)
    other_work: str = "行"

    def of_shift(self, shift: Shift) -> str:
        """The team's code of a shift, its own where the team has none."""
        return self.shifts.get(shift.id, shift.code or shift.id)

    def of_leave(self, kind: str) -> str:
        """The team's code of a kind of leave; a kind that its sheets do not name is not told to the team."""
        return self.leave.get(kind, leave_code())


def code_book(sheets: Iterable[tuple[Grid, TeamLayout]], shifts: Mapping[str, Shift]) -> CodeBook:
    """Learn the codes in use, the commonest first."""
    used = Counter(
        text
        for grid, layout in sheets
        for row in layout.agents
        for column in layout.days
        if (text := text_of(cell_at(grid.rows[row], column)))
    )
    found = CodeBook()
    for code, _times in used.most_common():
        shift, kind = meaning(code, shifts, {}) or ("", "")
        if kind:
            found.leave.setdefault(kind, code)
        elif shift == OTHER_WORK:
            found.other_work = code
        elif shift != DAY_OFF:
            found.shifts.setdefault(shift, code)
    return found


def codes_of(project: Project, version: PlanVersion, words: CodeBook) -> Codes:
    """What every agent's cells say: the past as it was, the days planned as the roster has them."""
    horizon, roster = version.problem.horizon, version.solution.roster
    shifts = {**project.shifts, **version.problem.shifts}
    found: dict[str, dict[date, str]] = {}
    for agent, days in days_by_agent(project.past).items():
        found[agent] = {day: _past_code(shift, shifts, words) for day, shift in days.items()}
    for agent in version.problem.agents:
        planned = found.setdefault(agent, {})
        for number in range(horizon.days):
            shift = roster.shift(agent, number)
            day = horizon.day(number)
            elsewhere = planned.get(day) == words.other_work  # a day at other tasks is none that a roster plans
            planned[day] = words.of_shift(shifts[shift]) if shift else words.other_work if elsewhere else ""
    for member in project.team:
        _add_leave(member, found.get(member.id, {}), words)
    return found


def _past_code(shift: str, shifts: Mapping[str, Shift], words: CodeBook) -> str:
    if shift == OTHER_WORK:
        return words.other_work
    return words.of_shift(shifts[shift]) if shift in shifts else shift


def _add_leave(member: TeamAgent, cells: dict[date, str], words: CodeBook) -> None:
    """Leave stands where the cell would else be empty."""
    for absence in member.absences:
        for day in _days(absence.start, absence.end) if absence.whole_days else ():
            if cells.get(day) == "":
                cells[day] = words.of_leave(absence.kind)


def _days(start: datetime, end: datetime) -> Iterable[date]:
    while start < end:
        yield start.date()
        start += timedelta(days=1)
