"""An agent: a person who can be rostered, with what the contract owes and allows.

All limits are in minutes, days or counts as named; None is no limit. Field names are those of the interchange format.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scheduler.alternating_weeks import AlternatingWeeks


@dataclass(frozen=True, slots=True)
class Overtime:
    """Paid minutes of a week past `after_minutes_per_week` cost `multiplier` times the hourly cost."""

    after_minutes_per_week: int
    multiplier: float


@dataclass(frozen=True, slots=True)
class Absence:
    """Time an agent cannot work, either a whole `day` of the horizon (no shift starts on it) or the span
    [start, end) in minutes from the horizon's start (no shift overlaps it).
    """

    day: int | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Lock:
    """An assignment fixed beforehand; `shift` None is a day off. `breaks`: as in `Assignment`, None wherever they are
    best.
    """

    day: int
    shift: str | None
    breaks: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A wish: `on` costs when not worked, `off` when worked; `shift` None stands for any shift."""

    day: int
    shift: str | None
    wish: str
    cost: float


@dataclass(frozen=True, slots=True)
class ForbiddenShift:
    """A shift id, or every shift of a `tag:…`, that may not start on days `first` … `last` (None: to the end)."""

    shift: str
    first: int = 0
    last: int | None = None

    def holds_on(self, day: int) -> bool:
        """Whether the day is among those it speaks of."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class MinutesInDays:
    """The most paid minutes of the shifts that start on days `first` … `last`: a month's account, a settled span.
    `name` says which, so that it can be traced to its source.
    """

    first: int
    last: int
    minutes: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class CarryIn:
    """What came before day 0. `last_shift_end` in minutes from the horizon's start: negative, or above zero
    for a night shift that ends on day 0.
    """

    consecutive_days: int = 0
    last_shift_end: int | None = None
    week_minutes: int = 0
    week_days: int = 0


@dataclass(frozen=True, slots=True)
class Agent:
    """One person. `shifts` None means every shift; `productivity` is in standard agents; `tags`, such as `lead`,
    are what companions are told by. Limits on kinds of shift go by shift id or `tag:…`.
    """

    id: str
    contract: str = "full_time"
    skills: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    productivity: float = 1.0
    shifts: frozenset[str] | None = None
    hourly_cost: float = 0.0
    overtime: Overtime | None = None
    absences: tuple[Absence, ...] = ()
    locks: tuple[Lock, ...] = ()
    min_minutes: int | None = None
    max_minutes: int | None = None
    max_minutes_per_week: int | None = None
    max_days_per_week: int | None = None
    alternating_weeks: AlternatingWeeks | None = None
    max_minutes_per_day: int | None = None
    max_minutes_in_days: tuple[MinutesInDays, ...] = ()
    forbidden_shifts: tuple[ForbiddenShift, ...] = ()
    max_shifts: Mapping[str, int] = field(default_factory=dict)
    max_consecutive_shifts: Mapping[str, int] = field(default_factory=dict)
    min_consecutive_days: int | None = None
    max_consecutive_days: int | None = None
    min_consecutive_days_off: int | None = None
    max_weekends: int | None = None
    min_rest_minutes: int | None = None
    carry_in: CarryIn = field(default_factory=CarryIn)
    requests: tuple[Request, ...] = ()

    def may_work(self, shift_id: str) -> bool:
        """Whether the shift is among those the agent may work."""
        return self.shifts is None or shift_id in self.shifts
