"""The review of a plan: spans side by side, money, attendance and lessons, as one value."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from app.project.drawn_lesson import DrawnLesson
from app.project.effective import effective
from app.project.figures import figures
from app.project.project import Project
from app.project.version import PlanVersion
from app.review.course import Course, course_of
from app.review.happened import Happened, as_forecast, happened
from app.review.lessons_drawn import lessons_drawn
from app.review.span_review import SpanReview, span_review
from app.review.spans import spans_of
from forecasts.findings import Finding, InputError
from forecasts.forecast import Forecast, Volume
from forecasts.history import History, SeriesKey
from scheduler.attendance import AttendedDay
from scheduler.staffing.goals import Goals


@dataclass(frozen=True, slots=True)
class Money:
    """Yuan: `labour_cost` of the roster, its `budget` when one was given, the sales lost with unserved customers, None
    when no goals say what a customer is worth.
    """

    labour_cost: float
    lost_sales: float | None
    budget: float | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Review:
    """`rows` of `spans_of`; `planned` and `came` are the courses behind them, for charts."""

    project: str
    scenario: str
    version: int
    expected: Forecast
    happened: Happened
    planned: Course
    came: Course
    rows: tuple[SpanReview, ...]
    money: Money
    lessons: tuple[DrawnLesson, ...]

    def document(self) -> dict[str, Any]:
        """Everything, for machines; what was not counted is null."""
        return {
            "project": self.project,
            "scenario": self.scenario,
            "version": self.version,
            "spans": [row.document() for row in self.rows],
            "money": asdict(self.money),
            "attendance": [
                {"agent": one.agent, "kept_days": one.kept_days, "planned_days": one.planned_days}
                for one in self.happened.adherence
            ],
            "lessons": [asdict(lesson) for lesson in self.lessons],
            "curves": [self._curves(key, volume) for key, volume in self.expected],
        }

    def _curves(self, key: SeriesKey, volume: Volume) -> dict[str, Any]:
        counted = self.happened.counted[key]
        return {
            "skill": key.skill,
            **{name: getattr(volume, name).round(2).tolist() for name in ("p10", "p50", "p90")},
            "counted": [None if np.isnan(count) else count for count in counted.tolist()],
            "required": self.came.required[key.skill].round(2).tolist(),
            "covered": self.came.covered[key.skill].round(2).tolist(),
        }


def review(
    project: Project,
    version: PlanVersion,
    expected: Forecast,
    counted: History,
    came: Iterable[AttendedDay] = (),
    budget: float | None = None,
) -> Review:
    """Judge a stored roster by what happened. Raises InputError RV01 when nothing was counted inside the horizon, and
    as `staff` does.
    """
    of_scenario, _scenario = effective(project, project.scenario(version.scenario))
    roster = version.solution.roster
    seen = happened(expected, version.problem, roster, counted, came)
    if not seen.known:
        first, last = expected.horizon.first_day, expected.horizon.day(expected.horizon.days - 1)
        raise InputError([Finding("RV01", facts={"first": f"{first}", "last": f"{last}"})])
    planned = course_of(version.problem, roster, expected, of_scenario.goals)
    real = course_of(version.problem, seen.kept, as_forecast(expected, seen.counted), of_scenario.goals)
    priced = any(goals.conversion * goals.order_value > 0 for goals in of_scenario.goals.values())
    rows = tuple(
        span_review(span, expected, seen.counted, planned, real, priced)
        for span in spans_of(expected.horizon, of_scenario.promotions)
    )
    money = Money(figures(version).labour_cost, rows[0].lost_sales, budget)
    lessons = lessons_drawn(rows, of_scenario.promotions, seen, _shrinkage(expected, of_scenario.goals))
    return Review(project.name, version.scenario, version.number, expected, seen, planned, real, rows, money, lessons)


def _shrinkage(expected: Forecast, goals: Mapping[str, Goals]) -> float:
    """What was planned, the mean over the skills."""
    return float(np.mean([goals.get(skill, Goals()).shrinkage for skill in expected.skills()]))
