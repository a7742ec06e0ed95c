"""Paints what a day of an agent holds in the calendar strip."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.window.roster.ink import Ink
from app.window.roster.marks import cross, star
from app.window.roster.shift_tones import Tone
from app.window.team.days_of_agent import DayFact

CENTER = Qt.AlignmentFlag.AlignCenter


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
