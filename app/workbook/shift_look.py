"""The colour of a shift and the code that stands in its cells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.wording import words
from scheduler.shift import Shift

_ = words("workbook")

MIDDLE_FROM = 10 * 60
LATE_FROM = 13 * 60
PART_TIME_BELOW_MINUTES = 6 * 60


class ShiftKind(StrEnum):
    """What a shift's colour says; a tag of the same word decides, the first of these, else its length and start."""

    PART_TIME = "part_time"
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class Look:
    """Fill and letter colour, `#rrggbb`; every pair has a contrast of at least 4.5."""

    fill: str
    text: str = "#000000"


LOOKS: Mapping[ShiftKind, Look] = {
    ShiftKind.EARLY: Look("#56B4E9"),
    ShiftKind.MIDDLE: Look("#F0E442"),
    ShiftKind.LATE: Look("#E69F00"),
    ShiftKind.NIGHT: Look("#0072B2", "#FFFFFF"),
    ShiftKind.PART_TIME: Look("#009E73"),
}
"""Okabe-Ito hues, told apart by colour-blind readers too."""
LEAVE = Look("#CC79A7")


def leave_code() -> str:
    """What stands in the cell of an absence; never its kind."""
    return _("Lv")


def shift_kind(shift: Shift) -> ShiftKind:
    """The kind of a shift."""
    for kind in ShiftKind:
        if kind.value in shift.tags:
            return kind
    if shift.paid_minutes < PART_TIME_BELOW_MINUTES:
        return ShiftKind.PART_TIME
    if shift.start < MIDDLE_FROM:
        return ShiftKind.EARLY
    return ShiftKind.MIDDLE if shift.start < LATE_FROM else ShiftKind.LATE


def look(shift: Shift) -> Look:
    """The colours of a shift."""
    return LOOKS[shift_kind(shift)]


def cell_codes(shifts: Iterable[Shift]) -> dict[str, str]:
    """Shift id to the code in its cells, all different: COUNTIF, which does not see case, must tell them apart."""
    codes: dict[str, str] = {}
    taken = {leave_code().casefold()}
    for shift in shifts:
        wanted = shift.code or shift.id
        code, number = wanted, 2
        while code.casefold() in taken:
            code, number = f"{wanted}{number}", number + 1
        taken.add(code.casefold())
        codes[shift.id] = code
    return codes


def clock(minutes: int) -> str:
    """Minutes from midnight as people write them: `08:00`, `02:00 (+1)` past midnight, `24:00` at it."""
    if minutes <= 24 * 60:
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d} (+{minutes // 1440})"


def times(shift: Shift) -> str:
    """`08:00–17:00`."""
    return f"{clock(shift.start)}–{clock(shift.end)}"
