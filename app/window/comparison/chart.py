"""The cover of two scenarios over each other, with the requirement of the one looked at."""

import numpy as np

from app.project.figures import Figures
from app.window.charts.chart_card import DASH, HATCH, LINE, ChartCard
from app.window.charts.plot import Plot
from app.window.charts.shapes import add_line, add_pattern, add_spans, step_points
from app.window.charts.spans import phase_spans
from app.window.forecast.chart import edges, interval_name
from app.window.formats import number_text
from app.window.frame.day_chooser import WHOLE
from app.window.frame.view import ProjectView
from app.window.look.look import look
from app.window.look.patterns import hatch
from app.window.names import scenario_name
from app.wording import words
from forecasts.horizon import Numbers

_ = words("window")


class CompareChart(ChartCard):
    """`show_pair` draws one skill of two scenarios on one day or over the horizon."""

    def __init__(self) -> None:
        super().__init__(_("Cover of both scenarios"), Plot())
        self.column.addStretch()  # keeps the title at the top while there is no plot

    def show_pair(self, view: ProjectView, base: Figures, other: Figures, skill: str, day: int) -> None:
        """Draw it."""
        horizon = other.version.problem.horizon
        self._horizon, self._skill, self._pair = horizon, skill, (base, other)
        required = requirement_of(other, skill)
        lines = [required, other.cover.covered.get(skill, np.zeros(horizon.intervals)), self._of_base()]
        first, hours = (0.0, horizon.days * 24.0) if day == WHOLE else (day * 24.0, 24.0)
        shown = slice(int(first / horizon.interval_hours), int((first + hours) / horizon.interval_hours))
        highest = max(float(np.nanmax(line[shown], initial=1.0)) for line in lines)
        self.plot.show_days(horizon.first_day)
        self.plot.start(hours, highest, self._read, first)
        add_spans(self.plot, phase_spans(view.project.promotions, horizon), highest)
        x = edges(horizon)
        corners = [step_points(x, line)[1] for line in lines]
        across = step_points(x, required)[0]
        add_pattern(self.plot, across, corners[1], corners[0], hatch(look().theme.shortage))
        add_line(self.plot, across, corners[2], "text_quiet", dashed=True, width=1.2)
        add_line(self.plot, across, corners[0], "text")
        add_line(self.plot, across, corners[1], "accent")
        self.legend.show_entries(
            (LINE, "text", _("Requirement")),
            (LINE, "accent", scenario_name(other.scenario)),
            (DASH, "text_quiet", scenario_name(base.scenario)),
            (HATCH, "shortage", _("Shortage")),
        )

    def _of_base(self) -> Numbers:
        base = self._pair[0]
        if base.version.problem.horizon != self._horizon:
            return np.full(self._horizon.intervals, np.nan)
        return base.cover.covered.get(self._skill, np.zeros(self._horizon.intervals))

    def _read(self, hour: float) -> str:
        interval = min(max(int(hour / self._horizon.interval_hours), 0), self._horizon.intervals - 1)
        base, other = self._pair
        values = (
            (_("Requirement"), requirement_of(other, self._skill)),
            (scenario_name(other.scenario), other.cover.covered[self._skill]),
            (scenario_name(base.scenario), self._of_base()),
        )
        told = (f"{name} {number_text(float(line[interval]), 1)}" for name, line in values)
        return " · ".join((interval_name(self._horizon, interval), *told)) + " " + _("standard agents")


def requirement_of(row: Figures, skill: str) -> Numbers:
    """The requirement a scenario's roster was made for."""
    problem = row.version.problem
    return problem.requirement.get(skill, np.zeros(problem.horizon.intervals))
