"""Where things stand on a staffing sheet; other sheets refer to it. Rows and columns count from 0."""

from dataclasses import dataclass

from app.wording import words
from app.wording.names import name_of
from app.workbook.book import sheet_name
from app.workbook.formulas import Cell
from app.workbook.skill_staffing import SkillStaffing
from app.workbook.team_plan import TeamPlan

_ = words("workbook")

DATES, HEADINGS, FIRST_INTERVAL = 2, 3, 4
TIME, FIRST_DAY, COLUMNS_PER_DAY = 0, 1, 3


@dataclass(frozen=True, slots=True)
class StaffingLayout:
    """One skill's sheet and its name: intervals down, three columns a day across."""

    staffing: SkillStaffing
    name: str

    @property
    def days(self) -> range:
        """Day numbers."""
        return range(self.staffing.horizon.days)

    @property
    def last_interval(self) -> int:
        """Row of the last interval of a day."""
        return FIRST_INTERVAL + self.staffing.horizon.intervals_per_day - 1

    @property
    def totals(self) -> int:
        """Row of agent-hours; agent-hours short, the worst interval and the inquiries follow."""
        return self.last_interval + 1

    @property
    def last_column(self) -> int:
        """The last day's net."""
        return FIRST_DAY + COLUMNS_PER_DAY * len(self.days) - 1

    def column(self, day: int) -> int:
        """Column of a day's requirement; cover and net follow."""
        return FIRST_DAY + COLUMNS_PER_DAY * day

    def cells(self, column: int) -> tuple[Cell, Cell]:
        """First and last interval of a column."""
        return (FIRST_INTERVAL, column), (self.last_interval, column)

    def shortage_cell(self, day: int) -> Cell:
        """Agent-hours short on a day."""
        return self.totals + 1, self.column(day)


def staffing_layouts(plan: TeamPlan) -> tuple[StaffingLayout, ...]:
    """One per skill; names that Excel would take for the same are numbered."""
    layouts: dict[str, StaffingLayout] = {}
    for number, part in enumerate(plan.staffing, 1):
        name = sheet_name(_("Staffing · {skill}").format(skill=name_of(part.skill)))
        if name.casefold() in layouts:
            name = f"{name[:28]} {number}"
        layouts[name.casefold()] = StaffingLayout(part, name)
    return tuple(layouts.values())
