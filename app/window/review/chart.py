"""The picture of a review: what was expected as a band, what came as a line; agents required and there beneath it."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from app.window.charts.chart_card import BAND, DASH, HATCH, LINE, ChartCard
from app.window.charts.plot import Plot
from app.window.charts.shapes import add_band, add_line, add_pattern, add_spans, step_points
from app.window.charts.spans import phase_spans
from app.window.forecast.chart import edges, interval_name
from app.window.formats import number_text
from app.window.frame.day_chooser import WHOLE
from app.window.frame.view import ProjectView
from app.window.look.look import look
from app.window.look.patterns import hatch
from app.wording import words
from forecasts.horizon import Horizon, Numbers

_ = words("window")
Curves = Mapping[str, Any]


class ReviewChart(ChartCard):
    """Of one skill: inquiries, or with `agents` the agents whom what came would have required."""

    def __init__(self, agents: bool = False) -> None:
        self._agents = agents
        volume = (BAND, "accent", "P10–P90"), (DASH, "accent", "P50"), (LINE, "text", _("counted"))
        of_agents = (
            (LINE, "text", _("required for what came")),
            (BAND, "accent", _("cover of those who came")),
            (HATCH, "shortage", _("Shortage")),
        )
        title = _("Standard agents") if agents else _("Inquiries per interval")
        super().__init__(title, Plot(), *(of_agents if agents else volume))

    def show_curves(self, view: ProjectView, curves: Curves, day: int) -> None:
        """Draw one day, or all of them."""
        horizon = view.project.horizon
        self._horizon, self._curves = horizon, {name: _numbers(curves[name]) for name in curves if name != "skill"}
        first, hours = (0.0, horizon.days * 24.0) if day == WHOLE else (day * 24.0, 24.0)
        shown = slice(int(first / horizon.interval_hours), int((first + hours) / horizon.interval_hours))
        names = ("required", "covered") if self._agents else ("p90", "counted")
        highest = max(float(np.nanmax(np.append(self._curves[name][shown], 0.0))) for name in names)
        self.plot.show_days(horizon.first_day)
        self.plot.start(hours, highest, self._read, first)
        add_spans(self.plot, phase_spans(view.project.promotions, horizon), highest)
        if self._agents:
            self._draw_agents()
        else:
            self._draw_volume()

    def _draw_volume(self) -> None:
        x, low = self._steps("p10")
        add_band(self.plot, x, low, self._steps("p90")[1], "accent")
        add_line(self.plot, *self._steps("p50"), "accent", dashed=True)
        add_line(self.plot, *self._steps("counted"), "text")

    def _draw_agents(self) -> None:
        x, top = self._steps("covered")
        required = self._steps("required")[1]
        add_band(self.plot, x, np.zeros_like(top), top, "accent")
        add_pattern(self.plot, x, top, required, hatch(look().theme.shortage))
        add_line(self.plot, x, required, "text")

    def _steps(self, name: str) -> tuple[Numbers, Numbers]:
        return step_points(edges(self._horizon), self._curves[name])

    def _read(self, hour: float) -> str:
        at = _interval(self._horizon, hour)
        words_ = (
            (("required", _("required for what came")), ("covered", _("cover of those who came")))
            if self._agents
            else (("p50", "P50"), ("counted", _("counted")))
        )
        parts = [f"{word} {number_text(float(self._curves[name][at]), 1)}" for name, word in words_]
        return " · ".join([interval_name(self._horizon, at), *parts])


def _numbers(values: list[float | None]) -> Numbers:
    """Null is missing."""
    return np.array([np.nan if value is None else value for value in values])


def _interval(horizon: Horizon, hour: float) -> int:
    return min(max(int(hour / horizon.interval_hours), 0), horizon.intervals - 1)
