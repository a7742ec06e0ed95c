"""Overtime of each agent, as the hours system and the project's rules count it; counted a few agents at a time."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.window.roster.plan import RosterPlan

AT_ONCE = 8
"""Agents counted between two looks at keys and pointer: about four milliseconds."""
PAUSE_MILLISECONDS = 400
"""After an edit, so that somebody who goes on typing is not kept waiting by a count that is begun anew each time."""


class OvertimeCount(QObject):
    """`counted` carries the minutes of every agent, once all of them are known."""

    counted = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._plan: RosterPlan | None = None
        self._found: dict[str, int] = {}
        self._left: list[str] = []
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._count)

    def start(self, plan: RosterPlan) -> None:
        """Count for a plan; what was being counted for another is dropped."""
        people = {agent.id for agent in plan.team}
        self._plan, self._found = plan, {}
        self._left = [name for name in plan.problem.agents if name in people] if plan.version and plan.rulebook else []
        self._soon.start(0) if self._left else self._soon.stop()

    def follow(self, plan: RosterPlan) -> None:
        """The same plan with cells changed: what it lacks, or is still being counted, is counted from the start."""
        if self._soon.isActive() or not plan.overtime:
            self.start(plan)
            if self._left:
                self._soon.start(PAUSE_MILLISECONDS)

    def _count(self) -> None:
        assert self._plan is not None  # noqa: S101  # it runs between start and the last agent
        self._soon.setInterval(0)
        now, self._left = self._left[:AT_ONCE], self._left[AT_ONCE:]
        self._found.update({name: self._plan.overtime_of(name) for name in now})
        if not self._left:
            self._soon.stop()
            self.counted.emit(dict(self._found))
