"""Days rostered before the plan, and days as attendance reports tell them."""

from sqlalchemy import Connection

from app.project.parts.rows import Tables, read_rows
from app.project.past_schema import ATTENDED_DAY, PAST_DAY
from scheduler.attendance import AttendedDay
from scheduler.past_roster import PastDay


def past_rows(past: tuple[PastDay, ...], attended: tuple[AttendedDay, ...]) -> Tables:
    """A row for each agent and day; of two for one day the later counts."""
    rostered = [{"agent": each.agent, "day": each.day, "shift": each.shift} for each in past]
    reported = [{"agent": each.agent, "day": each.day, "minutes": each.minutes, "word": each.word} for each in attended]
    return {PAST_DAY: rostered, ATTENDED_DAY: reported}


def read_past(connection: Connection) -> tuple[PastDay, ...]:
    """By agent and day."""
    return tuple(PastDay(**row) for row in read_rows(connection, PAST_DAY))


def read_attended(connection: Connection) -> tuple[AttendedDay, ...]:
    """By agent and day."""
    return tuple(AttendedDay(**row) for row in read_rows(connection, ATTENDED_DAY))
