"""A large team's project: 31 days, 13 months of half-hourly history of two skills, forecast, requirement, a roster."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np

from app.pipeline import forecast_of, requirement_of
from app.project.file import ProjectFile
from app.project.project import Project
from app.project.rostering import problem_of
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.promotion import Phase, Promotion
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Break, Shift
from scheduler.solution import Outcome, Solution
from scheduler.team import TeamAgent

FIRST_DAY, DAYS, DAYS_BEFORE = date(2026, 11, 1), 31, 396
INQUIRIES_AN_AGENT = {"presale": 60.0, "aftersale": 25.0}
SHIFTS = {
    "早": Shift("早", 480, 540, 480, (Break(60, 660, 780),), frozenset({"early"}), "早", "早班"),
    "中": Shift("中", 780, 540, 480, (Break(60, 990, 1110),), frozenset({"middle"}), "中", "中班"),
    "晚": Shift("晚", 960, 540, 480, (Break(60, 1080, 1170),), frozenset({"late"}), "晚", "晚班"),
}


def write_large_project(path: Path, agents: int) -> Path:
    """The project of a team of so many agents, everybody by turns with every fourth day off."""
    project = Project(
        "大队",
        Horizon(FIRST_DAY, DAYS, 30),
        history=_history(agents),
        promotions=(_promotion(2025), _promotion(2026)),
        team=tuple(_agent(number) for number in range(1, agents + 1)),
        shifts=SHIFTS,
    )
    scenario = project.scenarios[0]
    forecast, _findings = forecast_of(project, scenario)
    requirement = requirement_of(project, scenario, forecast)
    problem = problem_of(project, scenario, requirement)
    with ProjectFile.create(path, project) as file:
        file.read()
        file.save_forecast(scenario.name, forecast)
        file.save_requirement(scenario.name, requirement)
        file.save_solution(scenario.name, problem, Solution(Outcome.FEASIBLE, roster_by_turns(problem), 1.0, 1.0))
    return path


def roster_by_turns(problem: Problem) -> Roster:
    """Three days a shift, breaks at their earliest."""
    shifts = list(problem.shifts.values())
    cells = [
        (name, day, shifts[(day + place) // 4 % len(shifts)])
        for place, name in enumerate(problem.agents)
        for day in range(problem.horizon.days)
        if (day + place) % 4 != 3
    ]
    return Roster.of(
        Assignment(name, day, shift.id, tuple(pause.earliest for pause in shift.breaks)) for name, day, shift in cells
    )


def _agent(number: int) -> TeamAgent:
    skills = {"presale"} if number % 3 else {"aftersale", "presale"}
    agent = TeamAgent(f"K{number:03d}", f"客服{number:03d}", skills=frozenset(skills), hourly_cost=32.0)
    return replace(agent, group="一组" if number % 2 else "二组", shifts=frozenset(SHIFTS))


def _promotion(year: int) -> Promotion:
    day = datetime(year, 11, 11)
    return Promotion(f"双11 {year}", (Phase("opening", day, day + timedelta(hours=2)),))


def _history(agents: int) -> History:
    random = np.random.default_rng(3)
    begin = np.datetime64(FIRST_DAY, "m") - np.timedelta64(DAYS_BEFORE * 1440, "m")
    starts = begin + np.arange(DAYS_BEFORE * 48) * np.timedelta64(30, "m")
    hours = np.arange(48) / 2
    curve = 0.15 + np.exp(-(((hours - 11) / 3.5) ** 2)) + 1.4 * np.exp(-(((hours - 20.5) / 2.5) ** 2))
    expected = np.tile(curve / curve.sum(), DAYS_BEFORE)
    series = {
        SeriesKey("", skill): Counts(starts, random.poisson(expected * agents * daily).astype(float))
        for skill, daily in INQUIRIES_AN_AGENT.items()
    }
    return History(30, series)
