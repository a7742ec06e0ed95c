"""What an attendance report says beside the planned hours, where one was imported."""

from collections.abc import Mapping

from app.workbook.hr_figures import Figure
from app.workbook.team_plan import TeamPlan, TeamRow
from scheduler.attendance import adherence


def attended_figures(plan: TeamPlan, row: TeamRow, days: tuple[int, ...]) -> Mapping[str, Figure]:
    """Days and hours reported for the planned days of a month; None when no day of them was reported. A day reported
    without its minutes counts as planned.
    """
    dates = {plan.horizon.day(day): day for day in days}
    reported = [day for day in plan.project.attended if day.agent == row.agent_id and day.day in dates]
    if not reported:
        return {"attended_days": None, "attended_hours": None}
    planned = {
        (row.agent_id, date): plan.shifts[row.shifts[day]].paid_minutes
        for date, day in dates.items()
        if day in row.shifts
    }
    (found,) = adherence(planned, reported)
    return {"attended_days": sum(day.present for day in reported), "attended_hours": found.worked_minutes / 60}


def is_attended(plan: TeamPlan) -> bool:
    """Whether any planned day was reported."""
    last = plan.horizon.days
    return any(0 <= plan.horizon.day_number(day.day) < last for day in plan.project.attended)
