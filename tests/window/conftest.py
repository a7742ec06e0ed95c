"""A window for the tests: offscreen, its settings and data in a temporary folder, nothing left alive behind it."""

import gc
import os
import threading
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from scheduler.problem import Problem

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QProcess, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from app.project.file import ProjectFile
from app.project.project import Project, Scenario
from app.project.rostering import problem_of
from app.window.frame.language import speak
from app.window.frame.main_window import MainWindow
from app.window.look.look import wear
from app.window.main import FUSION
from forecasts.forecast import Forecast, Volume
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.promotion import Phase, Promotion
from scheduler.roster import Assignment, Roster
from scheduler.shift import Break, Shift
from scheduler.solution import Outcome, Solution
from scheduler.staffing.requirement import Requirement, Service, SkillRequirement
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent

FIRST_DAY = date(2026, 11, 9)
DAYS = 7
OPENING = datetime(2026, 11, 11)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:  # the offscreen platform says so of every window that is shown and of every menu
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["peakroster", *FUSION]


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and user data of this test only."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture(autouse=True)
def nothing_left_alive(qapp: QApplication) -> Iterator[None]:
    """A test that leaves a thread, a running timer or a child process behind fails."""
    qapp.setOrganizationName("PeakRoster")
    threads = set(threading.enumerate())
    speak(qapp, "zh_CN")
    wear(qapp, "light", 1.0)
    yield
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else each later look and language dresses them as well
    left = [found for found in gc.get_objects() if isinstance(found, (QTimer, QProcess))]
    running = [found for found in left if _runs(found)]
    assert not running, f"left running: {running}"
    assert set(threading.enumerate()) <= threads, "a thread was left running"


def _runs(found: QTimer | QProcess) -> bool:
    try:
        return found.isActive() if isinstance(found, QTimer) else found.state() is not QProcess.ProcessState.NotRunning
    except RuntimeError:  # its C++ half is gone already
        return False


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    made = MainWindow(qapp)
    made.show()
    yield made
    made.jobs.stop_all_and_wait()
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(made, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project file with history, forecast, requirement and a roster for two scenarios."""
    path = tmp_path_factory.mktemp("planned") / "shop.peakroster"
    write_planned(path)
    return path


@pytest.fixture
def project_path(planned: Path, tmp_path: Path) -> Path:
    """A copy of the planned project that a test may change."""
    copy = tmp_path / "shop.peakroster"
    copy.write_bytes(planned.read_bytes())
    return copy


@pytest.fixture
def opened(window: MainWindow, project_path: Path) -> MainWindow:
    """The window with the planned project."""
    assert window.acts.open_path(project_path)
    return window


@pytest.fixture
def empty_path(tmp_path: Path) -> Path:
    """A project without anything in it."""
    path = tmp_path / "empty.peakroster"
    ProjectFile.create(path, Project("空项目", Horizon(FIRST_DAY, DAYS, 30))).close()
    return path


def write_planned(path: Path) -> None:
    """Synthetic numbers with the shape of the real ones."""
    project = sample_project()
    with ProjectFile.create(path, project) as file:
        file.read()
        for scenario in project.scenarios:
            forecast = sample_forecast(project, scenario.volume_factor)
            requirement = sample_requirement(forecast)
            file.save_forecast(scenario.name, forecast)
            file.save_requirement(scenario.name, requirement)
            problem = problem_of(project, scenario, requirement)
            file.save_solution(
                scenario.name, problem, Solution(Outcome.FEASIBLE, sample_roster(problem), 51234.0, 50100.0)
            )


def sample_project() -> Project:
    return Project(
        name="双11 示例店",
        horizon=Horizon(FIRST_DAY, DAYS, 30),
        seat_limit=20,
        history=sample_history(),
        promotions=(promotion(2025), promotion(2026)),
        team=sample_team(),
        shifts=SHIFTS,
        scenarios=(Scenario(), Scenario("咨询量 +20%", volume_factor=1.2, agent_changes={"part_time": 2})),
    )


def promotion(year: int) -> Promotion:
    day = datetime(year, 11, 11)
    hours = timedelta(hours=1)
    phases = (
        Phase("spot_sale", day - 4 * hours, day),
        Phase("opening", day, day + 2 * hours),
        Phase("shipping", day + 24 * hours, day + 72 * hours),
    )
    return Promotion(f"双11 {year}", phases)


def daily_curve(per_day: int) -> np.ndarray:
    hours = np.arange(per_day) * 24 / per_day
    curve = 0.15 + np.exp(-(((hours - 11) / 3.5) ** 2)) + 1.4 * np.exp(-(((hours - 20.5) / 2.5) ** 2))
    return np.asarray(curve / curve.sum())


def lift(starts: np.ndarray) -> np.ndarray:
    factor = np.ones(len(starts))
    for year in (2025, 2026):
        since = (starts - np.datetime64(datetime(year, 11, 11))) / np.timedelta64(60, "m")
        factor += np.where((since >= -4) & (since < 0), 2.0, 0) + np.where(
            since >= 0, 6 * np.exp(-np.abs(since) / 3), 0
        )
        factor += np.where((since >= 2) & (since < 24), 1.5, 0)
    return factor


def sample_history() -> History:
    random = np.random.default_rng(11)
    days = 420
    starts = (
        np.datetime64(FIRST_DAY, "m")
        - np.timedelta64(days * 1440, "m")
        + np.arange(days * 48) * np.timedelta64(30, "m")
    )
    series = {}
    for skill, daily in (("presale", 900.0), ("aftersale", 420.0)):
        weekly = 1 + 0.12 * np.sin(np.arange(days) / 7 * 2 * np.pi)
        expected = np.repeat(weekly, 48) * np.tile(daily_curve(48), days) * daily * lift(starts)
        counts = random.poisson(expected).astype(float)
        kept = np.ones(len(starts), dtype=bool)
        kept[300 * 48 + 20 : 301 * 48 + 30] = False
        kept[360 * 48 + 4 : 360 * 48 + 14] = False
        series[SeriesKey("", skill)] = Counts(starts[kept], counts[kept])
    return History(30, series)


def sample_forecast(project: Project, factor: float) -> Forecast:
    horizon = project.horizon
    starts = horizon.starts()
    phases = tuple(_phase_at(project, start) for start in starts.astype(datetime))
    series = {}
    for skill, daily in (("presale", 900.0), ("aftersale", 420.0)):
        mean = np.tile(daily_curve(48), horizon.days) * daily * lift(starts) * factor
        series[SeriesKey("", skill)] = Volume(mean * 0.72, mean * 0.97, mean * 1.38, mean, phases)
    return Forecast(horizon, series, "median of six")


def _phase_at(project: Project, moment: datetime) -> str:
    for phase in project.promotions[-1].phases:
        if phase.start <= moment < phase.end:
            return phase.kind
    return ""


def sample_requirement(forecast: Forecast) -> Requirement:
    skills = {}
    for key, volume in forecast:
        base = np.maximum(2.0, np.ceil(volume.p50 / 14))
        size = len(base)
        full = np.ones(size)
        service = Service(0.86 * full, 9 * full, 24 * full, 0.991 * full, 0 * full, volume.p50 * 0.004, 0.7 * full)
        binding = tuple("minimum_present" if b <= 2 else "average_response" for b in base)
        skills[key.skill] = SkillRequirement(base, base / 0.85, binding, service)
    return Requirement(forecast.horizon, skills)


SHIFTS = {
    "早": Shift("早", 480, 540, 480, (Break(60, 660, 780),), frozenset({"early"}), "早", "早班"),
    "中": Shift("中", 780, 540, 480, (Break(60, 990, 1110),), frozenset({"middle"}), "中", "中班"),
    "晚": Shift("晚", 960, 540, 480, (Break(60, 1080, 1170),), frozenset({"late"}), "晚", "晚班"),
    "夜": Shift("夜", 1380, 540, 480, (Break(60, 1620, 1740),), frozenset({"night"}), "夜", "夜班"),
    "A1": Shift("A1", 1140, 300, 300, (), frozenset({"late", "part_time"}), "A1", "兼职晚"),
}
FULL, PART = frozenset({"早", "中", "晚", "夜"}), frozenset({"A1"})


def sample_team() -> tuple[TeamAgent, ...]:
    return tuple(_agent(number) for number in range(1, 19))


def _agent(number: int) -> TeamAgent:
    contract = "part_time" if number > 14 else "full_time"
    skills = {"presale"} if number % 3 else {"aftersale", "presale"}
    absences = (DatedAbsence(datetime(2026, 11, 10), datetime(2026, 11, 11), "年假"),) if number == 4 else ()
    requests = (DatedRequest(date(2026, 11, 14), None, "off", 50.0),) if number % 5 == 0 else ()
    return TeamAgent(
        id=f"K{number:02d}",
        name=f"客服{number:02d}",
        group="一组" if number % 2 else "二组",
        contract=contract,
        skills=frozenset(skills),
        productivity=0.6 if number in {7, 13} else 1.0,
        hourly_cost=26.0 if contract == "part_time" else 32.0,
        shifts=PART if contract == "part_time" else FULL,
        absences=absences,
        requests=requests,
    )


def sample_roster(problem: Problem) -> Roster:
    """Everybody by turns, two days off a week; breaks at their earliest."""
    cells = []
    for place, agent in enumerate(problem.agents.values()):
        for day in range(problem.horizon.days):
            away = any(absence.day == day for absence in agent.absences)
            if away or (day + place) % 4 == 3:
                continue
            shifts = problem.eligible_shifts(agent)
            shift = problem.shifts[shifts[(place + day // 3) % min(3, len(shifts))]]
            cells.append(Assignment(agent.id, day, shift.id, tuple(pause.earliest for pause in shift.breaks)))
    return Roster.of(cells)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time())
