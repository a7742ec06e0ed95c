"""The calendar strip beside the team's table: people × days of absences and requests, in the matrix's own language."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from app.window.frame.spoken_grid import announce_cursor, let_speak
from app.window.look import space
from app.window.roster.day_names import DayNames
from app.window.roster.days import DayTint, tints_of
from app.window.roster.geometry import Geometry
from app.window.roster.ink import Ink, ink
from app.window.team.day_painting import paint_fact
from app.window.team.days_of_agent import DayFact, facts_by_day
from app.window.team.strip_speech import StripSpeech, choice_told
from app.wording import words
from forecasts.day_kinds import AS_SHIPPED, Calendar
from forecasts.horizon import Horizon
from scheduler.shift import Shift
from scheduler.team import TeamAgent

_ = words("window")

LEAST_DAY_WIDTH = 22


class TeamStrip(QAbstractScrollArea):
    """Scrolls with the table: `show_scroll` follows it, `scrolled_by` asks it to. `row_chosen`: a row was clicked;
    `menu_wanted`: what can be put on the days chosen, asked for at a place on the screen.
    """

    row_chosen = Signal(int)
    scrolled_by = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(_("Absences and requests by day"))
        let_speak(TeamStrip, StripSpeech)
        self.horizon: Horizon | None = None
        self._calendar: Calendar = AS_SHIPPED
        self.facts: list[dict[int, DayFact]] = []
        self.names: tuple[str, ...] = ()
        self._geometry = Geometry(1, ())
        self._speech = StripSpeech(self)
        self._chosen = -1
        self._days = (0, 0)
        self._down = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(_("Drag over days, then the right button or Enter: away, or a wish"))
        self.header_height = 2 * ink().quiet_height + ink().px(space.RELATED)

    def sizeHint(self) -> QSize:
        """Room for a fortnight."""
        return QSize(ink().px(420), ink().px(320))

    def show_team(
        self,
        agents: tuple[TeamAgent, ...],
        shifts: dict[str, Shift],
        horizon: Horizon,
        calendar: Calendar = AS_SHIPPED,
    ) -> None:
        """Show these agents, in this order."""
        self.horizon, self._calendar = horizon, calendar
        self.facts = [facts_by_day(agent, shifts, horizon) for agent in agents]
        self.names = tuple(agent.name or agent.id for agent in agents)
        self._speak()
        self._lay_out()

    def choose(self, row: int) -> None:
        """Mark the row that is chosen in the table."""
        self._chosen = row
        self._speak()
        self.viewport().update()

    def _speak(self) -> None:
        """Tell a screen reader who and which days are chosen, and what stands there."""
        if told := choice_told(self):
            self.setAccessibleDescription(told)
        if self.hasFocus():
            announce_cursor(self, self._speech)

    def show_scroll(self, down: int) -> None:
        """Stand where the table stands."""
        self._down = down
        self._lay_out()

    @property
    def chosen(self) -> tuple[int, range]:
        """The row and the days chosen in it; row -1 when none is."""
        first, last = sorted(self._days)
        return self._chosen, range(first, last + 1)

    @property
    def day(self) -> int:
        """The day chosen last, which the arrows move."""
        return self._days[1]

    def _lay_out(self) -> None:
        if self.horizon is None:
            return
        pens, width = ink(), self.viewport().width()
        self._geometry = Geometry(
            days=self.horizon.days,
            headings=(False,) * len(self.facts),
            row_height=pens.row_height,
            day_width=max(pens.px(LEAST_DAY_WIDTH), width // self.horizon.days),
            frozen_width=0,
            header_height=self.header_height,
            footer_height=0,
            width=width,
            height=self.viewport().height(),
        )
        self.horizontalScrollBar().setRange(0, self._geometry.max_scroll_x)
        self.horizontalScrollBar().setPageStep(max(1, width))
        self._geometry = replace(self._geometry, scroll_x=self.horizontalScrollBar().value(), scroll_y=self._down)
        self.viewport().update()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Days scroll here, rows with the table."""
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the days."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows and days in view."""
        painter, pens = QPainter(self.viewport()), ink()
        painter.fillRect(event.rect(), pens.surface)
        if self.horizon is None:
            return
        geometry = self._geometry
        days = geometry.visible_days(0, geometry.width)
        rows = geometry.visible_rows(geometry.header_height, geometry.footer_top)
        tints = tints_of(self.horizon, self._calendar)
        for day in days.numbers:
            if tints[day] is not DayTint.NONE:
                colour = pens.holiday if tints[day] is DayTint.HOLIDAY else pens.weekend
                painter.fillRect(geometry.day_left(day), 0, geometry.day_width, geometry.footer_top, colour)
        names = DayNames.of(pens, self.horizon, geometry.day_width, self._calendar)
        for day in days.numbers:
            box = QRect(geometry.day_left(day), pens.px(space.IN_CELL), geometry.day_width, pens.quiet_height)
            names.paint(painter, day, box)
        painter.setClipRect(QRect(0, geometry.header_height, geometry.width, geometry.cells_height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in rows.numbers:
            self._paint_row(painter, pens, row)
        painter.setClipping(False)
        painter.setPen(pens.line)
        painter.drawLine(0, geometry.header_height - 1, geometry.width, geometry.header_height - 1)

    def _paint_row(self, painter: QPainter, pens: Ink, row: int) -> None:
        geometry, top = self._geometry, self._geometry.row_top(row)
        if row == self._chosen:
            painter.fillRect(0, top, geometry.width, geometry.row_height, pens.accent_soft)
            first, last = self.cell(row, self.chosen[1][0]), self.cell(row, self.chosen[1][-1])
            painter.setPen(pens.pen(pens.accent if self.hasFocus() else pens.text_quiet, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(first.united(last).adjusted(1, 1, -1, -2))
        painter.fillRect(0, top + geometry.row_height - 1, geometry.width, 1, pens.line)
        for day, fact in self.facts[row].items():
            paint_fact(painter, pens, self.cell(row, day), fact)

    def _place(self, event: QMouseEvent | QHelpEvent) -> tuple[int | None, int | None]:
        point = event.position().toPoint() if isinstance(event, QMouseEvent) else event.pos()
        return self._geometry.row_at(point.y()), self._geometry.day_at(point.x())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row and a day; the right button leaves days chosen before as they are, and opens their menu."""
        row, day = self._place(event)
        if row is None or day is None:
            return
        inside = row == self._chosen and day in self.chosen[1]
        if event.button() == Qt.MouseButton.LeftButton or not inside:
            self._days = (day, day)
            self.row_chosen.emit(row)
            self._speak()
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging chooses more days."""
        _row, day = self._place(event)
        if day is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._days = (self._days[0], day)
            self._speak()
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be put on the days."""
        if self._chosen >= 0:
            self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Shift takes more days, Enter opens the menu."""
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._chosen >= 0:
            self.menu_wanted.emit(
                self.viewport().mapToGlobal(self.cell(self._chosen, self._days[1]).center().toPoint())
            )
        elif event.key() in steps and self.horizon is not None:
            down, across = steps[Qt.Key(event.key())]
            day = min(max(self._days[1] + across, 0), self.horizon.days - 1)
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and not down
            self._days = (self._days[0] if extends else day, day)
            self.row_chosen.emit(min(max(self._chosen + down, 0), len(self.facts) - 1))
            self._speak()
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def cell(self, row: int, day: int) -> QRectF:
        """Where a day of an agent is in the viewport."""
        geometry = self._geometry
        return QRectF(geometry.day_left(day), geometry.row_top(row), geometry.day_width, geometry.row_height)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press has done it."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the table, and the table moves this."""
        self.scrolled_by.emit(-event.angleDelta().y() // 2)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips say the kind of absence and the wish."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row, day = self._place(event)
            fact = self.facts[row].get(day) if row is not None and day is not None else None
            QToolTip.showText(event.globalPos(), fact.sentence if fact else "", self.viewport())
            return True
        return super().viewportEvent(event)
