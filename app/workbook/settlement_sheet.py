"""兼职结算: one block per part-time agent on a page of its own, to be signed and handed out alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.worksheet import Worksheet

from app.wording import words
from app.wording.amounts import hours
from app.workbook.book import SHORTAGE, Book
from app.workbook.formulas import cell, span
from app.workbook.hr_rows import HrRow
from app.workbook.labels import hours_system_word, weekday_word
from app.workbook.shift_look import times
from scheduler.pay.agent_pay import PaidShift
from scheduler.pay.paid_minutes import wage
from scheduler.pay.part_time import Span, part_time_weeks, settlements
from scheduler.pay.terms import PART_TIME, PayTerms, pay_terms

_ = words("workbook")

DATE, WEEKDAY, SHIFT, TIMES, HOURS, PAY = range(6)
WIDTHS = (13, 8, 14, 21, 9, 11)


@dataclass(frozen=True, slots=True)
class Block:
    """Where one agent's lines stand: days from row `first` on, `rate` the cell of the wage, empty without wages."""

    row: HrRow
    first: int
    rate: str

    @property
    def shifts(self) -> tuple[PaidShift, ...]:
        """The days worked, in order."""
        return self.row.pay.shifts

    @property
    def total(self) -> int:
        """Row of the sum."""
        return self.first + len(self.shifts)

    def hours_of(self, days: Sequence[int]) -> str:
        """The sum over the lines of these days, which stand together; 0 when there are none."""
        lines = [number for number, shift in enumerate(self.shifts, self.first) if shift.worked.day in days]
        return f"SUM({span((lines[0], HOURS), (lines[-1], HOURS))})" if lines else "0"


def write_settlement_sheet(book: Book, rows: Sequence[HrRow], with_wages: bool) -> None:
    """Add the sheet, if anybody is settled by the hour. Yuan stand in it only `with_wages`."""
    settled = [row for row in rows if row.by_the_hour]
    if not settled:
        return
    sheet = book.sheet(_("Part-time settlement"))
    sheet.set_portrait()
    sheet.set_print_scale(100)  # one block a page: fitting would take the page breaks away
    last = PAY if with_wages else HOURS
    for column, width in enumerate(WIDTHS[: last + 1]):
        sheet.set_column(column, column, width)
    book.heading(sheet, _("{title} · part-time settlement · planned hours").format(title=book.plan.title), last)
    at, breaks = 3, []
    for row in settled:
        at = _write_block(book, sheet, row, at, with_wages) + 2
        breaks.append(at)
    sheet.set_h_pagebreaks(breaks[:-1])
    sheet.repeat_rows(0, 1)


def _write_block(book: Book, sheet: Worksheet, row: HrRow, at: int, with_wages: bool) -> int:
    """The row after the block."""
    last = PAY if with_wages else HOURS
    about = (row.row.name, row.row.agent_id, row.row.group, hours_system_word(row.legal_form))
    sheet.set_row(at, 24)
    title = " · ".join(part for part in about if part)
    book.merged(sheet, (at, 0), (at, TIMES if with_wages else last), title, book.style("header", align="left"))
    if with_wages:
        sheet.write_string(at, HOURS, _("Hourly cost"), book.style("header"))
        sheet.write_number(at, PAY, row.hourly_cost, book.style("money", "total", indent=1))
    headings = (_("Date"), _("Weekday"), _("Shift"), _("From–to"), _("Hours"), _("Pay due"))
    for column, text in enumerate(headings[: last + 1]):
        sheet.write_string(at + 1, column, text, book.style("header"))
    block = Block(row, at + 2, cell((at, PAY)) if with_wages else "")
    _write_days(book, sheet, block)
    at = _write_spans(book, sheet, block)
    signed = _("Signature: ______________    Date: ______________")
    sheet.set_row(at, 36)
    book.merged(sheet, (at, 0), (at, last), signed, book.style("note", valign="bottom"))
    return at + 1


def _write_days(book: Book, sheet: Worksheet, block: Block) -> None:
    for at, shift in enumerate(block.shifts, block.first):
        kind = book.plan.shifts[shift.worked.shift]
        sheet.write_datetime(at, DATE, shift.worked.date, book.style("text", num_format="yyyy-mm-dd"))
        sheet.write_string(at, WEEKDAY, weekday_word(shift.worked.date), book.style("center"))
        sheet.write_string(at, SHIFT, kind.name or kind.code or kind.id, book.style("text"))
        sheet.write_string(at, TIMES, times(kind), book.style("text"))
        sheet.write_number(at, HOURS, shift.minutes.total / 60, book.style("hours", indent=1))
        if block.rate:
            _write_pay(book, sheet, block, at, shift)
    _write_sum(book, sheet, block)


def _write_pay(book: Book, sheet: Worksheet, block: Block, at: int, shift: PaidShift) -> None:
    """Hours times wage; a day with multiples shows them in its formula."""
    minutes, terms = shift.minutes, block.row.pay.terms
    parts = [f"{minutes.standard / 60:g}"]
    for count, key in (
        (minutes.overtime, "overtime"),
        (minutes.rest_day, "rest_day"),
        (minutes.statutory, "statutory_day"),
    ):
        parts += [f"{count / 60:g}*{terms.multiplier(f'{key}_multiplier'):g}"] if count else []
    weighted = f"({'+'.join(parts)})" if minutes.extra else cell((at, HOURS))
    value = wage(minutes, terms, block.row.hourly_cost)
    sheet.write_formula(at, PAY, f"={weighted}*{block.rate}", book.style("money", indent=1), value)


def _write_sum(book: Book, sheet: Worksheet, block: Block) -> None:
    at, total, money = block.total, book.style("hours", "total", indent=1), book.style("money", "total", indent=1)
    text = _("Total · {days} days").format(days=len(block.shifts))
    book.merged(sheet, (at, 0), (at, TIMES), text, book.style("header", align="left"))
    total_hours = sum(shift.minutes.total for shift in block.shifts) / 60
    lines = f"SUM({span((block.first, HOURS), (at - 1, HOURS))})" if block.shifts else "0"
    sheet.write_formula(at, HOURS, f"={lines}", total, total_hours)
    if block.rate:
        pay = sum(wage(shift.minutes, block.row.pay.terms, block.row.hourly_cost) for shift in block.shifts)
        lines = f"SUM({span((block.first, PAY), (at - 1, PAY))})" if block.shifts else "0"
        sheet.write_formula(at, PAY, f"={lines}", money, pay)


def _write_spans(book: Book, sheet: Worksheet, block: Block) -> int:
    """Weeks against their limit, then spans to settle against the average; the row after them."""
    worked = [shift.worked for shift in block.shifts]
    terms = envelope_terms(book, block.row)
    at = block.total + 1
    weeks = part_time_weeks(
        book.plan.problem, worked, terms.value("max_minutes_per_week"), block.row.agent.carry_in.week_minutes
    )
    for week in weeks:
        label = _("Week {first} – {last}").format(**_dates(book, week))
        formula = f"={block.hours_of(week.days)}" + (f"+{week.before / 60:g}" if week.before else "")
        _write_span(book, sheet, at, label, formula, week.minutes / 60, week_words(week), week.over > 0)
        at += 1
    for settled in settlements(book.plan.problem, worked, terms):
        label = _("Settled {first} – {last}").format(**_dates(book, settled))
        formula = f"={block.hours_of(settled.days)}"
        _write_span(book, sheet, at, label, formula, settled.minutes / 60, settled_words(settled), settled.over > 0)
        at += 1
    return at


def envelope_terms(book: Book, row: HrRow) -> PayTerms:
    """The limits of part-time work hold for the team's part-time contract too, whatever its hours system."""
    return pay_terms(PART_TIME, row.row.contract, book.plan.project.rulebook)


def _dates(book: Book, part: Span) -> dict[str, str]:
    first, last = book.plan.horizon.day(part.days[0]), book.plan.horizon.day(part.days[-1])
    return {"first": f"{first:%m-%d}", "last": f"{last:%m-%d}"}


def _write_span(
    book: Book, sheet: Worksheet, at: int, label: str, formula: str, hours: float, words_of: str, alarm: bool
) -> None:
    colour: dict[str, Any] = {"font_color": SHORTAGE, "bold": True} if alarm else {}
    book.merged(sheet, (at, DATE), (at, WEEKDAY), label, book.style("text", "quiet"))
    book.merged(sheet, (at, SHIFT), (at, TIMES), words_of, book.style("text", **colour))
    sheet.write_formula(at, HOURS, formula, book.style("hours", num_format="0.0", indent=1, **colour), hours)


def week_words(week: Span) -> str:
    """Within the week's limit or past it by how much."""
    if week.limit is None:
        return ""
    text = _("▼ {over:.1f} h past {limit} h a week") if week.over else _("within {limit} h a week")
    return text.format(over=week.over / 60, limit=hours(week.limit))


def settled_words(settled: Span) -> str:
    """The average of a calendar day, within its limit or past it."""
    if settled.limit is None:
        return ""
    text = (
        _("▼ {average:.1f} h a day, past {limit} h") if settled.over else _("{average:.1f} h a day, within {limit} h")
    )
    return text.format(average=settled.measured / 60, limit=hours(settled.limit))
