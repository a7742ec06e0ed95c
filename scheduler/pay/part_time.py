"""The envelope of part-time work 非全日制: hours a week, average of a day, settled in time (劳动合同法 68, 72)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scheduler.pay.terms import PayTerms
from scheduler.pay.worked_shift import WorkedShift
from scheduler.problem import Problem


@dataclass(frozen=True, slots=True)
class Span:
    """Days of the horizon with the paid minutes of their shifts, those `before` the horizon counted in `minutes`.

    `limit` bounds `measured`: the minutes of a week, or the average of a settled span's calendar days.
    """

    days: tuple[int, ...]
    minutes: int
    measured: float
    limit: float | None
    before: int = 0

    @property
    def over(self) -> float:
        """Minutes past the limit, 0 within."""
        return 0.0 if self.limit is None else max(0.0, self.measured - self.limit)


def part_time_weeks(problem: Problem, worked: Sequence[WorkedShift], limit: float | None, before: int) -> list[Span]:
    """Each week or part of one; `before`: minutes worked in the first week before the horizon."""
    spans = []
    for number, days in enumerate(problem.weeks):
        carried = before if number == 0 and problem.first_week_began_before else 0
        minutes = _minutes(worked, days) + carried
        spans.append(Span(days, minutes, minutes, limit, carried))
    return spans


def settlements(problem: Problem, worked: Sequence[WorkedShift], terms: PayTerms) -> list[Span]:
    """The horizon in the fewest spans of nearly equal length that may be settled; the whole of it without a limit."""
    limit = terms.value("max_average_minutes_per_day")
    spans = []
    for days in settled_spans(problem.horizon.days, terms.value("max_settlement_days")):
        minutes = _minutes(worked, days)
        spans.append(Span(days, minutes, minutes / len(days), limit))
    return spans


def settled_spans(days: int, longest: float | None) -> list[tuple[int, ...]]:
    """The days of a horizon in the fewest stretches of nearly equal length that are no longer than the longest."""
    number = 1 if longest is None else -(-days // max(1, int(longest)))
    borders = [part * days // number for part in range(number + 1)]
    return [tuple(range(first, last)) for first, last in pairwise(borders)]


def _minutes(worked: Sequence[WorkedShift], days: Sequence[int]) -> int:
    return sum(shift.minutes + shift.statutory for shift in worked if shift.day in days)
