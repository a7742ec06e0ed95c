"""The goals of each interval: exam windows that ask only while they hold, and a phase's own work."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from forecasts.forecast import Volume
from forecasts.horizon import Horizon
from forecasts.phase_work import PhaseWork
from scheduler.staffing.duration_curve import scaled_durations
from scheduler.staffing.effort import handling_time_seconds
from scheduler.staffing.goals import Goals

Works = Sequence[PhaseWork | None]


def goals_by_interval(goals: Goals, horizon: Horizon, works: Works = ()) -> tuple[Goals, ...]:
    """The goals in force in each interval: a window that does not hold asks for nothing, but keeps its place; where a
    phase has work of its own (`works`, one for each interval or none at all), that in place of the skill's.
    """
    holding = np.array([window.holds(horizon) for window in goals.exam_windows]).T.tolist()
    columns = [tuple(column) for column in holding] or [()] * horizon.intervals
    known: dict[tuple[tuple[bool, ...], PhaseWork | None], Goals] = {}
    found = []
    for pair in zip(columns, works or [None] * horizon.intervals, strict=True):
        if pair not in known:
            known[pair] = with_work(_with_holding(goals, pair[0]), pair[1])
        found.append(known[pair])
    return tuple(found)


def goals_at(goals: Goals, volume: Volume, interval: int) -> Goals:
    """Goals with the work of the phase in force in an interval."""
    return with_work(goals, volume.work[interval]) if volume.work else goals


def with_work(goals: Goals, work: PhaseWork | None) -> Goals:
    """Goals with the handling time and max concurrency that a phase has of its own. Inquiries that take more or less
    effort take more or fewer replies, each as quick as ever; only one shorter than a single reply is a quicker reply.
    """
    if work is None:
        return goals
    if work.max_concurrency is not None:
        goals = replace(goals, max_concurrency=work.max_concurrency)
    if work.handling_time_seconds is None:
        return goals
    seconds = min(goals.seconds_per_reply, work.handling_time_seconds)
    return replace(
        goals,
        seconds_per_reply=seconds,
        replies_per_chat=work.handling_time_seconds / seconds,
        chat_duration_by_level=scaled_durations(
            goals.chat_duration_by_level, work.handling_time_seconds / handling_time_seconds(goals)
        ),
    )


def _with_holding(goals: Goals, holding: Sequence[bool]) -> Goals:
    if not holding:
        return goals
    windows = zip(goals.exam_windows, holding, strict=True)
    return replace(goals, exam_windows=tuple(w if holds else replace(w, target=0.0) for w, holds in windows))
