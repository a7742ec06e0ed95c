"""The picture of the forecast: band, median, phases, and the last promotion as a thin dashed line."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Signal

from app.window.charts.chart_card import BAND, DASH, HATCH, LINE, ChartCard
from app.window.charts.plot import Plot
from app.window.charts.shapes import add_band, add_line, add_pattern, add_spans, step_points
from app.window.charts.spans import phase_spans
from app.window.forecast.aligned import Aligned
from app.window.forecast.phase_handles import add_handles
from app.window.formats import clock_text, day_text, number_text
from app.window.frame.day_chooser import WHOLE
from app.window.frame.view import ProjectView
from app.window.look.look import look
from app.window.look.patterns import hatch
from app.wording import words
from forecasts.forecast import Forecast
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon, Numbers
from forecasts.overrides import Override
from forecasts.quantiles import quantile

_ = words("window")


def edges(horizon: Horizon) -> Numbers:
    """Interval borders in hours, shape (intervals + 1,)."""
    return np.asarray(np.arange(horizon.intervals + 1) * horizon.interval_hours, dtype=np.float64)


def interval_name(horizon: Horizon, interval: int) -> str:
    """`11月11日 周三 20:00–20:30`."""
    day, within = divmod(interval * horizon.interval_minutes, 1440)
    return f"{day_text(horizon.day(day))} {clock_text(within)}–{clock_text(within + horizon.interval_minutes)[:5]}"


class ForecastChart(ChartCard):
    """`show_volume` draws one skill over the horizon or one of its days. `phase_moved` carries promotion number, phase
    number, new start and end after a drag.
    """

    phase_moved = Signal(int, int, object, object)

    def __init__(self) -> None:
        super().__init__(
            _("Expected inquiries per interval"),
            Plot(),
            (BAND, "accent", "P10–P90"),
            (LINE, "accent", "P50"),
            (DASH, "text_quiet", _("last promotion")),
        )

    def show_volume(self, view: ProjectView, made: Forecast, key: SeriesKey, before: Aligned | None, day: int) -> None:
        """Draw it. The forecast's own days count, which are not the project's until it is made anew."""
        horizon, volume = made.horizon, made.series[key]
        self._horizon, self._volume, self._before = horizon, volume, before
        first, hours = (0.0, horizon.days * 24.0) if day == WHOLE else (day * 24.0, 24.0)
        shown = slice(int(first / horizon.interval_hours), int((first + hours) / horizon.interval_hours))
        highest = float(max(volume.p90[shown].max(), np.nanmax(np.append(self._earlier()[shown], 0.0))))
        self.plot.show_days(horizon.first_day)
        self.plot.start(hours, highest, self._read, first)
        x, low = step_points(edges(horizon), volume.p10)
        add_spans(self.plot, phase_spans(view.project.promotions, horizon), highest)
        self._add_marks(view.project.outlook.overrides, key, horizon, highest)
        add_band(self.plot, x, low, step_points(edges(horizon), volume.p90)[1], "accent")
        add_line(self.plot, x, step_points(edges(horizon), volume.p50)[1], "accent")
        if before is not None:
            add_line(
                self.plot, x, step_points(edges(horizon), before.inquiries)[1], "text_quiet", dashed=True, width=1.2
            )
        self.handles = add_handles(self.plot, view.project.promotions, horizon, self.phase_moved.emit)
        by_hand = ((HATCH, "accent", _("by hand")),) if view.project.outlook.overrides else ()
        name = before.name if before else _("no earlier promotion counted")
        self.legend.show_entries(
            (BAND, "accent", "P10–P90"), (LINE, "accent", "P50"), (DASH, "text_quiet", name), *by_hand
        )

    def _add_marks(self, overrides: Sequence[Override], key: SeriesKey, horizon: Horizon, highest: float) -> None:
        """Hatched where the forecast was changed by hand."""
        for override in overrides:
            if override.concerns(key) and override.start < horizon.end and horizon.start < override.end:
                hours = [max(horizon.minute(moment), 0) / 60 for moment in (override.start, override.end)]
                x, top = np.array(hours), np.full(2, highest)
                add_pattern(self.plot, x, np.zeros(2), top, hatch(look().theme.accent, 0.35))

    def _earlier(self) -> Numbers:
        return self._before.inquiries if self._before else np.full(self._horizon.intervals, np.nan)

    def _read(self, hour: float) -> str:
        interval = min(max(int(hour / self._horizon.interval_hours), 0), self._horizon.intervals - 1)
        volume = self._volume
        parts = [
            interval_name(self._horizon, interval),
            f"P10 {number_text(volume.p10[interval], 1)}",
            f"P50 {number_text(volume.p50[interval], 1)}",
            f"P80 {number_text(quantile(volume, 0.8)[interval], 1)}",
            f"P90 {number_text(volume.p90[interval], 1)}",
        ]
        if self._before is not None:
            parts.append(f"{self._before.name} {number_text(self._before.inquiries[interval])}")
        return " · ".join(parts) + " " + _("inquiries")
