"""What the codes of a roster on paper mean."""

from dataclasses import dataclass

from app.wording import words
from app.workbook.drawing.canvas import QUIET
from app.workbook.drawing.paper import Paper, text_width
from app.workbook.shift_look import LEAVE, Look, leave_code, look, times
from app.workbook.team_plan import TeamPlan

_ = words("workbook")

CODE_WIDTH, SPACE = 4, 2
"""Of the coloured box, and between an entry and the next, in half characters."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A code, its colours, its meaning."""

    code: str
    colours: Look
    text: str


def legend_entries(plan: TeamPlan) -> tuple[Entry, ...]:
    """Every shift of the plan, then what an absence looks like."""
    shifts = ((code, plan.shifts[shift_id]) for shift_id, code in plan.codes.items())
    worked = tuple(Entry(code, look(shift), times(shift)) for code, shift in shifts)
    return (*worked, Entry(leave_code(), LEAVE, _("Leave or other absence")))


def legend_lines(plan: TeamPlan, width: float, size: float) -> int:
    """How many lines the legend takes."""
    entries = legend_entries(plan)
    return -(-len(entries) // _across(entries, width, size))


def draw_legend(paper: Paper, plan: TeamPlan, at: tuple[float, float, float], row_height: float, size: float) -> None:
    """Entries in even columns; `at` is left, top and width."""
    left, top, width = at
    entries = legend_entries(plan)
    across = _across(entries, width, size)
    box = text_width("0" * CODE_WIDTH, size)
    for number, entry in enumerate(entries):
        x, y = left + number % across * width / across, top + number // across * row_height
        paper.box(x, y + 0.1 * row_height, box, 0.8 * row_height, entry.colours.fill)
        middle = y + row_height / 2
        paper.write(x + box / 2, middle, entry.code, entry.colours.text, size, "center", box - 0.04)
        paper.write(x + box + text_width("0", size), middle, entry.text, QUIET, size)


def _across(entries: tuple[Entry, ...], width: float, size: float) -> int:
    longest = max(text_width(entry.text, size) for entry in entries)
    return max(1, int(width / (longest + text_width("0" * (CODE_WIDTH + SPACE + 1), size))))
