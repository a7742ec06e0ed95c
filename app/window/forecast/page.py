"""Forecast: how many inquiries come, when, and how sure that is."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.project.project import Project
from app.window.forecast.aligned import aligned
from app.window.forecast.empty_days import empty_days
from app.window.forecast.phase_rows import moved_phase, promotions_of
from app.window.forecast.refreshing import Refreshing
from app.window.forecast.tabs import ForecastTabs
from app.window.forecast.tiles import forecast_tiles
from app.window.formats import moment_text
from app.window.frame.card import Card
from app.window.frame.day_chooser import DayChooser, SkillChooser
from app.window.frame.desk import Desk
from app.window.frame.empty_state import EmptyState
from app.window.frame.filled_page import FilledPage
from app.window.frame.message import Message, Mood
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.stacked import stacked
from app.window.frame.tiles import Tiles
from app.window.frame.view import ProjectView
from app.window.jobs.steps import run_step
from app.wording import words
from app.wording.findings import sentence
from app.wording.names import name_of
from forecasts.findings import InputError, refuse_if_any
from forecasts.forecast import Forecast
from forecasts.history import SeriesKey
from forecasts.opening_risk import opening_risks, riskiest
from forecasts.promotion import promotion_findings

_ = words("window")


class ForecastPage(FilledPage):
    """Primary: forecast again."""

    step = "forecast"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.primary = self.act(_("Forecast again"), "refresh", self._run)
        self._refreshing = Refreshing(desk)
        self.days_planned = self.act(_("Planning horizon …"), "day", self._ask_horizon)
        self.by_hand = self.act(_("Enter by hand"), "edit", self._begin_by_hand)
        self.by_hand.setToolTip(_("For a shop without seven days of history: type the inquiries of each day"))
        self.secondary = (self.by_hand, self.days_planned)
        self._to_hours = False

    def title(self) -> str:
        """The step's name."""
        return _("Forecast")

    def is_empty(self, view: ProjectView) -> bool:
        """Before the first forecast."""
        return view.forecast is None or not view.forecast.series

    def empty(self) -> QWidget:
        """The way to a first forecast."""
        sentence = _(
            "No forecast yet. It is made from the history and the promotions, per skill and interval, with its range."
        )
        return EmptyState("forecast", sentence, _("Make the forecast"), self._run, _("Look at the history"), self._back)

    def follow(self, view: ProjectView | None) -> None:
        """Forecasting needs a history."""
        if self.primary is not None:
            self.primary.setEnabled(view is not None and bool(view.project.history.series))
        self.days_planned.setEnabled(view is not None)
        self.by_hand.setEnabled(view is not None and self.is_empty(view))

    def build(self) -> QWidget:
        """Tiles, chart, tabs."""
        from app.window.forecast.chart import ForecastChart

        self._tiles, self._chart, self.tabs = Tiles(), ForecastChart(), ForecastTabs(self.desk)
        self._skill, self._day = SkillChooser(), DayChooser()
        self._chart.title_row.addWidget(self._skill)
        self._chart.title_row.addWidget(self._day)
        self._skill.chosen.connect(lambda _skill: self._show())
        self._day.chosen.connect(lambda _day: self._show_chart())
        self._chart.phase_moved.connect(self._move_phase)
        self.tabs.day_chosen.connect(self._choose_day)
        self.tabs.changed.connect(self._change)
        self.tabs.refused.connect(lambda why: self.desk.say(Message(why, Mood.WARNING)))
        below = Card()
        below.put(self.tabs)
        parts = RememberingSplitter("forecast", Qt.Orientation.Vertical, self._chart, below, shares=(3, 2))
        return stacked(self._tiles, parts)

    def fill(self, view: ProjectView) -> None:
        """Show the skill and the days chosen."""
        if view.forecast is None:
            return
        self._view, self._forecast = view, view.forecast
        self._risks = opening_risks(view.forecast, view.project.promotions)
        self._skill.show_skills(view.forecast.skills())
        self._day.show_horizon(view.forecast.horizon)
        self._show()
        if self._to_hours:
            self._to_hours = False
            self.tabs.setCurrentWidget(self.tabs.overrides)

    def _show(self) -> None:
        key = key_of(self._forecast, self._skill.skill)
        project, horizon = self._view.project, self._forecast.horizon
        self._before = aligned(project.history, key.skill, project.promotions, horizon)
        volume = self._forecast.series[key]
        risk = riskiest(self._risks, key.skill)
        self._tiles.show_tiles(forecast_tiles(horizon, volume, self._before, self._forecast.method, risk))
        self.tabs.show_project(project, self._forecast, key, self._before)
        self._show_chart()

    def _show_chart(self) -> None:
        key = key_of(self._forecast, self._skill.skill)
        self._chart.show_volume(self._view, self._forecast, key, self._before, self._day.day)

    def _choose_day(self, row: int) -> None:
        if row >= 0:
            self._day.choose(row)
            self._show_chart()

    def _move_phase(self, number: int, position: int, start: datetime, end: datetime) -> None:
        promotions = self._view.project.promotions
        name = name_of(promotions[number].phases[position].kind)
        label = _("{phase} {start} – {end}").format(phase=name, start=moment_text(start), end=moment_text(end))
        self._store(label, promotions=moved_phase(promotions, number, position, start, end))

    def _change(self, field: str, value: Any) -> None:
        if field == "promotions":
            self._store(_("Promotions"), promotions=promotions_of(value))
            return
        labels = {
            "broadcasts": _("Broadcasts"),
            "overrides": _("Forecast changed by hand"),
            "drivers": _("Drivers"),
            "actuals": _("Today's actuals"),
        }
        self._store(labels[field], outlook=replace(self._view.project.outlook, **{field: value}))

    def _store(self, label: str, **change: Any) -> None:
        """Keep a change, or say why not; then forecast and staff anew."""
        project: Project = replace(self._view.project, **change)
        try:
            refuse_if_any(promotion_findings(project.promotions))
            self.desk.document.change(label, project)
        except InputError as refused:
            self.desk.say(Message(sentence(refused.findings[0]), Mood.ERROR))
            self._show()
            return
        self._refreshing.start()

    def _ask_horizon(self) -> None:
        """Which days are planned, and by what interval: both may change until the roster is made, and after."""
        from app.window.frame.project_dialog import ProjectDialog

        view = self.desk.document.view
        if view is None:
            return
        dialog = ProjectDialog(self.window(), view.project)
        dialog.accepted.connect(lambda: self._plan_days(dialog.project()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _plan_days(self, project: Project) -> None:
        view = self.desk.document.view
        if view is None or project == view.project:
            return
        self.desk.document.change(_("Planning horizon"), project)
        if view.forecast is not None and project.horizon != view.project.horizon:
            self._refreshing.start()

    def _begin_by_hand(self) -> None:
        """Zero for every day that nothing was typed for, to be typed over; the forecast then stands on that alone."""
        view = self.desk.document.view
        if view is None:
            return
        project = view.project
        typed = (*project.outlook.overrides, *empty_days(project))
        self._to_hours = True
        label = _("Forecast changed by hand")
        self.desk.document.change(label, replace(project, outlook=replace(project.outlook, overrides=typed)))
        self._refreshing.start()

    def _run(self) -> None:
        run_step(self.desk, "forecast", _("Forecasting"), _("The forecast is up to date."))

    def _back(self) -> None:
        self.desk.go("history")


def key_of(forecast: Forecast, skill: str) -> SeriesKey:
    """The series of a skill; shops are pooled before forecasting, so there is one."""
    return next(key for key, _volume in forecast if key.skill == skill)
