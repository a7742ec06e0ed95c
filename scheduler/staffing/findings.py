"""What is wrong with service goals or with the volume to be staffed, all at once and before any computing."""

from collections.abc import Iterator
from dataclasses import replace
from math import exp, isfinite

import numpy as np

from forecasts.findings import Finding, Level, Place
from forecasts.forecast import Forecast, Volume
from forecasts.horizon import MINUTES_PER_DAY
from forecasts.phase_work import PhaseWork
from scheduler.staffing.duration_curve import duration_at, measured_durations
from scheduler.staffing.effort import response_seconds
from scheduler.staffing.exam_window import METRICS
from scheduler.staffing.goals import COARSE_MINUTES, SLOW_RESPONSE_SECONDS, SLOW_RESPONSES_ALLOWED, Goals
from scheduler.staffing.plan_for import plan_for_of
from scheduler.staffing.shrinkage_by_contract import contract_shares
from scheduler.staffing.shrinkage_by_hour import shrinkage_spans

RANGES = {
    "max_concurrency": (1, 100),
    "replies_per_chat": (1, 1000),
    "seconds_per_reply": (0.1, 3600),
    "patience_seconds": (1, 3600),
    "chat_length_cv": (0.1, 3),
}
"""Least and most of the numbers that describe the work."""
LONGEST_SECONDS = 3600.0
MOST_PER_HOUR = 100_000
"""Inquiries of one skill that agents are sought for; more is a mistake of units rather than a shop."""


def goals_findings(goals: Goals, skill: str = "") -> list[Finding]:
    """Everything wrong in the goals of a skill: numbers out of range (ST01 not positive, ST02 negative, ST03 not a
    share below 1, ST04 not a share between 0 and 1), goals that no number of agents reaches (ST05 average response,
    ST06 slow share, ST19 first response), an unknown quantile (ST07), numbers beyond what is computed (ST12), texts
    that say nothing of their kind (ST15 shrinkage by hour, ST20 by contract, ST21 durations by level), durations
    shorter than the effort in a chat (ST22), exam windows (ST16, ST17).
    """
    return [
        Finding(code, value=_plain(value), facts={"skill": skill, "name": name} | facts)
        for code, name, value, facts in _wrong(goals)
    ]


def work_findings(work: PhaseWork | None, skill: str) -> list[Finding]:
    """A phase's own handling time of no time at all, or no chat that an agent may hold (ST01)."""
    if work is None:
        return []
    least = {"handling_time_seconds": 0.1, "max_concurrency": 1}
    return [
        Finding("ST01", value=_plain(value), facts={"skill": skill, "name": name, "least": lowest})
        for name, lowest in least.items()
        if (value := getattr(work, name)) is not None and not value >= lowest
    ]


def volume_findings(volume: Volume, skill: str) -> list[Finding]:
    """A volume that is negative or not a number (ST09), with how many intervals are concerned."""
    wrong = np.zeros(len(volume.mean), dtype=bool)
    for numbers in (volume.p10, volume.p50, volume.p90, volume.mean):
        wrong |= ~(np.isfinite(numbers) & (numbers >= 0))
    facts = {"skill": skill, "intervals": int(wrong.sum())}
    return [Finding("ST09", place=Place(path=skill), facts=facts)] if wrong.any() else []


def crowd_findings(volume: Volume, skill: str, interval_hours: float) -> list[Finding]:
    """More inquiries an hour than agents are sought for (ST23)."""
    most = float(volume.p90.max(initial=0.0)) / interval_hours
    facts = {"skill": skill, "inquiries": round(most), "most": MOST_PER_HOUR}
    return [Finding("ST23", place=Place(path=skill), facts=facts)] if most > MOST_PER_HOUR else []


def forecast_findings(forecast: Forecast, history_minutes: int = 0) -> list[Finding]:
    """A warning (ST11) where forecast or history is hourly: minutes after an opening are then guessed by a smooth
    curve.
    """
    minutes = max(forecast.horizon.interval_minutes, history_minutes)
    return [Finding("ST11", Level.WARNING, facts={"minutes": minutes})] if minutes >= COARSE_MINUTES else []


def _plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


_Wrong = tuple[str, str, object, dict[str, object]]


def _wrong(goals: Goals) -> Iterator[_Wrong]:
    yield from _wrong_work(goals)
    yield from _wrong_shares(goals)
    yield from _out_of_reach(goals)
    yield from _wrong_exams(goals)
    if plan_for_of(goals.plan_for) is None:
        yield "ST07", "plan_for", goals.plan_for, {}
    if shrinkage_spans(goals.shrinkage_by_hour) is None:
        yield "ST15", "shrinkage_by_hour", goals.shrinkage_by_hour, {}
    if contract_shares(goals.shrinkage_by_contract) is None:
        yield "ST20", "shrinkage_by_contract", goals.shrinkage_by_contract, {}
    yield from _wrong_durations(goals)


def _wrong_durations(goals: Goals) -> Iterator[_Wrong]:
    """An agent cannot finish more chats than their effort allows, however many are held."""
    measured, effort = (
        measured_durations(goals.chat_duration_by_level),
        goals.seconds_per_reply * goals.replies_per_chat,
    )
    if measured is None:
        yield "ST21", "chat_duration_by_level", goals.chat_duration_by_level, {}
    elif measured and isfinite(goals.max_concurrency):
        levels = range(1, int(goals.max_concurrency) + 1)
        short = next((n for n in levels if duration_at(measured, n) < n * effort), None)
        if short is not None:
            seconds = round(duration_at(measured, short), 1)
            facts: dict[str, object] = {"level": short, "seconds": seconds, "least": round(short * effort, 1)}
            yield "ST22", "chat_duration_by_level", goals.chat_duration_by_level, facts


def _wrong_exams(goals: Goals) -> Iterator[_Wrong]:
    for number, window in enumerate(goals.exam_windows, start=1):
        facts: dict[str, object] = {"number": number, "target": window.target, "seconds": window.within_seconds}
        times = 0 <= window.start < window.end <= MINUTES_PER_DAY and window.metric in METRICS
        if not (times and 0 < window.target < 1 and 0 < window.within_seconds < LONGEST_SECONDS):
            yield "ST16", "exam_windows", window.shop, facts
        elif goals.seconds_per_reply > 0 and window.target >= 1 - exp(-window.within_seconds / goals.seconds_per_reply):
            most = 1 - exp(-window.within_seconds / goals.seconds_per_reply)
            yield "ST17", "exam_windows", window.shop, facts | {"most": float(f"{most:.3g}")}


def _wrong_work(goals: Goals) -> Iterator[_Wrong]:
    for name, (least, most) in RANGES.items():
        value = getattr(goals, name)
        if not (isfinite(value) and value >= least):
            yield "ST01", name, value, {"least": least}
        elif value > most:
            yield "ST12", name, value, {"most": most}
    amounts = {
        "customer_think_seconds": goals.customer_think_seconds,
        "minimum_present": goals.minimum_present,
        "deadline_minutes": goals.deadline_minutes,
        "order_value": goals.order_value,
        "answer_within_seconds": goals.goal.answer_within_seconds,
    }
    for name, value in amounts.items():
        if not (isfinite(value) and value >= 0):
            yield "ST02", name, value, {}


def _wrong_shares(goals: Goals) -> Iterator[_Wrong]:
    if not 0 <= goals.conversion <= 1:
        yield "ST03", "conversion", goals.conversion, {}
    for name in ("robot_deflection", "shrinkage", "deferrable_share"):
        if not 0 <= getattr(goals, name) < 1:
            yield "ST03", name, getattr(goals, name), {}
    for name in ("service_level", "reply_rate", "slow_share", "utilisation"):
        value = getattr(goals.goal, name)
        if value is not None and not 0 < value < 1:
            yield "ST04", name, value, {}


def _out_of_reach(goals: Goals) -> Iterator[_Wrong]:
    slow, single = goals.goal.slow_share, _single_response(goals)
    for code, name in (("ST05", "average_response_seconds"), ("ST19", "first_response_seconds")):
        response = getattr(goals.goal, name)
        if response is not None and not response > single:
            yield code, name, response, {"seconds_per_reply": float(f"{single:.4g}")}
    least = _least_slow_share(goals)
    if slow is not None and 0 < slow <= least:
        yield "ST06", "slow_share", slow, {"least": float(f"{least:.2g}")}


def _single_response(goals: Goals) -> float:
    """Mean response with a single chat; the effort alone where other numbers of the work make no sense."""
    sound = goals.replies_per_chat > 0 and goals.max_concurrency >= 1 and isfinite(goals.customer_think_seconds)
    return response_seconds(replace(goals, max_concurrency=1))[0] if sound else goals.seconds_per_reply


def _least_slow_share(goals: Goals) -> float:
    """Slow chats that remain when every agent holds one chat only; see `concurrency.slow_share`."""
    if not (goals.seconds_per_reply > 0 and goals.replies_per_chat >= 1):
        return 0.0
    late = exp(-SLOW_RESPONSE_SECONDS / goals.seconds_per_reply)
    going_on = 1 - 1 / goals.replies_per_chat
    once = late / (1 - (1 - late) * going_on)
    return once * (going_on * once) ** SLOW_RESPONSES_ALLOWED
