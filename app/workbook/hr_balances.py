"""What a month brings an agent's accounts: before, earned, used, after."""

from collections.abc import Collection, Iterable, Mapping

from app.workbook.hr_figures import Figure
from forecasts.horizon import Horizon
from scheduler.pay.balances import MINUTES_PER_DAY_OWED, Account, BalanceEntry, balance

UNIT_MINUTES = {Account.LIEU: 60, Account.ANNUAL: MINUTES_PER_DAY_OWED}
"""Lieu time is told in hours, annual leave in days of eight hours."""
PARTS = ("before", "earned", "used", "after")


def balance_figures(
    entries: Iterable[BalanceEntry], horizon: Horizon, days: tuple[int, ...], kept: Collection[Account]
) -> Mapping[str, Figure]:
    """Each account over the planned days of a month; None for an account without entries. What expired counts as used.

    Of an account that the team does not keep, only what the roster adds and takes is known: no balance before or after.
    """
    entries, first, last = tuple(entries), horizon.day(days[0]), horizon.day(days[-1])
    figures: dict[str, Figure] = {}
    for account, minutes in UNIT_MINUTES.items():
        found = balance(entries, account, first, last)
        values: tuple[int | None, ...] = (None,) * 4
        if found is not None:
            opening, closing = (found.opening, found.closing) if account in kept else (None, None)
            values = opening, found.earned, found.used + found.expired, closing
        for part, value in zip(PARTS, values, strict=True):
            figures[f"{account.value}_{part}"] = None if value is None else value / minutes
    return figures
