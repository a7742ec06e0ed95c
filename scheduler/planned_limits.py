"""Limits that depend on dates: a month's overtime, a settled span, a protection, an agent's first weeks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from forecasts.day_kinds import Calendar
from forecasts.horizon import Horizon
from scheduler.agent import ForbiddenShift, MinutesInDays
from scheduler.agent_rules import AgentRules
from scheduler.past_roster import Days, paid_minutes
from scheduler.pay.part_time import settled_spans
from scheduler.pay.standard_week import standard_minutes
from scheduler.planned_shifts import LONG_DAY, NIGHT, NIGHT_BY_LAW
from scheduler.rulebook import PART_TIME, STUDENT
from scheduler.shift import Shift
from scheduler.team import Protection


@dataclass(frozen=True, slots=True)
class DatedLimits:
    """One agent's limits that depend on dates, for a horizon."""

    rules: AgentRules
    horizon: Horizon
    shifts: Mapping[str, Shift]
    past: Days
    calendar: Calendar

    def month_minutes(self) -> list[MinutesInDays]:
        """For each calendar month: standard minutes of the work days planned, and the overtime it still allows."""
        overtime = self.rules.value("max_overtime_minutes_per_month")
        if overtime is None:
            return []
        return [
            MinutesInDays(days[0], days[-1], self._allowed(days, overtime), "max_overtime_minutes_per_month")
            for days in _months(self.horizon)
        ]

    def _allowed(self, days: Sequence[int], overtime: float) -> int:
        dates = [self.horizon.day(day) for day in days]
        used = self._overtime_before(dates[0])
        return standard_minutes(dates, self.calendar) + max(0, int(overtime) - used)

    def _overtime_before(self, first: date) -> int:
        """Minutes worked in the month before these days, beyond eight hours for each of its known work days."""
        known = [day for day in self.past if (day.year, day.month) == (first.year, first.month) and day < first]
        worked = sum(paid_minutes(self.past[day], self.shifts) for day in known)
        return max(0, worked - standard_minutes(known, self.calendar))

    def average_day(self) -> list[MinutesInDays]:
        """For part-time work each settled span, as long as its average day allows (劳动合同法 68, 72)."""
        most = self.rules.value("max_average_minutes_per_day")
        if most is None or self.rules.agent.legal_form not in (PART_TIME, STUDENT):
            return []
        return [
            MinutesInDays(days[0], days[-1], int(most * len(days)), "max_average_minutes_per_day")
            for days in settled_spans(self.horizon.days, self.rules.value("max_settlement_days"))
        ]

    def protected_minutes(self) -> list[MinutesInDays]:
        """No overtime: each week, as far as it is protected, no more than the week's standard minutes."""
        most = self.rules.value("overtime_after_minutes_per_week")
        if most is None:
            return []
        found = []
        for first, last in self._protected(Protection.NO_OVERTIME, "protected_from_overtime"):
            weeks: dict[tuple[int, int], list[int]] = {}
            for day in range(first, last + 1):
                weeks.setdefault(self.horizon.week(day), []).append(day)
            found += [MinutesInDays(w[0], w[-1], int(most), "protected_from_overtime") for w in weeks.values()]
        return found

    def forbidden_shifts(self) -> list[ForbiddenShift]:
        """Nights by law and long days for the protected, the team's nights for new agents."""
        return [
            *self._forbidden(NIGHT_BY_LAW, self._protected(Protection.NO_NIGHT, "protected_from_nights")),
            *self._forbidden(LONG_DAY, self._protected(Protection.NO_OVERTIME, "protected_from_overtime")),
            *self._forbidden(NIGHT, self._new("days_without_nights_when_new")),
        ]

    def is_new(self) -> bool:
        """Whether the agent is new on the first day."""
        return any(first == 0 for first, _ in self._new("new_agent_days"))

    def _forbidden(self, tag: str, spans: Iterator[tuple[int, int]]) -> Iterator[ForbiddenShift]:
        for first, last in spans:
            yield ForbiddenShift(f"tag:{tag}", first, None if last == self.horizon.days - 1 else last)

    def _protected(self, kind: Protection, key: str) -> Iterator[tuple[int, int]]:
        """First and last day of each protection in the horizon, unless the rule is switched off; all days for whose
        contract is protected as such.
        """
        if self.rules.value("neither_nights_nor_overtime"):
            yield from self._inside(None, None)
            return
        if not self.rules.value(key):
            return
        for protection in self.rules.agent.protections:
            if protection.kind is kind:
                yield from self._inside(protection.first, protection.last)

    def _new(self, key: str) -> Iterator[tuple[int, int]]:
        days, hired = self.rules.value(key), self.rules.agent.hired
        if days and hired is not None:
            yield from self._inside(None, hired + timedelta(days=int(days) - 1))

    def _inside(self, first: date | None, last: date | None) -> Iterator[tuple[int, int]]:
        begin = 0 if first is None else max(0, self.horizon.day_number(first))
        final = self.horizon.days - 1
        end = final if last is None else min(final, self.horizon.day_number(last))
        if begin <= end:
            yield begin, end


@lru_cache(maxsize=64)
def _months(horizon: Horizon) -> tuple[tuple[int, ...], ...]:
    """The days of each calendar month; the same for every agent."""
    months: dict[tuple[int, int], list[int]] = {}
    for day in range(horizon.days):
        of = horizon.day(day)
        months.setdefault((of.year, of.month), []).append(day)
    return tuple(tuple(days) for days in months.values())
