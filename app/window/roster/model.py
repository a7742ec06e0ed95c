"""The roster as an ordinary item model: agents × days. Views and tests read it alike."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.window.formats import day_text
from app.window.roster.cell_texts import spoken, tooltip
from app.window.roster.cells import EMPTY, CellLook
from app.window.roster.plan import RosterPlan
from app.window.roster.rows import Row
from app.window.roster.short_texts import skills_name
from app.wording.names import name_of

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class Role(IntEnum):
    """What the model tells about a cell beside Qt's own roles."""

    SHIFT = Qt.ItemDataRole.UserRole + 1
    LOCKED = Qt.ItemDataRole.UserRole + 2
    SEVERITY = Qt.ItemDataRole.UserRole + 3
    VIOLATIONS = Qt.ItemDataRole.UserRole + 4
    REQUEST = Qt.ItemDataRole.UserRole + 5
    AWAY = Qt.ItemDataRole.UserRole + 6
    LOOK = Qt.ItemDataRole.UserRole + 7
    AGENT = Qt.ItemDataRole.UserRole + 8


class RosterModel(QAbstractTableModel):
    """Rows are the agents shown, in the order they are shown in; columns are the days of the horizon."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan: RosterPlan | None = None
        self.rows: tuple[Row, ...] = ()
        self._row_of: dict[str, int] = {}
        self._looks: dict[int, list[CellLook]] = {}

    def show(self, plan: RosterPlan | None, rows: tuple[Row, ...]) -> None:
        """Take a plan and the agents to show of it."""
        self.beginResetModel()
        self.plan, self.rows = plan, rows
        self._row_of = {row.id: number for number, row in enumerate(rows)}
        self._looks = {}
        self.endResetModel()

    def show_edit(self, plan: RosterPlan) -> None:
        """The same agents with some cells changed."""
        now = {row.id: row for row in plan.rows}
        before, self.plan, self.rows = self.rows, plan, tuple(now[row.id] for row in self.rows)
        changed = [number for number, old in enumerate(before) if self.rows[number] is not old]
        for number in changed:
            self._looks.pop(number, None)
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], plan.horizon.days - 1))

    def row_of(self, agent: str) -> int | None:
        """The row an agent is shown in, None when filtered away."""
        return self._row_of.get(agent)

    def looks(self, row: int) -> list[CellLook]:
        """The looks of one row, day by day: what LOOK says, without an index for each cell."""
        known = self._looks.get(row)
        if known is None:
            plan = self.plan
            days = range(plan.horizon.days) if plan else ()
            cells, agent = plan.cells if plan else {}, self.rows[row].id
            known = [cell.look if (cell := cells.get((agent, day))) else EMPTY for day in days]
            self._looks[row] = known
        return known

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Agents shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Days of the horizon."""
        return 0 if parent.isValid() or self.plan is None else self.plan.horizon.days

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says in a role."""
        if self.plan is None or not index.isValid() or index.row() >= len(self.rows):
            return None
        row, day = self.rows[index.row()], index.column()
        teller = _TELLERS.get(role)
        return teller(self.plan, row, day) if teller else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Names beside the rows, days above the columns."""
        if self.plan is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if orientation == Qt.Orientation.Horizontal:
            inside = 0 <= section < self.plan.horizon.days
            return day_text(self.plan.horizon.day(section)) if inside else None
        if not 0 <= section < len(self.rows):
            return None
        row = self.rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        return f"{row.name} {name_of(row.contract)} {skills_name(row.skills)}"


Teller = Callable[[RosterPlan, Row, int], object]

_TELLERS: dict[int, Teller] = {
    Qt.ItemDataRole.DisplayRole: lambda plan, row, day: plan.cell(row.id, day).look.code,
    Qt.ItemDataRole.ToolTipRole: tooltip,
    Qt.ItemDataRole.AccessibleTextRole: spoken,
    Qt.ItemDataRole.TextAlignmentRole: lambda *_cell: Qt.AlignmentFlag.AlignCenter,
    Role.SHIFT: lambda plan, row, day: plan.cell(row.id, day).shift,
    Role.LOCKED: lambda plan, row, day: plan.cell(row.id, day).look.locked,
    Role.SEVERITY: lambda plan, row, day: plan.cell(row.id, day).look.severity,
    Role.VIOLATIONS: lambda plan, row, day: plan.cell(row.id, day).violations,
    Role.REQUEST: lambda plan, row, day: plan.cell(row.id, day).look.request,
    Role.AWAY: lambda plan, row, day: plan.cell(row.id, day).away,
    Role.LOOK: lambda plan, row, day: plan.cell(row.id, day).look,
    Role.AGENT: lambda _plan, row, _day: row.id,
}
