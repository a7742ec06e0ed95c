"""Night work: between 22:00 and 06:00 of the next day (劳安字〔1989〕1号), unless the project says otherwise."""

from dataclasses import dataclass

from forecasts.horizon import MINUTES_PER_DAY
from scheduler.roster import Assignment
from scheduler.shift import Shift


@dataclass(frozen=True, slots=True)
class NightHours:
    """Minutes from midnight at which the night begins, and ends the next morning."""

    begins: int = 1320
    ends: int = 360

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The nights in minutes from midnight of the day a shift starts, as far as a shift can reach."""
        nights = ((self.begins + day, self.ends + MINUTES_PER_DAY + day) for day in (-1440, 0, 1440))
        return tuple((max(0, begins), ends) for begins, ends in nights)


NIGHT = NightHours()


def night_minutes(shift: Shift, cell: Assignment, night: NightHours = NIGHT) -> int:
    """Minutes at work in the night, breaks left out."""
    at_night = sum(overlap(shift.start, shift.end, *span) for span in night.spans)
    pauses = zip(cell.breaks, shift.breaks, strict=False)
    return at_night - sum(
        overlap(start, start + pause.minutes, *span) for start, pause in pauses for span in night.spans
    )


def overlap(start: int, end: int, other_start: int, other_end: int) -> int:
    """Minutes that two spans share."""
    return max(0, min(end, other_end) - max(start, other_start))
