"""A rostering problem, as `spec/roster-problem.md` defines it, with defaults filled in and times in minutes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from forecasts.horizon import Horizon, Numbers
from scheduler.agent import Agent
from scheduler.shift import Shift
from scheduler.violation import Severity

FORMAT = "peakroster-problem/1"


@dataclass(frozen=True, slots=True)
class PriceStep:
    """The next `agents` standard agents short cost `cost` yuan an agent-hour; None is any further one."""

    agents: float | None
    cost: float


@dataclass(frozen=True, slots=True)
class ShiftTarget:
    """Heads wanted on a shift on a day; yuan per head short or extra."""

    day: int
    shift: str
    heads: int
    shortage_cost: float
    surplus_cost: float


@dataclass(frozen=True, slots=True)
class Fairness:
    """`cost` × (most - fewest shifts carrying `tag` among agents of `contract`; None: among all).

    `days`: only shifts that start on these count, None: all; with days an empty tag means any shift. `before`: agent id
    to shifts counted in earlier months. `name` tells rules apart from one horizon to the next.
    """

    tag: str
    cost: float
    contract: str | None = None
    days: frozenset[int] | None = None
    before: Mapping[str, int] = field(default_factory=dict)
    name: str = ""

    def counts(self, day: int, shift: Shift) -> bool:
        """Whether a shift on a day is one of those to be shared."""
        return (not self.tag or self.tag in shift.tags) and (self.days is None or day in self.days)


@dataclass(frozen=True, slots=True)
class Companion:
    """While an agent tagged `of` (None: anybody) is on duty, at least `least` agents tagged `companion` are, too.

    On duty is from the first to the last minute of a shift, breaks included. `cost` in yuan for each hour without them;
    None: hard.
    """

    companion: str
    of: str | None = None
    least: int = 1
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from: how grave it is to break it, and the article when it is law."""

    severity: Severity = Severity.POLICY
    article: str = ""


@dataclass(frozen=True, eq=False)
class LoadLevel:
    """One way the load may turn out: its share of probability and what it requires, as `Problem.requirement`. All
    levels of a problem require the same skills.
    """

    weight: float
    requirement: Mapping[str, Numbers]


@dataclass(frozen=True, eq=False)
class Problem:
    """Everything the search needs and nothing else.

    `shortage_costs`: skill to price steps, cheapest first, the last without a count. `requirement` and
    `shortage_weight`: skill to array of shape (intervals,), standard agents unrounded and a factor.
    `pay_multipliers`: day to factor. `seat_limit` counts heads. `no_break`: spans [start, end) in minutes from the
    horizon's start that no break may touch. `load_levels`: when given, shortage and surplus are priced as expected over
    them instead of on `requirement`. `sources`: (rule, agent id, contract or "") to where it comes from; the rule may
    be followed by the kind of shift, `max_shifts tag:night`.
    """

    horizon: Horizon
    shifts: Mapping[str, Shift]
    agents: Mapping[str, Agent]
    name: str = ""
    shortage_costs: Mapping[str, tuple[PriceStep, ...]] = field(default_factory=dict)
    surplus_cost: float = 0.0
    requirement: Mapping[str, Numbers] = field(default_factory=dict)
    shortage_weight: Mapping[str, Numbers] = field(default_factory=dict)
    shift_targets: tuple[ShiftTarget, ...] = ()
    seat_limit: int | None = None
    forbidden_successions: frozenset[tuple[str, str]] = frozenset()
    pay_multipliers: Mapping[int, float] = field(default_factory=dict)
    fairness: tuple[Fairness, ...] = ()
    companions: tuple[Companion, ...] = ()
    no_break: tuple[tuple[int, int], ...] = ()
    load_levels: tuple[LoadLevel, ...] = ()
    sources: Mapping[tuple[str, str], Source] = field(default_factory=dict)

    @cached_property
    def weeks(self) -> tuple[tuple[int, ...], ...]:
        """Day numbers of each week or part of one, Monday to Sunday, in order."""
        weeks: dict[tuple[int, int], list[int]] = {}
        for day in range(self.horizon.days):
            weeks.setdefault(self.horizon.week(day), []).append(day)
        return tuple(tuple(days) for days in weeks.values())

    @cached_property
    def outcomes(self) -> tuple[tuple[float, "Problem"], ...]:
        """What the load may turn out to be: its share, and the problem in which it is certain."""
        if not self.load_levels:
            return ((1.0, self),)
        return tuple((level.weight, self.at(level)) for level in self.load_levels)

    def at(self, level: LoadLevel) -> "Problem":
        """The problem in which the load is certain to be that of a level."""
        return replace(self, requirement=level.requirement, load_levels=())

    @property
    def first_week_began_before(self) -> bool:
        """Whether day 0 lies inside a week, so that carry-in counts for that week's limits and overtime."""
        return self.horizon.weekday(0) > 0

    def eligible_shifts(self, agent: Agent) -> tuple[str, ...]:
        """Ids of the shifts the agent may work, in the problem's order."""
        return tuple(s for s in self.shifts if agent.may_work(s))
