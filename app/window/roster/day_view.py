"""The day view (Gantt): lies over the days of the matrix, whose rows, cursor and scroll it shares.

Dragging a bar's body moves the shift, up or down gives it to another agent, with Alt copies it; an edge changes its
length; a break moves inside its window. Everything snaps to shifts of the table.
"""

from dataclasses import replace
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.project.version import Cells
from app.window.roster.day_bars import Bar, bars_of
from app.window.roster.day_moves import break_moved, given, moved, stretched
from app.window.roster.day_painting import DayScene, paint_day
from app.window.roster.footer_painting import sums_of
from app.window.roster.ink import ink
from app.window.roster.matrix import Matrix
from app.wording import words

_ = words("window")

EDGE = 6
"""Pixels from an end of a bar that take hold of that end."""


class Grip(Enum):
    """What of a bar is held."""

    BODY = auto()
    START = auto()
    END = auto()
    BREAK = auto()


class DayView(QWidget):
    """`edited` carries the cells that a drag makes, and what it was called."""

    edited = Signal(object, str)

    def __init__(self, matrix: Matrix) -> None:
        super().__init__(matrix.viewport())
        self._matrix = matrix
        self._held: tuple[Bar, Grip, int] | None = None
        self._pressed_at = self._now_at = QPointF()
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(_("The day hour by hour"))
        self.setToolTip(_("Drag a bar to move the shift, its ends to change its length, a break inside its window"))
        matrix.laid_out.connect(self._follow)
        matrix.moved.connect(self.update)
        matrix.verticalScrollBar().valueChanged.connect(self.update)
        matrix.viewport().installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the days again when the matrix changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        scene = self._matrix.scene
        if scene is not None:
            left = scene.geometry.frozen_width
            self.setGeometry(left, 0, self._axis_width(), scene.geometry.footer_top + scene.geometry.footer_height)
        self.update()

    def _axis_width(self) -> int:
        scene = self._matrix.scene
        return 0 if scene is None else max(1, min(scene.geometry.cells_width, scene.geometry.contents_width))

    def scene(self) -> DayScene | None:
        """What is shown now, None before there is a plan."""
        behind = self._matrix.scene
        if behind is None or self._matrix.selection.is_empty:
            return None
        chosen = self._matrix.selection
        agents = [row.id for row in self._matrix.model.rows]
        bars = bars_of(behind.plan, agents, chosen.day)
        sums = sums_of(behind.footer, behind.shows_shift_heads, chosen.day)
        scene = DayScene(behind.plan, chosen.day, bars, behind.geometry, ink(), self._axis_width(), chosen.row, sums)
        return replace(scene, dragged=self._shadow(scene))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the day."""
        scene = self.scene()
        if scene is not None:
            paint_day(QPainter(self), scene, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a bar, an end or a break; anywhere else the row is chosen."""
        scene = self.scene()
        if scene is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._matrix.setFocus()
        row = scene.geometry.row_at(round(event.position().y()))
        if row is not None:
            self._matrix.select(self._matrix.selection.at(row, scene.day))
        self._held = grip_at(scene, event.position())
        self._pressed_at = self._now_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the bar would go; over an end or a break the pointer says what can be held."""
        self._now_at = event.position()
        if self._held is not None:
            self.update()
            return
        scene = self.scene()
        found = grip_at(scene, event.position()) if scene else None
        at_edge = found is not None and found[1] in {Grip.START, Grip.END}
        self.setCursor(Qt.CursorShape.SizeHorCursor if at_edge else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was dragged becomes one edit; a press without a drag changes nothing."""
        held, self._held = self._held, None
        scene = self.scene()
        if held is None or scene is None:
            return
        if (event.position() - self._pressed_at).manhattanLength() >= EDGE:
            copy = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            cells, what = self._dragged(scene, held, event.position(), copy)
            if cells:
                self.edited.emit(cells, what)
        self.update()

    def cancel(self) -> bool:
        """Let go of what is dragged; whether anything was."""
        held, self._held = self._held, None
        self.update()
        return held is not None

    def _shadow(self, scene: DayScene) -> Bar | None:
        """The held bar at the place it would go to."""
        if self._held is None:
            return None
        cells, _what = self._dragged(scene, self._held, self._now_at, keep=True)
        agents = [row.id for row in self._matrix.model.rows]
        for (agent, _day), cell in cells.items():
            if cell is not None:
                shift = scene.plan.problem.shifts[cell.shift]
                return Bar(cell, agents.index(agent), shift.start, shift.end, ())
        return self._held[0]

    def _dragged(self, scene: DayScene, held: tuple[Bar, Grip, int], to: QPointF, keep: bool) -> tuple[Cells, str]:
        """The cells that letting go here makes, and what that is called; nothing for a locked or unchanged cell."""
        bar, grip, number = held
        plan, cell = scene.plan, bar.cell
        minutes = scene.minute(to.x()) - scene.minute(self._pressed_at.x())
        row = scene.geometry.row_at(round(to.y()))
        agent = self._matrix.model.rows[row].id if row is not None else cell.agent
        if grip is Grip.BODY and agent != cell.agent:
            return given(plan, cell, agent, keep), _("copy shift") if keep else _("give shift")
        if (cell.agent, cell.day) in plan.locks:
            return {}, ""
        if grip is Grip.BREAK:
            after, what = break_moved(plan, cell, number, round(cell.breaks[number] + minutes)), _("move break")
        elif grip is Grip.BODY:
            after, what = moved(plan, cell, round(minutes)), _("move shift")
        else:
            edge = (bar.last if grip is Grip.END else bar.first) + minutes
            after, what = stretched(plan, cell, round(edge), grip is Grip.END), _("change length")
        return ({} if after == cell else {(cell.agent, cell.day): after}), what


def grip_at(scene: DayScene, at: QPointF) -> tuple[Bar, Grip, int] | None:
    """What lies under a point: a break, an end or the body of a bar of this day, with the number of the break."""
    for bar in scene.bars:
        box = scene.box(bar)
        if bar.from_yesterday or not box.adjusted(-EDGE / 2, 0, EDGE / 2, 0).contains(at):
            continue
        for number in range(len(bar.breaks)):
            if scene.pause(bar, number).contains(at):
                return bar, Grip.BREAK, number
        if at.x() - box.left() < EDGE:
            return bar, Grip.START, 0
        return bar, Grip.END if box.right() - at.x() < EDGE else Grip.BODY, 0
    return None
