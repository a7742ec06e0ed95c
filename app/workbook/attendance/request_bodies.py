"""The bodies of the requests that set a roster in WeCom and Feishu, for those who send them; nothing is sent here.

WeCom `setcheckinschedulist` (groupid, yearmonth, items of userid, day, schedule_id; 0 is a day off) and Feishu
`user_daily_shifts/batch_create` (at most 50 rows a call; shift "0" is a day off), as their developer pages describe.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from app.project.attendance_names import AttendanceSystem, NamedThing, names_of
from app.project.project import Project
from app.project.version import PlanVersion
from app.workbook.attendance.planned_days import DAY_OFF, PlannedDay, planned_days
from app.workbook.replacing import replacing
from app.workbook.team_plan import TeamPlan
from forecasts.findings import Finding, InputError
from scheduler.staffing.requirement import Requirement

ROWS_A_CALL = 50
NO_SHIFT = "0"
Body = dict[str, Any]


def write_request_bodies(
    path: Path, system: AttendanceSystem, project: Project, version: PlanVersion, requirement: Requirement
) -> None:
    """Write a JSON list of bodies, to be sent one after the other.

    Raises InputError: WB18 for shifts whose id in the system is not known, WB19 for an id that must be a whole
    number, WB23 without the attendance group, WB01 and WB02 for a file that cannot be written.
    """
    plan = TeamPlan(project, version, requirement, None, datetime.now())
    bodies = list(BODIES[system](plan))
    with replacing(Path(path)) as draft:
        draft.write_text(json.dumps(bodies, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def wecom_bodies(plan: TeamPlan) -> Iterator[Body]:
    """One body a month."""
    system = AttendanceSystem.WECOM
    group, shifts, users = _whole(_group(plan, system)), _shift_ids(plan, system), _user_ids(plan, system)
    numbers = {shift: _whole(theirs) for shift, theirs in shifts.items()}
    for month, days in groupby(_by_month(plan), lambda planned: _month(plan, planned)):
        items = [
            {
                "userid": users[planned.agent],
                "day": plan.horizon.day(planned.day).day,
                "schedule_id": numbers[planned.shift],
            }
            for planned in days
        ]
        yield {"groupid": group, "yearmonth": month, "items": items}


def feishu_bodies(plan: TeamPlan) -> Iterator[Body]:
    """At most 50 rows each."""
    system = AttendanceSystem.FEISHU
    group, shifts, users = _group(plan, system), _shift_ids(plan, system), _user_ids(plan, system)
    rows = (
        {
            "group_id": group,
            "shift_id": shifts[planned.shift],
            "month": _month(plan, planned),
            "user_id": users[planned.agent],
            "day_no": plan.horizon.day(planned.day).day,
            "is_clear_schedule": False,
        }
        for planned in planned_days(plan)
    )
    for part in _parts(rows):
        yield {"user_daily_shifts": part}


BODIES: Mapping[AttendanceSystem, Callable[[TeamPlan], Iterator[Body]]] = {
    AttendanceSystem.WECOM: wecom_bodies,
    AttendanceSystem.FEISHU: feishu_bodies,
}


def _by_month(plan: TeamPlan) -> list[PlannedDay]:
    return sorted(planned_days(plan), key=lambda planned: _month(plan, planned))


def _month(plan: TeamPlan, planned: PlannedDay) -> int:
    """202611."""
    day = plan.horizon.day(planned.day)
    return day.year * 100 + day.month


def _parts(rows: Iterator[Body]) -> Iterator[list[Body]]:
    while part := list(islice(rows, ROWS_A_CALL)):
        yield part


def _group(plan: TeamPlan, system: AttendanceSystem) -> str:
    group = names_of(plan.project.attendance_names, system, NamedThing.GROUP).get("")
    if not group:
        raise InputError([Finding("WB23")])
    return group


def _shift_ids(plan: TeamPlan, system: AttendanceSystem) -> Mapping[str, str]:
    ids = {DAY_OFF: NO_SHIFT} | dict(names_of(plan.project.attendance_names, system, NamedThing.SHIFT))
    worked = {planned.shift for planned in planned_days(plan)}
    unknown = [
        shift.name or shift.code or shift_id
        for shift_id, shift in plan.shifts.items()
        if shift_id in worked - ids.keys()
    ]
    if unknown:
        raise InputError([Finding("WB18", facts={"names": tuple(unknown), "first": unknown[0]})])
    return ids


def _user_ids(plan: TeamPlan, system: AttendanceSystem) -> Mapping[str, str]:
    """Staff ids where the project keeps no other."""
    own = {row.agent_id: row.agent_id for row in plan.rows}
    return own | dict(names_of(plan.project.attendance_names, system, NamedThing.AGENT))


def _whole(theirs: str) -> int:
    if not theirs.isascii() or not theirs.isdecimal():
        raise InputError([Finding("WB19", value=theirs)])
    return int(theirs)
