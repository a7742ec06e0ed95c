"""The roster as a picture: people by days, each cell with its code and colour, the legend inside."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from app.wording import words
from app.workbook.drawing.canvas import BODY, LINE, QUIET, REST, SMALL, TEXT, new_picture
from app.workbook.labels import day_mark, is_rest_day, version_word, weekday_word
from app.workbook.shift_look import LEAVE, Look, leave_code, look, times
from app.workbook.team_plan import TeamPlan, TeamRow

_ = words("workbook")

ROW_PIXELS, HEADER_ROWS, LEGEND_ACROSS = 56, 3, 4
NAME_WIDTH, GROUP_WIDTH = 1.6, 1.4
"""In widths of a day's column of a fortnight."""
REST_FILL = "#F7F7F8"


def roster_picture(plan: TeamPlan, days: tuple[int, ...]) -> Figure:
    """The given days of the horizon; equal widths whether a week or a fortnight."""
    legend_rows = -(-(len(plan.codes) + 1) // LEGEND_ACROSS)
    rows = HEADER_ROWS + len(plan.rows) + legend_rows + 0.5
    height = round(ROW_PIXELS * rows) + 230
    title = _("{title} · team roster").format(title=plan.title)
    corner = f"{version_word(plan.version)} · {plan.exported:%Y-%m-%d %H:%M}"
    figure = new_picture(title, corner, height)
    axes = figure.add_axes((0.02, 100 / height, 0.96, 1 - 230 / height))
    axes.set_axis_off()
    scale = len(days) / 14
    names = (GROUP_WIDTH + NAME_WIDTH) * scale
    axes.set_xlim(-names, len(days))
    axes.set_ylim(rows, 0)
    _draw_header(axes, plan, days)
    for number, row in enumerate(plan.rows):
        _draw_agent(axes, plan, days, number, row, scale)
        if number and row.group != plan.rows[number - 1].group:
            axes.hlines(HEADER_ROWS + number, -names, len(days), color=QUIET, linewidth=1.2)
    _draw_legend(axes, plan, HEADER_ROWS + len(plan.rows) + 0.5, (-names, len(days)))
    return figure


def _draw_header(axes: Axes, plan: TeamPlan, days: tuple[int, ...]) -> None:
    for column, number in enumerate(days):
        day = plan.horizon.day(number)
        colour = REST if is_rest_day(day) else TEXT
        _box(axes, column, 0, (1, HEADER_ROWS), REST_FILL if is_rest_day(day) else "#EEF1F5")
        _write(axes, column + 0.5, 0.5, f"{day:%m-%d}", colour)
        mark = f"{weekday_word(day)} {day_mark(day)}".strip()
        _write(axes, column + 0.5, 1.5, mark, colour)
        _write(axes, column + 0.5, 2.5, plan.phases_of_day(number), QUIET, size=SMALL - 2.5)


def _draw_agent(axes: Axes, plan: TeamPlan, days: tuple[int, ...], number: int, row: TeamRow, scale: float) -> None:
    top = HEADER_ROWS + number
    left = -(GROUP_WIDTH + NAME_WIDTH) * scale
    _write(axes, left, top + 0.5, row.group, QUIET, size=SMALL, align="left")
    _write(axes, left + GROUP_WIDTH * scale, top + 0.5, row.name, TEXT, align="left")
    for column, day in enumerate(days):
        text, colours = _cell(plan, row, day)
        rest = REST_FILL if is_rest_day(plan.horizon.day(day)) else "#FFFFFF"
        _box(axes, column, top, (1, 1), colours.fill if colours else rest)
        if colours:
            _write(axes, column + 0.5, top + 0.5, text, colours.text)


def _cell(plan: TeamPlan, row: TeamRow, day: int) -> tuple[str, Look | None]:
    if day in row.shifts:
        shift = plan.shifts[row.shifts[day]]
        return plan.codes[shift.id], look(shift)
    return (leave_code(), LEAVE) if day in row.absent else ("", None)


def _draw_legend(axes: Axes, plan: TeamPlan, top: float, span: tuple[float, float]) -> None:
    entries = [(code, look(plan.shifts[shift]), times(plan.shifts[shift])) for shift, code in plan.codes.items()]
    entries.append((leave_code(), LEAVE, _("Leave or other absence")))
    width = (span[1] - span[0]) / LEGEND_ACROSS
    for number, (code, colours, text) in enumerate(entries):
        left, row = span[0] + number % LEGEND_ACROSS * width, top + number // LEGEND_ACROSS
        _box(axes, left, row + 0.1, (width * 0.16, 0.8), colours.fill)
        _write(axes, left + width * 0.08, row + 0.5, code, colours.text)
        _write(axes, left + width * 0.19, row + 0.5, text, QUIET, size=SMALL, align="left")


def _box(axes: Axes, left: float, top: float, size: tuple[float, float], fill: str) -> None:
    axes.add_patch(Rectangle((left, top), *size, facecolor=fill, edgecolor=LINE, linewidth=0.6))


def _write(axes: Axes, x: float, y: float, text: str, colour: str, size: float = BODY, align: str = "center") -> None:
    """Text as it is: a $ in a name is no formula."""
    axes.text(x, y, text, color=colour, fontsize=size, ha=align, va="center", parse_math=False)
