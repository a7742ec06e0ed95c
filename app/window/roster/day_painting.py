"""Paints the day view: hours above, a bar for each shift with its breaks as gaps, what is dragged as an outline."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.window.formats import clock_text, day_text
from app.window.look import space
from app.window.roster.cell_texts import shift_name, shift_times
from app.window.roster.day_bars import Bar
from app.window.roster.footer_painting import footer_row_height
from app.window.roster.geometry import Geometry
from app.window.roster.ink import Ink
from app.window.roster.plan import RosterPlan
from app.window.roster.shift_tones import Tone, tone
from forecasts.horizon import MINUTES_PER_DAY
from scheduler.shift import Shift

CENTER = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
YESTERDAY_OPACITY = 0.45
HOUR_STEPS = (1, 2, 3, 4, 6)


@dataclass(frozen=True, slots=True)
class DayScene:
    """What is painted: x and y are the overlay's own, which begins at the right of the frozen columns."""

    plan: RosterPlan
    day: int
    bars: tuple[Bar, ...]
    geometry: Geometry
    ink: Ink
    width: int
    cursor_row: int
    sums: tuple[str, ...] = ()
    dragged: Bar | None = None

    def x(self, minute: float) -> float:
        """Where a minute of the day is."""
        return minute / MINUTES_PER_DAY * self.width

    def minute(self, x: float) -> float:
        """The minute of the day at an x."""
        return x / max(1, self.width) * MINUTES_PER_DAY

    def top(self, row: int) -> int:
        """Where a row begins."""
        return self.geometry.row_top(row)

    def box(self, bar: Bar) -> QRectF:
        """Where a bar is."""
        top, height = self.top(bar.row) + 3, self.geometry.row_height - 6
        return QRectF(self.x(bar.first), top, self.x(bar.last) - self.x(bar.first), height)

    def pause(self, bar: Bar, number: int) -> QRectF:
        """Where a break of a bar is."""
        first, last = bar.breaks[number]
        return QRectF(self.x(first), self.box(bar).top(), self.x(last) - self.x(first), self.box(bar).height())


def paint_day(painter: QPainter, scene: DayScene, height: int) -> None:
    """The whole overlay."""
    ink, geometry = scene.ink, scene.geometry
    painter.fillRect(0, 0, scene.width, height, ink.surface)
    bottom = geometry.footer_top
    painter.save()
    painter.setClipRect(0, geometry.header_height, scene.width, bottom - geometry.header_height)
    _paint_rows(painter, scene, bottom)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for bar in scene.bars:
        if geometry.header_height - geometry.row_height < scene.top(bar.row) < bottom:
            _paint_bar(painter, scene, bar)
    if scene.dragged is not None:
        painter.setBrush(ink.accent_soft)
        painter.setPen(ink.pen(ink.accent, 2))
        painter.drawRoundedRect(scene.box(scene.dragged), ink.px(3), ink.px(3))
    painter.restore()
    _paint_header(painter, scene)
    _paint_sums(painter, scene)


def _paint_sums(painter: QPainter, scene: DayScene) -> None:
    """The rows of sums say what they say of this day alone."""
    ink, top, height = scene.ink, scene.geometry.footer_top + 1, footer_row_height(scene.ink)
    painter.setFont(ink.quiet)
    painter.setPen(ink.text)
    for number, text in enumerate(scene.sums):
        painter.drawText(QRectF(ink.px(space.RELATED), top + number * height, scene.width, height), LEFT, text)
    painter.setPen(ink.line)
    painter.drawLine(0, scene.geometry.footer_top, scene.width, scene.geometry.footer_top)


def _paint_rows(painter: QPainter, scene: DayScene, bottom: int) -> None:
    """Hairlines under the rows and at the hours, the cursor's row tinted."""
    geometry, ink = scene.geometry, scene.ink
    painter.setPen(ink.line)
    for row in range(geometry.rows):
        top = scene.top(row)
        if geometry.header_height - geometry.row_height < top < bottom:
            if row == scene.cursor_row:
                painter.fillRect(0, top, scene.width, geometry.row_height - 1, ink.accent_soft)
            painter.drawLine(0, top + geometry.row_height - 1, scene.width, top + geometry.row_height - 1)
    for hour in range(0, 25, _hours_apart(scene)):
        x = round(scene.x(hour * 60))
        painter.drawLine(x, geometry.header_height, x, bottom)


def _paint_bar(painter: QPainter, scene: DayScene, bar: Bar) -> None:
    ink, shift = scene.ink, scene.plan.problem.shifts[bar.cell.shift]
    colour, box, radius = tone(shift), scene.box(bar), scene.ink.px(3)
    painter.save()
    painter.setOpacity(YESTERDAY_OPACITY if bar.from_yesterday else 1.0)
    locked = (bar.cell.agent, bar.cell.day) in scene.plan.locks
    outlined = ink.pen(ink.text, 1.5) if locked else ink.pen(ink.letter(colour), 1)
    painter.setPen(outlined if locked or colour is Tone.PART_TIME else Qt.PenStyle.NoPen)
    painter.setBrush(ink.fill(colour))
    painter.drawRoundedRect(box, radius, radius)
    for number in range(len(bar.breaks)):
        pause = scene.pause(bar, number).adjusted(0, 2, 0, -2)
        painter.setPen(ink.pen(ink.letter(colour), 1))
        painter.setBrush(ink.surface)
        painter.drawRect(pause)
    painter.setFont(ink.quiet)
    painter.setPen(ink.letter(colour))
    free = bar.breaks[0][0] if bar.breaks else bar.last
    room = QRectF(max(box.left(), 0) + ink.px(4), box.top(), scene.x(free) - max(box.left(), 0), box.height())
    painter.drawText(room, LEFT, _fitting(shift, ink, room.width() - ink.px(6)))
    painter.restore()


def _fitting(shift: Shift, ink: Ink, width: float) -> str:
    """The longest of a shift's texts that fits before its break; the code is always there."""
    code, name, times = shift.code or shift.id, shift_name(shift), shift_times(shift)
    texts = (f"{code} {name} {times}", f"{code} {times}", f"{code} {name}", code)
    return next((text for text in texts if ink.quiet_metrics.horizontalAdvance(text) <= width), "")


def _paint_header(painter: QPainter, scene: DayScene) -> None:
    """The day, and the hours at the same places as in the chart below."""
    ink, geometry = scene.ink, scene.geometry
    painter.fillRect(0, 0, scene.width, geometry.header_height, ink.surface)
    painter.setFont(ink.bold)
    painter.setPen(ink.text)
    half = geometry.header_height / 2
    painter.drawText(
        QRectF(ink.px(space.RELATED), 0, scene.width, half), LEFT, day_text(scene.plan.horizon.day(scene.day))
    )
    painter.setFont(ink.quiet)
    painter.setPen(ink.text_quiet)
    apart = _hours_apart(scene)
    for hour in range(0, 24, apart):
        box = QRectF(scene.x(hour * 60) + ink.px(3), half, scene.x(apart * 60), half)
        painter.drawText(box, LEFT, clock_text(hour * 60))
    painter.setPen(ink.line)
    painter.drawLine(0, geometry.header_height - 1, scene.width, geometry.header_height - 1)


def _hours_apart(scene: DayScene) -> int:
    """Hours between two labels, as few as the width allows."""
    needed = scene.ink.quiet_metrics.horizontalAdvance("00:00") * 1.4
    return next((hours for hours in HOUR_STEPS if scene.x(hours * 60) >= needed), HOUR_STEPS[-1])
