"""The forecast of inquiries over the horizon: the range, the median and the promotion's phases by name."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from app.wording import words
from app.wording.names import name_of, skill_rank
from app.workbook.drawing.canvas import ACCENT, ACCENT_SOFT, SMALL, new_picture, quiet_axes
from app.workbook.drawing.days_axis import hours_of, label_days, mark_phases
from app.workbook.labels import version_word
from app.workbook.team_plan import TeamPlan
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey

_ = words("workbook")

ROW_HEIGHT = 520


def forecast_picture(plan: TeamPlan, forecast: Forecast) -> Figure:
    """One row of axes per series."""
    series = sorted(forecast, key=lambda item: (item[0].shop, skill_rank(item[0].skill)))
    corner = f"{version_word(plan.version)} · {plan.exported:%Y-%m-%d %H:%M}"
    title = _("{title} · forecast of inquiries").format(title=plan.title)
    figure = new_picture(title, corner, 180 + ROW_HEIGHT * len(series))
    rows = figure.subplots(len(series), 1, sharex=True, squeeze=False)
    for axes, (key, volume) in zip(rows[:, 0], series, strict=True):
        _draw_series(axes, forecast, key, volume)
        mark_phases(axes, forecast.horizon, plan.project.promotions)
    label_days(rows[-1, 0], forecast.horizon, plan.calendar)
    inches = figure.get_figheight()
    figure.subplots_adjust(left=0.06, right=0.98, top=1 - 0.85 / inches, bottom=0.5 / inches, hspace=0.42)
    return figure


def _draw_series(axes: Axes, forecast: Forecast, key: SeriesKey, volume: Volume) -> None:
    hours = hours_of(forecast.horizon)
    axes.fill_between(hours, volume.p10, volume.p90, step="post", color=ACCENT_SOFT, label=_("Range P10–P90"), lw=0)
    axes.step(hours, volume.p50, where="post", color=ACCENT, linewidth=1.4, label=_("Median (P50)"))
    unit = _("Inquiries in {minutes} minutes").format(minutes=forecast.horizon.interval_minutes)
    quiet_axes(axes, " · ".join(part for part in (key.shop, name_of(key.skill), unit) if part))
    axes.legend(loc="upper left", fontsize=SMALL, frameon=False, ncols=2)
    axes.set_ylim(0, max(1.0, float(volume.p90.max())) * 1.25)
