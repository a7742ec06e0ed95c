"""峰值日: the day of the highest requirement of each skill, as native charts with their figures below."""

from xlsxwriter.worksheet import Worksheet

from app.wording import words
from app.workbook.book import Book, sheet_name
from app.workbook.formulas import cell
from app.workbook.peak_chart import PeakFigures, insert_peak_chart, peak_title, rows_of_charts
from app.workbook.skill_staffing import SkillStaffing
from app.workbook.staffing_layout import FIRST_INTERVAL, StaffingLayout, staffing_layouts

_ = words("workbook")

SMALL = {"font_size": 9, "align": "right"}
SPARE = "[>=0.05]0.0;–"
"""Nothing where one decimal would show zero."""

FIRST_CHART, TIME = 2, 0
COLUMNS_PER_SKILL, LAST_COLUMN = 4, 16


def write_peak_sheet(book: Book) -> None:
    """Add the sheet; nothing when no skill is required."""
    parts = book.plan.staffing
    if not parts:
        return
    sheet = book.sheet(_("Peak day"))
    book.heading(sheet, _("{title} · peak day").format(title=book.plan.title), LAST_COLUMN)
    sheet.set_column(TIME, LAST_COLUMN, 9)
    top = _top(book)
    _write_times(book, sheet, parts[0], top)
    for number, layout in enumerate(staffing_layouts(book.plan)):
        figures = PeakFigures(sheet.get_name(), top + 2, COLUMNS_PER_SKILL * number + 1)
        _write_figures(book, sheet, layout, figures)
        insert_peak_chart(book, sheet, layout.staffing, figures, FIRST_CHART, number)
    sheet.set_h_pagebreaks([top])


def _top(book: Book) -> int:
    """Row of the figures' heading, below the charts."""
    return FIRST_CHART + rows_of_charts(len(book.plan.staffing)) + 1


def times_range(book: Book) -> list[object]:
    """The clock times of a day as a chart's range, short enough to stand level."""
    first, intervals = _top(book) + 2, book.plan.horizon.intervals_per_day
    return [sheet_name(_("Peak day")), first, TIME, first + intervals - 1, TIME]


def _write_times(book: Book, sheet: Worksheet, part: SkillStaffing, top: int) -> None:
    book.merged(sheet, (top, TIME), (top + 1, TIME), _("Interval"), book.style("header"))
    step = part.horizon.interval_minutes
    for number in range(part.horizon.intervals_per_day):
        row = top + 2 + number
        sheet.set_row(row, 13)
        sheet.write_string(
            row, TIME, f"{number * step // 60:02d}:{number * step % 60:02d}", book.style("center", "quiet")
        )


def _write_figures(book: Book, sheet: Worksheet, layout: StaffingLayout, figures: PeakFigures) -> None:
    """Requirement and cover are those of the staffing sheet, referred to."""
    part, first, left = layout.staffing, figures.first_row, figures.first_column
    book.merged(sheet, (first - 2, left), (first - 2, left + 3), peak_title(book, part), book.style("header"))
    for column, text in enumerate((_("Need"), _("Cover"), _("Short"), _("Spare")), left):
        sheet.write_string(first - 1, column, text, book.style("header"))
    need, cover = part.of_day(part.requirement, part.peak_day), part.of_day(part.cover, part.peak_day)
    for number, (required, present) in enumerate(zip(need.tolist(), cover.tolist(), strict=True)):
        _write_interval(book, sheet, layout, figures, number, (required, present))


def _write_interval(
    book: Book, sheet: Worksheet, layout: StaffingLayout, figures: PeakFigures, number: int, values: tuple[float, float]
) -> None:
    required, present = values
    row, left = figures.first_row + number, figures.first_column
    there, source = FIRST_INTERVAL + number, layout.column(layout.staffing.peak_day)
    need, cover = cell((row, left)), cell((row, left + 1))
    for column, (formula, style, value) in enumerate(
        (
            (f"={cell((there, source), layout.name)}", book.style("hours", **SMALL), required),
            (f"={cell((there, source + 1), layout.name)}", book.style("hours", **SMALL), present),
            (f"=MAX(0,{need}-{cover})", book.style("short", **SMALL), max(0.0, required - present)),
            (f"=MAX(0,{cover}-{need})", book.style("hours", **SMALL, num_format=SPARE), max(0.0, present - required)),
        ),
        left,
    ):
        sheet.write_formula(row, column, formula, style, value)
