"""What the team lives by, as data: value, unit, source. Nothing here is law by itself; every value is editable.

`article` names the law a rule rests on; a rule without one is the team's own policy.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from scheduler.violation import Severity

STANDARD, COMPREHENSIVE, FLEXIBLE, PART_TIME = "standard", "comprehensive", "flexible", "part_time"
STUDENT = "student"
"""Hours systems (legal forms)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One limit or price. `scope` is a contract or an hours system (legal form) for limits, a skill for
    `shortage_cost`, "" for everybody.

    `value` None switches the rule off. `changed_on`: the day of the last change by hand, None when there was none or
    nobody noted it; `was`: the value before the first such change. Keys ending in `_minutes`, `_days`, `_cost` carry
    their unit in the name.
    """

    key: str
    value: float | None
    unit: str
    scope: str = ""
    severity: Severity = Severity.POLICY
    article: str = ""
    changed: bool = False
    changed_on: date | None = None
    was: float | None = None

    def by_hand(self, on: date, value: float | None, severity: Severity) -> "Rule":
        """The rule as somebody sets it on a day; what it was before the first change by hand stays known."""
        was = self.value if self.changed_on is None else self.was
        return replace(self, value=value, severity=severity, changed=True, changed_on=on, was=was)


@dataclass(frozen=True)
class Rulebook:
    """All rules of a project; a rule for a scope wins over the one for everybody."""

    rules: tuple[Rule, ...]

    @cached_property
    def _by_key(self) -> dict[str, dict[str, Rule]]:
        """Rules by key and scope; hundreds of agents ask dozens of times each."""
        found: dict[str, dict[str, Rule]] = {}
        for rule in self.rules:
            found.setdefault(rule.key, {})[rule.scope] = rule
        return found

    def rule(self, key: str, *scopes: str) -> Rule | None:
        """The rule in force: for the first of the scopes that has one, else for everybody; None when there is none."""
        found = self._by_key.get(key, {})
        return next((found[scope] for scope in (*scopes, "") if scope in found), None)

    def value(self, key: str, *scopes: str) -> float | None:
        """The value in force, None when the rule is absent or switched off."""
        rule = self.rule(key, *scopes)
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


LAW, POLICY, HINT = Severity.LAW, Severity.POLICY, Severity.HINT

_LIMITS = (
    Rule("max_consecutive_days", 6, "day", severity=LAW, article="劳动法 38"),
    Rule("max_days_per_week", 6, "day", severity=LAW, article="劳动法 38"),
    Rule("alternating_weeks", 1, "on", "full_time"),
    Rule("max_minutes_per_day", 660, "minute", severity=LAW, article="劳动法 41"),
    Rule("told_from_minutes_per_day", 540, "minute", severity=HINT, article="劳动法 41"),
    Rule("told_from_minutes_on_site", 720, "minute", severity=HINT),
    Rule("max_minutes_per_week", 2880, "minute", "full_time"),
    Rule("max_minutes_per_week", 1440, "minute", "part_time", LAW, "劳动合同法 68"),
    Rule("max_minutes_per_week", 1440, "minute", STUDENT),
    Rule("max_minutes_per_week", 2400, "minute", "outsourced"),
    Rule("min_minutes_per_week", 1920, "minute", "full_time"),
    Rule("min_rest_minutes", 660, "minute"),
    Rule("no_early_after_late", 1, "on"),
    Rule("max_night_shifts_per_month", 8, "shift"),
    Rule("max_consecutive_nights", 3, "day"),
    Rule("min_free_weekends_per_month", None, "weekend"),
    Rule(
        "protected_from_nights", 1, "on", severity=LAW, article="女职工劳动保护特别规定 6、9；职业学校学生实习管理规定"
    ),
    Rule(
        "protected_from_overtime",
        1,
        "on",
        severity=LAW,
        article="女职工劳动保护特别规定 6、9；职业学校学生实习管理规定",
    ),
    Rule("neither_nights_nor_overtime", 1, "on", "intern", LAW, "职业学校学生实习管理规定"),
    Rule("days_without_nights_when_new", 30, "day"),
    Rule("new_agent_days", 30, "day"),
    Rule("new_agent_productivity", None, "standard agent"),
    Rule("ramp_days", 30, "day"),
    Rule("min_leads", 1, "agent"),
    Rule("min_mentors", 1, "agent"),
    Rule("no_break_minutes_of_phase", 30, "minute"),
    Rule("short_rests", None, "rest"),
    Rule("short_rest_minutes", 15, "minute"),
    Rule("short_rests_from_minutes", 420, "minute"),
    Rule("leave_frozen_in_promotions", None, "on"),
    Rule("told_from_minutes_in_lieu", 1440, "minute", severity=HINT),
    Rule("max_agency_percent", 10, "percent", severity=LAW, article="劳务派遣暂行规定 3、4"),
    Rule("max_intern_percent", 10, "percent", severity=LAW, article="职业学校学生实习管理规定"),
    Rule("max_intern_percent_of_post", 20, "percent", severity=LAW, article="职业学校学生实习管理规定"),
    Rule("min_hourly_pay", None, "yuan/hour", PART_TIME, LAW, "劳动合同法 72"),
)
"""Labour rules L03–L05, L20, L24, L27, L29–L34, P01–P07, P09, P10, P12. A protection names all its articles at
once, so that none tells why it holds.
"""

_PRICES = (
    Rule("shortage_cost", 120.0, "yuan/agent-hour"),
    Rule("shortage_cost", 80.0, "yuan/agent-hour", "aftersale"),
    Rule("surplus_cost", 1.0, "yuan/agent-hour"),
    Rule("plan_for_load_levels", None, "on"),
    Rule("lead_absent_cost", 60.0, "yuan/hour"),
    Rule("new_agent_alone_cost", 40.0, "yuan/hour"),
    Rule("night_pay_multiplier", None, "times"),
    Rule("night_fairness_cost", 15.0, "yuan/shift", "full_time"),
    Rule("late_fairness_cost", 10.0, "yuan/shift", "full_time"),
    Rule("weekend_fairness_cost", 10.0, "yuan/shift", "full_time"),
    Rule("holiday_fairness_cost", 15.0, "yuan/shift", "full_time"),
)
"""What the team's wishes are worth (P08, P12). A company of leads or mentors without a price is a hard rule."""

_PAY = (
    Rule("overtime_after_minutes_per_day", 480, "minute", STANDARD, LAW, "国务院令174号 3"),
    Rule("overtime_after_minutes_per_week", 2400, "minute", STANDARD, LAW, "国务院令174号 3"),
    Rule("overtime_multiplier", 1.5, "times", STANDARD, LAW, "劳动法 44"),
    Rule("rest_day_multiplier", 2.0, "times", STANDARD, LAW, "劳动法 44"),
    Rule("max_overtime_minutes_per_month", 2160, "minute", STANDARD, LAW, "劳动法 41"),
    Rule("standard_minutes_per_month", 9921.6, "minute", COMPREHENSIVE, LAW, "人社部发〔2025〕2号"),
    Rule("overtime_multiplier", 1.5, "times", COMPREHENSIVE, LAW, "工资支付暂行规定 13"),
    Rule("max_overtime_minutes_per_month", 2160, "minute", COMPREHENSIVE, LAW, "劳动法 41"),
    Rule("statutory_day_multiplier", 3.0, "times", severity=LAW, article="劳动法 44；工资支付暂行规定 13"),
    Rule("statutory_day_multiplier", 1.0, "times", FLEXIBLE, article="工资支付暂行规定 13"),
    Rule("statutory_day_multiplier", 1.0, "times", PART_TIME),
    Rule("max_average_minutes_per_day", 240, "minute", PART_TIME, HINT, "劳动合同法 68"),
    Rule("max_average_minutes_per_day", 240, "minute", STUDENT, HINT),
    Rule("max_settlement_days", 15, "day", PART_TIME, LAW, "劳动合同法 72"),
    Rule("rest_day_in_lieu", 0, "on", severity=LAW, article="劳动法 44"),
    Rule("rest_day_by_calendar", 0, "on"),
    Rule("statutory_by_start_day", 0, "on"),
    Rule("night_begins_minutes", 1320, "minute", severity=LAW, article="劳安字〔1989〕1号"),
    Rule("night_ends_minutes", 360, "minute", severity=LAW, article="劳安字〔1989〕1号"),
)
"""Multiples and limits of the hours systems (L02, L06, L10, L20–L25 and §4). Local rules differ for flexible hours and
part-time; the law does not say over which span a part-timer's day is averaged, so that passing it is a hint.
"""

DEFAULT_RULEBOOK = Rulebook(_LIMITS + _PAY + _PRICES)
"""Defaults offered to a new project; each can be edited or switched off."""
EDITION = "2026.11.2"
"""Names these defaults: another one whenever one of them changes."""
