"""The violations of a roster as a list: gravest first, each with its rule, its place and by how much."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.window.roster.cell_texts import violation_text
from app.window.roster.cells import GRAVEST_FIRST
from app.window.roster.plan import RosterPlan
from app.wording import words
from app.wording.rules import rule_name
from scheduler.violation import Severity, Violation

_ = words("window")

NO_PARENT = QModelIndex()
SHAPES = {Severity.LAW: "▲", Severity.POLICY: "◆", Severity.HINT: "●"}


class ViolationRole(IntEnum):
    """What the model tells beside Qt's own roles."""

    VIOLATION = Qt.ItemDataRole.UserRole + 1
    TITLE = Qt.ItemDataRole.UserRole + 2
    SENTENCE = Qt.ItemDataRole.UserRole + 3
    REASON = Qt.ItemDataRole.UserRole + 4


@dataclass(frozen=True, slots=True)
class Line:
    """One violation in words; `reason` why it is accepted, "" when it is not."""

    violation: Violation
    title: str
    sentence: str
    reason: str = ""


def lines_of(plan: RosterPlan, severities: frozenset[Severity]) -> tuple[Line, ...]:
    """The violations of these severities, gravest first, then by day; those accepted come last."""
    lines = [_line(plan, violation) for violation in plan.violations if violation.severity in severities]
    return tuple(sorted(lines, key=_place))


def _line(plan: RosterPlan, violation: Violation) -> Line:
    title = " · ".join(text for text in (rule_name(violation.rule), violation.article) if text)
    return Line(violation, title, violation_text(plan, violation), plan.reason_for(violation))


def _place(line: Line) -> tuple[bool, int, int]:
    day = line.violation.day
    return bool(line.reason), GRAVEST_FIRST.index(line.violation.severity), -1 if day is None else day


class ViolationsModel(QAbstractListModel):
    """One row for each violation."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NO_PARENT) -> int:
        """Violations shown."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A violation in a role."""
        if not index.isValid() or not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        shape = "✓" if line.reason else SHAPES[line.violation.severity]
        sentence = _("Exception: {reason}").format(reason=line.reason) if line.reason else line.sentence
        told: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: f"{shape} {line.title}",
            Qt.ItemDataRole.ToolTipRole: "\n".join(dict.fromkeys((line.title, line.sentence, sentence))),
            Qt.ItemDataRole.AccessibleTextRole: f"{shape} {line.title}。{sentence}",
            ViolationRole.VIOLATION: line.violation,
            ViolationRole.TITLE: line.title,
            ViolationRole.SENTENCE: sentence,
            ViolationRole.REASON: line.reason,
        }
        return told.get(role)
