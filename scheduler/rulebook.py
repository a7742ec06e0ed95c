"""What the team lives by, as data: value, unit, source. Nothing here is law by itself; every value is editable.

`article` names the law a rule rests on; a rule without one is the team's own policy.
"""

from dataclasses import dataclass, replace

from scheduler.violation import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One limit or price. `scope` is a contract for limits, a skill for `shortage_cost`, "" for everybody.

    `value` None switches the rule off. Keys ending in `_minutes`, `_days`, `_cost` carry their unit in the name.
    """

    key: str
    value: float | None
    unit: str
    scope: str = ""
    severity: Severity = Severity.POLICY
    article: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules of a project; a rule for a scope wins over the one for everybody."""

    rules: tuple[Rule, ...]

    def rule(self, key: str, scope: str = "") -> Rule | None:
        """The rule in force for a scope, or None when the book has none."""
        found = {rule.scope: rule for rule in self.rules if rule.key == key}
        return found.get(scope, found.get(""))

    def value(self, key: str, scope: str = "") -> float | None:
        """The value in force, None when the rule is absent or switched off."""
        rule = self.rule(key, scope)
        return rule.value if rule else None

    def with_value(self, key: str, scope: str, value: float | None) -> "Rulebook":
        """The same book with one value changed by the user. Raises KeyError for a rule it does not hold."""
        if not any(rule.key == key and rule.scope == scope for rule in self.rules):
            raise KeyError(f"no rule {key} for {scope or 'everybody'}")
        return Rulebook(
            tuple(
                replace(rule, value=value, changed=True) if (rule.key, rule.scope) == (key, scope) else rule
                for rule in self.rules
            )
        )


LAW, POLICY = Severity.LAW, Severity.POLICY

DEFAULT_RULEBOOK = Rulebook(
    (
        Rule("max_consecutive_days", 6, "day", severity=LAW, article="劳动法 38"),
        Rule("max_days_per_week", 6, "day", severity=LAW, article="劳动法 38"),
        Rule("overtime_after_minutes_per_week", 2400, "minute", "full_time", LAW, "国务院令174号 3"),
        Rule("overtime_multiplier", 1.5, "times", "full_time", LAW, "劳动法 44"),
        Rule("max_overtime_minutes_per_month", 2160, "minute", "full_time", LAW, "劳动法 41"),
        Rule("max_minutes_per_week", 2880, "minute", "full_time"),
        Rule("max_minutes_per_week", 1440, "minute", "part_time", LAW, "劳动合同法 68"),
        Rule("max_minutes_per_week", 2400, "minute", "outsourced"),
        Rule("min_minutes_per_week", 1920, "minute", "full_time"),
        Rule("statutory_day_multiplier", 3.0, "times", severity=LAW, article="劳动法 44"),
        Rule("min_rest_minutes", 660, "minute"),
        Rule("max_night_shifts_per_month", 8, "shift"),
        Rule("shortage_cost", 120.0, "yuan/agent-hour"),
        Rule("shortage_cost", 80.0, "yuan/agent-hour", "aftersale"),
        Rule("surplus_cost", 1.0, "yuan/agent-hour"),
        Rule("night_fairness_cost", 15.0, "yuan/shift", "full_time"),
    )
)
"""Defaults offered to a new project (labour rules L02–L06, L20, P01, P05, P08)."""
