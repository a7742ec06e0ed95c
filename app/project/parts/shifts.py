"""The team's shifts."""

from collections.abc import Mapping

from sqlalchemy import Connection

from app.project.parts.rows import Row, Tables, read_rows
from app.project.schema import SHIFT
from scheduler.shift import Break, Shift


def shift_rows(shifts: Mapping[str, Shift]) -> Tables:
    """Shifts in the team's order; a break is [minutes, earliest, latest]."""
    return {SHIFT: [_row(position, shift) for position, shift in enumerate(shifts.values())]}


def _row(position: int, shift: Shift) -> Row:
    return {
        "id": shift.id,
        "position": position,
        "start": shift.start,
        "minutes": shift.minutes,
        "paid_minutes": shift.paid_minutes,
        "breaks": [[pause.minutes, pause.earliest, pause.latest] for pause in shift.breaks],
        "tags": sorted(shift.tags),
        "code": shift.code,
        "name": shift.name,
        "key": shift.key,
    }


def read_shifts(connection: Connection) -> dict[str, Shift]:
    """All shifts by id, in order."""
    return {row["id"]: _shift(row) for row in read_rows(connection, SHIFT)}


def _shift(row: Row) -> Shift:
    own = {key: value for key, value in row.items() if key not in ("position", "breaks", "tags")}
    breaks = tuple(Break(*numbers) for numbers in row["breaks"])
    return Shift(**own, breaks=breaks, tags=frozenset(row["tags"]))
