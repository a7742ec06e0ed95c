"""What a solve returned. "No roster" is an outcome with a reason, not an exception."""

from dataclasses import dataclass, field
from enum import StrEnum

from scheduler.prices import Prices
from scheduler.roster import Roster

FORMAT = "peakroster-solution/1"


class Outcome(StrEnum):
    """`optimal`: objective and bound agree to 0.01 %."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ConflictPart:
    """One member of a smallest set of rules that cannot hold together."""

    rule: str
    agent: str = ""
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """One way out of a conflict: a limit set to `value`, or the rule let go there when that is None. `yuan`: what the
    hours concerned cost, None where there are none.
    """

    part: ConflictPart
    value: int | None = None
    yuan: float | None = None


@dataclass(frozen=True, slots=True)
class Solution:
    """A roster with its true cost in yuan (`objective`, recomputed by `scheduler.objective`) and `bound`, a proven
    lower limit on the cost of any roster, or None; `prices`: the shadow prices that prove it, when such do. `conflict`
    is filled when infeasible, with `fixes`, each a way out of it.
    """

    outcome: Outcome
    roster: Roster = field(default_factory=Roster)
    objective: float | None = None
    bound: float | None = None
    seconds: float = 0.0
    seed: int = 0
    conflict: tuple[ConflictPart, ...] = ()
    fixes: tuple[Fix, ...] = ()
    prices: Prices | None = None

    @property
    def gap(self) -> float | None:
        """(objective - bound) / objective, at least 0; None when either is unknown."""
        if self.objective is None or self.bound is None:
            return None
        return max(0.0, self.objective - self.bound) / max(abs(self.objective), 1e-9)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a running search stands. `solution` is set when a better roster has just been found."""

    seconds: float
    objective: float | None
    bound: float | None
    solution: Solution | None = None


@dataclass(frozen=True, slots=True)
class SearchLimits:
    """When to stop: after `seconds` of wall time, or as soon as the gap is at most `gap`."""

    seconds: float = 60.0
    gap: float = 0.0001
    workers: int = 8
    seed: int = 0
