"""The picture of the requirement: dark steps, P50 to P90 as a band, the baselines dashed, phases as spans."""

import numpy as np

from app.window.charts.chart_card import BAND, DASH, LINE, ChartCard, Entry
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
from forecasts.horizon import Horizon, Numbers
from scheduler.staffing.requirement import ERLANG_A, ERLANG_C, QUANTILES, SkillRequirement

_ = words("window")


class RequirementChart(ChartCard):
    """`show_skill` draws one skill over the horizon or one of its days, `show_effect` what other goals require."""

    def __init__(self) -> None:
        self._entries: tuple[Entry, ...] = (
            (LINE, "text", _("Requirement")),
            (BAND, "accent", _("P50 to P90")),
            (LINE, "accent", "P80"),
            (DASH, "text_quiet", _("Erlang C ÷ concurrency")),
            (LINE, "text_quiet", _("Erlang A")),
        )
        self.tried: Numbers | None = None
        super().__init__(_("Required agents"), Plot(), *self._entries)

    def show_skill(self, view: ProjectView, horizon: Horizon, skill: SkillRequirement, day: int) -> None:
        """Draw it."""
        self._horizon, self._skill, self._day = horizon, skill, day
        self._spans = phase_spans(view.project.promotions, horizon)
        self._draw(None)

    def show_effect(self, rostered: Numbers | None) -> None:
        """Draw agents rostered with goals that are tried out, shape (intervals,); None takes the line away."""
        if rostered is not None or self.tried is not None:
            self._draw(rostered)

    def _draw(self, tried: Numbers | None) -> None:
        self.tried = tried
        horizon, skill = self._horizon, self._skill
        first, hours = (0.0, horizon.days * 24.0) if self._day == WHOLE else (self._day * 24.0, 24.0)
        shown = slice(int(first / horizon.interval_hours), int((first + hours) / horizon.interval_hours))
        also = () if tried is None else (tried,)
        highest = max(float(np.nanmax(one[shown])) for one in (skill.requirement, *drawn(skill).values(), *also))
        self.plot.show_days(horizon.first_day)
        self.plot.start(hours, highest, self._read, first)
        add_spans(self.plot, self._spans, highest)
        self._add_curves(horizon, skill)
        add_line(self.plot, *step_points(edges(horizon), skill.requirement), "text")
        for curve in also:
            add_line(self.plot, *step_points(edges(horizon), curve), "policy", dashed=True)
        about = ((DASH, "policy", _("As set, about")),) if also else ()
        self.legend.show_entries(*self._entries[:1], *about, *self._entries[1:])

    def _add_curves(self, horizon: Horizon, skill: SkillRequirement) -> None:
        steps = {name: step_points(edges(horizon), curve) for name, curve in drawn(skill).items()}
        if {"p50", "p80", "p90"} <= steps.keys():
            add_band(self.plot, steps["p50"][0], steps["p50"][1], steps["p90"][1], "accent")
            add_line(self.plot, *steps["p80"], "accent", width=1.2)
        for name in (ERLANG_C, ERLANG_A):
            if name in steps:
                add_line(self.plot, *steps[name], "text_quiet", dashed=name == ERLANG_C, width=1.2)

    def _read(self, hour: float) -> str:
        interval = min(max(int(hour / self._horizon.interval_hours), 0), self._horizon.intervals - 1)
        required = float(self._skill.requirement[interval])
        parts = [
            interval_name(self._horizon, interval),
            _("requirement {agents} agents ({exact})").format(
                agents=shown_agents(required), exact=number_text(required, 1)
            ),
            _("base {base}").format(base=number_text(float(self._skill.base[interval]), 1)),
        ]
        named = {"p80": "P80", "p90": "P90", ERLANG_C: "Erlang C", ERLANG_A: "Erlang A"}
        curves = drawn(self._skill)
        parts += [
            f"{name} {number_text(float(curves[key][interval]), 1)}" for key, name in named.items() if key in curves
        ]
        parts.append(_("decided by: {goal}").format(goal=name_of(self._skill.binding_goal[interval]) or "–"))
        return " · ".join(parts)


def drawn(skill: SkillRequirement) -> dict[str, Numbers]:
    """The curves beside the requirement that are known."""
    names = (*QUANTILES, ERLANG_C, ERLANG_A)
    return {name: skill.curves[name] for name in names if name in skill.curves}
