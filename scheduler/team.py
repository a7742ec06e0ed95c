"""The team as its lead keeps it, by date. `scheduler.planning` turns it into the agents of a problem."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from forecasts.findings import Finding, Place
from scheduler.shift import Shift


@dataclass(frozen=True, slots=True)
class DatedAbsence:
    """Time an agent cannot work, [start, end); `kind` in the team's own word (年假, 培训 …)."""

    start: datetime
    end: datetime
    kind: str = ""

    @property
    def whole_days(self) -> tuple[date, ...]:
        """The days it takes whole, when it begins and ends at midnight; else empty."""
        if (self.start.hour, self.start.minute, self.end.hour, self.end.minute) != (0, 0, 0, 0):
            return ()
        first, last = self.start.toordinal(), self.end.toordinal()
        return tuple(date.fromordinal(day) for day in range(first, last))


@dataclass(frozen=True, slots=True)
class DatedRequest:
    """A wish for (`on`) or against (`off`) a shift, or any shift when None, at `cost` yuan."""

    day: date
    shift: str | None
    wish: str
    cost: float


@dataclass(frozen=True, slots=True)
class TeamAgent:
    """One agent of the team. `shifts` None means all that the contract may work; `limits` are the agent's own
    values for rulebook keys (a nursing mother's `max_night_shifts` 0); reasons are never stored.
    """

    id: str
    name: str
    group: str = ""
    contract: str = "full_time"
    legal_form: str = "standard"
    skills: frozenset[str] = frozenset()
    productivity: float = 1.0
    hourly_cost: float = 0.0
    hired: date | None = None
    shifts: frozenset[str] | None = None
    limits: Mapping[str, float] = field(default_factory=dict)
    consecutive_days_before: int = 0
    last_shift_end: datetime | None = None
    absences: tuple[DatedAbsence, ...] = ()
    requests: tuple[DatedRequest, ...] = ()


def team_findings(team: Iterable[TeamAgent], shifts: Mapping[str, Shift]) -> list[Finding]:
    """Everything wrong with a team: an id twice (TM01), a shift that does not exist (TM02), an agent without a
    shift they may work (TM03), without a skill (TM04), a productivity or cost below zero (TM05).
    """
    found: list[Finding] = []
    seen: set[str] = set()
    for agent in team:
        found += _agent_findings(agent, shifts, twice=agent.id in seen)
        seen.add(agent.id)
    return found


def _agent_findings(agent: TeamAgent, shifts: Mapping[str, Shift], twice: bool) -> list[Finding]:
    place = Place(path=f"team.{agent.id}")
    facts = {"agent": agent.name or agent.id, "shifts": "、".join(shifts)}
    unknown = sorted((agent.shifts or frozenset()) - shifts.keys())
    found = [Finding("TM02", place=place, value=shift, facts=facts) for shift in unknown]
    if twice:
        found.append(Finding("TM01", place=place, value=agent.id, facts=facts))
    if agent.shifts is not None and not agent.shifts & shifts.keys():
        found.append(Finding("TM03", place=place, value="、".join(sorted(agent.shifts)), facts=facts))
    if not agent.skills:
        found.append(Finding("TM04", place=place, facts=facts))
    for name, value in (("productivity", agent.productivity), ("hourly_cost", agent.hourly_cost)):
        if value < 0:
            found.append(Finding("TM05", place=place, value=str(value), facts=facts | {"name": name}))
    return found
