"""The multiples and limits of an hours system, each a rule with its value and article; nothing here is certain law.

Where the project's rulebook holds the same rule it wins: one for the contract or the hours system always, one for
everybody only where the law itself sets the multiple (standard and comprehensive hours).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scheduler.rulebook import Rule, Rulebook
from scheduler.violation import Severity

STANDARD, COMPREHENSIVE, FLEXIBLE, PART_TIME = "standard", "comprehensive", "flexible", "part_time"
LAW = Severity.LAW

PAY_RULES = Rulebook(
    (
        Rule("overtime_after_minutes_per_day", 480, "minute", STANDARD, LAW, "国务院令174号 3"),
        Rule("overtime_after_minutes_per_week", 2400, "minute", STANDARD, LAW, "国务院令174号 3"),
        Rule("overtime_multiplier", 1.5, "times", STANDARD, LAW, "劳动法 44"),
        Rule("rest_day_multiplier", 2.0, "times", STANDARD, LAW, "劳动法 44"),
        Rule("statutory_day_multiplier", 3.0, "times", STANDARD, LAW, "劳动法 44"),
        Rule("max_overtime_minutes_per_month", 2160, "minute", STANDARD, LAW, "劳动法 41"),
        Rule("standard_minutes_per_month", 9921.6, "minute", COMPREHENSIVE, LAW, "人社部发〔2025〕2号"),
        Rule("overtime_multiplier", 1.5, "times", COMPREHENSIVE, LAW, "工资支付暂行规定 13"),
        Rule("statutory_day_multiplier", 3.0, "times", COMPREHENSIVE, LAW, "工资支付暂行规定 13"),
        Rule("max_overtime_minutes_per_month", 2160, "minute", COMPREHENSIVE, LAW, "劳动法 41"),
        Rule("statutory_day_multiplier", 1.0, "times", FLEXIBLE, article="工资支付暂行规定 13"),
        Rule("statutory_day_multiplier", 1.0, "times", PART_TIME),
        Rule("max_minutes_per_week", 1440, "minute", PART_TIME, LAW, "劳动合同法 68"),
        Rule("max_average_minutes_per_day", 240, "minute", PART_TIME, Severity.HINT, "劳动合同法 68"),
        Rule("max_settlement_days", 15, "day", PART_TIME, LAW, "劳动合同法 72"),
    )
)
"""By hours system (labour rules L02, L06, L10, L20–L25 and §4). Local rules differ for flexible hours and part-time;
the law does not say over which span a part-timer's day is averaged, so that passing it is a hint.
"""


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
    """The terms of an hours system; one that the table does not know (a provider's agents) has none."""
    general = [""] if legal_form in (STANDARD, COMPREHENSIVE) else []
    scopes = (contract, legal_form, *general)
    own = (rule for rule in PAY_RULES.rules if rule.scope == legal_form)
    return PayTerms(legal_form, {rule.key: _in_force(rulebook, rule, scopes) for rule in own})


def _in_force(rulebook: Rulebook, own: Rule, scopes: tuple[str, ...]) -> Rule:
    of_book = {rule.scope: rule for rule in rulebook.rules if rule.key == own.key}
    return next((of_book[scope] for scope in scopes if scope in of_book), own)
