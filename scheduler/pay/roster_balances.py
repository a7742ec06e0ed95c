"""What a roster and its absences add to and take from an agent's accounts."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from forecasts.day_kinds import AS_SHIPPED, Calendar
from forecasts.horizon import Horizon
from scheduler.pay.agent_pay import AgentPay
from scheduler.pay.balances import ACCOUNT_OF_ABSENCE, MINUTES_PER_DAY_OWED, Account, BalanceEntry, EntryKind
from scheduler.pay.standard_week import work_days
from scheduler.team import DatedAbsence, TeamAgent


def roster_entries(
    horizon: Horizon, member: TeamAgent, pay: AgentPay, in_lieu: bool, calendar: Calendar = AS_SHIPPED
) -> Iterator[BalanceEntry]:
    """Lieu time earned on rest days where it is given back, then what absences use. A statutory day is never given
    back; leave uses work days only, and no day on which the agent works all the same.
    """
    if in_lieu:
        for shift in pay.shifts:
            if shift.minutes.rest_day:
                yield BalanceEntry(Account.LIEU, EntryKind.EARNED, shift.worked.date, shift.minutes.rest_day)
    worked = {shift.worked.date for shift in pay.shifts}
    for number in range(horizon.days):
        day = horizon.day(number)
        if day not in worked and work_days([day], calendar):
            yield from _used(member, day)


def _used(member: TeamAgent, day: date) -> Iterator[BalanceEntry]:
    for absence in member.absences:
        account = ACCOUNT_OF_ABSENCE.get(absence.kind.strip().lower())
        minutes = min(_minutes_of(absence, day), MINUTES_PER_DAY_OWED)
        if account is not None and minutes > 0:
            yield BalanceEntry(account, EntryKind.USED, day, minutes)


def _minutes_of(absence: DatedAbsence, day: date) -> int:
    """Minutes of a calendar day that an absence takes."""
    midnight = datetime.combine(day, time())
    overlap = min(absence.end, midnight + timedelta(days=1)) - max(absence.start, midnight)
    return max(0, overlap // timedelta(minutes=1))
