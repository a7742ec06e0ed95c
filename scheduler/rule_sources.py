"""From the rules of a problem back to the rules of the book they were made from: how grave, and which article."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from scheduler.agent_rules import AgentRules
from scheduler.problem import Source

BOOK_KEYS = {
    "min_minutes": "min_minutes_per_week",
    "max_minutes": "max_overtime_minutes_per_month",
    "max_minutes_per_day": "max_minutes_per_day",
    "max_minutes_per_week": "max_minutes_per_week",
    "max_minutes_in_days max_overtime_minutes_per_month": "max_overtime_minutes_per_month",
    "max_minutes_in_days max_average_minutes_per_day": "max_average_minutes_per_day",
    "max_minutes_in_days protected_from_overtime": "protected_from_overtime",
    "max_days_per_week": "max_days_per_week",
    "alternating_weeks": "alternating_weeks",
    "max_consecutive_days": "max_consecutive_days",
    "max_weekends": "min_free_weekends_per_month",
    "min_rest_minutes": "min_rest_minutes",
    "max_shifts tag:night": "max_night_shifts_per_month",
    "max_consecutive_shifts tag:night": "max_consecutive_nights",
    "forbidden_shifts tag:night": "days_without_nights_when_new",
    "forbidden_shifts tag:night_by_law": "protected_from_nights",
    "forbidden_shifts tag:long_day": "protected_from_overtime",
}
"""Rule of a problem, with its kind where that matters, to rule of the book."""


def rule_sources(agents: Iterable[AgentRules]) -> dict[tuple[str, str], Source]:
    """Sources by rule and contract; those in which an agent differs from the contract, by rule and agent."""
    by_contract: dict[str, list[AgentRules]] = defaultdict(list)
    for rules in agents:
        by_contract[rules.agent.contract].append(rules)
    sources: dict[tuple[str, str], Source] = {}
    for contract, members in by_contract.items():
        for rule, key in BOOK_KEYS.items():
            each = {member.agent.id: member.source(key) for member in members}
            usual = Counter(each.values()).most_common(1)[0][0]
            if usual != Source():
                sources[rule, contract] = usual
            sources |= {(rule, name): source for name, source in each.items() if source != usual}
    return sources
