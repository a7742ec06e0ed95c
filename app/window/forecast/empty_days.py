"""Days that nobody said anything about, as zeros to be typed over."""

from datetime import timedelta

from app.project.project import Project
from forecasts.history import DEFAULT_SKILL
from forecasts.overrides import Override, whole_day


def empty_days(project: Project) -> tuple[Override, ...]:
    """A zero for each day of the horizon and each skill of the history, else of the team, that no override touches."""
    of_team = sorted({skill for agent in project.team for skill in agent.skills})
    days = [project.horizon.start + timedelta(days=number) for number in range(project.horizon.days)]
    typed = project.outlook.overrides
    return tuple(
        whole_day(day.date(), inquiries=0.0, skill=skill)
        for skill in project.history.skills() or of_team or (DEFAULT_SKILL,)
        for day in days
        if not any(one.skill in ("", skill) and one.start < day + timedelta(days=1) and day < one.end for one in typed)
    )
