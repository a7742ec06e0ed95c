"""The parameters of a skill's goals as fields: name, unit, limits. Shares are typed as percent."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

from app.wording import words
from scheduler.staffing.goals import Goals, ServiceGoal

_ = words("window")
QUANTILES = ("p50", "p80", "p90", "mean")


@dataclass(frozen=True, slots=True)
class GoalField:
    """`key` of `Goals` or of its `goal`; `factor` from stored to typed; `optional` may be off (None)."""

    key: str
    name: Callable[[], str]
    unit: Callable[[], str]
    low: float
    high: float
    decimals: int = 0
    factor: float = 1.0
    optional: bool = False


def _percent() -> str:
    return "%"


def _seconds() -> str:
    return _("s")


def _agents() -> str:
    return _("agents")


def _minutes() -> str:
    return _("min")


def _yuan() -> str:
    return _("yuan")


def _none() -> str:
    return ""


TARGETS = (
    GoalField("service_level", lambda: _("Service level"), _percent, 1, 99.9, 1, 100, optional=True),
    GoalField("answer_within_seconds", lambda: _("answered within"), _seconds, 0, 3600),
    GoalField("average_response_seconds", lambda: _("Average response"), _seconds, 1, 3600, optional=True),
    GoalField("reply_rate", lambda: _("Reply rate"), _percent, 1, 100, 1, 100, optional=True),
    GoalField("slow_share", lambda: _("Slow replies at most"), _percent, 0, 100, 1, 100, optional=True),
    GoalField("minimum_present", lambda: _("Minimum present"), _agents, 0, 500),
)
WORK = (
    GoalField("max_concurrency", lambda: _("Max concurrency"), _none, 1, 50),
    GoalField("seconds_per_reply", lambda: _("Agent's time per reply"), _seconds, 0.5, 600, 1),
    GoalField("customer_think_seconds", lambda: _("Customer's time per reply"), _seconds, 0, 3600, 1),
    GoalField("replies_per_chat", lambda: _("Replies per chat"), _none, 0.5, 100, 1),
    GoalField("patience_seconds", lambda: _("Patience"), _seconds, 1, 7200),
    GoalField("robot_deflection", lambda: _("Robot deflection"), _percent, 0, 95, 1, 100),
    GoalField("shrinkage", lambda: _("Shrinkage"), _percent, 0, 90, 1, 100),
    GoalField("deferrable_share", lambda: _("Work that may wait"), _percent, 0, 99, 1, 100),
    GoalField("deadline_minutes", lambda: _("done within"), _minutes, 0, 10080),
)
WORTH = (
    GoalField("conversion", lambda: _("Conversion"), _percent, 0, 100, 1, 100),
    GoalField("order_value", lambda: _("Order value"), _yuan, 0, 1_000_000, 1),
)
WHOLE_NUMBERS = frozenset({"max_concurrency", "minimum_present"})
OF_GOAL = frozenset(field.name for field in fields(ServiceGoal))


def value_of(goals: Goals, field: GoalField) -> float | None:
    """What a field shows of these goals, in its typed unit; None when it is off."""
    stored = getattr(goals.goal if field.key in OF_GOAL else goals, field.key)
    return None if stored is None else float(stored) * field.factor


def with_value(goals: Goals, field: GoalField, typed: float | None) -> Goals:
    """The goals with one field as typed; an untouched value keeps its exact bits."""
    old = value_of(goals, field)
    if typed == old or (typed is not None and old is not None and abs(typed - old) <= 0.5 * 10**-field.decimals + 1e-9):
        return goals
    stored = None if typed is None else round(typed / field.factor, 6)
    if field.key in OF_GOAL:
        changed: dict[str, Any] = {field.key: stored}
        return replace(goals, goal=replace(goals.goal, **changed))
    changed = {field.key: int(stored or 0) if field.key in WHOLE_NUMBERS else stored}
    return replace(goals, **changed)
