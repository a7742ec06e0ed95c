"""Pictures of a version for the chat group: forecast, requirement against cover, roster."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from matplotlib.figure import Figure

from app.project.project import Project
from app.project.version import PlanVersion
from app.wording import words
from app.workbook.drawing.canvas import save_picture
from app.workbook.drawing.font import drawn_in_chinese
from app.workbook.drawing.forecast_picture import forecast_picture
from app.workbook.drawing.paging import pages_of
from app.workbook.drawing.roster_picture import MOST_AGENTS, roster_picture
from app.workbook.drawing.staffing_picture import horizon_picture, peak_day_picture
from app.workbook.team_plan import TeamPlan
from forecasts.forecast import Forecast
from scheduler.staffing.requirement import Requirement

_ = words("workbook")

DAYS_ACROSS = 8
"""Most days on one roster picture; a longer horizon makes one picture a week."""


def write_pictures(
    folder: Path,
    project: Project,
    version: PlanVersion,
    requirement: Requirement,
    forecast: Forecast | None,
    exported: datetime | None = None,
) -> list[Path]:
    """Write the PNGs into `folder` and return their paths in order of reading.

    Raises InputError: WB04 without a Chinese font, WB01 and WB02 when a file cannot be written.
    """
    plan = TeamPlan(project, version, requirement, forecast, exported or datetime.now().replace(microsecond=0))
    return _saved(Path(folder), (*_charts(plan), *_rosters(plan)))


def write_roster_pictures(
    folder: Path, project: Project, version: PlanVersion, requirement: Requirement, exported: datetime | None = None
) -> list[Path]:
    """Write the roster alone as PNGs for the chat group, a week each; paths in order. Raises like `write_pictures`."""
    plan = TeamPlan(project, version, requirement, None, exported or datetime.now().replace(microsecond=0))
    return _saved(Path(folder), _rosters(plan))


def _saved(folder: Path, pictures: Iterable[tuple[str, Callable[[], Figure]]]) -> list[Path]:
    """Drawn one at a time: a drawn picture takes megabytes."""
    paths = []
    with drawn_in_chinese():
        for number, (name, draw) in enumerate(pictures, 1):
            paths.append(folder / f"{number:02d}_{name}.png")
            save_picture(draw(), paths[-1])
    return paths


def _charts(plan: TeamPlan) -> Iterator[tuple[str, Callable[[], Figure]]]:
    """Name and how to draw it: forecast, requirement and cover, peak day."""
    if plan.forecast is not None and plan.forecast.series:
        yield _("forecast"), partial(forecast_picture, plan, plan.forecast)
    if plan.staffing:
        yield _("requirement and cover"), partial(horizon_picture, plan)
        yield _("peak day"), partial(peak_day_picture, plan)


def _rosters(plan: TeamPlan) -> Iterator[tuple[str, Callable[[], Figure]]]:
    """Week by week, a large team in parts."""
    parts = pages_of([row.group for row in plan.rows], MOST_AGENTS)
    for days in picture_days(plan):
        first, last = plan.horizon.day(days[0]), plan.horizon.day(days[-1])
        name = _("roster {first}-{last}").format(first=f"{first:%m%d}", last=f"{last:%m%d}")
        for number, rows in enumerate(parts, 1):
            part = f"_{number}" if len(parts) > 1 else ""
            yield name + part, partial(roster_picture, plan, days, rows)


def picture_days(plan: TeamPlan) -> tuple[tuple[int, ...], ...]:
    """The days of each roster picture."""
    if plan.horizon.days <= DAYS_ACROSS:
        return (tuple(range(plan.horizon.days)),)
    return plan.problem.weeks
