"""Paints the name of a day: its date over its weekday, as wide as there is room."""

from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from app.window.formats import weekday_text
from app.window.roster.days import DayTint, tints_of
from app.window.roster.ink import Ink
from forecasts.horizon import Horizon

CENTER = Qt.AlignmentFlag.AlignCenter
WIDEST = "12/30"
"""Months are left out of every date as soon as one of them would not fit."""


def paint_day_name(painter: QPainter, ink: Ink, horizon: Horizon, day: int, box: QRect, chosen: bool = False) -> None:
    """The date inside the box and the weekday under it; a chosen day in the accent, statutory holidays in red."""
    when, name = horizon.day(day), weekday_text(horizon.day(day))
    painter.setFont(ink.quiet)
    painter.setPen(ink.accent if chosen else ink.text)
    painter.drawText(
        box,
        CENTER,
        f"{when.month}/{when.day}" if ink.quiet_metrics.horizontalAdvance(WIDEST) <= box.width() - 2 else str(when.day),
    )
    holiday = tints_of(horizon)[day] is DayTint.HOLIDAY
    painter.setPen(ink.shortage if holiday else ink.accent if chosen else ink.text_quiet)
    painter.drawText(
        box.translated(0, ink.quiet_height),
        CENTER,
        name if _widest_weekday(ink) <= box.width() - 1 else _short(name),
    )


def _widest_weekday(ink: Ink) -> float:
    """All weekdays are shortened together."""
    return max(ink.quiet_metrics.horizontalAdvance(weekday_text(date(2024, 1, day))) for day in range(1, 8))


def _short(weekday: str) -> str:
    """周三 → 三, Wed → W."""
    return weekday[-1] if weekday[0] == "周" else weekday[0]
