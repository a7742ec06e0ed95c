"""Rosters planned for several load levels at once, and what planning for one of them costs."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from app.pipeline import forecast_of, requirement_of, roster_of
from app.project.file import ProjectFile
from app.safety import safety_findings
from app.wording.findings import sentence
from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.objective import cost
from scheduler.problem import LoadLevel, PriceStep, Problem
from scheduler.search import solve
from scheduler.shift import Shift
from scheduler.solution import SearchLimits

HORIZON = Horizon(date(2026, 11, 11), 1, 60)
DAYTIME = (np.arange(24) >= 9) & (np.arange(24) < 17)
LIMITS = SearchLimits(seconds=5.0, workers=2)


def problem() -> Problem:
    """Nine agents; two to six of them wanted, by how the load turns out."""
    levels = [
        LoadLevel(share, {"presale": heads * DAYTIME.astype(float)})
        for share, heads in ((0.65, 2), (0.2, 4), (0.15, 6))
    ]
    return Problem(
        horizon=HORIZON,
        shifts={"D": Shift("D", 540, 480, 480)},
        agents={f"客服{n}": Agent(f"客服{n}", skills=frozenset({"presale"}), hourly_cost=30.0) for n in range(9)},
        requirement=levels[0].requirement,
        shortage_costs={"presale": (PriceStep(None, 100.0),)},
        load_levels=tuple(levels),
    )


def test_each_level_is_told_with_the_pay_and_shortage_of_a_roster_made_for_it() -> None:
    asked = problem()
    found = solve(asked, LIMITS)
    told = safety_findings(asked, found, LIMITS)
    assert [(one.code, one.facts["level"]) for one in told] == [("ST24", level) for level in ("P50", "P80", "P90")]
    assert [one.facts["pay"] for one in told] == ["480", "960", "1,440"]
    assert [one.facts["short"] for one in told] == ["0.0", "0.0", "0.0"]
    assert "P80" in sentence(told[1])
    least = cost(asked, found.roster).total
    assert all(float(str(one.facts["expected"]).replace(",", "")) >= least - 1 for one in told)


def test_without_load_levels_there_is_nothing_to_tell() -> None:
    plain = replace(problem(), load_levels=())
    assert safety_findings(plain, solve(plain, LIMITS), LIMITS) == []


def test_a_project_that_asks_for_it_is_planned_for_the_forecasts_own_levels(planned_shop: Path) -> None:
    with ProjectFile.open(planned_shop) as file:
        project = file.read()
    scenario = project.scenarios[0]
    asked = replace(project, rulebook=project.rulebook.with_value("plan_for_load_levels", "", 1))
    expected, _findings = forecast_of(asked, scenario)
    requirement = requirement_of(asked, scenario, expected)
    brief = SearchLimits(seconds=20.0, gap=0.9, workers=2)  # the first roster will do
    problem, found = roster_of(asked, scenario, expected, requirement, brief)
    wanted = [float(level.requirement["presale"].sum()) for level in problem.load_levels]
    assert len(wanted) == 3
    assert wanted == sorted(wanted)
    assert found.objective == pytest.approx(cost(problem, found.roster).total)
    assert not roster_of(project, scenario, expected, requirement, brief)[0].load_levels
