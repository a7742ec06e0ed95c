"""工时汇总: days, hours, nights and runs of each agent. Planned hours, no wages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from xlsxwriter.worksheet import Worksheet

from app.wording import words
from app.wording.names import name_of
from app.workbook.book import Book, width_of
from app.workbook.formulas import cell, span
from app.workbook.labels import night_span
from app.workbook.team_plan import TeamPlan, TeamRow
from scheduler.pay.basis import pay_basis

_ = words("workbook")

HEADINGS, FIRST_AGENT = 2, 3
Formula = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Column:
    """One figure of each agent; `formula` gives it from the row where other cells tell it, `summed` in the total."""

    heading: str
    style: str
    value: Callable[[TeamRow], float]
    formula: Formula | None = None
    summed: bool = True
    width: float = 9


WORDS = 3
"""Columns of words before the figures: group, name, contract."""
DAYS, WORKED, AWAY, FIRST_WEEK = 3, 4, 6, 8


def write_hours_sheet(book: Book) -> None:
    """Add the sheet."""
    columns = list(_columns(book.plan))
    sheet = book.sheet(_("Hours summary"))
    book.heading(sheet, _("{title} · planned hours").format(title=book.plan.title), WORDS + len(columns) - 1)
    _write_headings(book, sheet, columns)
    for number, row in enumerate(book.plan.rows):
        _write_agent(book, sheet, columns, FIRST_AGENT + number, row)
    _write_totals(book, sheet, columns)
    sheet.freeze_panes(FIRST_AGENT, WORDS - 1)
    sheet.repeat_rows(0, HEADINGS)
    sheet.repeat_columns(0, 1)


def _columns(plan: TeamPlan) -> Iterator[Column]:
    """The figures, from left to right."""
    horizon, weeks, night = plan.horizon, plan.problem.weeks, night_span(pay_basis(plan.project.rulebook))
    last_week = FIRST_WEEK + len(weeks) - 1
    yield Column(_("Days"), "count", lambda _row: horizon.days)
    yield Column(_("Worked"), "count", lambda row: row.hours.days_worked)
    yield Column(_("Days off"), "count", lambda row: row.hours.days_off, _days_off)
    yield Column(_("Leave"), "count", lambda row: row.hours.days_absent)
    yield Column(_("Hours"), "hours", lambda row: row.hours.minutes / 60, partial(_all_weeks, last_week))
    for number, days in enumerate(weeks):
        text = f"{horizon.day(days[0]):%m-%d}\n{horizon.day(days[-1]):%m-%d}"
        yield Column(text, "hours", partial(_week_hours, number))
    yield Column(_("Night shifts"), "count", lambda row: row.hours.night_shifts)
    yield Column(_("Hours {span}").format(span=night), "hours", lambda row: row.hours.night_minutes / 60, width=11)
    yield Column(_("Longest run of days"), "count", lambda row: row.hours.longest_run, summed=False)
    yield Column(_("Overtime hours"), "hours", lambda row: row.overtime_minutes / 60)


def _days_off(row: int) -> str:
    return f"={cell((row, DAYS))}-{cell((row, WORKED))}-{cell((row, AWAY))}"


def _all_weeks(last_week: int, row: int) -> str:
    return f"=SUM({span((row, FIRST_WEEK), (row, last_week))})"


def _week_hours(week: int, row: TeamRow) -> float:
    return row.hours.week_minutes[week] / 60


def _write_headings(book: Book, sheet: Worksheet, columns: list[Column]) -> None:
    sheet.set_row(HEADINGS, 40)
    rows = book.plan.rows
    sheet.set_column(0, 0, width_of((row.group for row in rows), 9))
    sheet.set_column(1, 1, width_of((row.name for row in rows), 12))
    sheet.set_column(2, 2, width_of((name_of(row.contract) for row in rows), 10))
    for number, text in enumerate((_("Group"), _("Name"), _("Contract"))):
        sheet.write_string(HEADINGS, number, text, book.style("header"))
    for number, column in enumerate(columns, WORDS):
        sheet.set_column(number, number, column.width)
        sheet.write_string(HEADINGS, number, column.heading, book.style("header"))


def _write_agent(book: Book, sheet: Worksheet, columns: list[Column], at: int, row: TeamRow) -> None:
    sheet.set_row(at, 20)
    words_of_row = ((row.group, "quiet"), (row.name, "text"), (name_of(row.contract), "quiet"))
    for number, (text, style) in enumerate(words_of_row):
        sheet.write_string(at, number, text, book.style("text", style))
    for number, column in enumerate(columns, WORDS):
        style, value = book.style(column.style), column.value(row)
        if column.formula:
            sheet.write_formula(at, number, column.formula(at), style, value)
        else:
            sheet.write_number(at, number, value, style)


def _write_totals(book: Book, sheet: Worksheet, columns: list[Column]) -> None:
    rows = book.plan.rows
    at, last = FIRST_AGENT + len(rows), FIRST_AGENT + len(rows) - 1
    sheet.set_row(at, 22)
    book.merged(sheet, (at, 0), (at, WORDS - 1), _("Total"), book.style("header"))
    for number, column in enumerate(columns, WORDS):
        style = book.style(column.style, "total")
        if not column.summed:
            sheet.write_blank(at, number, None, style)
            continue
        formula = f"=SUM({span((FIRST_AGENT, number), (last, number))})"
        sheet.write_formula(at, number, formula, style, sum(column.value(row) for row in rows))
