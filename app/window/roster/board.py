"""The roster page's content: tiles, matrix, cover chart, search and violations, all on one selection."""

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.window.frame.beside import Beside
from app.window.frame.card import Card
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.tiles import Tiles
from app.window.jobs.jobs import Jobs
from app.window.look import space
from app.window.look.look import look
from app.window.roster.arrangement_bar import ArrangementBar
from app.window.roster.cover_card import CoverCard
from app.window.roster.curves import on_duty
from app.window.roster.day_view import DayView
from app.window.roster.footer_painting import WORTH_TELLING
from app.window.roster.matrix import Matrix
from app.window.roster.overtime import OvertimeCount
from app.window.roster.plan import RosterPlan
from app.window.roster.roster_tiles import tiles_of
from app.window.roster.rows import arranged
from app.window.roster.search_card import SearchCard
from app.window.roster.shift_legend import ShiftLegend
from app.window.roster.side import Side
from app.wording import words
from app.wording.names import name_of
from scheduler.violation import Violation

_ = words("window")

NARROW = 768  # below this width of the page nothing has room beside the matrix


class RosterBoard(QWidget):
    """Everything the page shows once there is a team and a requirement."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.plan: RosterPlan | None = None
        self.tiles, self.bar, self.legend = Tiles(slim=True), ArrangementBar(), ShiftLegend()
        self.matrix, self.cover = Matrix(), CoverCard()
        self.day = DayView(self.matrix)
        self.search, self.side = SearchCard(jobs), Side()
        self.violations = self.side.violations
        self._overtime = OvertimeCount(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = Card()
        grid.put(self.bar, 0)
        grid.put(self.matrix, 1)
        legend = Card()
        legend.put(self.legend)
        left = RememberingSplitter("roster/cover", Qt.Orientation.Vertical, grid, self.cover, shares=(1, 0))
        self._beside = side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(space.IN_CARD))
        column.addWidget(self.search)
        column.addWidget(self.side, 1)
        column.addWidget(legend)
        side.setMinimumWidth(look().px(300))
        all_parts = Beside("roster/side", left, side, look().px(NARROW))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look().px(space.RELATED))
        body.addWidget(self.tiles)
        body.addWidget(all_parts, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self._arrange)
        self.bar.zoomed.connect(self.matrix.zoom)
        self.bar.day_wanted.connect(self._show_hours)
        self.matrix.laid_out.connect(self._follow_matrix)
        self.matrix.moved.connect(self._follow_cursor)
        self.matrix.day_chosen.connect(self.show_day)
        self.matrix.escaped.connect(self._escape)
        self.cover.day_wanted.connect(self._day_wanted)
        self.cover.help_wanted.connect(self.explain_hour)
        self.cover.chart.picked.connect(self._picked)
        self.violations.chosen.connect(self.jump)
        self.side.changes.chosen.connect(self.matrix.go_to)
        self._overtime.counted.connect(self._show_overtime)
        shown = self.bar.show_menu
        shown.heads.toggled.connect(self.matrix.show_shift_heads)
        shown.dense.toggled.connect(self.matrix.show_dense)
        shown.chart.toggled.connect(lambda _on: self._make_room())
        shown.room.toggled.connect(lambda _on: self._make_room())
        self.matrix.show_shift_heads(shown.heads.isChecked())
        self.matrix.show_dense(shown.dense.isChecked())
        self._make_room()

    def _make_room(self) -> None:
        """Fold the chart, or everything but the matrix."""
        shown = self.bar.show_menu
        alone = shown.room.isChecked()
        self.cover.setVisible(shown.chart.isChecked() and not alone)
        self.tiles.setVisible(not alone)
        self._beside.setVisible(not alone)

    def _escape(self) -> None:
        """Esc lets go of what is dragged, else of the interval chosen, else stops the search."""
        if self.day.cancel():
            return
        if self.cover.chart.chosen is not None:
            self.choose_interval(None)
        else:
            self.search.stop()

    def show_plan(self, plan: RosterPlan) -> None:
        """Show a plan; cursor, filter and zoom stay, and the hours known so far until they are counted anew: the
        days would jump aside twice if that column went and came back.
        """
        before = self.plan
        if before is not None and before.overtime.keys() == plan.problem.agents.keys() and not plan.overtime:
            plan = plan.with_overtime(before.overtime)
        self.plan = plan
        self.tiles.show_tiles(tiles_of(plan))
        self.legend.show_plan(plan)
        self.cover.show_plan(plan)
        self._follow_hour()
        self.violations.show_plan(plan)
        if self.cover.chart.day is not None and self.cover.chart.day >= plan.horizon.days:
            self.show_day(None)
        self.matrix.emphasise(None)
        self._arrange()
        self._follow_cursor()
        self._overtime.start(plan)

    def show_edit(self, plan: RosterPlan) -> None:
        """Show the same plan with some cells changed; order, cursor and scroll stay."""
        self.plan = plan
        self.tiles.show_tiles(tiles_of(plan))
        self.matrix.show_edit(plan)
        self.cover.show_edit(plan)
        self.violations.show_plan(plan)
        self.side.changes.show_plan(plan)
        self._explain_cursor()
        self._overtime.follow(plan)

    def _show_overtime(self, minutes: Mapping[str, int]) -> None:
        """Everybody's overtime is known now; it stands beside their hours from here on."""
        if self.plan is not None:
            self.plan = self.plan.with_overtime(minutes)
            self._arrange()

    def explain(self) -> None:
        """Show why the cursor's cell is what it is."""
        self.side.show_card(self.side.reasons)
        self._explain_cursor()
        self.side.reasons.explain_now()

    def explain_hour(self) -> None:
        """Show who could help at the hour chosen; without one, at the next that is short."""
        if self.cover.chart.chosen is None:
            self.next_shortage()
        self.side.show_card(self.side.reasons)
        self._follow_hour()
        self.side.reasons.explain_now(hour=True)

    def _follow_hour(self) -> None:
        self.side.reasons.follow_hour(self.cover.chart.chosen, self.cover.chart.skill)

    def _explain_cursor(self) -> None:
        agent = self.matrix.agent
        self.side.reasons.follow(self.plan, None if agent is None else (agent, self.matrix.selection.day))

    def _arrange(self) -> None:
        if self.plan is not None:
            arrangement = self.bar.arrangement
            rows = arranged(self.plan.rows, arrangement, _searched_words(self.plan))
            self.matrix.show_plan(self.plan, rows, arrangement.group_by)

    def _follow_matrix(self) -> None:
        self.bar.follow_zoom(self.matrix.days_across)
        if self.matrix.scene is not None:
            self.cover.chart.follow(self.matrix.scene.geometry)

    def _follow_cursor(self) -> None:
        self._explain_cursor()
        chosen = self.matrix.selection
        several = not chosen.is_empty and 0 < chosen.last_row - chosen.first_row < chosen.rows - 1
        whole_row = not chosen.is_empty and chosen.days > 1 and chosen.last_day - chosen.first_day == chosen.days - 1
        shown = range(chosen.first_row, chosen.last_row + 1) if several or whole_row else range(0)
        self.cover.chart.show_agents(frozenset(self.matrix.model.rows[row].id for row in shown))
        if self.cover.chart.day not in {None, chosen.day} and not chosen.is_empty:
            self.show_day(chosen.day)

    def show_day(self, day: int | None) -> None:
        """Zoom the chart to a day, None for the whole horizon."""
        self.cover.show_day(day)
        self.matrix.show_day(day)

    def _show_hours(self, shown: bool) -> None:
        """The chosen day hour by hour over the days of the matrix, the chart below on the same axis."""
        self.day.setVisible(shown)
        self.show_day(self.matrix.selection.day if shown else None)
        self.matrix.setFocus()

    def _day_wanted(self, day: int | None) -> None:
        self.show_day(None if day is None else self.matrix.selection.day)

    def _picked(self, interval: int) -> None:
        self.choose_interval(None if interval == self.cover.chart.chosen else interval)

    def choose_interval(self, interval: int | None) -> None:
        """Emphasise who is on in an interval; None ends it."""
        self.cover.chart.choose(interval)
        self._follow_hour()
        if interval is None or self.plan is None:
            self.matrix.emphasise(None)
            self.cover.say("")
            return
        agents = on_duty(self.plan, interval)
        day = interval // self.plan.horizon.intervals_per_day
        self.matrix.select(self.matrix.selection.at(self.matrix.selection.row, day))
        self.matrix.emphasise(agents)
        self.cover.say_on_duty(interval, len(agents))

    def jump(self, violation: Violation) -> None:
        """Lead to where a rule is broken; a filter in the way is cleared."""
        if violation.agent:
            if not self.matrix.go_to(violation.agent, violation.day):
                self.bar.filter.clear()
                self.matrix.go_to(violation.agent, violation.day)
        elif violation.interval is not None:
            self.choose_interval(violation.interval)

    def next_shortage(self) -> None:
        """Show the next stretch in which the requirement is not covered."""
        if self.plan is None or self.cover.chart.curves is None:
            return
        short = self.cover.chart.curves.shortage >= WORTH_TELLING
        begins = np.flatnonzero(short & ~np.concatenate([[False], short[:-1]]))
        if len(begins):
            now = self.cover.chart.chosen
            later = begins[begins > (-1 if now is None else now)]
            self.choose_interval(int(later[0] if len(later) else begins[0]))


def _searched_words(plan: RosterPlan) -> Mapping[str, str]:
    """What the filter may also be asked in: contracts and skills as people call them."""
    contracts = {row.contract: name_of(row.contract) for row in plan.rows}
    skills = {skill: name_of(skill) for row in plan.rows for skill in row.skills}
    return contracts | skills
