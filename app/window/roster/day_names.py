"""Paints the name of a day: its date over its weekday, as wide as there is room."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from app.window.formats import short_day_text, weekday_text
from app.window.roster.days import DayTint, tints_of
from app.window.roster.ink import Ink
from forecasts.day_kinds import AS_SHIPPED, Calendar
from forecasts.horizon import Horizon

CENTER = Qt.AlignmentFlag.AlignCenter
WIDEST_DATE = date(2024, 12, 28)
AIR = 8
"""Pixels that keep two dates apart."""
A_WEEK = tuple(date(2024, 1, day) for day in range(1, 8))


@dataclass(frozen=True)
class DayNames:
    """Names for days of one width; all are shortened together as soon as one would not fit."""

    ink: Ink
    horizon: Horizon
    with_month: bool
    with_whole_weekday: bool
    tints: tuple[DayTint, ...]

    @classmethod
    def of(cls, ink: Ink, horizon: Horizon, width: int, calendar: Calendar = AS_SHIPPED) -> "DayNames":
        """Names for days `width` pixels wide."""
        advance = ink.quiet_metrics.horizontalAdvance
        widest_weekday = max(advance(weekday_text(day)) for day in A_WEEK)
        with_month = advance(short_day_text(WIDEST_DATE)) <= width - AIR
        return cls(ink, horizon, with_month, widest_weekday <= width - 3, tints_of(horizon, calendar))

    def date_text(self, day: int) -> str:
        """`11月5日`, `5 Nov`, in narrow columns the number of the day; the corner says the month."""
        when = self.horizon.day(day)
        return short_day_text(when) if self.with_month else str(when.day)

    def paint(self, painter: QPainter, day: int, box: QRect, chosen: bool = False) -> None:
        """The date inside the box and the weekday under it; a chosen day in the accent, statutory holidays in red."""
        ink, when = self.ink, self.horizon.day(day)
        name = weekday_text(when)
        painter.setFont(ink.quiet)
        painter.setPen(ink.accent if chosen else ink.text)
        painter.drawText(box, CENTER, self.date_text(day))
        holiday = self.tints[day] is DayTint.HOLIDAY
        painter.setPen(ink.shortage if holiday else ink.accent if chosen else ink.text_quiet)
        below = box.translated(0, ink.quiet_height)
        painter.drawText(below, CENTER, name if self.with_whole_weekday else _short(name))


def _short(weekday: str) -> str:
    """周三 → 三, Wed → W."""
    return weekday[-1] if weekday[0] == "周" else weekday[0]
