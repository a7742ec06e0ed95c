"""What a review leaves in the project: actuals as history to learn from, lessons for the next promotion."""

from collections.abc import Iterable
from dataclasses import replace

from app.project.batch import ImportBatch
from app.project.drawn_lesson import DrawnLesson
from app.project.project import Project
from forecasts.history import History
from scheduler.attendance import AttendedDay

Added = tuple[ImportBatch, History]


def taught(project: Project, came: tuple[AttendedDay, ...], lessons: Iterable[DrawnLesson]) -> Project:
    """The project that knows: lessons take the place of those of the same phase."""
    known = {(each.promotion, each.phase, each.what): each for each in (*project.lessons, *lessons)}
    return replace(project, attended=came, lessons=tuple(known.values()))


def as_history(project: Project, counted: History, source: str) -> list[Added]:
    """The counts as a further import; none when they are coarser than the history, which they would cost its grain."""
    if not counted.series or (project.history.series and project.history.interval_minutes % counted.interval_minutes):
        return []
    rows = sum(len(counts) for _key, counts in counted)
    return [(ImportBatch(source, kind="actuals", rows=rows), counted)]
