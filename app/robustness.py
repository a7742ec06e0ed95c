"""A roster judged under days other than the expected one: sample days of the forecast, and failures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from app.engines import Executors
from app.project.version import PlanVersion
from app.review.course import Course, course_of
from forecasts.forecast import Forecast, Volume
from forecasts.horizon import Numbers
from forecasts.sample_paths import sample_paths
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.staffing.goals import Goals

SAMPLES = 20
ILL = 5
"""Agents ill, all days of the horizon."""
PEAKS = {"balance", "opening"}
QUANTILES = (0.1, 0.5, 0.9)
FAILURES = ("robot_down", "five_ill", "hour_early")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One course of the horizon: `shortage_hours` and `surplus_hours`, agent-hours against what that course would have
    required; `service_level`, a share of all inquiries or None when none came, and `lost` customers, by all present.
    """

    shortage_hours: float
    surplus_hours: float
    service_level: float | None
    lost: float


@dataclass(frozen=True, slots=True)
class Robustness:
    """`samples`: equally likely courses of the forecast; `failures`: the expected course with one thing going wrong, by
    name (`FAILURES`). There is no `robot_down` where no robot takes a share.
    """

    samples: tuple[Outcome, ...]
    failures: Mapping[str, Outcome]

    def document(self) -> dict[str, float | None]:
        """Quantiles over the samples, then each failure."""
        levels = [one.service_level for one in self.samples if one.service_level is not None]
        hours = {
            "shortage_hours": [one.shortage_hours for one in self.samples],
            "surplus_hours": [one.surplus_hours for one in self.samples],
        }
        found: dict[str, float | None] = {}
        for part in QUANTILES:
            found[f"sample_service_level_p{part * 100:.0f}"] = float(np.quantile(levels, part)) if levels else None
        for name, numbers in hours.items():
            for part in QUANTILES:
                found[f"sample_{name}_p{part * 100:.0f}"] = float(np.quantile(numbers, part))
        for name in FAILURES:
            outcome = self.failures.get(name)
            found[f"{name}_service_level"] = None if outcome is None else outcome.service_level
            found[f"{name}_shortage_hours"] = None if outcome is None else outcome.shortage_hours
        return found


Courses = Sequence[tuple[Forecast, Course]]
"""Possible courses of the forecast, and what the roster gives in each."""


def sample_courses(
    version: PlanVersion,
    forecast: Forecast,
    goals: Mapping[str, Goals],
    samples: int = SAMPLES,
    seed: int = 0,
    executors: Executors | None = None,
) -> Courses:
    """A stored roster in equally likely courses; the same seed gives the same ones."""
    drawn = sampled(forecast, samples, seed)
    work = partial(_course, version.problem, version.solution.roster, goals)
    if executors is None:
        return [(course, work(course)) for course in drawn]
    with executors() as executor:
        return list(zip(drawn, executor.map(work, drawn), strict=True))


def _course(problem: Problem, roster: Roster, goals: Mapping[str, Goals], drawn: Forecast) -> Course:
    return course_of(problem, roster, drawn, goals)


def robustness(
    version: PlanVersion, forecast: Forecast, goals: Mapping[str, Goals], courses: Courses, seed: int = 0
) -> Robustness:
    """Judge a stored roster in these courses and in failures; the same seed lets the same people be ill. The roster
    stays as it is: nobody is called in.
    """
    problem, roster = version.problem, version.solution.roster
    failures = {
        "five_ill": judged(problem, with_ill(problem, roster, seed), forecast, goals),
        "hour_early": judged(problem, roster, hour_early(forecast), goals),
    }
    if any(part.robot_deflection for part in goals.values()):
        without_robot = {skill: replace(part, robot_deflection=0.0) for skill, part in goals.items()}
        failures["robot_down"] = judged(problem, roster, forecast, without_robot)
    return Robustness(tuple(outcome_of(course) for _drawn, course in courses), failures)


def judged(problem: Problem, roster: Roster, course: Forecast, goals: Mapping[str, Goals]) -> Outcome:
    """What a roster leaves short of the requirement of one course, and the service it gives."""
    return outcome_of(course_of(problem, roster, course, goals))


def outcome_of(course: Course) -> Outcome:
    """A course in a few numbers."""
    asked = float(course.asked.sum())
    return Outcome(
        shortage_hours=float(course.shortage.sum()),
        surplus_hours=float(course.surplus.sum()),
        service_level=float(course.answered.sum()) / asked if asked > 0 else None,
        lost=float(course.lost.sum()),
    )


def sampled(forecast: Forecast, number: int, seed: int) -> list[Forecast]:
    """Possible courses of the horizon, each a forecast that is certain of itself."""
    paths = {
        key: sample_paths(volume, forecast.horizon, number, seed + place)
        for place, (key, volume) in enumerate(forecast)
    }
    return [
        replace(forecast, series={key: _certain(volume, paths[key][course]) for key, volume in forecast})
        for course in range(number)
    ]


def _certain(volume: Volume, inquiries: Numbers) -> Volume:
    return replace(volume, p10=inquiries, p50=inquiries, p90=inquiries, mean=inquiries)


def with_ill(problem: Problem, roster: Roster, seed: int) -> Roster:
    """The roster without five agents, drawn from those who have shifts; all of them when there are fewer."""
    working = sorted({cell.agent for cell in roster} & problem.agents.keys())
    rng = np.random.default_rng(seed)
    ill = set(rng.choice(working, min(ILL, len(working)), replace=False).tolist()) if working else set()
    return Roster({key: cell for key, cell in roster.cells.items() if cell.agent not in ill})


def hour_early(forecast: Forecast) -> Forecast:
    """Balance payment and opening an hour before they are expected; their last hour stays as it is."""
    steps = max(1, round(1 / forecast.horizon.interval_hours))
    return replace(forecast, series={key: _moved(volume, steps) for key, volume in forecast})


def _moved(volume: Volume, steps: int) -> Volume:
    source = np.arange(len(volume.p50))
    peak = np.array([kind in PEAKS for kind in volume.phases])
    early = np.append(peak[steps:], np.zeros(min(steps, len(peak)), dtype=bool))
    source[early] += steps
    return replace(
        volume,
        p10=volume.p10[source],
        p50=volume.p50[source],
        p90=volume.p90[source],
        mean=volume.mean[source],
        phases=tuple(volume.phases[number] for number in source),
    )
