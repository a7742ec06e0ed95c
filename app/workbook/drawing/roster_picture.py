"""A week of the roster as a picture for the chat group: letters large enough for a phone, the legend inside."""

from matplotlib.figure import Figure

from app.wording import words
from app.workbook.drawing.canvas import DPI, QUIET, TEXT, WIDTH
from app.workbook.drawing.paper import Paper
from app.workbook.drawing.roster_legend import draw_legend, legend_lines
from app.workbook.drawing.roster_table import HEADER_ROWS, Table, draw_table
from app.workbook.labels import version_word
from app.workbook.team_plan import TeamPlan

_ = words("workbook")

MOST_AGENTS = 40
"""On one picture; a longer one is scaled down by chat programs."""
MARGIN, TITLE_HEIGHT, ROW_HEIGHT, LEGEND_ROW = 0.2, 0.55, 0.36, 0.3
SIZE, LEGEND_SIZE, TITLE_SIZE = 13, 10, 17


def roster_picture(plan: TeamPlan, days: tuple[int, ...], rows: range) -> Figure:
    """The given days of the horizon for these rows of the plan."""
    width = WIDTH / DPI - 2 * MARGIN
    legend = legend_lines(plan, width, LEGEND_SIZE) * LEGEND_ROW
    table_height = (HEADER_ROWS + len(rows)) * ROW_HEIGHT
    paper = Paper(WIDTH / DPI, MARGIN + TITLE_HEIGHT + table_height + 0.2 + legend + 0.45)
    first, last = plan.horizon.day(days[0]), plan.horizon.day(days[-1])
    title = _("{title} · team roster").format(title=plan.title) + f" · {first:%m-%d} – {last:%m-%d}"
    paper.write(MARGIN, MARGIN + TITLE_HEIGHT / 2 - 0.06, title, TEXT, TITLE_SIZE, within=width)
    table = Table(plan, days, rows, MARGIN, MARGIN + TITLE_HEIGHT, width, ROW_HEIGHT, SIZE)
    draw_table(paper, table)
    draw_legend(paper, plan, (MARGIN, table.bottom + 0.2, width), LEGEND_ROW, LEGEND_SIZE)
    corner = f"{version_word(plan.version)} · {plan.exported:%Y-%m-%d %H:%M}"
    paper.write(MARGIN + width, paper.height - 0.2, corner, QUIET, LEGEND_SIZE, "right")
    return paper.figure(DPI)
