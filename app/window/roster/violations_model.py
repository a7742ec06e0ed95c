"""The violations of a roster as a list: gravest first, each with its rule, its place and by how much."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.project.waiver import Waiver
from app.window.formats import short_day_text
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
    """One violation in words; `reason` why it is accepted, "" when it is not; `gone`: accepted, but no longer there."""

    violation: Violation
    title: str
    sentence: str
    reason: str = ""
    gone: bool = False


def lines_of(plan: RosterPlan, severities: frozenset[Severity], accepted: bool = True) -> tuple[Line, ...]:
    """The violations of these severities, gravest first, then by day; after them every exception, if wanted."""
    lines = [_line(plan, violation) for violation in plan.violations]
    shown = [line for line in lines if (accepted if line.reason else line.violation.severity in severities)]
    return tuple(sorted([*shown, *(gone_exceptions(plan) if accepted else ())], key=_place))


def gone_exceptions(plan: RosterPlan) -> tuple[Line, ...]:
    """The exceptions of rules that are no longer broken there; those of days planned before are past."""
    if plan.version is None:
        return ()
    found, days = {(v.rule, v.agent, v.day) for v in plan.violations}, {None, *range(plan.horizon.days)}
    places = ((waiver, _broken_by(plan, waiver)) for waiver in plan.waivers)
    return tuple(_gone(plan, waiver) for waiver, place in places if place not in found and place[2] in days)


def _broken_by(plan: RosterPlan, waiver: Waiver) -> tuple[str, str, int | None]:
    return waiver.rule, waiver.agent, None if waiver.day is None else plan.horizon.day_number(waiver.day)


def _gone(plan: RosterPlan, waiver: Waiver) -> Line:
    rule, agent, day = _broken_by(plan, waiver)
    who = plan.name_of(agent) if agent else ""
    when = "" if waiver.day is None else short_day_text(waiver.day)
    title = " · ".join(text for text in (rule_name(rule), who, when) if text)
    return Line(Violation(rule, agent, day, severity=Severity.HINT), title, _("No longer broken."), waiver.reason, True)


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
        sentence = f"{line.sentence} {sentence}" if line.gone else sentence
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
