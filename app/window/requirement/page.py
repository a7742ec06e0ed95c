"""Requirement: how many agents each interval needs, why, and what service they will give."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from app.project.effective import effective
from app.window.formats import day_text, moment_text
from app.window.frame.card import Card
from app.window.frame.day_chooser import WHOLE, DayChooser, SkillChooser
from app.window.frame.desk import Desk
from app.window.frame.empty_state import EmptyState
from app.window.frame.filled_page import FilledPage
from app.window.frame.message import Message, Mood
from app.window.frame.own_height import over_lines
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.stacked import stacked
from app.window.frame.tiles import Tiles, label
from app.window.frame.view import ProjectView
from app.window.jobs.steps import run_step
from app.window.requirement.effect import InForce
from app.window.requirement.exam_windows_tab import ExamRow, exam_rows, exam_windows_tab
from app.window.requirement.factors import expected, factors
from app.window.requirement.factors_row import factor_tiles
from app.window.requirement.goals_form import GoalsForm
from app.window.requirement.intervals import interval_columns, interval_rows
from app.window.requirement.numbers import hardest_day, requirement_figures
from app.window.requirement.playing import play_through
from app.window.requirement.requirement_tiles import requirement_tiles
from app.window.tables.numbers_table import NumbersTable
from app.wording import words
from app.wording.findings import sentence
from app.wording.names import name_of
from forecasts.findings import Finding, Level
from forecasts.forecast import Volume
from forecasts.horizon import Numbers
from scheduler.cover import cover
from scheduler.staffing.findings import goals_findings
from scheduler.staffing.goals import COARSE_MINUTES, Goals
from scheduler.staffing.opening_cover import opening_cover
from scheduler.staffing.requirement import Requirement, SkillRequirement
from scheduler.staffing.seats import seat_findings

_ = words("window")


class RequirementPage(FilledPage):
    """Primary: calculate the requirement."""

    step = "requirement"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.primary = self.act(_("Calculate the requirement"), "refresh", self._run)
        self.play = self.act(_("Play the roster through"), "clock", lambda: play_through(self.desk))
        self.play.setToolTip(_("Simulate the roster chat by chat, with its breaks and shift ends"))
        self.secondary = (self.play,)

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
        """It needs a forecast; to be played through, a roster."""
        ready = view is not None and view.forecast is not None
        if self.primary is not None:
            self.primary.setEnabled(ready)
        self.play.setEnabled(ready and view is not None and view.version is not None)

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
        self._told = over_lines(self._warning)
        self._table = NumbersTable(_("Interval by interval"), interval_columns())
        self._rows = Card(_("Day and exam windows"), " ")
        self._exams = exam_windows_tab()
        self._exams.changed.connect(self._apply_windows)
        self._exams.refused.connect(lambda why: self.desk.say(Message(why, Mood.WARNING)))
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.setAccessibleName(_("Interval by interval"))
        tabs.addTab(self._table, _("Interval by interval"))
        tabs.addTab(self._exams, _("Exam windows"))
        self._rows.put(tabs)
        left = RememberingSplitter("requirement", Qt.Orientation.Vertical, self._chart, self._rows, shares=(3, 3))
        parts = RememberingSplitter("requirement-goals", Qt.Orientation.Horizontal, left, self._form, shares=(14, 3))
        self._table.row_chosen.connect(self._explain_row)
        return stacked(self._tiles, self._told, self._factors, parts)

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
        self._risk = opening_cover(horizon, self._view.project.promotions, skill, self._cover())
        self._figures = requirement_figures(horizon, skill, volume)
        self._in_force = None if volume is None else InForce(horizon, volume, self._goals(), skill)
        self._warn()
        self._chart.show_skill(self._view, horizon, skill, self._day.day)
        day = hardest_day(horizon, skill) if self._day.day == WHOLE else self._day.day
        self._table.show_rows(interval_rows(horizon, skill, volume, day))
        self._rows.note.setText(day_text(horizon.day(day)))
        busiest = int(np.argmax(skill.requirement[day * horizon.intervals_per_day :][: horizon.intervals_per_day]))
        self._first_interval, self._interval = day * horizon.intervals_per_day, busiest
        self._exams.show_values(exam_rows(horizon, self._goals(), skill, volume))
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
        """The sums, and the chosen interval from volume to agents; with the goals as typed where they differ."""
        horizon, skill, force = self._requirement.horizon, self._chosen(self._requirement), self._in_force
        goals, typed = self._goals(), self._form.typed()
        tried = None if typed == goals or force is None or goals_findings(typed) else force.effect(typed)
        self._tiles.show_tiles(requirement_tiles(horizon, self._skill.skill, self._figures, self._risk, tried))
        self._chart.show_effect(None if tried is None else tried.rostered)
        self._factors.setVisible(force is not None)
        if force is None:
            return
        interval = self._first_interval + self._interval
        now = factors(horizon, force.volume, goals, skill, interval)
        soon = None if tried is None else expected(horizon, force.volume, typed, tried, interval)
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
        """Only hourly history stands behind an opening; more agents are required at once than there are seats."""
        project = effective(self._view.project, self._view.scenario)[0]
        minutes = max(project.history.interval_minutes, self._requirement.horizon.interval_minutes)
        told = [Finding("ST11", Level.WARNING, facts={"minutes": minutes})] if minutes >= COARSE_MINUTES else []
        told += seat_findings(self._requirement, project.seat_limit)
        self._told.setVisible(bool(told))
        self._warning.setText("\n".join("◆ " + sentence(one) for one in told))

    def _volume(self) -> Volume | None:
        forecast = self._view.forecast
        if forecast is None or forecast.horizon != self._requirement.horizon:
            return None
        return next((volume for key, volume in forecast if key.skill == self._skill.skill), None)

    def _apply_windows(self, rows: tuple[ExamRow, ...]) -> None:
        """Exam windows hold as soon as they are typed."""
        self._apply(replace(self._goals(), exam_windows=tuple(row.window for row in rows)))

    def _apply(self, goals: Goals) -> None:
        """Store goals and staff again; goals that make no sense are told and not stored."""
        wrong = goals_findings(goals, self._skill.skill)
        if wrong:
            self.desk.say(Message(sentence(wrong[0]), Mood.ERROR))
            self._exams.show_values(self._exams.values)
            return
        project = self._view.project
        label = _("Service goals of {skill}").format(skill=name_of(self._skill.skill))
        changed = replace(project, goals={**project.goals, self._skill.skill: goals})
        self.desk.document.change(label, changed)
        self._run()

    def _run(self) -> None:
        run_step(self.desk, "staff", _("Calculating the requirement"), _("The requirement is up to date."))

    def _back(self) -> None:
        self.desk.go("forecast")
