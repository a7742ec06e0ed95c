"""What each agent does on each day, in the words or ids of an attendance system."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.project.attendance_names import AttendanceSystem, NamedThing, names_of
from app.workbook.shift_look import times
from app.workbook.team_plan import TeamPlan

DAY_OFF = ""
"""The shift id of a day off."""
REST = "休息"
"""What systems call a day off where the project says nothing else."""


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One agent and day with its shift's id, `DAY_OFF` for none. A day of absence has no PlannedDay."""

    agent: str
    day: int
    shift: str


def planned_days(plan: TeamPlan) -> Iterator[PlannedDay]:
    """Every agent of the team and day, in the order of the roster."""
    for row in plan.rows:
        for day in range(plan.horizon.days):
            if day in row.shifts or day not in row.absent:
                yield PlannedDay(row.agent_id, day, row.shifts.get(day, DAY_OFF))


def shift_names(plan: TeamPlan, system: AttendanceSystem) -> Mapping[str, str]:
    """Shift id to its name in a template: the one the project keeps for the system, else the shift's own."""
    own = {shift_id: shift.name or shift.code or shift_id for shift_id, shift in plan.shifts.items()}
    return {DAY_OFF: REST} | own | dict(names_of(plan.project.attendance_names, system, NamedThing.SHIFT))


def shifts_to_create(plan: TeamPlan, system: AttendanceSystem) -> tuple[str, ...]:
    """`晚班 16:00–01:00 (+1)` for every shift that is worked, for the check list: the system must know them all."""
    worked = {cell.shift for cell in plan.version.solution.roster}
    names = shift_names(plan, system)
    return tuple(f"{names[shift_id]} {times(shift)}" for shift_id, shift in plan.shifts.items() if shift_id in worked)
