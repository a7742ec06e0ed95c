"""The team as a table: one agent a row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from app.window.formats import number_text
from app.window.roster.rows import in_usual_order
from app.window.roster.short_texts import compact, skills_name
from app.window.team.facts import away_days
from app.wording import words
from app.wording.names import name_of
from forecasts.horizon import Horizon
from scheduler.shift import Shift
from scheduler.team import TeamAgent

_ = words("window")

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
NUMBERS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
WORDS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class TeamRole(IntEnum):
    """What the model tells beside Qt's own roles."""

    ORDER = Qt.ItemDataRole.UserRole + 1
    AGENT = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class TeamColumn:
    """A column: its title, what it says, and what it is ordered by when that is a number."""

    title: str
    text: Callable[[TeamAgent], str]
    order: Callable[[TeamAgent], float] | None = None


def columns_of(shifts: Mapping[str, Shift], horizon: Horizon) -> tuple[TeamColumn, ...]:
    """The columns in the reader's language."""

    def away(agent: TeamAgent) -> int:
        return len(away_days(agent.absences, horizon))

    def wishes(agent: TeamAgent) -> int:
        return sum(0 <= horizon.day_number(wish.day) < horizon.days for wish in agent.requests)

    return (
        TeamColumn(_("Name"), lambda agent: agent.name or agent.id),
        TeamColumn(_("Id"), lambda agent: agent.id),
        TeamColumn(_("Team"), lambda agent: agent.group),
        TeamColumn(_("Contract"), lambda agent: name_of(agent.contract)),
        TeamColumn(_("Skill"), lambda agent: skills_name(in_usual_order(agent.skills))),
        TeamColumn(_("Productivity"), lambda agent: number_text(agent.productivity, 1), lambda a: a.productivity),
        TeamColumn(_("Yuan/h"), lambda agent: compact(agent.hourly_cost), lambda agent: agent.hourly_cost),
        TeamColumn(_("Shifts"), lambda agent: shifts_text(agent, shifts)),
        TeamColumn(_("Away, d"), lambda agent: str(away(agent) or ""), away),
        TeamColumn(_("Requests"), lambda agent: str(wishes(agent) or ""), wishes),
    )


def shifts_text(agent: TeamAgent, shifts: Mapping[str, Shift]) -> str:
    """Codes of the shifts an agent may work, in the project's order."""
    if agent.shifts is None:
        return _("all")
    return " ".join(shift.code or shift.id for shift in shifts.values() if shift.id in agent.shifts)


class TeamModel(QAbstractTableModel):
    """Rows are agents, in the team's own order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.team: tuple[TeamAgent, ...] = ()
        self.columns: tuple[TeamColumn, ...] = ()

    def show_team(self, team: tuple[TeamAgent, ...], shifts: Mapping[str, Shift], horizon: Horizon) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.team, self.columns = team, columns_of(shifts, horizon)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Agents."""
        return 0 if parent.isValid() else len(self.team)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says in a role."""
        if not index.isValid() or index.row() >= len(self.team) or index.column() >= len(self.columns):
            return None
        agent, column = self.team[index.row()], self.columns[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return column.text(agent)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return NUMBERS if column.order else WORDS
        if role == TeamRole.ORDER:
            return column.order(agent) if column.order else column.text(agent)
        return agent if role == TeamRole.AGENT else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles over the columns, on the side of what they stand over."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return NUMBERS if self.columns[section].order else WORDS
        return None


class TeamOrder(QSortFilterProxyModel):
    """The team sorted by a column and filtered by words in any column."""

    def __init__(self, model: TeamModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSourceModel(model)
        self.setSortRole(TeamRole.ORDER)
        self.setFilterKeyColumn(-1)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def agents(self) -> tuple[TeamAgent, ...]:
        """The agents shown, in the order shown."""
        found = (self.index(row, 0).data(TeamRole.AGENT) for row in range(self.rowCount()))
        return tuple(agent for agent in found if isinstance(agent, TeamAgent))
