"""The dialogs of the roster page as pictures: a day to go to, an exception, rules that cannot all hold."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDialog, QWidget

from app.window.frame.main_window import MainWindow
from app.window.roster.board import RosterBoard
from app.window.roster.cell_texts import violation_text
from app.window.roster.conflict_dialog import ConflictDialog
from app.window.roster.exception_dialog import ExceptionDialog
from app.window.roster.go_to_day import GoToDay
from app.window.roster.plan import RosterPlan
from app.wording.reasons import fixes_lines
from app.wording.rules import conflict_sentence, rule_name
from scheduler.solution import ConflictPart, Fix
from scheduler.violation import Severity, Violation


def roster_dialogs(window: MainWindow, board: RosterBoard, settle: Callable[[], None]) -> Iterator[tuple[str, QWidget]]:
    """Each while it is open."""
    if board.plan is not None:
        for name, dialog in _made(window, board.plan).items():
            dialog.open()
            settle()
            yield f"dialog-{name}", dialog
            dialog.reject()


def _made(window: MainWindow, plan: RosterPlan) -> dict[str, QDialog]:
    agent = plan.rows[0].id
    parts = ConflictPart("max_consecutive_days", agent), ConflictPart("locks", agent, 3)
    fixes = Fix(ConflictPart("max_minutes_per_week", agent), 2700, 160.0), Fix(parts[1])
    sentence = conflict_sentence(parts, plan.name_of, _day)
    rest = Violation(
        "min_rest_minutes", agent, 1, facts={"minutes": 420, "least": 660}, severity=Severity.LAW, article="劳动法 38"
    )
    return {
        "go-to-day": GoToDay(plan.horizon, window),
        "exception": ExceptionDialog(rest, rule_name(rest.rule), violation_text(plan, rest), window),
        "conflict": ConflictDialog(sentence, fixes_lines(fixes, plan.name_of, _day), window.go, window),
    }


def _day(number: int) -> str:
    return f"11-{number + 1:02}"
