"""A small picture of a running search: best cost coming down, proven bound coming up, what lies between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.window.jobs.progress import JobProgress
from app.window.look import space
from app.window.roster.ink import ink
from app.wording import words

_ = words("window")

LEAST_RANGE = 0.01
"""The room between cost and bound is drawn as at least this share of the cost, so that noise looks like noise."""


class SearchCurve(QWidget):
    """Best cost and bound over the seconds since the start."""

    def __init__(self) -> None:
        super().__init__()
        self.points: list[JobProgress] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Best cost and bound"))

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(ink().px(200), ink().px(72))

    def clear(self) -> None:
        """Begin again."""
        self.points = []
        self.update()

    def add(self, told: JobProgress) -> None:
        """One more line of progress."""
        if told.seconds is not None:
            self.points.append(told)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what has been told so far."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pens = ink()
        area = QRectF(self.rect()).adjusted(0, pens.px(space.IN_CELL), 0, -pens.px(space.IN_CELL))
        painter.setPen(pens.line)
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        costs, bounds = lines_of(self.points)
        if not costs:
            return
        scale = Scale.of(area, costs, bounds)
        top, bottom = scale.steps(costs), scale.steps(bounds)
        between = scale.steps(since(costs, bounds[0][0])) if bounds else []
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pens.look.colour("accent", 0.12))
        painter.drawPolygon(QPolygonF([*between, *reversed(bottom)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pens.pen(pens.text_quiet, 1.2))
        painter.drawPolyline(QPolygonF(bottom))
        painter.setPen(pens.pen(pens.accent, 1.8))
        painter.drawPolyline(QPolygonF(top))


Line = list[tuple[float, float]]
"""Seconds and yuan."""


def lines_of(points: Sequence[JobProgress]) -> tuple[Line, Line]:
    """Costs and bounds from the first roster on, both up to the latest second; bounds empty while none is known."""
    costs = [(told.seconds or 0.0, told.objective) for told in points if told.objective is not None]
    bounds = [(told.seconds or 0.0, told.bound) for told in points if told.bound is not None]
    if not costs:
        return [], []
    last, bounds = points[-1].seconds or 0.0, since(bounds, costs[0][0])
    return [*costs, (last, costs[-1][1])], [*bounds, (last, bounds[-1][1])] if bounds else []


def since(line: Line, start: float) -> Line:
    """A line from a second on, beginning with the value in force then."""
    before = [(start, value) for second, value in line if second <= start][-1:]
    return before + [(second, value) for second, value in line if second > start]


@dataclass(frozen=True, slots=True)
class Scale:
    """From seconds and yuan to pixels; what is far below the proven bound or far above the best cost is cut off."""

    area: QRectF
    first: float
    last: float
    low: float
    high: float

    @classmethod
    def of(cls, area: QRectF, costs: Line, bounds: Line) -> "Scale":
        """A scale in which the way down of the cost and the way up of the bound are both seen."""
        best = costs[-1][1]
        bound = bounds[-1][1] if bounds else best
        room = max(best - bound, LEAST_RANGE * abs(best), 1.0)
        high = min(costs[0][1], best + 3 * room)
        low = max(min((value for _second, value in bounds), default=best), bound - room)
        return cls(area, costs[0][0], max(costs[-1][0], costs[0][0] + 1.0), low, max(high, low + 1.0))

    def steps(self, line: Line) -> list[QPointF]:
        """The corners of a line that keeps each value until the next."""
        corners: list[QPointF] = []
        for second, value in line:
            x = self.area.left() + (second - self.first) / (self.last - self.first) * self.area.width()
            share = min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)
            y = self.area.bottom() - 3 - share * (self.area.height() - 6)
            corners += [QPointF(x, corners[-1].y())] if corners else []
            corners.append(QPointF(x, y))
        return corners
