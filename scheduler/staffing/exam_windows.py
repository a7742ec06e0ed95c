"""The rates that exam windows, the hours in which a platform measures a shop's replies, are predicted to show."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from forecasts.forecast import Forecast
from forecasts.horizon import Numbers
from scheduler.staffing.arrivals import arrivals_of
from scheduler.staffing.checked import checked_volumes, goals_of
from scheduler.staffing.exam_window import ExamWindow, exam_rate
from scheduler.staffing.forward import predict_forward
from scheduler.staffing.goals import Goals
from scheduler.staffing.measures import exam_curves
from scheduler.staffing.requirement import Requirement, exam_curve


@dataclass(frozen=True, slots=True)
class ExamRate:
    """The predicted `rate` of one window, 0–1, NaN where no inquiry is expected in it."""

    skill: str
    window: ExamWindow
    rate: float


def exam_rates(forecast: Forecast, requirement: Requirement, goals: Mapping[str, Goals]) -> list[ExamRate]:
    """The rate of every exam window with the agents required, by the mean volume."""
    volumes = checked_volumes(forecast, goals)
    return [
        ExamRate(skill, window, exam_rate(window, forecast.horizon, curve, volumes[skill].mean))
        for skill, part in requirement
        for number, window in enumerate(goals_of(goals, skill).exam_windows)
        for curve in (part.curves[exam_curve(number)],)
    ]


def present_rates(forecast: Forecast, present: Mapping[str, Numbers], goals: Mapping[str, Goals]) -> list[ExamRate]:
    """The rate of every exam window with the agents present, as `engine.predict` takes them, by the mean volume. Raises
    InputError for volumes and goals that are wrong.
    """
    found = []
    for skill, volume in checked_volumes(forecast, goals).items():
        its = goals_of(goals, skill)
        if not its.exam_windows:
            continue
        arrivals = arrivals_of(forecast.horizon, volume, its)
        agents = np.asarray(present[skill], dtype=float)
        given = tuple(
            predict_forward(arrivals.steps, agents, arrivals.step_seconds, arrivals.before, its, arrivals.own)
        )
        curves = exam_curves(given)
        found += [
            ExamRate(skill, window, exam_rate(window, forecast.horizon, curves[exam_curve(number)], volume.mean))
            for number, window in enumerate(its.exam_windows)
        ]
    return found
