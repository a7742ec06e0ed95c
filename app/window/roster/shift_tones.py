"""Which family of colour a shift wears: chosen once from its start and tags, the same on screen everywhere."""

from enum import StrEnum

from scheduler.shift import Shift

NIGHT_TAG = "night"
PART_TIME_TAG = "part_time"
SHORT_SHIFT_MINUTES = 5 * 60
"""A shift of at most this much paid time is drawn as part-time: outlined, not filled."""

EARLIEST_START, MIDDLE_FROM, LATE_FROM, NIGHT_FROM = 5 * 60, 10 * 60, 14 * 60, 21 * 60


class Tone(StrEnum):
    """Families of colour: early warm, middle neutral, late cool, night deep, leave grey."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    NIGHT = "night"
    LEAVE = "leave"


def tone(shift: Shift) -> Tone:
    """The tone of a shift: its night tag decides first, then the minute it starts."""
    if NIGHT_TAG in shift.tags or not EARLIEST_START <= shift.start < NIGHT_FROM:
        return Tone.NIGHT
    if shift.start < MIDDLE_FROM:
        return Tone.EARLY
    return Tone.MIDDLE if shift.start < LATE_FROM else Tone.LATE


def outlined(shift: Shift) -> bool:
    """Whether the shift is drawn as an outline: made for part-timers by its tag, or as short as one of theirs."""
    return PART_TIME_TAG in shift.tags or shift.paid_minutes <= SHORT_SHIFT_MINUTES
