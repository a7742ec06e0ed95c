"""People by days on paper: each cell with its code and colour, days worked and hours at the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.wording import words
from app.wording.amounts import hours
from app.workbook.drawing.canvas import QUIET, REST, TEXT
from app.workbook.drawing.paper import Paper, text_width
from app.workbook.labels import day_mark, is_rest_day, weekday_word
from app.workbook.shift_look import LEAVE, Look, leave_code, look
from app.workbook.team_plan import TeamPlan, TeamRow

_ = words("workbook")

HEADER_ROWS, TOTALS = 3, 2
REST_FILL, HEADER_FILL = "#F7F7F8", "#EEF1F5"
PADDING = 0.12
QUIET_SHARE, PHASE_SHARE = 0.85, 0.7
"""Size of groups, and of phases, against that of names."""
WIDEST_NAME = 2.2


@dataclass(frozen=True)
class Table:
    """A part of the roster and where it stands, in inches; `size` in points is that of names and codes."""

    plan: TeamPlan
    days: Sequence[int]
    rows: range
    left: float
    top: float
    width: float
    row_height: float
    size: float

    @cached_property
    def group_width(self) -> float:
        """Of the column of groups, nothing when nobody has one."""
        return self._words([row.group for row in self.plan.rows], self.size * QUIET_SHARE)

    @cached_property
    def names_width(self) -> float:
        """Of groups and names together, where the days begin."""
        return self.group_width + self._words([row.name for row in self.plan.rows], self.size)

    @cached_property
    def total_width(self) -> float:
        """Of one column of sums."""
        return max(text_width(word, self.size * QUIET_SHARE) for word in total_words()) + PADDING

    @cached_property
    def day_width(self) -> float:
        """Of one day."""
        return (self.width - self.names_width - TOTALS * self.total_width) / len(self.days)

    @property
    def first_row(self) -> float:
        """Where the first agent's row begins."""
        return self.top + HEADER_ROWS * self.row_height

    @property
    def bottom(self) -> float:
        """Where the last agent's row ends."""
        return self.first_row + len(self.rows) * self.row_height

    def day_left(self, column: int) -> float:
        """Where a column of days, or of sums after them, begins."""
        days = min(column, len(self.days))
        return self.left + self.names_width + days * self.day_width + (column - days) * self.total_width

    def _words(self, texts: Sequence[str], size: float) -> float:
        widest = max((text_width(text, size) for text in texts), default=0)
        return min(WIDEST_NAME, widest) + PADDING if widest else 0.0


def total_words() -> tuple[str, ...]:
    """Headings of the sums."""
    return _("Days"), _("Hours")


def draw_table(paper: Paper, table: Table) -> None:
    """Header and agents."""
    for column, number in enumerate(table.days):
        _draw_day(paper, table, column, number)
    for column, word in enumerate(total_words(), len(table.days)):
        left = table.day_left(column)
        paper.box(left, table.top, table.total_width, HEADER_ROWS * table.row_height, HEADER_FILL)
        middle = table.top + HEADER_ROWS * table.row_height / 2
        paper.write(left + table.total_width / 2, middle, word, QUIET, table.size * QUIET_SHARE, "center")
    for place, number in enumerate(table.rows):
        _draw_agent(paper, table, place, table.plan.rows[number])
    right = table.left + table.width
    for place, number in enumerate(table.rows):
        if place and table.plan.rows[number].group != table.plan.rows[number - 1].group:
            paper.rule(table.left, table.first_row + place * table.row_height, right, QUIET)


def _draw_day(paper: Paper, table: Table, column: int, number: int) -> None:
    day, left = table.plan.horizon.day(number), table.day_left(column)
    colour = REST if is_rest_day(day, table.plan.weeks, table.plan.calendar) else TEXT
    fill = REST_FILL if is_rest_day(day, table.plan.weeks, table.plan.calendar) else HEADER_FILL
    paper.box(left, table.top, table.day_width, HEADER_ROWS * table.row_height, fill)
    mark = f"{weekday_word(day)} {day_mark(day, table.plan.weeks, table.plan.calendar)}".strip()
    middle, within = left + table.day_width / 2, table.day_width - 0.04
    phases = table.plan.phases_of_day(number)
    for line, (text, size, ink) in enumerate(
        ((f"{day:%m-%d}", 1.0, colour), (mark, 1.0, colour), (phases, PHASE_SHARE, QUIET))
    ):
        at = table.top + (line + 0.5) * table.row_height
        paper.write(middle, at, text, ink, table.size * size, "center", within)


def _draw_agent(paper: Paper, table: Table, place: int, row: TeamRow) -> None:
    top = table.first_row + place * table.row_height
    middle, size = top + table.row_height / 2, table.size
    paper.write(table.left, middle, row.group, QUIET, size * QUIET_SHARE, within=table.group_width - PADDING / 2)
    name_width = table.names_width - table.group_width - PADDING / 2
    paper.write(table.left + table.group_width, middle, row.name, TEXT, size, within=name_width)
    for column, day in enumerate(table.days):
        text, colours = cell_of(table.plan, row, day)
        fill = (
            REST_FILL if is_rest_day(table.plan.horizon.day(day), table.plan.weeks, table.plan.calendar) else "#FFFFFF"
        )
        left = table.day_left(column)
        paper.box(left, top, table.day_width, table.row_height, colours.fill if colours else fill)
        if colours:
            at = left + table.day_width / 2
            paper.write(at, middle, text, colours.text, size, "center", table.day_width - 0.04)
    _draw_sums(paper, table, top, row)


def _draw_sums(paper: Paper, table: Table, top: float, row: TeamRow) -> None:
    worked = [row.shifts[day] for day in table.days if day in row.shifts]
    paid = sum(table.plan.shifts[shift].paid_minutes for shift in worked)
    for column, text in enumerate((str(len(worked)), hours(paid)), len(table.days)):
        left = table.day_left(column)
        paper.box(left, top, table.total_width, table.row_height, "#FFFFFF")
        at = (left + table.total_width / 2, top + table.row_height / 2)
        paper.write(*at, text, TEXT, table.size, "center", table.total_width - 0.04)


def draw_heads(paper: Paper, table: Table) -> None:
    """A line below the last agent: how many of the whole team work each day."""
    middle = table.bottom + table.row_height / 2
    paper.write(table.left, middle, _("At work"), TEXT, table.size, within=table.names_width - PADDING / 2)
    for column, day in enumerate(table.days):
        heads = sum(day in row.shifts for row in table.plan.rows)
        left = table.day_left(column)
        paper.box(left, table.bottom, table.day_width, table.row_height, HEADER_FILL)
        paper.write(left + table.day_width / 2, middle, str(heads), TEXT, table.size, "center")


def cell_of(plan: TeamPlan, row: TeamRow, day: int) -> tuple[str, Look | None]:
    """What a cell says and its colours; a day off is empty, an absence does not say why."""
    if day in row.shifts:
        shift = plan.shifts[row.shifts[day]]
        return plan.codes[shift.id], look(shift)
    return (leave_code(), LEAVE) if day in row.absent else ("", None)
