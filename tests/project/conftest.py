from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest

from app.project.project import Project, Scenario
from forecasts.dependence import Dependence
from forecasts.findings import Finding, Level
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.phase_work import PhaseWork
from forecasts.promotion import Phase, Promotion
from forecasts.source import Provenance, Source
from scheduler.rulebook import DEFAULT_RULEBOOK
from scheduler.shift import Break, Shift
from scheduler.staffing.goals import Goals, ServiceGoal
from scheduler.staffing.requirement import Requirement, Service, SkillRequirement
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent
from tests.project.project_samples import HORIZON, counted


@pytest.fixture
def project() -> Project:
    """A small project in which every part holds something."""
    promotion = Promotion(
        "双11",
        (
            Phase("balance", datetime(2026, 11, 9, 20), datetime(2026, 11, 10, 2), uplift=3.5),
            Phase(
                "opening", datetime(2026, 11, 10), datetime(2026, 11, 11), expected_inquiries=2600, burst=(0.08, 0.05)
            ),
        ),
    )
    agents = (
        TeamAgent(
            "00123",
            "客服01",
            group="一组",
            skills=frozenset({"presale", "aftersale"}),
            hourly_cost=32,
            hired=date(2025, 3, 1),
            shifts=frozenset({"早", "晚"}),
            limits={"max_night_shifts_per_month": 0},
            consecutive_days_before=2,
            last_shift_end=datetime(2026, 11, 8, 23),
            absences=(DatedAbsence(datetime(2026, 11, 10), datetime(2026, 11, 11), "年假"),),
            requests=(
                DatedRequest(date(2026, 11, 9), "晚", "off", 30),
                DatedRequest(date(2026, 11, 10), None, "on", 5),
            ),
        ),
        TeamAgent("P007", "客服02", contract="part_time", skills=frozenset({"presale"}), productivity=0.6),
    )
    shifts = {
        "早": Shift("早", 480, 540, 480, (Break(60, 690, 840),), frozenset({"early"}), "早", "早班"),
        "晚": Shift("晚", 960, 480, 480, tags=frozenset({"night"})),
    }
    return Project(
        "双11 2026",
        HORIZON,
        seat_limit=40,
        history=counted("2026-10-01", [12, 0, 7.5]),
        promotions=(promotion,),
        team=agents,
        shifts=shifts,
        rulebook=DEFAULT_RULEBOOK.with_value("min_rest_minutes", "", None),
        goals={"presale": Goals(max_concurrency=6, plan_for="p80", goal=ServiceGoal(reply_rate=None))},
        scenarios=(Scenario(), Scenario("多来两成", 1.2, {"part_time": 3, "full_time": -1})),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a project file may go."""
    return tmp_path / "计划.peakroster"


@pytest.fixture
def forecast() -> Forecast:
    """One series, 10, 11, 12 … inquiries an hour."""
    middle = np.arange(10.0, 10 + HORIZON.intervals)
    phases = ("balance",) * 6 + ("",) * (HORIZON.intervals - 6)
    work = (PhaseWork(45.5, 12),) * 6 + (None,) * (HORIZON.intervals - 6)
    volume = Volume(middle * 0.8, middle, middle * 1.2, middle * 1.01, phases, Dependence(0.375, 0.25), work)
    key = SeriesKey("", "presale")
    sources = (
        Provenance("level", Source.MEASURED, "同星期均值", 12.5),
        Provenance("phase_volume", Source.ANALOG, "balance", None, "双11 2025"),
    )
    told = Finding("FC05", Level.NOTICE, facts={"series": "presale", "date": "2026-10-02", "ratio": 1.5})
    return Forecast(HORIZON, {key: volume}, "同星期均值", {key: sources}, (told,))


@pytest.fixture
def requirement() -> Requirement:
    """Two skills; nothing is expected in the first interval, so its service is unknown."""
    curve = np.linspace(1, 5, HORIZON.intervals)
    unknown_first = np.concatenate([[np.nan], curve[1:]])
    service = Service(*[unknown_first.copy() for _ in range(7)])
    goals = ("",) + ("service_level",) * (HORIZON.intervals - 1)
    part = SkillRequirement(curve, curve / 0.85, goals, service, {"p80": curve * 1.2, "exam_0": unknown_first})
    return Requirement(HORIZON, {"presale": part, "aftersale": part})
