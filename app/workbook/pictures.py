"""Pictures of a version for the chat group: forecast, requirement against cover, roster."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from matplotlib import rc_context
from matplotlib.figure import Figure

from app.project.project import Project
from app.project.version import PlanVersion
from app.wording import words
from app.workbook.drawing.canvas import save_picture
from app.workbook.drawing.font import chinese_family
from app.workbook.drawing.forecast_picture import forecast_picture
from app.workbook.drawing.roster_picture import roster_picture
from app.workbook.drawing.staffing_picture import horizon_picture, peak_day_picture
from app.workbook.team_plan import TeamPlan
from forecasts.forecast import Forecast
from scheduler.staffing.requirement import Requirement

_ = words("workbook")

DAYS_ACROSS = 16
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
    paths = []
    with rc_context({"font.family": [chinese_family(), "DejaVu Sans"], "axes.unicode_minus": False}):
        for number, (name, figure) in enumerate(_pictures(plan), 1):
            paths.append(Path(folder) / f"{number:02d}_{name}.png")
            save_picture(figure, paths[-1])
    return paths


def _pictures(plan: TeamPlan) -> Iterator[tuple[str, Figure]]:
    """Name and picture, one at a time: a drawn picture takes megabytes."""
    if plan.forecast is not None and plan.forecast.series:
        yield _("forecast"), forecast_picture(plan, plan.forecast)
    if plan.staffing:
        yield _("requirement and cover"), horizon_picture(plan)
        yield _("peak day"), peak_day_picture(plan)
    for days in roster_pages(plan):
        first, last = plan.horizon.day(days[0]), plan.horizon.day(days[-1])
        yield _("roster {first}-{last}").format(first=f"{first:%m%d}", last=f"{last:%m%d}"), roster_picture(plan, days)


def roster_pages(plan: TeamPlan) -> tuple[tuple[int, ...], ...]:
    """The days of each roster picture."""
    if plan.horizon.days <= DAYS_ACROSS:
        return (tuple(range(plan.horizon.days)),)
    return plan.problem.weeks
