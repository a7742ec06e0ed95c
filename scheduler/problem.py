"""A rostering problem, as `spec/roster-problem.md` defines it, with defaults filled in and times in minutes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from forecasts.horizon import Horizon, Numbers
from scheduler.agent import Agent
from scheduler.shift import Shift

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
    """`cost` × (most - fewest shifts carrying `tag` among agents of `contract`; None: among all)."""

    tag: str
    cost: float
    contract: str | None = None


@dataclass(frozen=True, eq=False)
class Problem:
    """Everything the search needs and nothing else.

    `shortage_costs`: skill to price steps, cheapest first, the last without a count. `requirement` and
    `shortage_weight`: skill to array of shape (intervals,), standard agents unrounded and a factor.
    `pay_multipliers`: day to factor. `seat_limit` counts heads.
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

    @cached_property
    def weeks(self) -> tuple[tuple[int, ...], ...]:
        """Day numbers of each week or part of one, Monday to Sunday, in order."""
        weeks: dict[tuple[int, int], list[int]] = {}
        for day in range(self.horizon.days):
            weeks.setdefault(self.horizon.week(day), []).append(day)
        return tuple(tuple(days) for days in weeks.values())

    @property
    def first_week_began_before(self) -> bool:
        """Whether day 0 lies inside a week, so that carry-in counts for that week's limits and overtime."""
        return self.horizon.weekday(0) > 0

    def eligible_shifts(self, agent: Agent) -> tuple[str, ...]:
        """Ids of the shifts the agent may work, in the problem's order."""
        return tuple(s for s in self.shifts if agent.may_work(s))
