"""One month of a roster in the look of a team's own sheet."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.formula.translate import Translator
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

from app.files.team_sheet.day_labels import weekday_number
from app.files.team_sheet.layout import TeamLayout
from app.files.team_sheet.rest_days import alternating_weeks, is_red
from app.workbook.learned_codes import Codes
from app.workbook.learned_references import Shift
from app.workbook.learned_structure import column_widths, reshape, set_column_widths
from app.workbook.learned_styles import style_of, wear
from scheduler.alternating_weeks import AlternatingWeeks

WEEKDAYS = "一二三四五六日"
DAYS_IN_MONTH = ("本月天数", "当月天数")


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """A sheet of the workbook, where things stand in it, and the days that it shall show."""

    book: Workbook
    sheet: Worksheet
    layout: TeamLayout
    days: tuple[date, ...]
    before: tuple[date, ...]
    """The days it showed."""

    @property
    def same_days(self) -> bool:
        """Whether it shows the same days as before, so that marks on single cells still hold."""
        return self.days == self.before

    def cell(self, row: int, column: int) -> Cell:
        """By row and column from 0."""
        found = self.sheet.cell(row + 1, column + 1)
        assert isinstance(found, Cell)  # noqa: S101  # a merged cell is met only where nothing is written
        return found


def fitted(month: MonthSheet) -> MonthSheet:
    """The sheet with as many day columns as the month has days; ranges of formulas grow and shrink with them."""
    layout, more = month.layout, len(month.days) - len(month.before)
    last = layout.last_day
    if more < 0:
        reshape(month.book, month.sheet, Shift(True, last + more + 2, more))
    elif more > 0:
        reshape(month.book, month.sheet, Shift(True, last + 1, more))
        _copy_columns(month.sheet, last, more)
    columns = range(layout.first_day, layout.first_day + len(month.days))
    right = {word: column + more for word, column in layout.right.items()}
    return replace(month, layout=replace(layout, days=dict(zip(columns, month.days, strict=True)), right=right))


def _copy_columns(sheet: Worksheet, last: int, more: int) -> None:
    """New day columns came in before the last one: they take its looks, widths and formulas."""
    source = last + more + 1
    widths = column_widths(sheet)
    for row in range(1, sheet.max_row + 1):
        like = sheet.cell(row, source)
        for column in range(source - more, source):
            cell = sheet.cell(row, column)
            if isinstance(cell, MergedCell) or isinstance(like, MergedCell):
                continue
            wear(cell, style_of(like))
            if like.data_type == "f":
                cell.value = Translator(str(like.value), like.coordinate).translate_formula(cell.coordinate)
    if source in widths:
        set_column_widths(sheet, widths | dict.fromkeys(range(source - more, source), widths[source]))


def write_header(month: MonthSheet, weeks: AlternatingWeeks | None) -> None:
    """Dates, weekdays and the red of days off, the title's month, the number of days."""
    layout = month.layout
    rows = [layout.labels] if layout.weekdays is None else [layout.labels, layout.weekdays]
    red = {day for row in rows for day in _red_days(month, row)}
    weeks = weeks or alternating_weeks(red)
    weekdays = {day.isoweekday() for day in red}
    for row in rows:
        looks = _looks(month, row)
        for column, day in layout.days.items():
            cell = month.cell(row, column)
            if looks:
                off = weeks.is_off(day) if weeks else day.isoweekday() in weekdays
                wear(cell, looks[off])
            cell.value = _label(cell.value, day, row == layout.labels)
    _write_titles(month)
    _write_number_of_days(month)


def _looks(month: MonthSheet, row: int) -> dict[bool, StyleArray]:
    """The look of a day off and of a work day in a row of the header; empty when all look alike."""
    cells = [month.cell(row, column) for column in month.layout.days]
    found = {is_red(cell): style_of(cell) for cell in cells}
    return found if len(found) == 2 else {}


def _red_days(month: MonthSheet, row: int) -> Iterator[date]:
    """The days that the sheet showed in red."""
    for column, day in zip(month.layout.days, month.before, strict=False):
        if is_red(month.cell(row, column)):
            yield day


def _label(old: object, day: date, is_date: bool) -> str | int | datetime:
    """The day as the sheet writes days: a date, `1`, `1日`, or a weekday."""
    if isinstance(old, datetime):
        return datetime(day.year, day.month, day.day)
    text = str(old or "")
    if not is_date:
        number = weekday_number(text)
        prefix = text[:-1] if number and text[-1:] in "一二三四五六日天" else ""
        return f"{prefix}{WEEKDAYS[day.isoweekday() - 1]}"
    if isinstance(old, str) and "月" in old:
        return f"{day.month}月{day.day}日"
    if isinstance(old, str):
        return f"{day.day}{'日' if old.endswith('日') else ''}"
    return day.day


def _write_titles(month: MonthSheet) -> None:
    """The month in the title, banner and notes."""
    old, new = month.before[0], month.days[0]
    if (old.year, old.month) == (new.year, new.month):
        return
    pattern = re.compile(rf"{old.year}\s*年\s*0?{old.month}\s*月")
    short = re.compile(rf"(?<!\d)0?{old.month}月")
    for cell in _texts(month.sheet):
        text = pattern.sub(f"{new.year}年{new.month}月", str(cell.value))
        if cell.row - 1 <= month.layout.labels:
            text = short.sub(f"{new.month}月", text)
        if text != cell.value:
            cell.value = text


def _write_number_of_days(month: MonthSheet) -> None:
    for cell in list(_texts(month.sheet)):
        if str(cell.value).startswith(DAYS_IN_MONTH):
            beside = month.sheet.cell(cell.row, cell.column + 1)
            if isinstance(beside.value, int | float):
                beside.value = len(month.days)


def _texts(sheet: Worksheet) -> Iterator[Cell]:
    return (
        cell
        for cell in sheet._cells.values()
        if isinstance(cell, Cell) and isinstance(cell.value, str) and cell.data_type == "s"
    )


def write_codes(month: MonthSheet, agents: dict[int, str], codes: Codes) -> int:
    """Write every agent's codes, truly empty for a day off; rows of nobody planned are emptied. `agents`: row to id.

    A fill that marked a duty stays where the sheet shows the same days and the code is the same. Returns the cells
    of days about which nothing is known.
    """
    unknown = 0
    for row in month.layout.agents:
        plain = _commonest_style(month, row)
        cells = codes.get(agents.get(row, ""), {})
        for column, day in month.layout.days.items():
            cell = month.cell(row, column)
            code = cells.get(day)
            unknown += code is None and row in agents
            if not (month.same_days and str(cell.value or "") == (code or "")):
                wear(cell, plain)
                cell.comment = None
            cell.value = code or None
    return unknown


def _commonest_style(month: MonthSheet, row: int) -> StyleArray:
    styles = Counter(style_of(month.cell(row, column)) for column in month.layout.days)
    return styles.most_common(1)[0][0]
