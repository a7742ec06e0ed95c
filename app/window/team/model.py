"""The team as a table: one agent a row, typed over like a cell of Excel."""

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from app.window.help.glossary import meaning
from app.window.team.columns import TeamColumn, columns_of
from forecasts.horizon import Horizon
from scheduler.shift import Shift
from scheduler.team import TeamAgent

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
NUMBERS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
WORDS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class TeamRole(IntEnum):
    """What the model tells beside Qt's own roles."""

    ORDER = Qt.ItemDataRole.UserRole + 1
    AGENT = Qt.ItemDataRole.UserRole + 2


class TeamModel(QAbstractTableModel):
    """Rows are agents, in the team's own order. `edited` carries an agent as typed and what was typed; `refused` why a
    text was not taken.
    """

    edited = Signal(object, str)
    refused = Signal(str)

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
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole}:
            return column.field.show(agent)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return WORDS if column.field.words else NUMBERS
        if role == TeamRole.ORDER:
            return column.order(agent) if column.order else column.field.show(agent)
        return agent if role == TeamRole.AGENT else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Editable where the column is."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.columns[index.column()].field.edit else flags

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a text over, or say why not."""
        field, old = self.columns[index.column()].field, self.team[index.row()]
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or field.edit is None or text == field.show(old):
            return False
        try:
            new = field.edit(old, text)
        except ValueError as problem:
            self.refused.emit(str(problem))
            return False
        self.team = tuple(new if agent is old else agent for agent in self.team)
        self.dataChanged.emit(index, index)
        self.edited.emit(new, f"{field.name} {field.show(new)}")
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles over the columns, on the side of what they stand over."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].field.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return meaning(self.columns[section].field.name) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return WORDS if self.columns[section].field.words else NUMBERS
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
