"""What stands under the chart: the days, what people know and decide, where the numbers come from, the backtest."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget

from app.project.project import Project
from app.window.forecast.actuals_tab import ActualsTab
from app.window.forecast.aligned import Aligned
from app.window.forecast.backtest_tab import BacktestTab
from app.window.forecast.broadcasts_tab import broadcasts_tab
from app.window.forecast.day_rows import day_columns, day_row
from app.window.forecast.day_sources import day_sources
from app.window.forecast.days import forecast_days
from app.window.forecast.drivers_tab import DriversTab
from app.window.forecast.notes import lines, notes, unplanned_promotion
from app.window.forecast.overrides_tab import OverridesTab
from app.window.forecast.phase_rows import PhaseRow, new_row, phase_fields, phase_rows
from app.window.forecast.sources_table import phase_said, source_rows, sources_table
from app.window.frame.desk import Desk
from app.window.look import space
from app.window.look.look import look
from app.window.tables.list_editor import ListEditor
from app.window.tables.numbers_table import NumbersTable
from app.window.tables.sentences import Act, Sentences
from app.wording import words
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from forecasts.source import Provenance

_ = words("window")


class ForecastTabs(QTabWidget):
    """`changed` names a field of the outlook (or "promotions") and carries its new value; `refused` says why a text was
    not taken; `day_chosen` a day of the table.
    """

    changed = Signal(str, object)
    refused = Signal(str)
    day_chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setAccessibleName(_("Forecast"))
        self._project: Project | None = None
        self._sources: Sequence[Provenance] = ()
        self._planned: int | None = 0
        self.days = NumbersTable(_("Day by day"), day_columns(_("last promotion")))
        self.days.row_chosen.connect(self.day_chosen.emit)
        self.notes = Sentences(_("Notes"))
        self.notes.setViewportMargins(0, look().px(space.RELATED), 0, 0)
        self.phases = self._phases()
        self.broadcasts, self.overrides = broadcasts_tab(self._horizon), OverridesTab()
        self.drivers, self.actuals = DriversTab(self._horizon), ActualsTab()
        self.sources, self.backtest = sources_table(), BacktestTab(desk)
        for part, name in (
            (self.days, _("Day by day")),
            (self.notes, _("Notes")),
            (self.phases, _("Promotions")),
            (self.broadcasts, _("Broadcasts")),
            (self.overrides, _("By hand")),
            (self.drivers, _("Drivers")),
            (self.actuals, _("Today")),
            (self.sources, _("Sources")),
            (self.backtest, _("Backtest")),
        ):
            self.addTab(part, name)
        self._connect()
        self.currentChanged.connect(self._show_planned)

    def _connect(self) -> None:
        self.phases.changed.connect(lambda rows: self.changed.emit("promotions", rows))
        for part, field in (
            (self.broadcasts, "broadcasts"),
            (self.overrides, "overrides"),
            (self.drivers, "drivers"),
            (self.actuals, "actuals"),
        ):
            part.changed.connect(lambda value, field=field: self.changed.emit(field, value))
        for editor in (self.phases, self.broadcasts, self.drivers, self.actuals):
            editor.refused.connect(self.refused.emit)

    def _horizon(self) -> Horizon:
        if self._project is None:
            raise RuntimeError("no project is shown")
        return self._project.horizon

    def _phases(self) -> ListEditor:
        def names() -> Sequence[str]:
            return [promotion.name for promotion in self._project.promotions] if self._project else []

        def new() -> PhaseRow:
            return new_row(editor.values, self._horizon())

        none = _("No promotions. Add each phase with its clock times; earlier promotions teach how strong it will be.")
        editor = ListEditor(_("Promotions"), phase_fields(self._horizon, names, self._said), new, none)
        return editor

    def _show_phases(self, rows: Sequence[PhaseRow], horizon: Horizon) -> None:
        self.phases.show_values(rows)
        inside = (number for number, row in enumerate(rows) if row.phase.overlaps(horizon.start, horizon.end))
        self._planned = self._planned if self._planned is None else next(inside, None)

    def _show_planned(self, number: int) -> None:
        """The first time that the phases are shown, from those planned on."""
        if self.widget(number) is self.phases and self._planned is not None:
            self.phases.scroll_to(self._planned)
            self._planned = None

    def _show_notes(self, forecast: Forecast, key: SeriesKey) -> None:
        """What the forecast told of this skill; a promotion that is missing can be begun there."""
        told = notes(forecast.findings, key.skill)
        acts: dict[int, list[Act]] = {}
        for number, one in enumerate(told):
            promotion = unplanned_promotion(one)
            if promotion is not None:
                acts[number] = [(_("Plan it"), partial(self._add_phases, phase_rows((promotion,))))]
        self.notes.show_lines(lines(told), _("Nothing to beware of."), acts)
        self.setTabText(self.indexOf(self.notes), _("Notes ({count})").format(count=len(told)))

    def _add_phases(self, rows: Sequence[PhaseRow]) -> None:
        self.setCurrentWidget(self.phases)
        self.changed.emit("promotions", (*self.phases.values, *rows))

    def _said(self, row: PhaseRow) -> str:
        """`× 4.1 ≈`: what a phase is forecast at, and the mark of its source."""
        return phase_said(self._sources, row.promotion, row.phase.kind)

    def show_project(self, project: Project, forecast: Forecast, key: SeriesKey, before: Aligned | None) -> None:
        """Show one skill of a project."""
        self._project = project
        volume: Volume = forecast.series[key]
        days = forecast_days(forecast.horizon, volume, before.inquiries if before else None)
        name = before.name if before else _("last promotion")
        told, self._sources = project.outlook, forecast.sources.get(key, ())
        sources = day_sources(project, key, forecast)
        self.days.show_rows([day_row(*each) for each in zip(days, sources, strict=True)], day_columns(name))
        self._show_notes(forecast, key)
        self._show_phases(phase_rows(project.promotions), project.horizon)
        self.broadcasts.show_values(told.broadcasts)
        self.overrides.show_volume(forecast.horizon, key, volume, told.overrides)
        self.drivers.show_drivers(told.drivers)
        self.actuals.show_actuals(project.horizon, key, told.actuals)
        self.sources.show_rows(source_rows(self._sources))
        self.backtest.show_weights(self._sources)
