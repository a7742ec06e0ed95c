"""Attendance reports 考勤: months with a word a day, and days with their minutes."""

import re
from dataclasses import dataclass
from datetime import date

from app.files.choices import ImportChoices
from app.files.grid import Value, text_of
from app.files.log import listed
from app.files.names import in_minutes
from app.files.table import Table
from app.files.team_sheet.day_labels import best_run
from app.files.team_sheet.month import month_start
from app.files.values.missing import Unreadable, is_missing
from app.files.values.moment import Calendar, read_moment
from app.files.values.number import read_count
from forecasts.findings import Level, Place

PRESENT = ("正常", "出勤", "迟到", "早退", "缺卡", "外勤", "加班", "补卡", "出差", "√")
ABSENT = (
    "休息",
    "旷工",
    "请假",
    "事假",
    "病假",
    "年假",
    "调休",
    "婚假",
    "产假",
    "丧假",
    "陪产假",
    "未排班",
    "缺勤",
    "休",
)
MINUTES_PER_HOUR = 60
FEWEST_DAYS = 7
_SHORT_YEAR = re.compile(r"\d{2}-\d{2}-\d{2}(?!\d)")


@dataclass(frozen=True, slots=True)
class ReportedDay:
    """A day of an agent, by id or name as written; `minutes` as of AttendedDay."""

    agent: str
    day: date
    minutes: int | None
    word: str
    place: Place


def read_attendance_month(table: Table, choices: ImportChoices) -> tuple[ReportedDay, ...]:
    """A word for each day of a month. A word that says neither there nor away is told once (IN24) and left out."""
    run = best_run([table.grid.rows[table.header.row]], FEWEST_DAYS)
    start = None if run is None else month_start(table.grid, run, choices.year, _near(choices)) or choices.day
    if run is None or start is None:
        table.log.problem("IE13", table.header.row + 1)
        return ()
    found, unknown = [], []
    for row, agent, place in _agents(table):
        for column, day in run.dates(start).items():
            word = text_of(row[column]) if column < len(row) else ""
            there = _there(choices.codes.get(word, word))
            if there is not None:
                found.append(ReportedDay(agent, day, None if there else 0, word, place))
            elif word:
                unknown.append(word)
    _tell_unknown(table, unknown)
    return tuple(found)


def read_attendance_days(table: Table, choices: ImportChoices) -> tuple[ReportedDay, ...]:
    """A row for each agent and day with its minutes worked; the header says whether they are hours."""
    calendar = Calendar(choices.year, _near(choices))
    unit = 1 if in_minutes(table.name("worked")) else MINUTES_PER_HOUR
    days = table.parsed("date", lambda value: _day(value, calendar))
    worked = table.parsed("worked", read_count)
    rows = zip(_agents(table), days, worked, strict=True)
    return tuple(
        ReportedDay(agent, day, round(minutes * unit), "", place)
        for (_, agent, place), day, minutes in rows
        if agent and day is not None and minutes is not None
    )


def _near(choices: ImportChoices) -> date | None:
    return choices.horizon.first_day if choices.horizon else None


def _agents(table: Table) -> list[tuple[list[Value], str, Place]]:
    names = [table.texts(column) for column in ("agent_id", "agent_name")]
    found = []
    for number, row, *given in zip(table.numbers, table.rows, *names, strict=True):
        agent = next((name for name in given if name), "")
        if not agent:
            table.log.problem("IE26", number)
        found.append((list(row), agent, Place(table.log.file, table.log.sheet, number)))
    return found


def _there(word: str) -> bool | None:
    """Whether somebody was there, None when the word does not tell."""
    if any(part in word for part in PRESENT):
        return True
    return False if any(part in word for part in ABSENT) else None


def _day(value: Value, calendar: Calendar) -> date | None:
    if is_missing(value):
        return None
    if isinstance(value, str) and _SHORT_YEAR.match(value.strip()):
        value = f"20{value.strip()}"
    moment = read_moment(value, calendar)
    if moment.year < 2010:
        raise Unreadable("IE08")
    return moment.date()


def _tell_unknown(table: Table, words: list[str]) -> None:
    if words:
        different = list(dict.fromkeys(words))
        facts = {"words": listed(different), "count": len(words), "all": different}
        table.log.problem("IN24", level=Level.WARNING, facts=facts)
