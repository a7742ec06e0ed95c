"""The cover chart beneath the matrix: same time axis, same selection."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.window.formats import short_day_text, span_text
from app.window.frame.afterwards import Afterwards
from app.window.roster.chart_painting import paint_chart
from app.window.roster.chart_scene import ChartScene
from app.window.roster.curves import Curves, changed, curves_of
from app.window.roster.curves_painting import paint_pointed
from app.window.roster.geometry import Geometry
from app.window.roster.ink import ink
from app.window.roster.plan import RosterPlan
from app.window.roster.short_texts import compact
from app.window.roster.time_axis import TimeAxis
from app.wording import words

_ = words("window")


class CoverChart(QWidget):
    """`pointed` carries the values under the pointer as text, "" when it is gone; `picked` an interval clicked."""

    pointed = Signal(str)
    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan: RosterPlan | None = None
        self.curves: Curves | None = None
        self.skill: str | None = None
        self.day: int | None = None
        self.chosen: int | None = None
        self._agents: frozenset[str] = frozenset()
        self._geometry: Geometry | None = None
        self._at: int | None = None
        self._picture: QPixmap | None = None
        self._touched: range | None = None
        self._soon = Afterwards(self, self.update)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Cover and requirement"))

    def sizeHint(self) -> QSize:
        """Low at first, so that the matrix shows many agents; the handle between them gives it more."""
        return QSize(ink().px(720), ink().px(132))

    def minimumSizeHint(self) -> QSize:
        """Low, but still a picture."""
        return QSize(ink().px(320), ink().px(120))

    def show_plan(self, plan: RosterPlan | None) -> None:
        """Draw another plan."""
        self.plan = plan
        self.chosen = self._at = None
        self._measure()

    def show_edit(self, plan: RosterPlan) -> None:
        """Draw the plan with some cells changed; what is marked stays."""
        before, self.plan = self.curves, plan
        self.curves = curves_of(plan, self.skill, self._agents)
        known = before is not None and self._touched is None and self.day is None
        self._touched = changed(before, self.curves) if before is not None and known else None
        if self._touched is None:
            self._picture = None
            self._soon.ask()  # after the matrix
        else:
            self.update()

    def show_skill(self, skill: str | None) -> None:
        """Draw one skill, None for all together."""
        self.skill = skill
        self._measure()

    def show_agents(self, agents: frozenset[str]) -> None:
        """Show what these agents contribute."""
        if agents != self._agents:
            self._agents = agents
            self._measure()

    def show_day(self, day: int | None) -> None:
        """Zoom to one day, None for the horizon."""
        self.day = day
        self._redraw()

    def choose(self, interval: int | None) -> None:
        """Mark the interval whose agents are emphasised."""
        self.chosen = interval
        self.update()

    def follow(self, geometry: Geometry) -> None:
        """Stand under the same days as the matrix."""
        before, self._geometry = self._geometry, geometry
        if before is None or before.across != geometry.across:
            self._redraw()

    def _measure(self) -> None:
        self.curves = curves_of(self.plan, self.skill, self._agents) if self.plan else None
        self._redraw()

    @property
    def axis(self) -> TimeAxis | None:
        """The time axis in force."""
        if self.plan is None or self._geometry is None:
            return None
        return TimeAxis(self._geometry, self.plan.horizon.intervals_per_day, self.day)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the kept picture and what the pointer is on."""
        painter = QPainter(self)
        axis = self.axis
        if self.plan is None or self.curves is None or axis is None:
            painter.fillRect(event.rect(), ink().surface)
            return
        scene = ChartScene(self.plan, self.curves, axis, ink(), self.height(), self._at, self.chosen)
        if self._picture is None or self._picture.deviceIndependentSize().toSize() != self.size():
            self._picture = self._drawn(scene)
        elif self._touched is not None:
            self._draw(self._picture, replace(scene, part=self._touched))
        self._touched = None
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pointed(painter, scene)

    def _drawn(self, scene: ChartScene) -> QPixmap:
        """Everything that stays while the pointer moves."""
        picture = QPixmap(self.size() * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._draw(picture, scene)
        return picture

    def _draw(self, picture: QPixmap, scene: ChartScene) -> None:
        """The whole chart, or only the intervals that an edit has changed."""
        painter = QPainter(picture)
        if scene.part is not None:
            left, right = scene.axis.x(scene.part.start), scene.axis.x(scene.part.stop)
            painter.setClipRect(QRectF(left, 0, right - left, scene.height).toAlignedRect())
        paint_chart(painter, scene, self.width())
        painter.end()

    def _redraw(self) -> None:
        self._picture = self._touched = None
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out what the pointer is on."""
        self._point(self.axis.interval_at(event.position().x()) if self.axis else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask who is on."""
        interval = self.axis.interval_at(event.position().x()) if self.axis else None
        if interval is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(interval)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press has done it."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk through the intervals, Return asks who is on."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        axis = self.axis
        if axis is not None and event.key() in steps:
            start = axis.visible.start if self._at is None else self._at + steps[Qt.Key(event.key())]
            self._point(max(axis.visible.start, min(start, axis.visible.stop - 1)))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._at is not None:
            self.picked.emit(self._at)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop reading out."""
        super().focusOutEvent(event)
        self._point(None)

    def _point(self, interval: int | None) -> None:
        if interval != self._at:
            self._at = interval
            told = "" if interval is None else self.reading(interval)
            self.setAccessibleDescription(told)
            self.pointed.emit(told)
            self.update()

    def shortage_at(self, interval: int | None) -> float:
        """Standard agents missing in an interval of what is drawn; 0 for none."""
        return 0.0 if interval is None or self.curves is None else float(self.curves.shortage[interval])

    def reading(self, interval: int) -> str:
        """Every series of an interval, with its unit."""
        if self.plan is None or self.curves is None:
            return ""
        horizon, curves = self.plan.horizon, self.curves
        day, inside = divmod(interval, horizon.intervals_per_day)
        start = inside * horizon.interval_minutes
        when = f"{short_day_text(horizon.day(day))} {span_text(start, start + horizon.interval_minutes)}"
        net = float(curves.cover[interval] - curves.requirement[interval])
        parts = [
            when,
            _("requirement {value}").format(value=compact(float(curves.requirement[interval]))),
            *(f"{name} {compact(float(curve[interval]))}" for name, curve in curves.beside.items()),
            _("cover {value}").format(value=compact(float(curves.cover[interval]))),
            _("shortage {value}").format(value=compact(-net))
            if net < 0
            else _("surplus {value}").format(value=compact(net)),
            _("{heads} agents present").format(heads=compact(float(curves.heads[interval]), 0)),
        ]
        return " · ".join(parts)
