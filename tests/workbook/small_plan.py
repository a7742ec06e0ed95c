"""A team of four over four days, small enough to count by hand."""

from dataclasses import replace
from datetime import date, datetime

import numpy as np

from app.project.project import Project
from app.project.version import PlanVersion, VersionState
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from forecasts.promotion import Phase, Promotion
from scheduler.agent import Absence, Agent, CarryIn, Overtime
from scheduler.problem import PriceStep, Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Break, Shift
from scheduler.solution import Outcome, Solution
from scheduler.staffing.requirement import Requirement, Service, SkillRequirement
from scheduler.team import DatedAbsence, TeamAgent

HORIZON = Horizon(date(2026, 11, 9), 4, 60)
EXPORTED = datetime(2026, 11, 1, 18, 0)
SHIFTS = {
    "E": Shift("E", 480, 540, 480, (Break(60, 660, 780),), code="早", name="早班"),
    "L": Shift("L", 960, 540, 480, (Break(60, 1140, 1200),), frozenset({"late", "night"}), "晚", "晚班"),
    "P": Shift("P", 1080, 240, 240, (), frozenset({"part_time"}), "A1", "兼职晚"),
}
TEAM = (
    TeamAgent("00101", "客服01", "售前组", skills=frozenset({"presale"}), hourly_cost=31.25),
    TeamAgent("00102", "=1+1", "售前组", skills=frozenset({"presale", "aftersale"}), hourly_cost=31.25),
    TeamAgent(
        "00103",
        "客服03",
        "售后组",
        skills=frozenset({"aftersale"}),
        hourly_cost=31.25,
        consecutive_days_before=2,
        absences=(DatedAbsence(datetime(2026, 11, 10), datetime(2026, 11, 11), "病假"),),
    ),
    TeamAgent("00104", "客服04", "售前组", "part_time", skills=frozenset({"presale"}), hourly_cost=20.125),
)
CELLS = (
    ("00101", 0, "E", 720), ("00101", 1, "E", 720), ("00101", 2, "L", 1140),
    ("00102", 1, "L", 1140), ("00102", 2, "L", 1200),
    ("00103", 0, "E", 660), ("00103", 2, "E", 660), ("00103", 3, "E", 660),
    ("00104", 2, "P", None), ("00104", 3, "P", None),
)  # fmt: skip
PROMOTION = Promotion(
    "双11 2026",
    (
        Phase("balance", datetime(2026, 11, 10, 20), datetime(2026, 11, 11, 2)),
        Phase("spot_sale", datetime(2026, 11, 11, 2), datetime(2026, 11, 12)),
    ),
)


def curves(horizon: Horizon = HORIZON) -> dict[str, np.ndarray]:
    """Requirement: pre-sale 1.25 by day and 2.5 in the evening, after-sale 0.8 by day."""
    hour = np.tile(np.arange(24), horizon.days)
    presale = np.where((hour >= 8) & (hour < 18), 1.25, np.where(hour >= 18, 2.5, 0.0))
    aftersale = np.where((hour >= 9) & (hour < 17), 0.8, 0.0)
    return {"presale": presale, "aftersale": aftersale}


def small_project(horizon: Horizon = HORIZON) -> Project:
    return Project("示例店", horizon, promotions=(PROMOTION,), team=TEAM, shifts=SHIFTS)


def small_agent(member: TeamAgent) -> Agent:
    return Agent(
        member.id,
        member.contract,
        member.skills,
        hourly_cost=member.hourly_cost,
        overtime=Overtime(1200, 1.5),
        absences=(Absence(day=1),) if member.absences else (),
        carry_in=CarryIn(consecutive_days=member.consecutive_days_before),
    )


def small_version(horizon: Horizon = HORIZON, state: VersionState = VersionState.DRAFT) -> PlanVersion:
    prices = {skill: (PriceStep(None, 120.0),) for skill in curves()}
    agents = {member.id: small_agent(member) for member in TEAM}
    problem = Problem(horizon, SHIFTS, agents, "small", prices, 1.0, curves(horizon))
    cells = [Assignment(who, day, shift, () if pause is None else (pause,)) for who, day, shift, pause in CELLS]
    solution = Solution(Outcome.FEASIBLE, Roster.of(cells), 1234.5, 1200.25, 3.0, 7)
    return PlanVersion("基准", 3, state, datetime(2026, 11, 1, 17, 30), "", problem, solution)


def small_requirement(horizon: Horizon = HORIZON) -> Requirement:
    zeros = np.zeros(horizon.intervals)
    service = Service(zeros, zeros, zeros, zeros, zeros, zeros, zeros)
    skills = {
        skill: SkillRequirement(curve * 0.85, curve, ("",) * horizon.intervals, service)
        for skill, curve in curves(horizon).items()
    }
    return Requirement(horizon, skills)


def small_forecast(horizon: Horizon = HORIZON) -> Forecast:
    volumes = {
        SeriesKey("", skill): Volume(10 * curve, 12 * curve, 16 * curve, 12.5 * curve, ("",) * horizon.intervals)
        for skill, curve in curves(horizon).items()
    }
    return Forecast(horizon, volumes, "seasonal naive")


def renamed(version: PlanVersion, shifts: dict[str, Shift]) -> PlanVersion:
    """The version with other shifts in its problem."""
    return replace(version, problem=replace(version.problem, shifts=shifts))
