"""An agent's days as people say them, for calendars and chat."""

from datetime import date

from app.wording import words
from app.workbook.shift_look import clock
from scheduler.roster import Assignment
from scheduler.shift import Shift

_ = words("workbook")


def day_words(day: date) -> str:
    """`11月10日`; `11-10` in English."""
    return _("{month:02d}-{day:02d}").format(month=day.month, day=day.day)


def shift_words(shift: Shift) -> str:
    """Name and times: `晚班 18:00–02:00（次日）`."""
    times = f"{clock(shift.start)}–{clock(shift.end % 1440 if shift.ends_next_day else shift.end)}"
    next_day = _(" (next day)") if shift.ends_next_day else ""
    return f"{shift.name or shift.code or shift.id} {times}{next_day}"


def break_words(shift: Shift, cell: Assignment) -> tuple[str, ...]:
    """`12:00–13:00` for each break."""
    pauses = zip(cell.breaks, shift.breaks, strict=False)
    return tuple(f"{clock(start % 1440)}–{clock((start + pause.minutes) % 1440)}" for start, pause in pauses)
