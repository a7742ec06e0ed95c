"""Requirement against cover, the shortage hatched and the surplus dotted, over the horizon or on the peak day."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from app.wording import words
from app.wording.names import name_of
from app.workbook.drawing.canvas import QUIET, SHORTAGE, SMALL, SURPLUS, TEXT, day_words, new_picture, quiet_axes
from app.workbook.drawing.days_axis import hours_of, label_days, mark_phases
from app.workbook.labels import version_word
from app.workbook.skill_staffing import SkillStaffing
from app.workbook.team_plan import TeamPlan
from forecasts.horizon import Numbers

_ = words("workbook")

COVER_FILL = "#DCE9F5"
ROW_HEIGHT = 560


def horizon_picture(plan: TeamPlan) -> Figure:
    """Every skill over all days."""
    title = _("{title} · requirement and cover").format(title=plan.title)
    figure, rows = _rows(plan, title)
    for axes, part in zip(rows, plan.staffing, strict=True):
        _draw(axes, hours_of(part.horizon), part.requirement, part.cover)
        _name(axes, part)
        mark_phases(axes, part.horizon, plan.project.promotions)
    for axes in rows[:-1]:
        axes.set_xticks([])
    for axes in rows:
        label_days(axes, plan.horizon, plan.calendar)
    return figure


def peak_day_picture(plan: TeamPlan) -> Figure:
    """Every skill on the day of its highest requirement."""
    figure, rows = _rows(plan, _("{title} · peak day").format(title=plan.title))
    for axes, part in zip(rows, plan.staffing, strict=True):
        day = part.peak_day
        hours = hours_of(part.horizon)[: part.horizon.intervals_per_day]
        _draw(axes, hours, part.of_day(part.requirement, day), part.of_day(part.cover, day))
        _name(axes, part)
        axes.set_title(day_words(part.horizon.day(day)), fontsize=SMALL + 1, color=TEXT, loc="left")
        axes.set_xlim(0, 24)
        axes.set_xticks(range(0, 25, 2), [f"{hour:02d}:00" for hour in range(0, 25, 2)])
    return figure


def _rows(plan: TeamPlan, title: str) -> tuple[Figure, list[Axes]]:
    corner = f"{version_word(plan.version)} · {plan.exported:%Y-%m-%d %H:%M}"
    figure = new_picture(title, corner, 180 + ROW_HEIGHT * len(plan.staffing))
    rows = figure.subplots(len(plan.staffing), 1, squeeze=False)
    inches = figure.get_figheight()
    figure.subplots_adjust(left=0.06, right=0.98, top=1 - 0.85 / inches, bottom=0.5 / inches, hspace=0.45)
    return figure, list(rows[:, 0])


def _draw(axes: Axes, hours: Numbers, requirement: Numbers, cover: Numbers) -> None:
    """Steps: the last interval is drawn to its end."""
    step = hours[1] - hours[0]
    ends = np.append(hours, hours[-1] + step)
    need, present = np.append(requirement, requirement[-1]), np.append(cover, cover[-1])
    axes.fill_between(ends, 0, present, step="post", color=COVER_FILL, lw=0, label=_("Cover"))
    _hatch(axes, ends, need, present, present < need, ("////", SHORTAGE, _("Shortage")))
    _hatch(axes, ends, need, present, present > need, ("...", SURPLUS, _("Surplus")))
    axes.step(ends, need, where="post", color=TEXT, linewidth=1.5, label=_("Requirement"))
    top = max(1.0, float(need.max()), float(present.max()))
    quiet_axes(axes, "")
    axes.set_ylim(0, top * 1.25)
    axes.legend(loc="upper left", fontsize=SMALL, frameon=False, ncols=4, labelcolor=QUIET)


def _hatch(
    axes: Axes, hours: Numbers, need: Numbers, present: Numbers, where: np.ndarray, look: tuple[str, str, str]
) -> None:
    """The area between the two curves where one is the higher; equal elsewhere, so it has no width."""
    pattern, colour, label = look
    other = np.where(where, present, need)
    style = {"hatch": pattern, "facecolor": "none", "edgecolor": colour, "linewidth": 0.0}
    axes.fill_between(hours, need, other, step="post", label=label, **style)  # type: ignore[arg-type]  # the stubs want one type for all


def _name(axes: Axes, part: SkillStaffing) -> None:
    axes.set_ylabel(f"{name_of(part.skill)} · {_('Standard agents')}", fontsize=SMALL, color=QUIET)
