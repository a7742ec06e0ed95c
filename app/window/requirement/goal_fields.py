"""The parameters of a skill's goals as fields: name, unit, limits. Shares are typed as percent."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

from app.wording import words
from app.wording.names import CONTRACTS, name_of
from scheduler.staffing.goals import Goals, ServiceGoal

_ = words("window")
QUANTILES = ("p50", "p80", "p90", "mean")


@dataclass(frozen=True, slots=True)
class GoalField:
    """`key` of `Goals` or of its `goal`; `factor` from stored to typed; `optional` may be off (None); `slides`: least,
    most and step of a slider over its usual numbers, as typed.
    """

    key: str
    name: Callable[[], str]
    unit: Callable[[], str]
    low: float
    high: float
    slides: tuple[float, float, float]
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
    GoalField("service_level", lambda: _("Service level"), _percent, 1, 99.9, (50, 99, 1), 1, 100, optional=True),
    GoalField("answer_within_seconds", lambda: _("answered within"), _seconds, 0, 3600, (5, 180, 5)),
    GoalField(
        "average_response_seconds", lambda: _("Average response"), _seconds, 1, 3600, (10, 120, 1), optional=True
    ),
    GoalField("first_response_seconds", lambda: _("First response"), _seconds, 1, 3600, (5, 180, 5), optional=True),
    GoalField("reply_rate", lambda: _("Reply rate"), _percent, 1, 100, (80, 100, 0.5), 1, 100, optional=True),
    GoalField("slow_share", lambda: _("Slow replies at most"), _percent, 0, 100, (0, 20, 0.5), 1, 100, optional=True),
    GoalField("utilisation", lambda: _("Utilisation at most"), _percent, 1, 99.9, (50, 99, 1), 1, 100, optional=True),
    GoalField("minimum_present", lambda: _("Minimum present"), _agents, 0, 500, (0, 20, 1)),
)
WORK = (
    GoalField("max_concurrency", lambda: _("Max concurrency"), _none, 1, 50, (1, 20, 1)),
    GoalField("seconds_per_reply", lambda: _("Agent's time per reply"), _seconds, 0.5, 600, (5, 60, 1), 1),
    GoalField("customer_think_seconds", lambda: _("Customer's time per reply"), _seconds, 0, 3600, (5, 180, 5), 1),
    GoalField("replies_per_chat", lambda: _("Replies per chat"), _none, 0.5, 100, (1, 20, 0.5), 1),
    GoalField("patience_seconds", lambda: _("Patience"), _seconds, 1, 7200, (30, 900, 10)),
    GoalField("chat_length_cv", lambda: _("Spread of chat lengths"), _none, 0.1, 3, (0.1, 2, 0.1), 2),
    GoalField("robot_deflection", lambda: _("Robot deflection"), _percent, 0, 95, (0, 80, 1), 1, 100),
    GoalField("shrinkage", lambda: _("Shrinkage"), _percent, 0, 90, (0, 50, 1), 1, 100),
    GoalField("deferrable_share", lambda: _("Work that may wait"), _percent, 0, 99, (0, 80, 1), 1, 100),
    GoalField("deadline_minutes", lambda: _("done within"), _minutes, 0, 10080, (0, 2880, 30)),
)
WORTH = (
    GoalField("conversion", lambda: _("Conversion"), _percent, 0, 100, (0, 30, 0.5), 1, 100),
    GoalField("order_value", lambda: _("Order value"), _yuan, 0, 1_000_000, (0, 1000, 10), 1),
)


@dataclass(frozen=True, slots=True)
class TextGoal:
    """A text of `Goals` that says several numbers, with an example of one."""

    key: str
    name: Callable[[], str]
    example: Callable[[], str]


DURATIONS = "chat_duration_by_level"
TEXTS = (
    TextGoal("shrinkage_by_hour", lambda: _("Shrinkage by hour"), lambda: "00:00-06:00=5% 20:00-24:00=20%"),
    TextGoal(
        "shrinkage_by_contract",
        lambda: _("Shrinkage by contract"),
        lambda: f"{name_of('part_time')}=10% {name_of('outsourced')}=20%",
    ),
    TextGoal(DURATIONS, lambda: _("Measured durations by chats held, s"), lambda: "1=275 4=328 8=489"),
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


def text_of(goals: Goals, field: TextGoal) -> str:
    """A text as people read it: contracts by their names, shares as percent."""
    stored = str(getattr(goals, field.key))
    if field.key == DURATIONS:
        return stored
    return " ".join(_part_read(part) for part in stored.split())


def with_text(goals: Goals, field: TextGoal, typed: str) -> Goals:
    """The goals with a text as typed; one that nobody touched keeps its exact numbers."""
    typed = " ".join(typed.replace("＝", "=").replace("：", ":").split())
    if typed == text_of(goals, field):
        return goals
    changed: dict[str, Any] = {field.key: " ".join(_part_stored(part) for part in typed.split())}
    return replace(goals, **changed)


def _part_read(part: str) -> str:
    name, _equals, share = part.partition("=")
    return f"{name_of(name)}={round(float(share) * 100, 6):g}%"


def _part_stored(part: str) -> str:
    """`兼职=10%` as `part_time=0.1`."""
    name, equals, number = part.partition("=")
    ids = {name_of(contract): contract for contract in CONTRACTS}
    percent = re.fullmatch(r"(\d*\.?\d+)[%％]", number)
    return (
        f"{ids.get(name, name)}{equals}{float(percent[1]) / 100:.6g}"
        if percent
        else f"{ids.get(name, name)}{equals}{number}"
    )
