"""Forecast: how many inquiries come, when, and how sure that is."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.window.forecast.aligned import Aligned, aligned
from app.window.forecast.days import ForecastDay, forecast_days
from app.window.formats import clock_text, day_text, moment_text, number_text, signed_text
from app.window.frame.card import Card
from app.window.frame.day_chooser import DayChooser, SkillChooser
from app.window.frame.desk import Desk
from app.window.frame.empty_state import EmptyState
from app.window.frame.filled_page import FilledPage
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.stacked import stacked
from app.window.frame.tiles import Tile, Tiles
from app.window.frame.view import ProjectView
from app.window.jobs.steps import run_step
from app.window.tables.numbers_table import Column, NumbersTable, Row
from app.wording import words
from app.wording.names import method_name, name_of
from forecasts.forecast import Forecast, Volume
from forecasts.horizon import Horizon

_ = words("window")


class ForecastPage(FilledPage):
    """Primary: forecast again."""

    step = "forecast"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.primary = self.act(_("Forecast again"), "refresh", self._run)

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

    def build(self) -> QWidget:
        """Tiles, chart, table per day."""
        from app.window.forecast.chart import ForecastChart

        self._tiles, self._chart = Tiles(), ForecastChart()
        self._skill, self._day = SkillChooser(), DayChooser()
        self._chart.title_row.addWidget(self._skill)
        self._chart.title_row.addWidget(self._day)
        self._skill.chosen.connect(lambda _skill: self._show())
        self._day.chosen.connect(lambda _day: self._show())
        self._table = NumbersTable(_("Day by day"), day_columns(_("last promotion")))
        self._table.row_chosen.connect(self._choose_day)
        days = Card(_("Day by day"), _("choose a day to see it above"))
        days.put(self._table)
        parts = RememberingSplitter("forecast", Qt.Orientation.Vertical, self._chart, days, shares=(3, 2))
        return stacked(self._tiles, parts)

    def fill(self, view: ProjectView) -> None:
        """Show the skill and the days chosen."""
        if view.forecast is None:
            return
        self._view, self._forecast = view, view.forecast
        self._skill.show_skills(view.forecast.skills())
        self._day.show_horizon(view.forecast.horizon)
        self._show()

    def _show(self) -> None:
        volume = volume_of(self._forecast, self._skill.skill)
        project, horizon = self._view.project, self._forecast.horizon
        before = aligned(project.history, self._skill.skill, project.promotions, horizon)
        days = forecast_days(horizon, volume, before.inquiries if before else None)
        self._tiles.show_tiles(forecast_tiles(horizon, volume, before, self._forecast.method))
        self._chart.show_volume(self._view, volume, before, self._day.day)
        self._table.show_rows(
            [day_row(day) for day in days], day_columns(before.name if before else _("last promotion"))
        )

    def _choose_day(self, row: int) -> None:
        if row >= 0:
            self._day.choose(row)
            self._show()

    def _run(self) -> None:
        run_step(self.desk, "forecast", _("Forecasting"), _("The forecast is up to date."))

    def _back(self) -> None:
        self.desk.go("history")


def volume_of(forecast: Forecast, skill: str) -> Volume:
    """The volume of a skill; shops are pooled before forecasting, so there is one."""
    return next(volume for key, volume in forecast if key.skill == skill)


def day_columns(before: str) -> tuple[Column, ...]:
    """Columns of the table per day."""
    return (
        Column(_("Day"), words=True),
        Column(_("Phases"), words=True, wide=True),
        Column(_("Inquiries (mean)")),
        Column(_("Busiest interval")),
        Column(_("P50 there")),
        Column(_("P90 there")),
        Column(before),
        Column(_("Change")),
    )


def day_row(day: ForecastDay) -> Row:
    """One day of the table."""
    change = None if not day.before else (day.mean / day.before - 1) * 100
    return Row(
        (
            day_text(day.day),
            "、".join(name_of(kind) for kind in day.phases),
            number_text(day.mean),
            clock_text(day.peak_minute),
            number_text(day.peak_p50, 1),
            number_text(day.peak_p90, 1),
            number_text(day.before),
            "–" if change is None else f"{signed_text(change)}%",
        )
    )


def forecast_tiles(horizon: Horizon, volume: Volume, before: Aligned | None, method: str) -> tuple[Tile, ...]:
    """All inquiries, the busiest day, the hardest interval, the same days of the last promotion."""
    peak = int(np.argmax(volume.p90))
    per_day = volume.mean.reshape(horizon.days, -1).sum(axis=1)
    top = int(np.argmax(per_day))
    total = float(volume.mean.sum())
    moment = horizon.starts()[peak].astype(object)
    tiles = [
        Tile(
            _("Inquiries in the horizon"),
            number_text(total),
            _("inquiries"),
            _("mean, method {method}").format(method=method_name(method)),
        ),
        Tile(_("The busiest day"), number_text(per_day[top]), _("inquiries"), day_text(horizon.day(top))),
        Tile(
            _("The hardest interval"),
            number_text(volume.p50[peak]),
            _("inquiries in {minutes} min").format(minutes=horizon.interval_minutes),
            _("{when}, up to {p90} (P90)").format(when=moment_text(moment), p90=number_text(volume.p90[peak])),
        ),
    ]
    if before is not None and np.isfinite(before.inquiries).any():
        counted = np.isfinite(before.inquiries)
        earlier, now = float(before.inquiries[counted].sum()), float(volume.mean[counted].sum())
        change = f"{signed_text((now / earlier - 1) * 100)}%" if earlier else "–"
        note = _("{count} inquiries then, opening over opening").format(count=number_text(earlier))
        tiles.append(Tile(_("Against {name}").format(name=before.name), change, "", note))
    return tuple(tiles)
