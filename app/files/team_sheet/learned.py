"""What a team's roster sheet told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from forecasts.findings import Place
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.pay.balances import BalanceEntry
from scheduler.shift import Shift


@dataclass(frozen=True, slots=True)
class LearnedAgent:
    """A row of the sheet, by what it calls the agent; `id` "" where the sheet has no ids."""

    name: str
    id: str
    group: str
    place: Place
    days: Mapping[date, str]
    leave: Mapping[date, str]
    balances: tuple[BalanceEntry, ...]


@dataclass(frozen=True, slots=True)
class LearnedRoster:
    """One sheet. `shifts`: those that its legend describes and the project lacks. `weeks`: 大小周, None for none."""

    file: str
    sheet: str
    first_day: date
    last_day: date
    agents: tuple[LearnedAgent, ...]
    shifts: Mapping[str, Shift] = field(default_factory=dict)
    weeks: AlternatingWeeks | None = None
