"""A roster judged under days other than the expected one: sample days of the forecast, and failures."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from app.comparison import predicted_service
from app.project.version import PlanVersion
from forecasts.forecast import Forecast, Volume
from forecasts.horizon import Numbers
from forecasts.sample_paths import sample_paths
from scheduler.cover import cover, serving
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.staffing.engine import staff
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


def robustness(
    version: PlanVersion, forecast: Forecast, goals: Mapping[str, Goals], samples: int = SAMPLES, seed: int = 0
) -> Robustness:
    """Judge a stored roster; the same seed gives the same days and the same people ill. The roster stays as it is:
    nobody is called in.
    """
    problem, roster = version.problem, version.solution.roster
    courses = sampled(forecast, samples, seed)
    failures = {
        "five_ill": judged(problem, with_ill(problem, roster, seed), forecast, goals),
        "hour_early": judged(problem, roster, hour_early(forecast), goals),
    }
    if any(part.robot_deflection for part in goals.values()):
        without_robot = {skill: replace(part, robot_deflection=0.0) for skill, part in goals.items()}
        failures["robot_down"] = judged(problem, roster, forecast, without_robot)
    return Robustness(tuple(judged(problem, roster, course, goals) for course in courses), failures)


def judged(problem: Problem, roster: Roster, course: Forecast, goals: Mapping[str, Goals]) -> Outcome:
    """What a roster leaves short of the requirement of one course, and the service it gives."""
    required = {skill: part.requirement for skill, part in staff(course, goals)}
    of_course = replace(problem, requirement=required, load_levels=())
    present = cover(of_course, roster)
    served = predicted_service(course, serving(of_course, roster), goals)
    hours = problem.horizon.interval_hours
    short = sum(float(part.sum()) for part in present.shortage.values()) * hours
    return Outcome(short, float(present.surplus.sum()) * hours, served.service_level, served.lost)


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
