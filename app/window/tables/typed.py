"""Texts typed into a cell, read as moments, days and numbers; what cannot be read is refused with a sentence."""

from datetime import date, datetime

from app.files.values.missing import Unreadable
from app.files.values.moment import Calendar, read_moment
from app.wording import words

_ = words("window")


def typed_moment(text: str, near: date) -> datetime:
    """A local moment, such as 11-11 20:00; the year is the one nearest to a date. Raises ValueError."""
    try:
        return read_moment(text, Calendar(near=near)).replace(tzinfo=None)
    except Unreadable:
        raise ValueError(
            _("“{text}” is not a date and time. Write it like 2026-11-11 20:00.").format(text=text)
        ) from None


def typed_day(text: str, near: date) -> date:
    """A day, such as 11-11. Raises ValueError."""
    return typed_moment(text, near).date()


def typed_number(text: str, none: bool = True) -> float | None:
    """A number of at least 0, in % if so written; None for an empty text. Raises ValueError."""
    plain = text.replace(",", "").replace("，", "").replace("×", "").strip()
    if not plain or plain in {"–", "-"}:
        if none:
            return None
        raise ValueError(_("Write a number; 0 is one too."))
    percent = plain.endswith(("%", "％"))
    try:
        number = float(plain.rstrip("%％").strip()) / (100 if percent else 1)
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):
        raise ValueError(_("“{text}” is not a number of at least 0.").format(text=text))
    return number


def moment_cell(moment: datetime) -> str:
    """A moment as it can be typed back."""
    return f"{moment:%Y-%m-%d %H:%M}"


def number_cell(number: float | None) -> str:
    """A number as it can be typed back, empty for None."""
    return "" if number is None else f"{number:g}" if number < 1e6 else f"{number:.0f}"
