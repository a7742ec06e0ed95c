"""Small shapes that say something without colour: ▲ law, ◆ policy, ● hint, ☆ met, ✕ not met, a padlock."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from scheduler.violation import Severity


def severity_mark(painter: QPainter, severity: Severity, box: QRectF, colour: QColor, halo: QColor) -> None:
    """▲, ◆ or ● inside a box, with a thin halo so that it stands off any fill."""
    painter.setPen(QPen(halo, 1))
    painter.setBrush(colour)
    if severity is Severity.HINT:
        painter.drawEllipse(box)
    elif severity is Severity.LAW:
        painter.drawPolygon(QPolygonF([box.bottomLeft(), box.bottomRight(), QPointF(box.center().x(), box.top())]))
    else:
        middle = box.center()
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), box.top()),
                    QPointF(box.right(), middle.y()),
                    QPointF(middle.x(), box.bottom()),
                    QPointF(box.left(), middle.y()),
                ]
            )
        )


def star(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """☆, a wish that came true."""
    middle, radius = box.center(), box.width() / 2
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.45
        angle = -pi / 2 + corner * pi / 5
        points.append(QPointF(middle.x() + reach * cos(angle), middle.y() + reach * sin(angle)))
    painter.setPen(QPen(colour, 1.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(points))


def cross(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """✕, a wish that did not."""
    inner = box.adjusted(box.width() * 0.12, box.width() * 0.12, -box.width() * 0.12, -box.width() * 0.12)
    painter.setPen(QPen(colour, max(1.2, box.width() / 6)))
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.topRight(), inner.bottomLeft())


def padlock(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A cell that the search may not change."""
    body = QRectF(box.left(), box.top() + box.height() * 0.45, box.width(), box.height() * 0.55)
    bow = QRectF(box.left() + box.width() * 0.2, box.top(), box.width() * 0.6, box.height() * 0.9)
    painter.setPen(QPen(colour, 1.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(bow, 0, 180 * 16)
    painter.fillRect(body, colour)
