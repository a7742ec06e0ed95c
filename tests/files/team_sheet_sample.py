"""A team's own roster workbook, as a lead of ten keeps it: August 2026, everything where such sheets have it."""

from datetime import date, timedelta
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

FIRST, DAYS = date(2026, 8, 1), 31
RED_SATURDAYS = (1, 15, 29)
GROUPS = (("售前", ("客服01", "客服02", "客服03", "客服04")), ("售后", ("客服05", "客服06", "客服07", "客服08")))
BALANCES = {
    "客服01": ("3天4小时", "2天"), "客服02": ("-3小时", "0天"), "客服03": ("1天", "5天"),
    "客服04": ("-1天（下个月）", "1天"),
    "客服05": ("1天", "5天"), "客服06": ("0天", "5天"), "客服07": ("2小时", "5天"), "客服08": ("2天", "3天"),
}  # fmt: skip
DUTY, LEAD, ORANGE = "#E2F0D9", "#FFFF00", "#F4B084"
RIGHT = ("剩余", "年假", "休息", "早班", "晚班", "实到", "应到")
FIRST_COLUMN, FIRST_ROW = 2, 3
REST_DAYS = 6


def code(agent: int, day: int) -> str:
    """Six days on, one off, early or late by the week; some leave and an office day."""
    if (agent, day) == (0, 9):
        return "年"
    if (agent, day) == (1, 4):
        return "行"
    if (day + agent) % 7 == 0:
        return ""
    return "早" if (day // 7 + agent) % 2 else "晚"


def rows_of_agents() -> dict[str, int]:
    """Agent to row from 0; a banner stands between the groups."""
    found, row = {}, FIRST_ROW
    for _, names in GROUPS:
        for name in names:
            found[name] = row
            row += 1
        row += 1
    return found


def write_team_sheet(path: Path, unknown: str = "", legend: str = "") -> Path:
    """The workbook, with its formulas' values stored. `unknown`: a code put into one cell, `legend`: text of a cell."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("2026年8月")
    style = {"align": "center", "border": 1, "font_name": "SimSun"}
    plain = book.add_format(style)
    last = FIRST_COLUMN + DAYS - 1
    sheet.merge_range(
        0,
        0,
        0,
        last + len(RIGHT),
        "2026年8月客服排班表",
        book.add_format({"bold": True, "font_size": 16, "align": "center"}),
    )
    for row, words in ((1, ("月份", "日期")), (2, ("职务", "星期"))):
        for column, word in enumerate(words):
            sheet.write_string(row, column, word, plain)
    for number in range(DAYS):
        day = FIRST + timedelta(days=number)
        off = day.weekday() == 6 or day.day in RED_SATURDAYS
        sheet.write_number(1, FIRST_COLUMN + number, day.day, plain)
        red = book.add_format({**style, "font_color": "#FF0000"})
        sheet.write_string(2, FIRST_COLUMN + number, "一二三四五六日"[day.weekday()], red if off else plain)
    for number, word in enumerate(RIGHT):
        sheet.write_string(1, last + 1 + number, word, plain)
    rows = rows_of_agents()
    for group, names in GROUPS:
        sheet.merge_range(rows[names[0]], 0, rows[names[-1]], 0, group, plain)
    for number, (name, row) in enumerate(rows.items()):
        _write_agent(book, sheet, style, row, number, name, unknown)
    sheet.merge_range(
        7, FIRST_COLUMN, 7, last, "2026年8月 大促月", book.add_format({"bg_color": "#FF0000", "font_color": "#FFFFFF"})
    )
    _write_bottom(sheet, plain, rows)
    for row, text in ((16, "本月休息天数："), (17, "本月天数：")):
        sheet.write_string(row, 0, text)
    sheet.write_number(16, 1, REST_DAYS)
    sheet.write_number(17, 1, DAYS)
    sheet.write_string(18, 0, "大小周")
    if legend:
        sheet.write_string(19, 0, legend)
    sheet.write_comment(FIRST_ROW, FIRST_COLUMN + 3, "与客服02换班")
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 1, 9.5)
    sheet.set_column(FIRST_COLUMN, last, 3.75)
    sheet.freeze_panes(3, 2)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.repeat_rows(0, 2)
    other = book.add_worksheet("通讯录")
    other.write_row(0, 0, ["昵称", "座机"])
    other.write_row(1, 0, ["客服01", "8001"])
    book.close()
    return path


def _write_agent(
    book: xlsxwriter.Workbook,
    sheet: Worksheet,
    style: dict[str, object],
    row: int,
    number: int,
    name: str,
    unknown: str,
) -> None:
    sheet.write_string(row, 1, name, book.add_format(style))
    codes = [code(number, day) for day in range(1, DAYS + 1)]
    if unknown and number == 2:
        codes[3] = unknown
    for offset, word in enumerate(codes):
        fill = DUTY if (number, offset) in {(0, 2), (1, 8)} else LEAD if (number, offset) == (4, 1) else ""
        cell = book.add_format({**style, **({"bg_color": fill} if fill else {})})
        if word:
            sheet.write_string(row, FIRST_COLUMN + offset, word, cell)
        else:
            sheet.write_blank(row, FIRST_COLUMN + offset, None, cell)
    first, last = (xl_col_to_name(FIRST_COLUMN + at) for at in (0, DAYS - 1))
    at = FIRST_COLUMN + DAYS
    early, late, leave, office = (codes.count(word) for word in "早晚年行")
    sheet.write_string(row, at, BALANCES[name][0])
    sheet.write_string(row, at + 1, BALANCES[name][1])
    columns = [xl_col_to_name(at + more) for more in range(len(RIGHT))]
    span = f"${first}{row + 1}:${last}{row + 1}"
    off = DAYS - early - late - leave - office
    sheet.write_formula(
        row,
        at + 2,
        f'=$B$18-{columns[3]}{row + 1}-{columns[4]}{row + 1}-COUNTIF({span},"年")-COUNTIF({span},"行")',
        None,
        off,
    )
    sheet.write_formula(row, at + 3, f'=COUNTIF({span},"早")', None, early)
    sheet.write_formula(row, at + 4, f'=COUNTIF({span},"晚")', None, late)
    sheet.write_formula(
        row, at + 5, f'={columns[3]}{row + 1}+{columns[4]}{row + 1}+COUNTIF({span},"行")', None, early + late + office
    )
    sheet.write_formula(row, at + 6, "=$B$18-$B$17", None, DAYS - REST_DAYS)


def _write_bottom(sheet: Worksheet, plain: Format, rows: dict[str, int]) -> None:
    for at, (group, (_, names), word) in enumerate(
        (group, part, word) for group, part in zip(("售前", "售后"), GROUPS, strict=True) for word in ("早", "晚")
    ):
        row = 12 + at
        sheet.write_string(row, 0, group, plain)
        sheet.write_string(row, 1, f"{word}班", plain)
        top, bottom = rows[names[0]], rows[names[-1]]
        for number in range(DAYS):
            column = xl_col_to_name(FIRST_COLUMN + number)
            first = list(rows).index(names[0])
            value = sum(code(first + agent, number + 1) == word for agent in range(len(names)))
            formula = f'=COUNTIF({column}${top + 1}:{column}${bottom + 1},"{word}")'
            sheet.write_formula(row, FIRST_COLUMN + number, formula, None, value)
