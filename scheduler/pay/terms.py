"""The multiples and limits of an hours system, each a rule with its value and article; nothing here is certain law.

Where the project's rulebook holds the same rule it wins: one for the contract or the hours system always, one for
everybody only where the law itself sets the multiple (standard and comprehensive hours).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scheduler.rulebook import COMPREHENSIVE, DEFAULT_RULEBOOK, FLEXIBLE, PART_TIME, STANDARD, Rule, Rulebook

__all__ = ["COMPREHENSIVE", "FLEXIBLE", "KEYS", "PART_TIME", "STANDARD", "PayTerms", "pay_terms"]

KEYS = {
    STANDARD: (
        "overtime_after_minutes_per_day",
        "overtime_after_minutes_per_week",
        "overtime_multiplier",
        "rest_day_multiplier",
        "statutory_day_multiplier",
        "max_overtime_minutes_per_month",
    ),
    COMPREHENSIVE: (
        "standard_minutes_per_month",
        "overtime_multiplier",
        "statutory_day_multiplier",
        "max_overtime_minutes_per_month",
    ),
    FLEXIBLE: ("statutory_day_multiplier",),
    PART_TIME: (
        "statutory_day_multiplier",
        "max_minutes_per_week",
        "max_average_minutes_per_day",
        "max_settlement_days",
    ),
}
"""What each hours system knows; values come from the project's rulebook, else from the one offered to new projects."""


@dataclass(frozen=True, slots=True)
class PayTerms:
    """What holds for one agent. A key without a rule, or whose rule is switched off, is not paid extra or limited."""

    legal_form: str
    rules: Mapping[str, Rule]

    def value(self, key: str) -> float | None:
        """The value in force, None when there is none."""
        rule = self.rules.get(key)
        return rule.value if rule else None

    def multiplier(self, key: str) -> float:
        """How many times the hourly wage; 1 without a rule."""
        value = self.value(key)
        return 1.0 if value is None else value

    def pays_extra(self, key: str) -> bool:
        """Whether minutes of this kind are paid more than ordinary ones, so that they are counted apart."""
        return self.multiplier(key) > 1


def pay_terms(legal_form: str, contract: str, rulebook: Rulebook) -> PayTerms:
    """The terms of an hours system; one that is not known (a provider's agents) has none."""
    own = [contract] if contract not in KEYS or contract == legal_form else []  # a word that both have means the system
    general = [""] if legal_form in (STANDARD, COMPREHENSIVE) else []
    scopes = (*own, legal_form, *general)
    found = ((key, _in_force(rulebook, key, scopes)) for key in KEYS.get(legal_form, ()))
    return PayTerms(legal_form, {key: rule for key, rule in found if rule is not None})


def _in_force(rulebook: Rulebook, key: str, scopes: Sequence[str]) -> Rule | None:
    for book in (rulebook, DEFAULT_RULEBOOK):
        of_book = {rule.scope: rule for rule in book.rules if rule.key == key}
        for scope in scopes:
            if scope in of_book:
                return of_book[scope]
    return None
