"""Requirement: how many agents each interval needs, why, and what service they will give."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.window.formats import clock_text, day_text, moment_text, number_text, share_text
from app.window.frame.card import Card
from app.window.frame.day_chooser import WHOLE, DayChooser, SkillChooser
from app.window.frame.desk import Desk
from app.window.frame.empty_state import EmptyState
from app.window.frame.filled_page import FilledPage
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.stacked import stacked
from app.window.frame.tiles import GOOD, SHORT, Tile, Tiles, label
from app.window.frame.view import ProjectView
from app.window.jobs.steps import run_step
from app.window.requirement.factors import expected, factors
from app.window.requirement.factors_row import factor_tiles
from app.window.requirement.goals_form import GoalsForm
from app.window.requirement.numbers import RequirementFigures, hardest_day, requirement_figures, shown_agents
from app.window.requirement.opening_risk import LEAST, MOST, OpeningRisk, opening_risk
from app.window.tables.numbers_table import Column, NumbersTable, Row
from app.wording import words
from app.wording.findings import sentence
from app.wording.names import name_of
from forecasts.findings import Finding, Level
from forecasts.forecast import Volume
from forecasts.horizon import Horizon, Numbers
from scheduler.cover import cover
from scheduler.staffing.goals import COARSE_MINUTES, Goals
from scheduler.staffing.requirement import ERLANG_C, Requirement, SkillRequirement

_ = words("window")


class RequirementPage(FilledPage):
    """Primary: calculate the requirement."""

    step = "requirement"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.primary = self.act(_("Calculate the requirement"), "refresh", self._run)

    def title(self) -> str:
        """The step's name."""
        return _("Requirement")

    def is_empty(self, view: ProjectView) -> bool:
        """Before it was calculated."""
        return view.requirement is None or not view.requirement.skills

    def empty(self) -> QWidget:
        """The way to a first requirement."""
        sentence = _(
            "No requirement yet. It turns the forecast into agents per interval, so that the service goals hold."
        )
        return EmptyState(
            "requirement", sentence, _("Calculate the requirement"), self._run, _("Look at the forecast"), self._back
        )

    def follow(self, view: ProjectView | None) -> None:
        """It needs a forecast."""
        if self.primary is not None:
            self.primary.setEnabled(view is not None and view.forecast is not None)

    def build(self) -> QWidget:
        """Tiles; chart over table; goals beside."""
        from app.window.requirement.chart import RequirementChart

        self._tiles, self._chart, self._form = Tiles(), RequirementChart(), GoalsForm()
        self._skill, self._day = SkillChooser(), DayChooser()
        self._chart.title_row.addWidget(self._skill)
        self._chart.title_row.addWidget(self._day)
        self._skill.chosen.connect(lambda _skill: self._show())
        self._day.chosen.connect(lambda _day: self._show())
        self._form.applied.connect(self._apply)
        self._form.typing.connect(self._explain)
        self._factors, self._warning = Tiles(), label("", "quiet")
        self._warning.setWordWrap(True)
        self._table = NumbersTable(_("Interval by interval"), interval_columns())
        self._rows = Card(_("Interval by interval"), " ")
        self._rows.put(self._table)
        left = RememberingSplitter("requirement", Qt.Orientation.Vertical, self._chart, self._rows, shares=(3, 3))
        parts = RememberingSplitter("requirement-goals", Qt.Orientation.Horizontal, left, self._form, shares=(14, 3))
        self._table.row_chosen.connect(self._explain_row)
        return stacked(self._tiles, self._warning, self._factors, parts)

    def fill(self, view: ProjectView) -> None:
        """Show the skill and the day chosen; the hardest day at first."""
        if view.requirement is None:
            return
        self._view, self._requirement = view, view.requirement
        self._skill.show_skills(view.requirement.skills)
        horizon = view.requirement.horizon
        self._day.show_horizon(horizon, first=hardest_day(horizon, self._chosen(view.requirement)))
        self._show()

    def _chosen(self, requirement: Requirement) -> SkillRequirement:
        return requirement.skills[self._skill.skill]

    def _show(self) -> None:
        horizon, skill = self._requirement.horizon, self._chosen(self._requirement)
        volume = self._volume()
        risk = opening_risk(horizon, self._view.project.promotions, skill, self._cover())
        self._tiles.show_tiles(requirement_tiles(horizon, requirement_figures(horizon, skill, volume), risk))
        self._warn()
        self._chart.show_skill(self._view, horizon, skill, self._day.day)
        day = hardest_day(horizon, skill) if self._day.day == WHOLE else self._day.day
        self._table.show_rows(interval_rows(horizon, skill, volume, day))
        self._rows.note.setText(day_text(horizon.day(day)))
        busiest = int(np.argmax(skill.requirement[day * horizon.intervals_per_day :][: horizon.intervals_per_day]))
        self._first_interval, self._interval = day * horizon.intervals_per_day, busiest
        self._form.show_goals(self._goals())
        self._form.note.setText(name_of(self._skill.skill))
        self._explain()

    def _goals(self) -> Goals:
        return self._view.project.goals.get(self._skill.skill, Goals())

    def _explain_row(self, row: int) -> None:
        if row >= 0:
            self._interval = row
            self._explain()

    def _explain(self) -> None:
        """The chosen interval from volume to agents, with the goals as typed where they are not applied yet."""
        volume, goals, typed = self._volume(), self._goals(), self._form.typed()
        self._factors.setVisible(volume is not None)
        if volume is None:
            return
        horizon, skill = self._requirement.horizon, self._chosen(self._requirement)
        interval = self._first_interval + self._interval
        now = factors(horizon, volume, goals, skill, interval)
        soon = None if typed == goals else expected(horizon, volume, goals, typed, now, interval)
        decided = name_of(skill.binding_goal[interval]) or "–"
        moment = moment_text(horizon.starts()[interval].astype(object))
        self._factors.show_tiles(factor_tiles(moment, decided, now, soon))

    def _cover(self) -> Numbers | None:
        """What the latest roster covers of this skill, where it was made for these intervals."""
        version = self._view.version
        if version is None or version.problem.horizon != self._requirement.horizon:
            return None
        return cover(version.problem, version.solution.roster).covered.get(self._skill.skill)

    def _warn(self) -> None:
        """Only hourly history stands behind an opening."""
        minutes = max(self._view.project.history.interval_minutes, self._requirement.horizon.interval_minutes)
        self._warning.setVisible(minutes >= COARSE_MINUTES)
        self._warning.setText("◆ " + sentence(Finding("ST11", Level.WARNING, facts={"minutes": minutes})))

    def _volume(self) -> Volume | None:
        forecast = self._view.forecast
        if forecast is None or forecast.horizon != self._requirement.horizon:
            return None
        return next((volume for key, volume in forecast if key.skill == self._skill.skill), None)

    def _apply(self, goals: Goals) -> None:
        project = self._view.project
        label = _("Service goals of {skill}").format(skill=name_of(self._skill.skill))
        changed = replace(project, goals={**project.goals, self._skill.skill: goals})
        self.desk.document.change(label, changed)
        self._run()

    def _run(self) -> None:
        run_step(self.desk, "staff", _("Calculating the requirement"), _("The requirement is up to date."))

    def _back(self) -> None:
        self.desk.go("forecast")


def interval_columns() -> tuple[Column, ...]:
    """Columns of the table per interval."""
    return (
        Column(_("Interval"), words=True),
        Column(_("P50 volume")),
        Column(_("Required")),
        Column("P80"),
        Column("P90"),
        Column("Erlang C"),
        Column(_("Decided by"), words=True, wide=True),
        Column(_("Service level")),
        Column(_("First resp., s")),
        Column(_("Avg. resp., s")),
        Column(_("Reply rate")),
        Column(_("Lost")),
    )


def interval_rows(horizon: Horizon, skill: SkillRequirement, volume: Volume | None, day: int) -> list[Row]:
    """The intervals of a day."""
    first = day * horizon.intervals_per_day
    return [interval_row(horizon, skill, volume, first + number) for number in range(horizon.intervals_per_day)]


def _curve_text(skill: SkillRequirement, name: str, interval: int) -> str:
    return str(shown_agents(float(skill.curves[name][interval]))) if name in skill.curves else "–"


def interval_row(horizon: Horizon, skill: SkillRequirement, volume: Volume | None, interval: int) -> Row:
    """One interval: what comes, who is needed, why, and the service that gives."""
    service = skill.service
    return Row(
        (
            clock_text(interval * horizon.interval_minutes % 1440),
            "–" if volume is None else number_text(float(volume.p50[interval]), 1),
            str(shown_agents(float(skill.requirement[interval]))),
            *(_curve_text(skill, name, interval) for name in ("p80", "p90", ERLANG_C)),
            name_of(skill.binding_goal[interval]),
            share_text(float(service.service_level[interval])),
            number_text(float(service.first_response_seconds[interval])),
            number_text(float(service.average_response_seconds[interval])),
            share_text(float(service.reply_rate[interval])),
            number_text(float(service.lost[interval]), 1),
        )
    )


def requirement_tiles(horizon: Horizon, figures: RequirementFigures, risk: OpeningRisk | None) -> tuple[Tile, ...]:
    """The peak, all hours, the service, who is lost, and the opening's first half hour or what decides."""
    moment = horizon.starts()[figures.peak_interval].astype(object)
    return (
        Tile(_("Most agents at once"), number_text(figures.peak), _("agents"), moment_text(moment)),
        Tile(_("Agent-hours required"), number_text(figures.agent_hours), _("hours"), _("over the whole horizon")),
        Tile(_("Service level then"), share_text(figures.service_level), "", _("if every interval is covered"), GOOD),
        Tile(_("Customers lost"), number_text(figures.lost), "", _("leave before a first reply")),
        risk_tile(risk) if risk else decider_tile(figures),
    )


def decider_tile(figures: RequirementFigures) -> Tile:
    """The goal that decides most."""
    share = _("{share} of inquiries").format(share=share_text(figures.decided))
    return Tile(_("Decides most"), name_of(figures.decider) or "–", "", share)


def risk_tile(risk: OpeningRisk) -> Tile:
    """The opening's first half hour: the chance of too few, and how many a P90 volume needs."""
    bounds = {LEAST: _("under {share}"), MOST: _("over {share}")}
    near = next((text for edge, text in bounds.items() if abs(risk.chance - edge) < 1e-6), "{share}")
    text = _("of too few, {moment}; P90 needs {agents}")
    change = text.format(moment=moment_text(risk.start), agents=shown_agents(risk.needed[-1]))
    short = risk.chance > 2 * LEAST
    figure = ("▼ " if short else "") + near.format(share=f"{risk.chance:.0%}")
    return Tile(_("First 30 minutes"), figure, "", change, SHORT if short else GOOD)
