"""Which family of colour a shift wears: chosen once from its start and tags, the same on screen everywhere."""

from enum import StrEnum

from scheduler.shift import Shift

SHORT_SHIFT_MINUTES = 5 * 60
"""A shift of at most this much paid time is drawn as part-time: outlined, not filled."""

EARLIEST_START, MIDDLE_FROM, LATE_FROM, NIGHT_FROM = 5 * 60, 10 * 60, 14 * 60, 21 * 60


class Tone(StrEnum):
    """Families of colour, by the names of the look: early warm, middle neutral, late cool, night deep, part-time
    outlined, leave grey.
    """

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    NIGHT = "night"
    PART_TIME = "part_time"
    LEAVE = "leave"


TAGS = (Tone.PART_TIME, Tone.NIGHT, Tone.EARLY, Tone.MIDDLE, Tone.LATE)
"""A shift that carries one of these words as a tag wears that tone; the first here wins."""


def tone(shift: Shift) -> Tone:
    """The tone of a shift: its tags decide first, then its length, then the minute it starts."""
    tagged = next((one for one in TAGS if one.value in shift.tags), None)
    if tagged is not None:
        return tagged
    if shift.paid_minutes <= SHORT_SHIFT_MINUTES:
        return Tone.PART_TIME
    if not EARLIEST_START <= shift.start < NIGHT_FROM:
        return Tone.NIGHT
    if shift.start < MIDDLE_FROM:
        return Tone.EARLY
    return Tone.MIDDLE if shift.start < LATE_FROM else Tone.LATE
