"""违规与例外: every violation with its source, and the reason of an exception or room for it."""

from collections.abc import Iterable

from xlsxwriter.worksheet import Worksheet

from app.wording import words
from app.workbook.book import SHORTAGE, Book, width_of
from app.workbook.hr_rows import HrRow
from app.workbook.hr_violations import SEVERITIES, Line, violation_lines
from scheduler.violation import Severity

_ = words("workbook")

HEADINGS, FIRST_LINE = 2, 3
WIDTHS = (5, 13, 18, 18, 12, 11, 54, 26)
MARKS = {Severity.LAW: "▲", Severity.POLICY: "◆", Severity.HINT: "●"}
"""Shapes, so that a grey print tells the severities apart."""


def write_violations_sheet(book: Book, rows: Iterable[HrRow]) -> None:
    """Add the sheet."""
    sheet = book.sheet(_("Violations and exceptions"))
    book.heading(sheet, _("{title} · violations and exceptions").format(title=book.plan.title), len(WIDTHS) - 1)
    headings = (
        _("No."), _("Severity"), _("Rule"), _("Source"), _("Agent"), _("Date"), _("What is wrong"),
        _("Reason of the exception"),
    )  # fmt: skip
    lines = violation_lines(book.plan, rows)
    for column, (width, text) in enumerate(zip(WIDTHS, headings, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(HEADINGS, column, text, book.style("header"))
    sheet.set_column(1, 1, width_of((_severity(line) for line in lines), WIDTHS[1]))
    sheet.set_column(4, 4, width_of((line.agent for line in lines), 12))
    for number, line in enumerate(lines, 1):
        _write_line(book, sheet, number, line)
    if not lines:
        last = (FIRST_LINE, len(WIDTHS) - 1)
        book.merged(sheet, (FIRST_LINE, 0), last, _("The roster breaks no rule."), book.style("text"))
    sheet.freeze_panes(FIRST_LINE, 0)
    sheet.repeat_rows(0, HEADINGS)


def _write_line(book: Book, sheet: Worksheet, number: int, line: Line) -> None:
    at = FIRST_LINE + number - 1
    sheet.set_row(at, 30)
    colour = {"font_color": SHORTAGE, "bold": True} if line.severity is Severity.LAW else {}
    text = book.style("text", text_wrap=True)
    sheet.write_number(at, 0, number, book.style("count"))
    sheet.write_string(at, 1, _severity(line), book.style("text", **colour))
    sheet.write_string(at, 2, line.rule, text)
    sheet.write_string(at, 3, line.article or _("team rule"), text)
    sheet.write_string(at, 4, line.agent, text)
    if line.day is None:
        sheet.write_blank(at, 5, None, text)
    else:
        sheet.write_datetime(at, 5, line.day, book.style("text", num_format="yyyy-mm-dd"))
    sheet.write_string(at, 6, line.sentence, text)
    if line.reason:
        sheet.write_string(at, 7, line.reason, text)
    else:
        sheet.write_blank(at, 7, None, text)


def _severity(line: Line) -> str:
    return f"{MARKS[line.severity]} {_(SEVERITIES[line.severity])}"
