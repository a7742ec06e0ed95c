"""What exports need to know besides the roster: names in attendance systems, and accepted violations."""

from sqlalchemy import Connection

from app.project.attendance_names import AttendanceName, AttendanceSystem, NamedThing
from app.project.parts.rows import Row, Tables, read_rows
from app.project.schema import ATTENDANCE_NAME, WAIVER
from app.project.waiver import Waiver


def attendance_rows(names: tuple[AttendanceName, ...]) -> Tables:
    """One row a name."""
    return {
        ATTENDANCE_NAME: [
            {"system": name.system.value, "thing": name.thing.value, "ours": name.ours, "theirs": name.theirs}
            | {"position": position}
            for position, name in enumerate(names)
        ]
    }


def read_attendance_names(connection: Connection) -> tuple[AttendanceName, ...]:
    """All names in order."""
    return tuple(
        AttendanceName(AttendanceSystem(row["system"]), NamedThing(row["thing"]), row["ours"], row["theirs"])
        for row in read_rows(connection, ATTENDANCE_NAME)
    )


def waiver_rows(waivers: tuple[Waiver, ...]) -> Tables:
    """One row an exception."""
    return {WAIVER: [_waiver_row(position, waiver) for position, waiver in enumerate(waivers)]}


def _waiver_row(position: int, waiver: Waiver) -> Row:
    return {
        "position": position,
        "scenario": waiver.scenario,
        "rule": waiver.rule,
        "agent": waiver.agent,
        "day": waiver.day,
        "reason": waiver.reason,
    }


def read_waivers(connection: Connection) -> tuple[Waiver, ...]:
    """All exceptions in order."""
    return tuple(
        Waiver(row["scenario"], row["rule"], row["agent"], row["day"], row["reason"])
        for row in read_rows(connection, WAIVER)
    )
