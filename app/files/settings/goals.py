"""The goals file: one set of goals for all skills, and `[skill.presale]` tables for what differs."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from app.files.settings.document import Settings
from app.files.words import CONTRACTS, SKILLS, id_of
from forecasts.horizon import MINUTES_PER_DAY
from scheduler.staffing.duration_curve import measured_durations
from scheduler.staffing.exam_window import METRICS, ExamWindow
from scheduler.staffing.goals import Goals, ServiceGoal
from scheduler.staffing.plan_for import plan_for_of, plan_for_text
from scheduler.staffing.shrinkage_by_contract import contract_share_text
from scheduler.staffing.shrinkage_by_hour import shrinkage_spans

ALL_SKILLS = ""
QUANTILES = ("p10", "p50", "p80", "p90", "mean")
USUALLY = "usually"
"""Key of a table by time of day for the hours that it does not name."""


def read_goals(document: Settings) -> dict[str, Goals]:
    """Goals by skill, those for all skills under "". A `[goal]` table drops the goals that it does not name."""
    general = _goals(document, Goals())
    found = {ALL_SKILLS: general}
    skills = document.table("skill")
    for name in skills.keys() if skills else ():
        part = skills.table(name) if skills else None
        if part is not None:
            found[id_of(name, SKILLS)] = _goals(part, general)
            part.finish()
    document.finish()
    return found


def goals_by_skill(goals: Mapping[str, Goals], skills: Iterable[str]) -> dict[str, Goals]:
    """The goals of each skill: its own, else those for all."""
    general = goals.get(ALL_SKILLS)
    own = {skill: its for skill, its in goals.items() if skill != ALL_SKILLS}
    return ({} if general is None else dict.fromkeys(skills, general)) | own


def _goals(table: Settings, start_from: Goals) -> Goals:
    numbers = {
        "seconds_per_reply": table.number("seconds_per_reply", least=0.1),
        "customer_think_seconds": table.number("customer_think_seconds"),
        "replies_per_chat": table.number("replies_per_chat", least=0.1),
        "patience_seconds": table.number("patience_seconds", least=0.1),
        "robot_deflection": table.number("robot_deflection", most=1),
        "shrinkage": table.number("shrinkage", most=0.99),
        "max_concurrency": table.whole("max_concurrency", least=1),
        "minimum_present": table.whole("minimum_present"),
        "plan_for": _plan_for(table),
        "shrinkage_by_hour": _shrinkage(table),
        "deferrable_share": table.number("deferrable_share", most=1),
        "deadline_minutes": table.number("deadline_minutes"),
        "conversion": table.number("conversion", most=1),
        "order_value": table.number("order_value"),
        "chat_length_cv": table.number("chat_length_cv", least=0.1),
        "shrinkage_by_contract": _shares(table),
        "chat_duration_by_level": _durations(table),
    }
    given: dict[str, Any] = {name: value for name, value in numbers.items() if value is not None}
    windows = tuple(_exam_window(part) for part in table.tables("exam_window"))
    if windows:
        given["exam_windows"] = windows
    goal = table.table("goal")
    if goal is not None:
        given["goal"] = _service(goal)
    return replace(start_from, **given)


def _shrinkage(table: Settings) -> str | None:
    """A table by time of day: `{ "00:00-06:00" = 0.05 }`."""
    hours = table.table("shrinkage_by_hour")
    if hours is None:
        return None
    spans = {span: hours.number(span, most=1) for span in sorted(hours.keys())}
    text = " ".join(f"{span}={share}" for span, share in spans.items())
    if shrinkage_spans(text) is None:
        table.wrong("shrinkage_by_hour", text, "spans")
        return None
    return text


def _shares(table: Settings) -> str | None:
    """A table by contract: `{ part_time = 0.1 }`; contracts in either language."""
    contracts = table.table("shrinkage_by_contract")
    if contracts is None:
        return None
    shares = {name: contracts.number(name, most=0.99) for name in sorted(contracts.keys())}
    return contract_share_text({id_of(name, CONTRACTS): share for name, share in shares.items() if share is not None})


def _durations(table: Settings) -> str | None:
    """A table by number of chats held: `{ 1 = 275, 8 = 489 }`, seconds."""
    levels = table.table("chat_duration_by_level")
    if levels is None:
        return None
    named = sorted(levels.keys(), key=lambda name: (len(name), name))
    text = " ".join(
        f"{name}={seconds:g}" for name in named for seconds in (levels.number(name),) if seconds is not None
    )
    if not measured_durations(text):
        table.wrong("chat_duration_by_level", text, "levels")
        return None
    return text


def _service(table: Settings) -> ServiceGoal:
    goal = ServiceGoal(
        service_level=table.number("service_level", most=1),
        answer_within_seconds=table.number("answer_within_seconds", least=0.1) or ServiceGoal().answer_within_seconds,
        average_response_seconds=table.number("average_response_seconds", least=0.1),
        reply_rate=table.number("reply_rate", most=1),
        slow_share=table.number("slow_share", most=1),
        first_response_seconds=table.number("first_response_seconds", least=0.1),
        utilisation=table.number("utilisation", most=1),
    )
    table.finish()
    return goal


def _exam_window(table: Settings) -> ExamWindow:
    """`from = "09:00"`, `to = "23:00"`, `weekdays = [1, 2, 3]` with Monday as 1; what is left out is usual."""
    usual = ExamWindow()
    days = table.numbers("weekdays")
    start, end = _minutes(table, "from"), _minutes(table, "to")
    window = ExamWindow(
        shop=next(iter(table.texts("shop") or ()), ""),
        metric=table.one_of("metric", METRICS) or usual.metric,
        start=usual.start if start is None else start,
        end=usual.end if end is None else end,
        weekdays=usual.weekdays if days is None else tuple(int(day) - 1 for day in days),
        within_seconds=table.number("within_seconds", least=0.1) or usual.within_seconds,
        target=table.number("target", most=1) or usual.target,
    )
    table.finish()
    return window


def _minutes(table: Settings, key: str) -> int | None:
    """A time of day `09:00`, up to 24:00, in minutes."""
    text = next(iter(table.texts(key) or ()), None)
    if text is None:
        return None
    match = re.fullmatch(r"([01]?\d|2[0-4]):([0-5]\d)", text)
    if match is None or int(match[1]) * 60 + int(match[2]) > MINUTES_PER_DAY:
        table.wrong(key, text, "spans")
        return None
    return int(match[1]) * 60 + int(match[2])


def _plan_for(table: Settings) -> str | None:
    """One quantile, or a table by time of day: `{ usually = "p50", "00:00-02:00" = "p90" }`."""
    if not table.holds_table("plan_for"):
        return table.one_of("plan_for", QUANTILES)
    times = table.table("plan_for")
    if times is None:
        return None
    usually = times.one_of(USUALLY, QUANTILES) or Goals().plan_for
    hours = [span for span in sorted(times.keys()) if span != USUALLY]
    spans = {span: times.one_of(span, QUANTILES) for span in hours}
    text = plan_for_text(usually, {span: quantile for span, quantile in spans.items() if quantile})
    if plan_for_of(text) is None:
        table.wrong("plan_for", " ".join(spans), "spans")
        return None
    return text
