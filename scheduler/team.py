"""The team as its lead keeps it, by date. `scheduler.planning` turns it into the agents of a problem."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from forecasts.findings import Finding, Place
from scheduler.pay.balances import BalanceEntry
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


class Protection(StrEnum):
    """What an agent must not be asked for."""

    NO_NIGHT = "no_night"
    NO_OVERTIME = "no_overtime"


@dataclass(frozen=True, slots=True)
class DatedProtection:
    """A protection on the days `first` … `last`, both included, None open. Why it holds is never stored."""

    kind: Protection
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class TeamAgent:
    """One agent of the team. `shifts` None means all that the contract may work; `roles` are `lead` and `mentor`;
    `limits` are the agent's own values for rulebook keys; reasons for limits and protections are never stored.
    """

    id: str
    name: str
    group: str = ""
    contract: str = "full_time"
    legal_form: str = "standard"
    skills: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    productivity: float = 1.0
    hourly_cost: float = 0.0
    hired: date | None = None
    shifts: frozenset[str] | None = None
    limits: Mapping[str, float] = field(default_factory=dict)
    consecutive_days_before: int = 0
    last_shift_end: datetime | None = None
    absences: tuple[DatedAbsence, ...] = ()
    requests: tuple[DatedRequest, ...] = ()
    balances: tuple[BalanceEntry, ...] = ()
    protections: tuple[DatedProtection, ...] = ()


PlaceOf = Callable[[str, str], Place]
"""Where the agent of an id says what a finding's code is about."""


def in_the_team(agent_id: str, _code: str) -> Place:
    """The place of an agent that came from no file."""
    return Place(path=f"team.{agent_id}")


def team_findings(
    team: Iterable[TeamAgent], shifts: Mapping[str, Shift], place_of: PlaceOf = in_the_team
) -> list[Finding]:
    """Everything wrong with a team: an id twice (TM01), a shift that does not exist (TM02), an agent without a
    shift they may work (TM03), without a skill (TM04), a productivity or cost below zero (TM05).
    """
    found: list[Finding] = []
    seen: set[str] = set()
    for agent in team:
        if agent.id in seen:
            found.append(_finding("TM01", agent, agent.id, place_of))
        found += _shift_findings(agent, shifts, place_of)
        if not agent.skills:
            found.append(_finding("TM04", agent, "", place_of))
        for name, value in (("productivity", agent.productivity), ("hourly_cost", agent.hourly_cost)):
            if value < 0:
                found.append(_finding("TM05", agent, str(value), place_of, name=name))
        seen.add(agent.id)
    return found


def _shift_findings(agent: TeamAgent, shifts: Mapping[str, Shift], place_of: PlaceOf) -> list[Finding]:
    """Shifts that do not exist, told once for the agent."""
    if agent.shifts is None:
        return []
    unknown = "、".join(sorted(agent.shifts - shifts.keys()))
    known = tuple(shifts)
    if not agent.shifts & shifts.keys():
        return [_finding("TM03", agent, unknown, place_of, shifts=known)]
    return [_finding("TM02", agent, unknown, place_of, shifts=known)] if unknown else []


def _finding(code: str, agent: TeamAgent, value: str, place_of: PlaceOf, **facts: object) -> Finding:
    facts["agent"] = agent.name or agent.id
    return Finding(code, place=place_of(agent.id, code), value=value, facts=facts)
