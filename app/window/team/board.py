"""The team page's content: tiles, the table beside its calendar strip, and what is wrong with the team."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.window.formats import days_text, short_day_text
from app.window.frame.card import Card
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.tiles import Tiles, label
from app.window.frame.view import ProjectView
from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look
from app.window.roster.ink import ink
from app.window.tables.copying import let_copy
from app.window.tables.list_editor import ChoiceDelegate
from app.window.team.day_edits import fresh_agent
from app.window.team.day_menu import day_menu
from app.window.team.facts import facts_of
from app.window.team.model import TeamModel, TeamOrder
from app.window.team.problems import ProblemsCard
from app.window.team.shifts_tab import shifts_tab
from app.window.team.strip import TeamStrip
from app.window.team.team_tiles import tiles_of
from app.wording import words
from app.wording.names import listed
from scheduler.shift_lengths import shift_findings
from scheduler.team import TeamAgent, team_findings
from scheduler.team_composition import composition_findings
from scheduler.time_off_findings import time_off_findings

_ = words("window")

LEAST_STRIP_WIDTH = 240


class TeamBoard(QWidget):
    """Everything the page shows once there is a team. `team_changed` carries the team edited and what was done,
    `shifts_changed` the shifts; `refused` why something typed was not taken.
    """

    team_changed = Signal(object, str)
    shifts_changed = Signal(object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._view: ProjectView | None = None
        self.tiles, self.problems = Tiles(), ProblemsCard()
        self.model = TeamModel(self)
        self.order = TeamOrder(self.model, self)
        self.table, self.strip, self.filter = _table(self.order), TeamStrip(), QLineEdit()
        self.table.horizontalHeader().setFixedHeight(self.strip.header_height)
        self.filter.setPlaceholderText(_("Find agents"))
        self.filter.setAccessibleName(_("Find agents"))
        self.filter.setClearButtonEnabled(True)
        self.count = label("", "quiet")
        self.add = QPushButton(icon("add"), _("Add agent"))
        self.delete = QPushButton(icon("trash"), _("Delete"))
        self.delete.setToolTip(_("Take the agents chosen off the team"))
        self.shifts = shifts_tab(lambda: tuple(self._view.project.shifts.values()) if self._view else ())
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card = Card()
        top = QHBoxLayout()
        top.addWidget(self.filter)
        top.addWidget(self.count)
        top.addStretch(1)
        card.column.addLayout(top)
        self.filter.setFixedWidth(look().px(220))
        self.strip.setMinimumWidth(look().px(LEAST_STRIP_WIDTH))
        parts = RememberingSplitter("team/strip", Qt.Orientation.Horizontal, self.table, self.strip, shares=(20, 1))
        card.put(parts)
        acts = QHBoxLayout()
        for button in (self.add, self.delete):
            acts.addWidget(button)
        acts.addStretch(1)
        card.column.addLayout(acts)
        of_shifts = Card()
        of_shifts.put(self.shifts)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(_("Team"))
        self.tabs.addTab(card, _("Agents"))
        self.tabs.addTab(of_shifts, _("Shift table"))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look().px(space.IN_CARD))
        body.addWidget(self.tiles)
        body.addWidget(self.tabs, 1)
        body.addWidget(self.problems)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.order.setFilterFixedString)
        self.filter.textChanged.connect(lambda _text: self._show_strip())
        self.order.layoutChanged.connect(self._show_strip)
        bar = self.table.verticalScrollBar()
        bar.valueChanged.connect(self.strip.show_scroll)
        self.strip.scrolled_by.connect(lambda pixels: bar.setValue(bar.value() + pixels))
        self.strip.row_chosen.connect(self.table.selectRow)
        self.strip.menu_wanted.connect(self._open_menu)
        self.model.edited.connect(self._put, Qt.ConnectionType.QueuedConnection)  # the cell's editor closes first
        self.model.refused.connect(self.refused)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._show_order)
        self.shifts.changed.connect(self.shifts_changed)
        self.shifts.refused.connect(self.refused)
        self.add.clicked.connect(self.add_agent)
        self.delete.clicked.connect(self._remove)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self.strip.choose(now.row()))

    def show_view(self, view: ProjectView) -> None:
        """Show the team of a project."""
        self._view = view
        project = view.project
        self.tiles.show_tiles(tiles_of(facts_of(view, project.team), project.horizon))
        at, down = self.table.currentIndex(), self.table.verticalScrollBar().value()
        self.model.show_team(project.team, project.shifts, project.horizon)
        self.table.setItemDelegate(ChoiceDelegate([column.field for column in self.model.columns], self.table))
        self._fit_table()
        if 0 <= at.row() < self.order.rowCount():
            self.table.setCurrentIndex(self.order.index(at.row(), at.column()))
        self.table.verticalScrollBar().setValue(down)
        self.shifts.show_values(tuple(project.shifts.values()))
        self._show_strip()
        found = team_findings(project.team, project.shifts)
        found += composition_findings(project.team, project.rulebook)
        found += shift_findings(project.shifts, project.rulebook)
        first = project.horizon.first_day
        found += time_off_findings(project.team, project.promotions, first, project.rulebook)
        self.problems.show_findings(found)

    def add_agent(self) -> None:
        """One more, much like the last one, to be typed over."""
        if self._view is None:
            return
        team = self._view.project.team
        new = fresh_agent(team, _("New agent"))
        self.team_changed.emit((*team, new), _("add agent {agent}").format(agent=new.id))
        self.table.selectRow(self.order.rowCount() - 1)
        self.table.scrollToBottom()

    def _remove(self) -> None:
        rows = {index.row() for index in self.table.selectedIndexes()}
        gone = [agent for row, agent in enumerate(self.order.agents()) if row in rows]
        if self._view is not None and gone:
            kept = tuple(agent for agent in self._view.project.team if agent not in gone)
            names = listed(agent.name or agent.id for agent in gone)
            self.team_changed.emit(kept, _("delete {agents}").format(agents=names))

    def _put(self, new: TeamAgent, what: str) -> None:
        """One agent edited."""
        if self._view is not None:
            team = tuple(new if agent.id == new.id else agent for agent in self._view.project.team)
            self.team_changed.emit(team, f"{new.name or new.id} {what}")

    def day_menu(self) -> QMenu | None:
        """What can be put on the days chosen in the strip; None while none are."""
        row, days = self.strip.chosen
        if self._view is None or not 0 <= row < self.order.rowCount():
            return None
        horizon = self._view.project.horizon
        dates = [horizon.day(day) for day in days]
        when = days_text(dates[0], dates[-1]) if len(dates) > 1 else short_day_text(dates[0])
        shifts = self._view.project.shifts
        return day_menu(
            self.order.agents()[row], dates, shifts, lambda new, what: self._put(new, f"{when} {what}"), self
        )

    def _open_menu(self, at: QPoint) -> None:
        menu = self.day_menu()
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(at)

    def _fit_table(self) -> None:
        """As wide as its words, no wider; the strip takes the rest."""
        self.table.resizeColumnsToContents()
        natural = self.table.horizontalHeader().length() + self.table.verticalScrollBar().sizeHint().width()
        self.table.setMaximumWidth(natural)

    def _show_order(self, column: int, _order: Qt.SortOrder) -> None:
        """The arrow and its room, once there is an order of the lead's own."""
        self.table.horizontalHeader().setSortIndicatorShown(column >= 0)
        self._fit_table()

    def _show_strip(self) -> None:
        if self._view is None:
            return
        project = self._view.project
        agents = self.order.agents()
        self.strip.show_team(agents, dict(project.shifts), project.horizon, project.outlook.calendar)
        shown, everybody = len(agents), len(project.team)
        self.count.setText("" if shown == everybody else _("{shown} of {all}").format(shown=shown, all=everybody))


def _table(order: TeamOrder) -> QTableView:
    table = QTableView()
    table.setModel(order)
    table.setAccessibleName(_("Agents"))
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setCornerWidget(QWidget())
    table.setSortingEnabled(True)
    order.sort(-1)
    table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    triggers = QAbstractItemView.EditTrigger
    table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setMinimumSectionSize(ink().row_height)
    table.verticalHeader().setDefaultSectionSize(ink().row_height)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setFont(look().font(space.QUIET))
    header.setSortIndicatorShown(False)  # or every column keeps room for an arrow that none of them has
    let_copy(table)
    return table
