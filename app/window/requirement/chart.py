"""The picture of the requirement: dark steps, the base beneath as a thin line, phases as spans."""

from app.window.charts.chart_card import BAND, DASH, LINE, ChartCard
from app.window.charts.plot import Plot
from app.window.charts.shapes import add_band, add_line, add_spans, step_points
from app.window.charts.spans import phase_spans
from app.window.forecast.chart import edges, interval_name
from app.window.formats import number_text
from app.window.frame.day_chooser import WHOLE
from app.window.frame.view import ProjectView
from app.window.requirement.numbers import shown_agents
from app.wording import words
from app.wording.names import name_of
from forecasts.horizon import Horizon
from scheduler.staffing.requirement import SkillRequirement

_ = words("window")


class RequirementChart(ChartCard):
    """`show_skill` draws one skill over the horizon or one of its days."""

    def __init__(self) -> None:
        super().__init__(
            _("Required agents"),
            Plot(),
            (LINE, "text", _("Requirement")),
            (DASH, "text_quiet", _("Base requirement")),
            (BAND, "accent", _("Shrinkage")),
        )

    def show_skill(self, view: ProjectView, horizon: Horizon, skill: SkillRequirement, day: int) -> None:
        """Draw it."""
        self._horizon, self._skill = horizon, skill
        first, hours = (0.0, horizon.days * 24.0) if day == WHOLE else (day * 24.0, 24.0)
        shown = slice(int(first / horizon.interval_hours), int((first + hours) / horizon.interval_hours))
        highest = float(skill.requirement[shown].max())
        self.plot.show_days(horizon.first_day)
        self.plot.start(hours, highest, self._read, first)
        add_spans(self.plot, phase_spans(view.project.promotions, horizon), highest)
        x, base = step_points(edges(horizon), skill.base)
        required = step_points(edges(horizon), skill.requirement)[1]
        add_band(self.plot, x, base, required, "accent")
        add_line(self.plot, x, base, "text_quiet", dashed=True, width=1.2)
        add_line(self.plot, x, required, "text")

    def _read(self, hour: float) -> str:
        interval = min(max(int(hour / self._horizon.interval_hours), 0), self._horizon.intervals - 1)
        required = float(self._skill.requirement[interval])
        return " · ".join(
            (
                interval_name(self._horizon, interval),
                _("requirement {agents} agents ({exact})").format(
                    agents=shown_agents(required), exact=number_text(required, 1)
                ),
                _("base {base}").format(base=number_text(float(self._skill.base[interval]), 1)),
                _("decided by: {goal}").format(goal=name_of(self._skill.binding_goal[interval]) or "–"),
            )
        )
