"""The team page's content: tiles, the table beside its calendar strip, and what is wrong with the team."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from app.window.frame.card import Card
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.tiles import Tiles, label
from app.window.frame.view import ProjectView
from app.window.look import space
from app.window.look.look import look
from app.window.roster.ink import ink
from app.window.tables.copying import let_copy
from app.window.team.facts import facts_of
from app.window.team.model import TeamModel, TeamOrder
from app.window.team.problems import ProblemsCard
from app.window.team.strip import TeamStrip
from app.window.team.team_tiles import tiles_of
from app.wording import words
from scheduler.team import team_findings

_ = words("window")

LEAST_STRIP_WIDTH = 240


class TeamBoard(QWidget):
    """Everything the page shows once there is a team."""

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
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card = Card(_("Agents"))
        card.title_row.insertWidget(1, self.count)
        self.filter.setFixedWidth(look().px(220))
        self.strip.setMinimumWidth(look().px(LEAST_STRIP_WIDTH))
        card.title_row.addWidget(self.filter)
        parts = RememberingSplitter("team/strip", Qt.Orientation.Horizontal, self.table, self.strip, shares=(20, 1))
        card.put(parts)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look().px(space.IN_CARD))
        body.addWidget(self.tiles)
        body.addWidget(card, 1)
        body.addWidget(self.problems)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.order.setFilterFixedString)
        self.filter.textChanged.connect(lambda _text: self._show_strip())
        self.order.layoutChanged.connect(self._show_strip)
        bar = self.table.verticalScrollBar()
        bar.valueChanged.connect(self.strip.show_scroll)
        self.strip.scrolled_by.connect(lambda pixels: bar.setValue(bar.value() + pixels))
        self.strip.row_chosen.connect(self.table.selectRow)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self.strip.choose(now.row()))

    def show_view(self, view: ProjectView) -> None:
        """Show the team of a project."""
        self._view = view
        project = view.project
        self.tiles.show_tiles(tiles_of(facts_of(view, project.team), project.horizon))
        self.model.show_team(project.team, project.shifts, project.horizon)
        self._fit_table()
        self._show_strip()
        self.problems.show_findings(team_findings(project.team, project.shifts))

    def _fit_table(self) -> None:
        """As wide as its words, no wider; the strip takes the rest."""
        self.table.resizeColumnsToContents()
        natural = self.table.horizontalHeader().length() + self.table.verticalScrollBar().sizeHint().width()
        self.table.setMaximumWidth(natural)

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
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setMinimumSectionSize(ink().row_height)
    table.verticalHeader().setDefaultSectionSize(ink().row_height)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setFont(look().font(space.QUIET))
    let_copy(table)
    return table
