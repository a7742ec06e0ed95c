"""What a team shares out evenly within a contract: nights, late shifts, weekends, statutory holidays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from forecasts.day_kinds import Calendar, DayKind, day_kind
from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.problem import Fairness
from scheduler.rulebook import Rulebook
from scheduler.shift import Shift


@dataclass(frozen=True, slots=True)
class Share:
    """What is counted: shifts with a tag, or shifts of any kind on some days."""

    tag: str = ""
    weekends: bool = False
    holidays: bool = False

    def has(self, day: date, calendar: Calendar) -> bool:
        """Whether a day is among those that count."""
        if self.weekends:
            return day.weekday() >= 5
        return not self.holidays or day_kind(day, calendar) is DayKind.STATUTORY

    def counts(self, day: date, shift: Shift, calendar: Calendar) -> bool:
        """Whether a shift on a day is one of those to be shared."""
        return (not self.tag or self.tag in shift.tags) and self.has(day, calendar)

    def days(self, horizon: Horizon, calendar: Calendar) -> frozenset[int] | None:
        """The days of a horizon that count; None for all."""
        if not (self.weekends or self.holidays):
            return None
        return frozenset(day for day in range(horizon.days) if self.has(horizon.day(day), calendar))


SHARES = {
    "night_fairness_cost": Share(tag="night"),
    "late_fairness_cost": Share(tag="late"),
    "weekend_fairness_cost": Share(weekends=True),
    "holiday_fairness_cost": Share(holidays=True),
}
"""By the rule of the book that prices it, which is also the name of the fairness."""


def fair_shares(
    horizon: Horizon,
    agents: Mapping[str, Agent],
    shifts: Mapping[str, Shift],
    rulebook: Rulebook,
    calendar: Calendar,
) -> Iterator[Fairness]:
    """The shares that can be uneven and have a price, contract by contract."""
    contracts = [agent.contract for agent in agents.values()]
    for key, share in SHARES.items():
        days = share.days(horizon, calendar)
        if days == frozenset() or not any(not share.tag or share.tag in shift.tags for shift in shifts.values()):
            continue
        for contract in dict.fromkeys(contracts):
            cost = rulebook.value(key, contract)
            if cost and contracts.count(contract) > 1:
                yield Fairness(share.tag, cost, contract, days, name=key)
