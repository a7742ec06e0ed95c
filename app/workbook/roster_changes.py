"""What differs from the roster that the agents were told last, day by day in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.project.version import PlanVersion
from app.wording import words
from app.workbook.shift_day import shift_words
from app.workbook.team_plan import TeamPlan
from scheduler.reoptimise import changes
from scheduler.roster import Assignment, Roster

_ = words("workbook")


@dataclass(frozen=True, slots=True)
class RosterChange:
    """One agent and date. `notice`: days from the export to the date, below zero when it has passed."""

    agent: str
    date: date
    before: str
    after: str
    notice: int


def roster_changes(plan: TeamPlan) -> Iterator[RosterChange]:
    """Every change since the published version, agent by agent in the order of the roster; none without one. Only
    dates that both horizons hold are compared.
    """
    if plan.told is None:
        return
    before, after = _on(plan, plan.told, plan.told), _on(plan, plan.version, plan.told)
    found = sorted(changes(before, after), key=lambda change: change.day)
    for row in plan.rows:
        for change in (change for change in found if change.agent == row.agent_id):
            day = plan.horizon.day(change.day)
            was, now = (_words(plan, shift, change.day in row.absent) for shift in (change.before, change.after))
            yield RosterChange(row.name, day, was, now, (day - plan.exported.date()).days)


def _on(plan: TeamPlan, version: PlanVersion, told: PlanVersion) -> Roster:
    """The version's roster on the days of the plan that the published version has too."""
    own, other, cells = version.problem.horizon, told.problem.horizon, []
    for cell in version.solution.roster:
        day = own.day(cell.day)
        number = plan.horizon.day_number(day)
        if 0 <= number < plan.horizon.days and 0 <= other.day_number(day) < other.days:
            cells.append(Assignment(cell.agent, number, cell.shift))
    return Roster.of(cells)


def _words(plan: TeamPlan, shift: str | None, absent: bool) -> str:
    if shift is None:
        return _("leave") if absent else _("day off")
    return shift_words(plan.shifts[shift]) if shift in plan.shifts else shift
