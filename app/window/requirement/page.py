"""Requirement: how many agents each interval needs, why, and what service they will give."""

from dataclasses import replace

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
from app.window.frame.tiles import GOOD, Tile, Tiles
from app.window.frame.view import ProjectView
from app.window.jobs.steps import run_step
from app.window.requirement.goals_form import GoalsForm
from app.window.requirement.numbers import RequirementFigures, hardest_day, requirement_figures, shown_agents
from app.window.tables.numbers_table import Column, NumbersTable, Row
from app.wording import words
from app.wording.names import name_of
from forecasts.forecast import Volume
from forecasts.horizon import Horizon
from scheduler.staffing.goals import Goals
from scheduler.staffing.requirement import Requirement, SkillRequirement

_ = words("window")


class RequirementPage(FilledPage):
    """Primary: calculate the requirement."""

    step = "requirement"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.primary = self.act(_("Calculate the requirement"), "refresh", self._run)

    def title(self) -> str:
        """The step's name."""
        return _("Requirements")

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
        self._table = NumbersTable(_("Interval by interval"), interval_columns())
        self._rows = Card(_("Interval by interval"), " ")
        self._rows.put(self._table)
        left = RememberingSplitter("requirement", Qt.Orientation.Vertical, self._chart, self._rows, shares=(3, 3))
        parts = RememberingSplitter("requirement-goals", Qt.Orientation.Horizontal, left, self._form, shares=(14, 3))
        return stacked(self._tiles, parts)

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
        self._tiles.show_tiles(requirement_tiles(horizon, requirement_figures(horizon, skill, volume)))
        self._chart.show_skill(self._view, horizon, skill, self._day.day)
        day = hardest_day(horizon, skill) if self._day.day == WHOLE else self._day.day
        self._table.show_rows(interval_rows(horizon, skill, volume, day))
        self._rows.note.setText(day_text(horizon.day(day)))
        self._form.show_goals(self._view.project.goals.get(self._skill.skill, Goals()))
        self._form.note.setText(name_of(self._skill.skill))

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
        Column(_("Base req.")),
        Column(_("Required")),
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


def interval_row(horizon: Horizon, skill: SkillRequirement, volume: Volume | None, interval: int) -> Row:
    """One interval: what comes, who is needed, why, and the service that gives."""
    service = skill.service
    return Row(
        (
            clock_text(interval * horizon.interval_minutes % 1440),
            "–" if volume is None else number_text(float(volume.p50[interval]), 1),
            number_text(float(skill.base[interval]), 1),
            str(shown_agents(float(skill.requirement[interval]))),
            name_of(skill.binding_goal[interval]),
            share_text(float(service.service_level[interval])),
            number_text(float(service.first_response_seconds[interval])),
            number_text(float(service.average_response_seconds[interval])),
            share_text(float(service.reply_rate[interval])),
            number_text(float(service.lost[interval]), 1),
        )
    )


def requirement_tiles(horizon: Horizon, figures: RequirementFigures) -> tuple[Tile, ...]:
    """The peak, all hours, the service, who is lost, what decides."""
    moment = horizon.starts()[figures.peak_interval].astype(object)
    return (
        Tile(_("Most agents at once"), number_text(figures.peak), _("agents"), moment_text(moment)),
        Tile(_("Agent-hours required"), number_text(figures.agent_hours), _("hours"), _("over the whole horizon")),
        Tile(_("Service level then"), share_text(figures.service_level), "", _("if every interval is covered"), GOOD),
        Tile(_("Customers lost"), number_text(figures.lost), "", _("leave before a first reply")),
        Tile(
            _("Decides most"),
            name_of(figures.decider) or "–",
            "",
            _("{share} of inquiries").format(share=share_text(figures.decided)),
        ),
    )
