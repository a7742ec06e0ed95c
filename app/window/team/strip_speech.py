"""What a screen reader is told about the calendar strip: who, which day, away or what is wished."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from app.window.formats import days_text, short_day_text

if TYPE_CHECKING:
    from app.window.team.strip import TeamStrip


class StripSpeech:
    """Reads the strip; `frame.spoken_grid` gives it to Qt."""

    def __init__(self, strip: "TeamStrip") -> None:
        self._strip = strip

    def size(self) -> tuple[int, int]:
        """Agents and days."""
        return len(self._strip.names), 0 if self._strip.horizon is None else self._strip.horizon.days

    def name(self, row: int, day: int) -> str:
        """客服03 11月4日 年假."""
        fact = self._strip.facts[row].get(day)
        return " ".join((*_who_and_when(self._strip, row, (day,)), *(fact.spoken() if fact else ())))

    def value(self, row: int, day: int) -> str:
        """The kind of absence, or the shift wished for."""
        fact = self._strip.facts[row].get(day)
        return "" if fact is None else fact.away or fact.code

    def place(self, row: int, day: int) -> QRect:
        """Where the cell is in the viewport."""
        return self._strip.cell(row, day).toRect()

    def cursor(self) -> tuple[int, int] | None:
        """The day that was chosen last."""
        row, _days = self._strip.chosen
        return None if row < 0 else (row, self._strip.day)

    def is_chosen(self, row: int, day: int) -> bool:
        """Whether the day is among those chosen."""
        chosen, days = self._strip.chosen
        return row == chosen and day in days


def choice_told(strip: "TeamStrip") -> str:
    """Who and which days are chosen, and what stands there; "" while nobody is."""
    row, days = strip.chosen
    if strip.horizon is None or not 0 <= row < len(strip.names):
        return ""
    facts = strip.facts[row]
    told = (facts[day].sentence.replace("\n", " ") for day in days if day in facts)
    return " · ".join((*_who_and_when(strip, row, days), *told))


def _who_and_when(strip: "TeamStrip", row: int, days: Iterable[int]) -> tuple[str, ...]:
    if strip.horizon is None:
        return (strip.names[row],)
    dates = [strip.horizon.day(day) for day in days]
    when = short_day_text(dates[0]) if len(dates) == 1 else days_text(dates[0], dates[-1])
    return strip.names[row], when
