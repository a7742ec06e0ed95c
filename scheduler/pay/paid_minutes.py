"""Paid minutes by what they count as."""

from collections.abc import Iterable
from dataclasses import dataclass

from scheduler.pay.terms import PayTerms


@dataclass(frozen=True, slots=True)
class PaidMinutes:
    """`overtime` on work days, `rest_day` work, `statutory` days' work; everything else is `standard`."""

    standard: int = 0
    overtime: int = 0
    rest_day: int = 0
    statutory: int = 0

    def __add__(self, other: "PaidMinutes") -> "PaidMinutes":
        """Both together."""
        return PaidMinutes(
            self.standard + other.standard,
            self.overtime + other.overtime,
            self.rest_day + other.rest_day,
            self.statutory + other.statutory,
        )

    @property
    def total(self) -> int:
        """All paid minutes."""
        return self.standard + self.extra

    @property
    def extra(self) -> int:
        """Minutes on the month's overtime account; rest and statutory days count too, the usual if disputed view."""
        return self.overtime + self.rest_day + self.statutory


def total_of(parts: Iterable[PaidMinutes]) -> PaidMinutes:
    """The sum of several."""
    return sum(parts, PaidMinutes())


def wage(minutes: PaidMinutes, terms: PayTerms, hourly_cost: float, in_lieu: bool = False) -> float:
    """Yuan: each kind of minutes times its multiple (劳动法 44). Rest-day work given back `in_lieu` is paid once."""
    rest_day = 1.0 if in_lieu else terms.multiplier("rest_day_multiplier")
    hours = (
        minutes.standard
        + minutes.overtime * terms.multiplier("overtime_multiplier")
        + minutes.rest_day * rest_day
        + minutes.statutory * terms.multiplier("statutory_day_multiplier")
    )
    return hours / 60 * hourly_cost
