"""人事汇总: days, hours by multiple, overtime account and nights of each agent, one sheet a month, to be signed."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from xlsxwriter.worksheet import Worksheet

from app.wording import words
from app.wording.names import name_of
from app.workbook.book import A3, Book, width_of
from app.workbook.formulas import cell, span
from app.workbook.hr_attended import is_attended
from app.workbook.hr_columns import Column, columns
from app.workbook.hr_figures import Figure
from app.workbook.hr_rows import HrRow, month_figures
from app.workbook.labels import hours_system_word, skill_words
from app.workbook.roster_layout import FIRST_AGENT as ROSTER_AGENT
from app.workbook.roster_layout import RosterLayout, roster_layouts
from scheduler.pay.agent_pay import Month, months_of
from scheduler.pay.terms import PayTerms

_ = words("workbook")

BANDS, HEADINGS, FIRST_AGENT = 2, 3, 4
WORDS, SIGNATURE_WIDTH, PAGE_AGENTS = 6, 16, 45
"""Columns of words before the figures: group, name, staff id, skills, contract, hours system; agents readable on one
page.
"""
INDENT = {"hours": {"indent": 1}, "money": {"indent": 1}}
Figures = Mapping[str, Figure]


def write_hr_summary_sheets(book: Book, rows: Sequence[HrRow], with_wages: bool) -> None:
    """Add the sheets, in order of the months. Yuan stand in them only `with_wages`."""
    shown = list(columns(book.plan.project.rulebook, with_wages, is_attended(book.plan)))
    layouts = list(roster_layouts(book.plan, with_shortage=False))
    for (month, days), layout in zip(months_of(book.plan.problem).items(), layouts, strict=True):
        figures = [month_figures(book.plan, row, month, days) for row in rows]
        _write_month(book, month, layout, shown, rows, figures, only=len(layouts) == 1)


def _write_month(
    book: Book,
    month: Month,
    layout: RosterLayout,
    shown: Sequence[Column],
    rows: Sequence[HrRow],
    figures: Sequence[Figures],
    only: bool,
) -> None:
    name = f"{month[0]}-{month[1]:02d}"
    sheet = book.sheet(_("HR summary") if only else f"{_('HR summary')} {name}", A3)
    sheet.fit_to_pages(1, 1 if len(rows) <= PAGE_AGENTS else 0)
    title = _("{title} · HR summary {month} · planned hours").format(title=book.plan.title, month=name)
    book.heading(sheet, title, WORDS + len(shown))
    _write_headings(book, sheet, shown, rows)
    for number, (row, of_row) in enumerate(zip(rows, figures, strict=True)):
        _write_agent(book, sheet, shown, FIRST_AGENT + number, row, of_row, layout, ROSTER_AGENT + number)
    _write_totals(book, sheet, shown, figures)
    _write_check(book, sheet, shown, layout, len(rows))
    sheet.freeze_panes(FIRST_AGENT, 3)
    sheet.repeat_rows(0, HEADINGS)
    sheet.repeat_columns(0, 2)


def _write_headings(book: Book, sheet: Worksheet, shown: Sequence[Column], rows: Sequence[HrRow]) -> None:
    sheet.set_row(BANDS, 20)
    sheet.set_row(HEADINGS, 46)
    header = book.style("header")
    headings = (_("Group"), _("Name"), _("Staff id"), _("Skills"), _("Contract"), _("Hours system"))
    texts = [_words_of(row) for row in rows]
    for number, text in enumerate(headings):
        sheet.set_column(number, number, width_of([text, *(words_of[number] for words_of in texts)], 8))
        book.merged(sheet, (BANDS, number), (HEADINGS, number), text, header)
    for band, members in groupby(enumerate(shown, WORDS), lambda part: part[1].band):
        numbers = [number for number, _column in members]
        book.merged(sheet, (BANDS, numbers[0]), (BANDS, numbers[-1]), band, header)
    for number, column in enumerate(shown, WORDS):
        sheet.set_column(number, number, column.width)
        sheet.write_string(HEADINGS, number, column.heading, book.style("header", font_size=9))
    last = WORDS + len(shown)
    sheet.set_column(last, last, SIGNATURE_WIDTH)
    book.merged(sheet, (BANDS, last), (HEADINGS, last), _("Signature"), header)


def _words_of(row: HrRow) -> tuple[str, ...]:
    contract, system = name_of(row.row.contract), hours_system_word(row.legal_form)
    return row.row.group, row.row.name, row.row.agent_id, skill_words(row.row.skills), contract, system


def _write_agent(
    book: Book,
    sheet: Worksheet,
    shown: Sequence[Column],
    at: int,
    row: HrRow,
    figures: Figures,
    layout: RosterLayout,
    roster_row: int,
) -> None:
    sheet.set_row(at, 23)
    for number, (text, style) in enumerate(
        zip(_words_of(row), ("quiet", "text", "text", "quiet", "quiet", "quiet"), strict=True)
    ):
        sheet.write_string(at, number, text, book.style("text", style))
    places = {column.key: cell((at, number)) for number, column in enumerate(shown, WORDS)}
    places |= _roster_places(layout, roster_row) | _terms(row.pay.terms, row.basis.in_lieu)
    for number, column in enumerate(shown, WORDS):
        _write_figure(sheet, (at, number), column, figures[column.key], places, _style(book, column, figures))
    sheet.write_blank(at, WORDS + len(shown), None, book.style("text"))


def _roster_places(layout: RosterLayout, row: int) -> dict[str, str]:
    """Cells of the agent's row on the roster sheet."""
    return {
        "roster_worked": cell((row, layout.worked), layout.name),
        "roster_away": cell((row, layout.worked + 2), layout.name),
    }


def _terms(terms: PayTerms, in_lieu: bool) -> dict[str, str]:
    """The agent's multiples and limit as they stand in formulas."""
    kinds = ("overtime", "rest_day", "statutory_day")
    times = {f"times_{kind}": f"{terms.multiplier(f'{kind}_multiplier'):g}" for kind in kinds}
    limit = terms.value("max_overtime_minutes_per_month")
    given_back = {"times_rest_day": "1"} if in_lieu else {}
    return times | given_back | {"limit": "" if limit is None else f"{limit / 60:g}"}


def _style(book: Book, column: Column, figures: Figures) -> Any:
    if column.style != "left":
        return book.style(column.style, **INDENT.get(column.style, {}))
    left = figures[column.key]
    if isinstance(left, int | float) and left < 0:
        return book.style("hours", "short", num_format='0.0;"▼"-0.0;0.0', align="right", indent=1)
    return book.style("hours", num_format="0.0", indent=1)


def _write_figure(
    sheet: Worksheet, at: tuple[int, int], column: Column, value: Figure, places: Mapping[str, str], style: Any
) -> None:
    if value is None or value == "":
        sheet.write_blank(*at, None, style)
    elif isinstance(value, str):
        sheet.write_string(*at, value, style)
    elif column.formula:
        sheet.write_formula(*at, column.formula.format_map(places), style, value)
    else:
        sheet.write_number(*at, value, style)


def _write_totals(book: Book, sheet: Worksheet, shown: Sequence[Column], figures: Sequence[Figures]) -> None:
    at, last = FIRST_AGENT + len(figures), FIRST_AGENT + len(figures) - 1
    sheet.set_row(at, 24)
    book.merged(sheet, (at, 0), (at, WORDS - 1), _("Total"), book.style("header"))
    for number, column in enumerate(shown, WORDS):
        style = book.style(column.style if column.summed else "text", "total", **INDENT.get(column.style, {}))
        values = [value for of_row in figures if isinstance(value := of_row[column.key], int | float)]
        if not (column.summed and values):
            sheet.write_blank(at, number, None, style)
            continue
        formula = f"=SUM({span((FIRST_AGENT, number), (last, number))})"
        sheet.write_formula(at, number, formula, style, sum(values))
    sheet.write_blank(at, WORDS + len(shown), None, book.style("text", "total"))


def _write_check(book: Book, sheet: Worksheet, shown: Sequence[Column], layout: RosterLayout, agents: int) -> None:
    """Hours here less hours of the roster sheet, which counts them from its codes; then who made and who checked."""
    at, total = FIRST_AGENT + agents + 1, WORDS + [column.key for column in shown].index("total")
    book.merged(
        sheet,
        (at, 0),
        (at, total - 1),
        _("Check: hours here less hours of the roster, must be 0"),
        book.style("text", align="right"),
    )
    formula = f"={cell((at - 1, total))}-{cell((layout.present, layout.hours), layout.name)}"
    sheet.write_formula(at, total, f"=ROUND({formula[1:]},6)", book.style("hours", num_format="0.0"), 0)
    sheet.set_row(at + 2, 28)
    blanks = _("Made by: ____________    Checked by: ____________    Date: ____________")
    book.merged(sheet, (at + 2, 0), (at + 2, WORDS + len(shown)), blanks, book.style("note", valign="vcenter"))
