"""The calendar strip beside the team's table: people × days of absences and requests, in the matrix's own language."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from app.window.look import space
from app.window.roster.day_names import DayNames
from app.window.roster.days import DayTint, tints_of
from app.window.roster.geometry import Geometry
from app.window.roster.ink import Ink, ink
from app.window.roster.marks import cross, star
from app.window.roster.shift_tones import Tone
from app.window.team.days_of_agent import DayFact, facts_by_day
from app.wording import words
from forecasts.day_kinds import AS_SHIPPED, Calendar
from forecasts.horizon import Horizon
from scheduler.shift import Shift
from scheduler.team import TeamAgent

_ = words("window")

LEAST_DAY_WIDTH = 22
CENTER = Qt.AlignmentFlag.AlignCenter


class TeamStrip(QAbstractScrollArea):
    """Scrolls with the table: `show_scroll` follows it, `scrolled_by` asks it to. `row_chosen`: a row was clicked."""

    row_chosen = Signal(int)
    scrolled_by = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(_("Absences and requests by day"))
        self._horizon: Horizon | None = None
        self._calendar: Calendar = AS_SHIPPED
        self._facts: list[dict[int, DayFact]] = []
        self._geometry = Geometry(1, ())
        self._chosen = -1
        self._down = 0
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
        self._horizon, self._calendar = horizon, calendar
        self._facts = [facts_by_day(agent, shifts, horizon) for agent in agents]
        self._lay_out()

    def choose(self, row: int) -> None:
        """Mark the row that is chosen in the table."""
        self._chosen = row
        self.viewport().update()

    def show_scroll(self, down: int) -> None:
        """Stand where the table stands."""
        self._down = down
        self._lay_out()

    def _lay_out(self) -> None:
        if self._horizon is None:
            return
        pens, width = ink(), self.viewport().width()
        self._geometry = Geometry(
            days=self._horizon.days,
            headings=(False,) * len(self._facts),
            row_height=pens.row_height,
            day_width=max(pens.px(LEAST_DAY_WIDTH), width // self._horizon.days),
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
        if self._horizon is None:
            return
        geometry = self._geometry
        days = geometry.visible_days(0, geometry.width)
        rows = geometry.visible_rows(geometry.header_height, geometry.footer_top)
        tints = tints_of(self._horizon, self._calendar)
        for day in days.numbers:
            if tints[day] is not DayTint.NONE:
                colour = pens.holiday if tints[day] is DayTint.HOLIDAY else pens.weekend
                painter.fillRect(geometry.day_left(day), 0, geometry.day_width, geometry.footer_top, colour)
        names = DayNames.of(pens, self._horizon, geometry.day_width, self._calendar)
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
        painter.fillRect(0, top + geometry.row_height - 1, geometry.width, 1, pens.line)
        for day, fact in self._facts[row].items():
            box = QRectF(geometry.day_left(day), top, geometry.day_width, geometry.row_height)
            paint_fact(painter, pens, box, fact)

    def _place(self, event: QMouseEvent | QHelpEvent) -> tuple[int | None, int | None]:
        point = event.position().toPoint() if isinstance(event, QMouseEvent) else event.pos()
        return self._geometry.row_at(point.y()), self._geometry.day_at(point.x())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row."""
        row, _day = self._place(event)
        if row is not None:
            self.row_chosen.emit(row)

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
            fact = self._facts[row].get(day) if row is not None and day is not None else None
            QToolTip.showText(event.globalPos(), fact.sentence if fact else "", self.viewport())
            return True
        return super().viewportEvent(event)


def paint_fact(painter: QPainter, pens: Ink, box: QRectF, fact: DayFact) -> None:
    """A grey cell for an absence, ☆ or ✕ with a shift's code for a wish."""
    inner = box.adjusted(1.5, 2, -1.5, -3)
    painter.setFont(pens.quiet)
    if fact.away:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pens.fill(Tone.LEAVE))
        half = inner.height() / 2 if fact.partly else 0.0
        painter.drawRoundedRect(inner.adjusted(0, half, 0, 0), pens.px(3), pens.px(3))
        painter.setPen(pens.letter(Tone.LEAVE))
        fits = pens.quiet_metrics.horizontalAdvance(fact.away) <= inner.width()
        painter.drawText(inner, CENTER, fact.away if fits else fact.short)
        return
    size = pens.px(9)
    words_width = pens.quiet_metrics.horizontalAdvance(fact.code) if fact.code else 0.0
    left = inner.center().x() - (size + words_width + (pens.px(2) if fact.code else 0)) / 2
    mark = QRectF(left, inner.center().y() - size / 2, size, size)
    if fact.wish == "on":
        star(painter, mark, pens.accent)
    else:
        cross(painter, mark, pens.text_quiet)
    painter.setPen(pens.text_quiet)
    beside = QRectF(mark.right() + pens.px(2), inner.top(), words_width + 2, inner.height())
    painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fact.code)
