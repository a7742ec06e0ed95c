"""The heads of one skill, a day at a time; then each day once more, beside its neighbours as they have become."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import MINUTES_PER_DAY, Horizon, Numbers
from scheduler.design.day_model import DayHeads, DayModel, Span, presence_of
from scheduler.design.deviation import DeviationCost
from scheduler.design.shift_kinds import DesignLimits
from scheduler.shift import Shift

SPILL_DAYS = 2
"""A shift covers at most its own day and the next."""
PASSES = 2
HARDLY = 1e-6


@dataclass(frozen=True, slots=True)
class DesignOrder:
    """What is asked for: the limits, the price of deviation, at most so many kinds of shift (None: any number), times
    [start, end) in minutes from the horizon's start that no break may touch, and when to stop. `repeats`: after the
    last day comes the first again, as in a week that stands for many.
    """

    limits: DesignLimits = field(default_factory=DesignLimits)
    cost: DeviationCost = field(default_factory=DeviationCost)
    most_kinds: int | None = None
    no_break: tuple[tuple[int, int], ...] = ()
    seconds: float = 60.0
    workers: int = 8
    seed: int = 0
    repeats: bool = False


@dataclass
class DayAfterDay:
    """The days of all skills, one after the other; each gets its share of the time left."""

    horizon: Horizon
    kinds: Sequence[Shift]
    order: DesignOrder
    began: float
    on_step: Callable[[float], None]
    skills: int
    done: int = 0

    def heads(self, wanted: Numbers, already: Numbers) -> tuple[list[DayHeads], Numbers]:
        """The heads of every day of one skill, and the agents present with them, shape (intervals,). `already`: agents
        present anyhow.
        """
        found, present, last = [DayHeads()] * self.horizon.days, already.copy(), self.horizon.days - 1
        if self.order.repeats:  # what comes before the first day must be known somehow
            found[last] = self._first(last, wanted, present, next_is_known=False)
            present += self._placed(last, found[last])
        for number in range(PASSES):
            for day, before in enumerate(found):
                alone = present - self._placed(day, before)
                known = day == last
                after = self._again(day, wanted, alone, before) if number else self._first(day, wanted, alone, known)
                found[day], present = after, alone + self._placed(day, after)
        return found, present

    def _first(self, day: int, wanted: Numbers, alone: Numbers, next_is_known: bool) -> DayHeads:
        """The day's heads for the first time. `alone`: agents present without the day, here and below."""
        span = self._span(day, wanted, alone)
        if not next_is_known:
            reached = self.horizon.intervals_per_day + self.order.limits.first_start // self.horizon.interval_minutes
            span.short_counts[reached:] = 0.0  # as far as the next day's own shifts cannot reach
        return self._solved(day, span) or DayHeads()

    def _again(self, day: int, wanted: Numbers, alone: Numbers, before: DayHeads) -> DayHeads:
        """The day's heads beside all others; as they were where nothing can be saved or others cost no less."""
        inside, _ = self._window(day)
        missing, cost = wanted - alone, self.order.cost
        old = missing - self._placed(day, before)
        if cost.of(old[inside]) <= HARDLY:
            self._step()
            return before
        made = self._solved(day, self._span(day, wanted, alone))
        if made is None or cost.of(missing - self._placed(day, made)) >= cost.of(old) - HARDLY:
            return before
        return made

    def _solved(self, day: int, span: Span) -> DayHeads | None:
        midnight = day * MINUTES_PER_DAY
        model = DayModel(
            self.kinds,
            self.horizon.interval_minutes,
            span,
            self.order.cost,
            lambda start, minutes: self._may_pause(midnight + start, minutes),
        )
        left = self.order.seconds - (time.monotonic() - self.began)
        heads = model.solve(max(0.5, left / (self._steps - self.done)), self.order.workers, self.order.seed)
        self._step()
        return heads

    @property
    def _steps(self) -> int:
        return self.skills * (PASSES * self.horizon.days + self.order.repeats)

    def _step(self) -> None:
        self.done += 1
        self.on_step(self.done / self._steps)

    def _span(self, day: int, wanted: Numbers, alone: Numbers) -> Span:
        """The day and the next, without the day's own heads."""
        inside, where = self._window(day)
        size = SPILL_DAYS * self.horizon.intervals_per_day
        of_wanted, present, counts = np.zeros(size), np.zeros(size), np.zeros(size)
        of_wanted[where], present[where], counts[where] = wanted[inside], alone[inside], 1.0
        return Span(of_wanted, present, counts.copy(), counts)

    def _window(self, day: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The intervals of a day and the next, and where they stand counted from its midnight."""
        a_day = self.horizon.intervals_per_day
        where = np.arange(SPILL_DAYS * a_day)
        at = day * a_day + where
        if not self.order.repeats:
            where = where[at < self.horizon.intervals]
            at = at[: where.size]
        return at % self.horizon.intervals, where

    def _placed(self, day: int, heads: DayHeads) -> Numbers:
        """Agents present by a day's heads, shape (intervals,)."""
        inside, where = self._window(day)
        size = SPILL_DAYS * self.horizon.intervals_per_day
        placed = np.zeros(self.horizon.intervals)
        np.add.at(placed, inside, presence_of(self._by_id, heads, self.horizon.interval_minutes, size)[where])
        return placed

    @property
    def _by_id(self) -> Mapping[str, Shift]:
        return {kind.id: kind for kind in self.kinds}

    def _may_pause(self, start: int, minutes: int) -> bool:
        return not any(start < last and first < start + minutes for first, last in self._repeated(self.order.no_break))

    def _repeated(self, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Spans of the horizon, and of its first day where that comes again after the last."""
        yield from spans
        if self.order.repeats:
            whole = self.horizon.days * MINUTES_PER_DAY
            yield from ((first + whole, last + whole) for first, last in spans)
