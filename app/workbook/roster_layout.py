"""Where things stand on a roster sheet; rows and columns count from 0."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from app.wording import words
from app.workbook.formulas import Cell
from app.workbook.team_plan import TeamPlan

_ = words("workbook")

PHASES, DATES, WEEKDAYS, MARKS, FIRST_AGENT = 2, 3, 4, 5, 6
GROUP, NAME, SKILLS, FIRST_DAY = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class RosterLayout:
    """One month: its `days` of the horizon, and how many agents, codes and skills there are."""

    name: str
    days: tuple[int, ...]
    agents: int
    codes: tuple[str, ...]
    skills: tuple[str, ...]

    @property
    def last_day(self) -> int:
        """Column of the month's last day."""
        return FIRST_DAY + len(self.days) - 1

    @property
    def first_code(self) -> int:
        """Column of the first count per shift."""
        return self.last_day + 1

    @property
    def last_code(self) -> int:
        """Column of the last count per shift."""
        return self.last_day + len(self.codes)

    @property
    def worked(self) -> int:
        """Column of days worked; days off, days away and hours follow."""
        return self.last_code + 1

    @property
    def hours(self) -> int:
        """Column of paid hours, the last."""
        return self.worked + 3

    @property
    def last_agent(self) -> int:
        """Row of the last agent."""
        return FIRST_AGENT + self.agents - 1

    @property
    def present(self) -> int:
        """Row of agents at work; heads per shift follow."""
        return self.last_agent + 1

    @property
    def first_shortage(self) -> int:
        """Row of the first skill's shortage."""
        return self.present + len(self.codes) + 1

    def day_column(self, day: int) -> int:
        """Column of a day number."""
        return FIRST_DAY + self.days.index(day)

    def agent_rows(self) -> range:
        """Rows of agents."""
        return range(FIRST_AGENT, FIRST_AGENT + self.agents)

    def day_cells(self, row: int) -> tuple[Cell, Cell]:
        """First and last day cell of a row."""
        return (row, FIRST_DAY), (row, self.last_day)


def roster_layouts(plan: TeamPlan, with_shortage: bool = True) -> Iterator[RosterLayout]:
    """One sheet per month that the horizon touches; the shortage of each skill needs the staffing sheets."""
    horizon = plan.horizon
    months = groupby(range(horizon.days), lambda day: (horizon.day(day).year, horizon.day(day).month))
    by_month = [(month, tuple(days)) for month, days in months]
    for (year, month), days in by_month:
        name = _("Roster") if len(by_month) == 1 else f"{_('Roster')} {year}-{month:02d}"
        skills = tuple(part.skill for part in plan.staffing) if with_shortage else ()
        yield RosterLayout(name, days, len(plan.rows), tuple(plan.codes.values()), skills)
