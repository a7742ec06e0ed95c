"""The cheapest reserve (备班) with which a roster's service goal holds in most of the possible courses of each day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from app.comparison import services_of
from app.project.version import PlanVersion
from app.review.course import Course
from forecasts.forecast import Forecast
from forecasts.horizon import Horizon, Numbers
from scheduler.cover import serving
from scheduler.design.reserve import DayCourse, Reserve, Standby, candidates, cheapest_reserve
from scheduler.roster import Roster
from scheduler.staffing.goals import Goals
from scheduler.staffing.planned_volume import planned_volume

KEPT = 0.9
"""Share of the courses of each day in which the goal is to hold."""
PAY = 0.3
"""What an agent kept in reserve is paid, as a share of the shift's pay; called in, all of it."""
SECONDS = 30.0
TRIES = 4
"""Reserves looked for, each with half as much allowed to stay short, until the predicted service bears one out."""
SLIGHTLY = 0.999


@dataclass(frozen=True, slots=True)
class StandbyPlan:
    """`kept` and `kept_with`: day to the share of its courses in which the service goal holds, by the roster alone and
    with the reserve called in, as predicted; `reserve` None when nobody who could be kept is enough, empty when none is
    needed. `call_yuan`: expected pay of those called in.
    """

    level: float
    kept: Mapping[int, float]
    kept_with: Mapping[int, float]
    reserve: Reserve | None
    call_yuan: float

    def document(self, horizon: Horizon, names: Mapping[str, str]) -> dict[str, Any]:
        """For machines."""
        standbys = self.reserve.standbys if self.reserve else ()
        return {
            "service_level": self.level,
            "enough": self.reserve is not None,
            "yuan": self.reserve.yuan if self.reserve else None,
            "bound": self.reserve.bound if self.reserve else None,
            "call_yuan": self.call_yuan,
            "days": [
                {"day": horizon.day(day).isoformat(), "kept": kept, "kept_with": self.kept_with.get(day, kept)}
                for day, kept in self.kept.items()
            ],
            "standbys": [_document(one, horizon, names) for one in standbys],
        }


def _document(one: Standby, horizon: Horizon, names: Mapping[str, str]) -> dict[str, Any]:
    cell = one.assignment
    return {
        "agent": cell.agent,
        "name": names.get(cell.agent, cell.agent),
        "day": horizon.day(cell.day).isoformat(),
        "shift": cell.shift,
        "skill": one.skill,
        "yuan": one.yuan,
    }


def standby_plan(
    version: PlanVersion,
    courses: Sequence[tuple[Forecast, Course]],
    goals: Mapping[str, Goals],
    kept: float = KEPT,
    pay: float = PAY,
    seconds: float = SECONDS,
) -> StandbyPlan:
    """The reserve for sampled courses of the forecast, each with what the roster gives in it. The goal is the strictest
    service level of the skills, over all inquiries of a day.
    """
    problem, roster = version.problem, version.solution.roster
    horizon = problem.horizon
    level = max((its.goal.service_level or 0.0 for its in _of_skills(courses[0][0], goals).values()), default=0.0)
    levels = np.array([_by_day(course.answered, course.asked, horizon) for _forecast, course in courses])
    alone = _kept(levels, level)
    needy = [day for day, share in alone.items() if share < kept]
    if not needy:
        return StandbyPlan(level, alone, {}, Reserve((), 0.0, 0.0, {}), 0.0)
    allowed = _allowed_share(courses, levels, level, horizon)
    for attempt in range(TRIES):
        wanted = _day_courses(courses, needy, allowed / 2**attempt, horizon)
        offered = candidates(problem, roster, wanted, pay)
        found = cheapest_reserve(problem, roster, offered, wanted, kept, seconds)
        if found is None:
            break
        with_reserve = Roster({**roster.cells, **{_key(one): one.assignment for one in found.standbys}})
        helped = [_levels_with(version, with_reserve, forecast, course, goals) for forecast, course in courses]
        after = _kept(np.array(helped), level)
        if all(after[day] >= kept for day in needy):
            called = sum(one.yuan / pay * (1 - alone[one.assignment.day]) for one in found.standbys)
            return StandbyPlan(level, alone, after, found, called)
    return StandbyPlan(level, alone, {}, None, 0.0)


def _key(one: Standby) -> tuple[str, int]:
    return one.assignment.agent, one.assignment.day


def _of_skills(forecast: Forecast, goals: Mapping[str, Goals]) -> dict[str, Goals]:
    return {skill: goals.get(skill, Goals()) for skill in forecast.skills()}


def _by_day(part: Numbers, whole: Numbers, horizon: Horizon) -> Numbers:
    """A share of each day, shape (days,); 1 where there is nothing."""
    parts, wholes = (np.asarray(each).reshape(horizon.days, -1).sum(axis=1) for each in (part, whole))
    shares: Numbers = np.divide(parts, wholes, out=np.ones(horizon.days), where=wholes > 0)
    return shares


def _kept(levels: Numbers, level: float) -> dict[int, float]:
    """Day to the share of courses in which the level is reached; `levels` of shape (courses, days)."""
    return dict(enumerate((levels >= level).mean(axis=0).tolist()))


def _allowed_share(
    courses: Sequence[tuple[Forecast, Course]], levels: Numbers, level: float, horizon: Horizon
) -> float:
    """Up to which share of its required hours short every day of every course reached the level."""
    short = np.array([_by_day(course.shortage, _required_hours(course, horizon), horizon) for _f, course in courses])
    return float(short[levels < level].min()) * SLIGHTLY


def _required_hours(course: Course, horizon: Horizon) -> Numbers:
    return np.asarray(np.sum(list(course.required.values()), axis=0)) * horizon.interval_hours


def _day_courses(
    courses: Sequence[tuple[Forecast, Course]], days: Sequence[int], share: float, horizon: Horizon
) -> list[DayCourse]:
    found = []
    for _forecast, course in courses:
        required = _required_hours(course, horizon).reshape(horizon.days, -1).sum(axis=1)
        for day in days:
            here = np.arange(horizon.intervals) // horizon.intervals_per_day == day
            short = {
                skill: np.where(here, np.maximum(0.0, needed - course.covered[skill]), 0.0)
                for skill, needed in course.required.items()
            }
            found.append(DayCourse(day, short, share * float(required[day])))
    return found


def _levels_with(
    version: PlanVersion, roster: Roster, forecast: Forecast, course: Course, goals: Mapping[str, Goals]
) -> Numbers:
    """Service level of each day with another roster."""
    of_course = replace(version.problem, requirement=course.required, load_levels=())
    services = services_of(forecast, serving(of_course, roster), goals)
    asked, answered = (np.zeros(forecast.horizon.intervals) for _number in range(2))
    for key, volume in forecast:
        its = goals.get(key.skill, Goals())
        came = planned_volume(volume, its.plan_for, its.robot_deflection, forecast.horizon)
        asked += came
        answered += np.nan_to_num(services[key.skill].service_level) * came
    return _by_day(answered, asked, forecast.horizon)
