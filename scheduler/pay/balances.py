"""What an agent is owed or owes in days off, carried from month to month: lieu time 调休 and annual leave 年假.

The agent keeps entries (`TeamAgent.balances`); what a roster earns and uses is added to them by the reader.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MINUTES_PER_DAY_OWED = 480
"""A day of a balance is eight hours, as teams write it (`3天4小时`)."""


class Account(StrEnum):
    """Lieu time (调休, 剩余): days off owed for rest days worked. Annual leave (年假): days of the contract's year."""

    LIEU = "lieu"
    ANNUAL = "annual"


ACCOUNT_OF_ABSENCE = {
    **dict.fromkeys(("调休", "补休", "调", "lieu"), Account.LIEU),
    **dict.fromkeys(("年假", "年休假", "年休", "年", "annual", "annual leave"), Account.ANNUAL),
}
"""What teams call an absence that draws on an account."""


class EntryKind(StrEnum):
    """`OPENING` states the balance as a `day` begins, whatever came before; the others move it."""

    OPENING = "opening"
    EARNED = "earned"
    USED = "used"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class BalanceEntry:
    """One line of an account. `minutes` of an opening may be negative, a movement's are not. A sheet that closes a
    month states an opening of the day after.
    """

    account: Account
    kind: EntryKind
    day: date
    minutes: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Balance:
    """An account over a stretch of days, in minutes: `opening + earned − used − expired = closing`."""

    opening: int = 0
    earned: int = 0
    used: int = 0
    expired: int = 0

    @property
    def closing(self) -> int:
        """What is carried on."""
        return self.opening + self.earned - self.used - self.expired


def balance(entries: Iterable[BalanceEntry], account: Account, first: date, last: date) -> Balance | None:
    """The account over `first`…`last`, both included, from its entries alone; None when it has none by `last`.

    A later opening inside the stretch corrects it: the difference counts as earned, or as used when it is less.
    """
    found = None
    for entry in sorted(
        _of(entries, account, last), key=lambda entry: (entry.day, entry.kind is not EntryKind.OPENING)
    ):
        found = _after(found or Balance(), entry, counts=entry.day >= first and not _opens(found, entry, first))
    return found


def _of(entries: Iterable[BalanceEntry], account: Account, last: date) -> list[BalanceEntry]:
    return [entry for entry in entries if entry.account is account and entry.day <= last]


def _opens(found: Balance | None, entry: BalanceEntry, first: date) -> bool:
    """Whether an entry states where the stretch begins: the first of all, or one on its first day."""
    return entry.kind is EntryKind.OPENING and (found is None or entry.day == first)


def _after(before: Balance, entry: BalanceEntry, counts: bool) -> Balance:
    change = entry.minutes
    if entry.kind is EntryKind.OPENING:
        change -= before.closing
    elif entry.kind is not EntryKind.EARNED:
        change = -change
    if not counts:
        return Balance(before.closing + change)
    expired = entry.kind is EntryKind.EXPIRED
    return Balance(
        before.opening,
        before.earned + max(0, change),
        before.used + (0 if expired else max(0, -change)),
        before.expired + (entry.minutes if expired else 0),
    )
