"""The shifts that could be offered under a team's limits: every start and length, with its meal and short rests."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from forecasts.horizon import MINUTES_PER_DAY
from scheduler.break_patterns import starts
from scheduler.shift import Break, Shift


@dataclass(frozen=True, slots=True)
class DesignLimits:
    """What may be offered. `lengths` in minutes from the first to the last of a shift. Starts lie every `start_step`
    minutes between `first_start` and `last_start` (inclusive, minutes from midnight).

    A shift of at least `meal_from` minutes has an unpaid meal of `meal_minutes` that starts no sooner than
    `meal_after` minutes into it and ends no later than `meal_before` minutes before its end. A shift of at least
    `rests_from` minutes has two short paid rests of `rest_minutes`, 0 for none: one before the meal's window and one
    after it, or in the two halves where there is no meal, at least `rest_margin` minutes from either end.
    """

    lengths: tuple[int, ...] = (240, 360, 480, 540, 600)
    first_start: int = 0
    last_start: int = MINUTES_PER_DAY - 30
    start_step: int = 30
    meal_from: int = 480
    meal_minutes: int = 60
    meal_after: int = 180
    meal_before: int = 150
    rests_from: int = 360
    rest_minutes: int = 15
    rest_margin: int = 60


def shift_kinds(limits: DesignLimits, interval_minutes: int) -> tuple[Shift, ...]:
    """Every shift within the limits. The windows of its breaks never overlap, so each break can be placed by itself."""
    starts = range(limits.first_start, limits.last_start + 1, limits.start_step)
    return tuple(_shift(limits, start, length, interval_minutes) for start in starts for length in limits.lengths)


def _shift(limits: DesignLimits, start: int, length: int, step: int) -> Shift:
    meal = _meal(limits, start, length)
    rests = _rests(limits, start, length, meal, step) if limits.rest_minutes and length >= limits.rests_from else ()
    hours = f"{length / 60:g}"
    paid = length - (meal.minutes if meal else 0)
    return Shift(
        f"S{start // 60:02d}{start % 60:02d}-{hours}", start, length, paid, (meal,) if meal else (), rests=rests
    )


def _meal(limits: DesignLimits, start: int, length: int) -> Break | None:
    first, last = start + limits.meal_after, start + length - limits.meal_before - limits.meal_minutes
    return Break(limits.meal_minutes, first, last) if length >= limits.meal_from and last >= first else None


def _rests(limits: DesignLimits, start: int, length: int, meal: Break | None, step: int) -> tuple[Break, ...]:
    """A rest before and one after the meal's window, each window at least one interval long, else left out."""
    room = -(-limits.rest_minutes // step) * step  # a rest takes whole intervals of cover
    middle = start + length // 2
    before = meal.earliest if meal else middle
    after = meal.latest + meal.minutes if meal else middle
    early = (start + limits.rest_margin, before - room)
    late = (after, start + length - limits.rest_margin - room)
    return tuple(Break(limits.rest_minutes, first, last) for first, last in (early, late) if first <= last)


@dataclass(frozen=True, slots=True)
class Pause:
    """A break or short rest of a kind of shift: the minutes of the day at which it may start, and of how much of an
    agent it deprives each interval, counted from the shift's midnight, when it starts there.
    """

    takes: Mapping[int, Mapping[int, float]]


@lru_cache(maxsize=4096)
def pauses(kind: Shift, interval_minutes: int) -> tuple[Pause, ...]:
    """Breaks, then rests. A break leaves every interval that it touches uncovered, a rest only its own minutes."""
    step = interval_minutes
    of_breaks = [{s: _touched(s, pause.minutes, step) for s in starts(kind, pause, step)} for pause in kind.breaks]
    of_rests = [{s: _shared(s, rest.minutes, step) for s in starts(kind, rest, step)} for rest in kind.rests]
    return tuple(Pause(takes) for takes in (*of_breaks, *of_rests))


def whole_intervals(kind: Shift, interval_minutes: int) -> range:
    """Intervals of its day and the next that a shift covers whole, pauses aside."""
    return range(-(-kind.start // interval_minutes), kind.end // interval_minutes)


def _touched(start: int, minutes: int, step: int) -> dict[int, float]:
    return dict.fromkeys(range(start // step, -(-(start + minutes) // step)), 1.0)


def _shared(start: int, minutes: int, step: int) -> dict[int, float]:
    end = start + minutes
    return {i: (min(end, (i + 1) * step) - max(start, i * step)) / step for i in _touched(start, minutes, step)}
