"""A small picture of a running search: best cost coming down, proven bound coming up, what lies between them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.window.jobs.progress import JobProgress
from app.window.look import space
from app.window.roster.ink import ink
from app.wording import words

_ = words("window")

LEAST_RANGE = 0.02
"""The picture spans at least this share of the cost, so that noise does not look like progress."""


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
        costs = [(p.seconds or 0.0, p.objective) for p in self.points if p.objective is not None]
        if not costs:
            return
        bounds = [(p.seconds or 0.0, p.bound) for p in self.points if p.bound is not None]
        best, low = costs[-1][1], min([bound for _t, bound in bounds[-1:]] or [costs[-1][1]])
        height = max(min(costs[0][1], best * 1.5) - low, LEAST_RANGE * abs(best), 1.0)
        last = max(self.points[-1].seconds or 0.0, 1.0)

        def line(values: list[tuple[float, float]]) -> list[QPointF]:
            corners, before = [], None
            for seconds, value in [*values, (last, values[-1][1])]:
                x = area.left() + seconds / last * area.width()
                share = min(max((value - low) / (height * 1.1), 0.0), 1.0)
                y = area.bottom() - pens.px(6) - share * (area.height() - pens.px(8))
                if before is not None:
                    corners.append(QPointF(x, before))
                corners.append(QPointF(x, y))
                before = y
            return corners

        top = line(costs)
        if bounds:
            bottom = line(bounds)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pens.look.colour("accent", 0.12))
            painter.drawPolygon(QPolygonF([*top, *reversed(bottom)]))
            painter.setPen(pens.pen(pens.text_quiet, 1.2))
            painter.drawPolyline(QPolygonF(bottom))
        painter.setPen(pens.pen(pens.accent, 1.8))
        painter.drawPolyline(QPolygonF(top))
