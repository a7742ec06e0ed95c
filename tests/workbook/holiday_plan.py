"""A team of five hours systems over the National Day of 2026 and a month's end, with one version."""

from datetime import date, datetime

import numpy as np

from app.project.project import Project
from app.project.version import PlanVersion, VersionState
from forecasts.horizon import Horizon
from scheduler.planning import roster_problem
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.rulebook import DEFAULT_RULEBOOK
from scheduler.shift import Break, Shift
from scheduler.solution import Outcome, Solution
from scheduler.staffing.requirement import Requirement
from scheduler.team import DatedAbsence, TeamAgent

HORIZON = Horizon(date(2026, 9, 28), 14, 60)
EXPORTED = datetime(2026, 9, 20, 18, 0)
SHIFTS = {
    "E": Shift("E", 480, 540, 480, (Break(60, 660, 780),), code="早", name="早班"),
    "N": Shift("N", 1320, 480, 480, (), frozenset({"night"}), "夜", "夜班"),
    "P": Shift("P", 1080, 240, 240, (), frozenset({"part_time"}), "A1", "兼职晚"),
    "Q": Shift("Q", 600, 480, 480, (), frozenset({"part_time"}), "A2", "兼职全天"),
}
SKILLS = frozenset({"presale"})
SICK = (DatedAbsence(datetime(2026, 10, 8), datetime(2026, 10, 9), "产检"),)
TEAM = (
    TeamAgent("00201", "客服01", "售前组", skills=SKILLS, hourly_cost=30.5, consecutive_days_before=3),
    TeamAgent("00202", "客服02", "售前组", legal_form="comprehensive", skills=SKILLS, hourly_cost=31.25),
    TeamAgent(
        "00203", "客服03", "售前组", legal_form="flexible", skills=SKILLS, hourly_cost=32.75,
        limits={"max_night_shifts_per_month": 0}, absences=SICK,
    ),
    TeamAgent("00204", "客服04", "兼职组", "part_time", "part_time", SKILLS, hourly_cost=22.125),
    TeamAgent("00205", "客服05", "外包组", "outsourced", "provider", SKILLS, hourly_cost=26.375),
)  # fmt: skip
CODES = {
    "00201": "EENE.E.EEEEEE.",
    "00202": "EEEEE..EEEEE..",
    "00203": "EEE.E..EEE.EE.",
    "00204": "PPPPPPP.QQQ.P.",
    "00205": "EEEEE..EEEEE..",
}


def holiday_project(horizon: Horizon = HORIZON) -> Project:
    return Project("国庆店", horizon, team=TEAM, shifts=SHIFTS)


def holiday_problem(horizon: Horizon = HORIZON) -> Problem:
    curve = {"presale": np.ones(horizon.intervals)}
    return roster_problem("national day", horizon, TEAM, SHIFTS, DEFAULT_RULEBOOK, curve)


def holiday_version(
    codes: dict[str, str] | None = None,
    number: int = 2,
    state: VersionState = VersionState.DRAFT,
    horizon: Horizon = HORIZON,
) -> PlanVersion:
    cells = [
        Assignment(agent, day, code, (720,) if code == "E" else ())
        for agent, row in (codes or CODES).items()
        for day, code in enumerate(row[: horizon.days])
        if code != "."
    ]
    solution = Solution(Outcome.FEASIBLE, Roster.of(cells), 4321.25, 4000.75, 1.0, 1)
    return PlanVersion("基准", number, state, datetime(2026, 9, 20, 17, 0), "", holiday_problem(horizon), solution)


def no_requirement(horizon: Horizon = HORIZON) -> Requirement:
    return Requirement(horizon, {})
