"""Every kind of table with the function that reads it."""

from collections.abc import Callable, Mapping
from datetime import date

from app.files.adding_up import history_of
from app.files.choices import ImportChoices
from app.files.content import FileContent
from app.files.counted import Counted
from app.files.grid import filled, text_of
from app.files.lists.agents import agent_places, fields_given, read_agents
from app.files.lists.attendance import ReportedDay, read_attendance_days, read_attendance_month
from app.files.lists.drivers import read_broadcasts, read_drivers
from app.files.lists.goals import read_goals_table
from app.files.lists.of_agents import read_absences, read_requests
from app.files.lists.promotions import read_promotion_table
from app.files.lists.shifts import read_shifts
from app.files.shapes.day_columns import read_day_columns
from app.files.shapes.hour_columns import read_hour_columns
from app.files.shapes.long_rows import read_long_rows
from app.files.shapes.one_day import read_one_day
from app.files.shapes.rates import check_rates
from app.files.table import Table
from app.files.values.file_date import dates_in_name, dates_in_text, month_in_title, year_in_name
from app.files.values.moment import Calendar


def read_table(table: Table, choices: ImportChoices, content: FileContent) -> None:
    """Read a table of any kind into `content`."""
    LISTS.get(table.profile.kind, _history)(table, choices, content)


def _history(table: Table, choices: ImportChoices, content: FileContent) -> None:
    counted = SHAPES[table.profile.shape](table, choices)
    check_rates(table)
    history = history_of(counted, table.log)
    if history is not None:
        content.histories.append(history)


def _agents(table: Table, _choices: ImportChoices, content: FileContent) -> None:
    content.team += read_agents(table)
    content.team_fields |= fields_given(table)
    content.team_places |= agent_places(table)


def _absences(table: Table, choices: ImportChoices, content: FileContent) -> None:
    content.absences += read_absences(table, choices)


def _requests(table: Table, choices: ImportChoices, content: FileContent) -> None:
    content.requests += read_requests(table, choices)


def _shifts(table: Table, _choices: ImportChoices, content: FileContent) -> None:
    content.shifts += read_shifts(table)


def _promotions(table: Table, choices: ImportChoices, content: FileContent) -> None:
    content.promotions += read_promotion_table(table, choices)


def _attendance(table: Table, choices: ImportChoices, content: FileContent) -> None:
    read = ATTENDANCE[table.profile.shape]
    if read is None:
        table.log.notice("IN20", sheets=table.grid.sheet or table.grid.file)
        return
    content.attended += read(table, choices)


def _drivers(table: Table, choices: ImportChoices, content: FileContent) -> None:
    content.drivers += read_drivers(table, choices, calendar_of(table, choices))


def _goals(table: Table, _choices: ImportChoices, content: FileContent) -> None:
    content.goals |= read_goals_table(table)


def _broadcasts(table: Table, choices: ImportChoices, content: FileContent) -> None:
    content.broadcasts += read_broadcasts(table, choices)


LISTS: Mapping[str, Callable[[Table, ImportChoices, FileContent], None]] = {
    "agents": _agents,
    "absences": _absences,
    "requests": _requests,
    "shifts": _shifts,
    "promotions": _promotions,
    "attendance": _attendance,
    "drivers": _drivers,
    "broadcasts": _broadcasts,
    "goals": _goals,
}

ATTENDANCE: Mapping[str, Callable[[Table, ImportChoices], tuple[ReportedDay, ...]] | None] = {
    "attendance_month": read_attendance_month,
    "attendance_days": read_attendance_days,
    "attendance_aside": None,
}
"""Shape of a sheet of an attendance report to what reads it; single punches say nothing that the days do not."""


def _long_rows(table: Table, choices: ImportChoices) -> Counted:
    return read_long_rows(table, choices, calendar_of(table, choices), day_of(table, choices))


def _hour_columns(table: Table, choices: ImportChoices) -> Counted:
    return read_hour_columns(table, choices, calendar_of(table, choices), day_of(table, choices))


def _day_columns(table: Table, choices: ImportChoices) -> Counted:
    return read_day_columns(table, choices, calendar_of(table, choices))


def _one_day(table: Table, choices: ImportChoices) -> Counted:
    return read_one_day(table, choices, _span(table, choices))


SHAPES: Mapping[str, Callable[[Table, ImportChoices], Counted]] = {
    "long_rows": _long_rows,
    "hour_columns": _hour_columns,
    "day_columns": _day_columns,
    "one_day": _one_day,
}


def _span(table: Table, choices: ImportChoices) -> tuple[date, date] | None:
    """First and last day that the table stands for: the choice, else what the name of its sheet or file says."""
    if choices.day is not None:
        return choices.day, choices.day
    year = choices.year or year_in_name(table.grid.file)
    return dates_in_text(table.grid.sheet, year) or dates_in_name(table.grid.file, choices.year)


def day_of(table: Table, choices: ImportChoices) -> date | None:
    """The one day that the table stands for, None when it stands for none or several."""
    span = _span(table, choices)
    return span[0] if span and span[0] == span[1] else None


def calendar_of(table: Table, choices: ImportChoices) -> Calendar:
    """Year and month of dates without them, from a title above the header, the sheet's or the file's name."""
    titles = [text_of(value) for row in table.grid.rows[: table.header.row] if filled(row) for value in row]
    texts = (*titles, table.grid.sheet, table.grid.file)
    year = next((year for text in texts if (year := year_in_name(text))), None)
    return choices.calendar(year, next((month for text in texts if (month := month_in_title(text))), None))
