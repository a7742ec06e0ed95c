"""The roster as pages to print: header and legend on each, groups kept together, pages counted."""

from collections.abc import Iterator
from dataclasses import dataclass

from matplotlib.figure import Figure

from app.wording import words
from app.workbook.drawing.canvas import QUIET, TEXT
from app.workbook.drawing.paging import pages_of
from app.workbook.drawing.paper import Paper
from app.workbook.drawing.roster_legend import draw_legend, legend_lines
from app.workbook.drawing.roster_table import HEADER_ROWS, Table, draw_heads, draw_table
from app.workbook.labels import version_word
from app.workbook.roster_layout import roster_layouts
from app.workbook.team_plan import TeamPlan

_ = words("workbook")

A4, A3 = (11.69, 8.27), (16.54, 11.69)
"""Inches, landscape."""
A4_DAYS, A4_AGENTS = 16, 30
"""Most days and agents for A4."""
MARGIN, TITLE_HEIGHT, FOOT_HEIGHT, LEGEND_ROW = 0.4, 0.5, 0.3, 0.24
LEAST_ROW, USUAL_ROW, MOST_ROW = 0.19, 0.225, 0.27
"""Heights of an agent's row: the smallest for a team that then fits one page, the largest where there is room."""
POINTS_PER_ROW_INCH = 40
LEGEND_SIZE, TITLE_SIZE, FOOT_SIZE = 8, 15, 8
PRINT_DPI = 72


@dataclass(frozen=True, slots=True)
class PrintPage:
    """Days and rows of one page; the last of a month counts heads."""

    days: tuple[int, ...]
    rows: range
    last: bool


def print_pages(plan: TeamPlan) -> Iterator[Figure]:
    """One figure a page, one at a time: month by month, then agents from the top."""
    size = paper_size(plan)
    parts = pages_of([row.group for row in plan.rows], agents_on(plan, size))
    pages = [
        PrintPage(layout.days, rows, rows is parts[-1])
        for layout in roster_layouts(plan, with_shortage=False)
        for rows in parts
    ]
    height = min(MOST_ROW, _height(plan, size) / (max(map(len, parts)) + HEADER_ROWS + 1))
    for number, page in enumerate(pages, 1):
        yield _page(plan, page, size, height, _("Page {page} of {pages}").format(page=number, pages=len(pages)))


def paper_size(plan: TeamPlan) -> tuple[float, float]:
    """A3 for a month or a large team, else A4."""
    longest = max(len(layout.days) for layout in roster_layouts(plan, with_shortage=False))
    return A4 if longest <= A4_DAYS and len(plan.rows) <= A4_AGENTS else A3


def agents_on(plan: TeamPlan, size: tuple[float, float]) -> int:
    """How many rows of agents a page holds; all of them when they fit closely."""
    closely, usually = (max(1, int(_height(plan, size) / row) - HEADER_ROWS - 1) for row in (LEAST_ROW, USUAL_ROW))
    return closely if len(plan.rows) <= closely else usually


def _height(plan: TeamPlan, size: tuple[float, float]) -> float:
    """Inches for the table, between title and legend."""
    width = size[0] - 2 * MARGIN
    legend = legend_lines(plan, width, LEGEND_SIZE) * LEGEND_ROW + 0.1
    return size[1] - 2 * MARGIN - TITLE_HEIGHT - FOOT_HEIGHT - legend


def _page(plan: TeamPlan, page: PrintPage, size: tuple[float, float], row_height: float, number: str) -> Figure:
    paper, width = Paper(*size), size[0] - 2 * MARGIN
    first = plan.horizon.day(page.days[0])
    month = _("{year}-{month:02d}").format(year=first.year, month=first.month)
    title = _("{title} · team roster · {month}").format(title=plan.title, month=month)
    paper.write(MARGIN, MARGIN + 0.15, title, TEXT, TITLE_SIZE, within=width * 0.75)
    paper.write(size[0] - MARGIN, MARGIN + 0.15, version_word(plan.version), TEXT, FOOT_SIZE + 2, "right")
    letters = row_height * POINTS_PER_ROW_INCH
    table = Table(plan, page.days, page.rows, MARGIN, MARGIN + TITLE_HEIGHT, width, row_height, letters)
    draw_table(paper, table)
    if page.last:
        draw_heads(paper, table)
    draw_legend(paper, plan, (MARGIN, table.bottom + row_height + 0.1, width), LEGEND_ROW, LEGEND_SIZE)
    foot = size[1] - MARGIN
    exported = _("exported {time}").format(time=plan.exported.strftime("%Y-%m-%d %H:%M"))
    paper.write(size[0] / 2, foot, number, QUIET, FOOT_SIZE, "center")
    paper.write(size[0] - MARGIN, foot, exported, QUIET, FOOT_SIZE, "right")
    return paper.figure(PRINT_DPI)
