"""Compare: scenarios side by side, what each costs and what it leaves short."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from app.project.branches import branch_at
from app.project.figures import Figures, figures
from app.window.comparison.batch import ComparisonBatch
from app.window.comparison.branching import Branching
from app.window.comparison.calculation import calculate
from app.window.comparison.changes_tab import ChangesTab
from app.window.comparison.risk_tab import RiskTab
from app.window.comparison.scenario_form import ScenarioForm
from app.window.comparison.services import Service, Services
from app.window.comparison.table import (
    base_of,
    chosen_pair,
    contracts_of,
    hour_columns,
    hour_row,
    nested,
    scenario_columns,
    scenario_row,
)
from app.window.comparison.tiles import comparison_tiles
from app.window.frame.card import Card
from app.window.frame.day_chooser import DayChooser, SkillChooser
from app.window.frame.desk import Desk
from app.window.frame.empty_state import EmptyState
from app.window.frame.filled_page import FilledPage
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.stacked import stacked
from app.window.frame.tiles import Tiles
from app.window.frame.view import ProjectView
from app.window.tables.numbers_table import NumbersTable, Row
from app.wording import words

_ = words("window")


class ComparisonPage(FilledPage):
    """Primary: calculate the scenario looked at."""

    step = "comparison"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.primary = self.act(_("Calculate the scenario"), "optimise", self._calculate)
        self._figures: dict[tuple[str, int], Figures] = {}
        self._services = Services(desk, self._show, self)

    def title(self) -> str:
        """The step's name."""
        return _("Compare scenarios")

    def is_empty(self, view: ProjectView) -> bool:
        """Before there is anything to plan with."""
        return not view.project.history.series or not view.project.team

    def empty(self) -> QWidget:
        """The way to a first scenario."""
        sentence = _('Scenarios answer "what if 20% more come?". They need a history and a team first.')
        return EmptyState("comparison", sentence, _("Look at the history"), lambda: self.desk.go("history"))

    def follow(self, view: ProjectView | None) -> None:
        """It needs something to plan with."""
        if self.primary is not None:
            self.primary.setEnabled(view is not None and not self.is_empty(view))

    def build(self) -> QWidget:
        """Tiles; table over chart; the form beside."""
        from app.window.comparison.chart import CompareChart
        from app.window.comparison.sweep_panel import SweepPanel

        self._tiles, self._chart, self._form = Tiles(), CompareChart(), ScenarioForm()
        self._skill, self._day = SkillChooser(), DayChooser()
        self._chart.title_row.addWidget(self._skill)
        self._chart.title_row.addWidget(self._day)
        self._skill.chosen.connect(lambda _skill: self._show())
        self._day.chosen.connect(lambda _day: self._show())
        self._table = NumbersTable(_("Scenarios side by side"), scenario_columns())
        self._table.row_chosen.connect(self._choose)
        self.branching, self.sweep = Branching(self.desk, self._form), SweepPanel(self.desk)
        self.sweep.branched.connect(self._branch)
        self._by_hour, self._changes, self.risk = NumbersTable(_("By hour"), ()), ChangesTab(), RiskTab(self.desk)
        rows = Card(_("Scenarios side by side"), _("in brackets the difference to what it is based on"))
        self.batch = ComparisonBatch(self.desk, self._form.seconds.value)
        rows.title_row.addWidget(self.batch.calculate)
        rows.title_row.addWidget(self.batch.export)
        rows.put(self._table)
        left = RememberingSplitter("compare", Qt.Orientation.Vertical, rows, self._tabs(), shares=(4, 5))
        parts = RememberingSplitter("compare-form", Qt.Orientation.Horizontal, left, self._form, shares=(10, 3))
        return stacked(self._tiles, parts)

    def _tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setAccessibleName(_("Compare scenarios"))
        tabs.setDocumentMode(True)
        tabs.addTab(self._chart, _("Cover"))
        tabs.addTab(self._by_hour, _("Shortage by hour"))
        tabs.addTab(self._changes, _("Roster changes"))
        tabs.addTab(self.risk, _("Risk and reserve"))
        tabs.addTab(self.sweep, _("Sweep"))
        return tabs

    def fill(self, view: ProjectView) -> None:
        """Show all scenarios; the one of the header is looked at."""
        self._view = view
        self._titles = dict(nested(view.project.scenarios))
        self._names = list(self._titles)
        fresh = []
        self._rows: dict[str, Figures | None] = {}
        for name in self._names:
            version = self.desk.document.file.latest_version(name)
            if version is not None:
                key = (name, version.number)
                self._figures.setdefault(key, figures(version))
                if not self.desk.document.file.stale(name, "roster"):
                    fresh.append(key)
            self._rows[name] = self._figures[name, version.number] if version else None
        self._form.show_scenario(view.project, view.scenario)
        self.sweep.show_project(view)
        self.risk.show_scenario(view)
        self._show()
        self._services.ask(str(view.path), fresh)
        self.batch.follow(view, [name for name, _number in fresh])

    def _show(self) -> None:
        if not hasattr(self, "_rows"):
            return
        base_name, other_name = chosen_pair(self._view.project.scenarios, self._view.scenario.name)
        base, other = self._rows[base_name], self._rows[other_name]
        contracts = contracts_of(self._rows.values())
        self._table.show_rows([self._row(name, contracts) for name in self._names], scenario_columns(contracts))
        hours = [hour_row(self._titles[name], self._rows[name]) for name in self._names]
        self._by_hour.show_rows(hours, hour_columns())
        self._changes.show_pair(self._view, base, other)
        self._tiles.show_tiles(comparison_tiles(base, other, self._service(base_name), self._service(other_name)))
        both = base is not None and other is not None
        for part in (self._skill, self._day, self._chart.legend, self._chart.plot):
            part.setVisible(both)
        self._chart.say("" if both else _("calculate both scenarios to see them here"))
        if base is not None and other is not None:
            self._skill.show_skills(other.cover.covered)
            self._day.show_horizon(other.version.problem.horizon)
            self._chart.show_pair(self._view, base, other, self._skill.skill, self._day.day)

    def _row(self, name: str, contracts: Sequence[str]) -> Row:
        below = base_of(self._view.project.scenarios, name)
        services = self._service(name), self._service(below)
        return scenario_row(self._titles[name], self._rows[name], self._rows[below], services, contracts)

    def _service(self, name: str) -> Service | None:
        row = self._rows[name]
        return None if row is None else self._services.service(str(self._view.path), name, row.version.number)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._names) and self._names[row] != self._view.scenario.name:
            self.desk.document.choose_scenario(self._names[row])

    def _branch(self, values: Mapping[str, float]) -> None:
        """A point becomes a scenario, with the roster that the sweep found for it."""
        self.branching.add(branch_at(values, self._view.scenario.name))
        self.batch.take_point(self._view.scenario.name, self.sweep.limits)

    def _calculate(self) -> None:
        calculate(self.desk, self._view.scenario.name, self._form.seconds.value())
