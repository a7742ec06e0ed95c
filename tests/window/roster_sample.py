"""A team, its shifts, a requirement and a roster made by rule, for looking at the pages and testing them."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np

from app.project.file import ProjectFile
from app.project.project import Project
from app.project.version import PlanVersion, VersionState
from app.window.roster.plan import RosterPlan
from forecasts.horizon import Horizon
from forecasts.promotion import Phase, Promotion
from scheduler.agent import Lock
from scheduler.objective import cost
from scheduler.planning import roster_problem
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Break, Shift
from scheduler.solution import Outcome, Solution
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent

FIRST_DAY = date(2026, 11, 4)
HOUR = 60


def sample_shifts() -> dict[str, Shift]:
    """Early, middle, late, night and a short one for part-timers, breaks at their earliest."""
    shifts = (
        Shift("E", 9 * HOUR, 540, 480, (Break(60, 12 * HOUR, 13 * HOUR),), code="早", name="早班"),
        Shift("M", 12 * HOUR, 540, 480, (Break(60, 17 * HOUR, 18 * HOUR),), code="中", name="中班"),
        Shift("L", 16 * HOUR, 540, 480, (Break(60, 19 * HOUR, 20 * HOUR),), code="晚", name="晚班"),
        Shift("N", 22 * HOUR, 480, 480, (), frozenset({"night"}), code="夜", name="夜班"),
        Shift("P", 19 * HOUR, 300, 300, (), code="兼", name="兼职晚班"),
    )
    return {shift.id: shift for shift in shifts}


def sample_team(agents: int) -> tuple[TeamAgent, ...]:
    """Full-time, part-time and outsourced agents in two groups, some with leave and wishes."""
    return tuple(_agent(number) for number in range(agents))


def _agent(number: int) -> TeamAgent:
    contract = ("full_time", "full_time", "full_time", "full_time", "part_time", "outsourced")[number % 6]
    day = FIRST_DAY + timedelta(days=number % 11)
    skills = (frozenset({"presale"}), frozenset({"presale", "aftersale"}), frozenset({"aftersale"}))[number % 3]
    absences: tuple[DatedAbsence, ...] = ()
    if number % 7 == 3:
        start = datetime.combine(day, datetime.min.time())
        absences = (DatedAbsence(start, start + timedelta(days=1 + number % 2), "年假"),)
    requests: tuple[DatedRequest, ...] = ()
    if number % 5 == 2:
        wish = "off" if number % 2 else "on"
        requests = (DatedRequest(day + timedelta(days=2), "L" if number % 4 else None, wish, 20.0),)
    return TeamAgent(
        id=f"A{number + 1:03}",
        name=f"客服{number + 1:02}",
        group=("一组", "二组")[number % 2],
        contract=contract,
        skills=skills,
        productivity=0.6 if number % 9 == 8 else 1.0,
        hourly_cost={"full_time": 32.0, "part_time": 22.0, "outsourced": 40.0}[contract],
        shifts=frozenset({"P"}) if contract == "part_time" else frozenset({"E", "M", "L", "N"}),
        absences=absences,
        requests=requests,
    )


def sample_requirement(horizon: Horizon, agents: int) -> dict[str, np.ndarray]:
    """Two bumps a day, doubled on the eleventh; whole curve of each skill."""
    hours = (np.arange(horizon.intervals) % horizon.intervals_per_day) * horizon.interval_hours
    day = np.arange(horizon.intervals) // horizon.intervals_per_day
    shape = np.exp(-((hours - 14) ** 2) / 18) + 1.3 * np.exp(-((hours - 21) ** 2) / 6) + 0.05
    peak = np.where(np.isin(day, [horizon.day_number(date(2026, 11, d)) for d in (10, 11)]), 1.7, 1.0)
    curve = agents * 0.2 * shape * peak
    return {"presale": curve, "aftersale": curve * 0.5}


def sample_promotions() -> tuple[Promotion, ...]:
    """Double 11 as it usually runs."""
    times = (
        ("warm_up", datetime(2026, 11, 2), datetime(2026, 11, 10)),
        ("opening", datetime(2026, 11, 10, 20), datetime(2026, 11, 11, 2)),
        ("spot_sale", datetime(2026, 11, 11, 2), datetime(2026, 11, 12)),
        ("shipping", datetime(2026, 11, 12), datetime(2026, 11, 16)),
    )
    return (Promotion("双11", tuple(Phase(kind, start, end) for kind, start, end in times)),)


def sample_project(agents: int = 40, days: int = 14) -> Project:
    """A project with a team, shifts and promotions, without history."""
    return Project(
        name="双11 示例店",
        horizon=Horizon(FIRST_DAY, days, 30),
        promotions=sample_promotions(),
        team=sample_team(agents),
        shifts=sample_shifts(),
    )


def sample_problem(project: Project) -> Problem:
    """The project's problem; a few cells are locked."""
    requirement = sample_requirement(project.horizon, len(project.team))
    problem = roster_problem("sample", project.horizon, project.team, project.shifts, project.rulebook, requirement)
    locked = {"A003": (Lock(0, "L"), Lock(1, None))}
    if project.horizon.days > 7:
        locked["A007"] = (Lock(6, "E"), Lock(7, "E"))
    agents = {name: replace(agent, locks=locked.get(name, ())) for name, agent in problem.agents.items()}
    return replace(problem, agents=agents)


def sample_roster(problem: Problem) -> Roster:
    """Two days off in seven, shifts that follow one another by agent; agent 1 works on without a day off."""
    cells = []
    for number, agent in enumerate(problem.agents.values()):
        away = {absence.day for absence in agent.absences}
        locks = {lock.day: lock.shift for lock in agent.locks}
        kinds = [shift for shift in problem.shifts if agent.may_work(shift)]
        for day in range(problem.horizon.days):
            works = number == 0 or ((day + number * 3) % 7 < 5 and day not in away)
            shift = locks.get(day, kinds[(number + day // 5) % len(kinds)] if works else None)
            if shift is not None:
                starts = tuple(pause.earliest for pause in problem.shifts[shift].breaks)
                cells.append(Assignment(agent.id, day, shift, starts))
    return Roster.of(cells)


def sample_version(problem: Problem) -> PlanVersion:
    """A draft with the roster and a bound five per cent under its cost."""
    roster = sample_roster(problem)
    total = cost(problem, roster).total
    solution = Solution(Outcome.FEASIBLE, roster, total, total * 0.95, 12.0)
    return PlanVersion("基准", 1, VersionState.DRAFT, datetime(2026, 11, 1, 9), "", problem, solution)


def sample_plan(agents: int = 40, days: int = 14) -> RosterPlan:
    """The whole plan, as the roster page shows it."""
    project = sample_project(agents, days)
    version = sample_version(sample_problem(project))
    locks = frozenset((a.id, lock.day) for a in version.problem.agents.values() for lock in a.locks)
    return RosterPlan(version.problem, version, project.team, project.promotions, locks)


def light_copy(planned: Path, folder: Path) -> Path:
    """A copy of a project file that opens at once, without its history."""
    copy = folder / planned.name
    copy.write_bytes(planned.read_bytes())
    with ProjectFile.open(copy) as file:
        for batch in file.batches():
            file.remove_batch(batch.id)
    return copy
