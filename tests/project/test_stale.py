from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from app.project.batch import ImportBatch
from app.project.file import ProjectFile
from app.project.project import Project, Scenario
from app.project.rostering import problem_of
from app.project.stale import Step
from forecasts.forecast import Forecast
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.kept import Kept
from forecasts.outlook import Actuals, Outlook
from forecasts.overrides import Override
from scheduler.agent import Lock
from scheduler.solution import Outcome, Solution
from scheduler.staffing.goals import Goals
from scheduler.staffing.requirement import Requirement
from tests.project.project_samples import counted

STEPS: tuple[Step, ...] = ("forecast", "requirement", "roster")


@pytest.fixture
def file(project: Project, path: Path, forecast: Forecast, requirement: Requirement) -> ProjectFile:
    """A project whose base scenario has been planned to the end."""
    file = ProjectFile.create(path, project)
    file.save_forecast("基准", forecast)
    file.save_requirement("基准", requirement)
    problem = problem_of(project, project.scenario("基准"), requirement)
    file.save_solution("基准", problem, Solution(Outcome.FEASIBLE))
    return file


def stale(file: ProjectFile, scenario: str = "基准") -> list[Step]:
    return [step for step in STEPS if file.stale(scenario, step)]


def test_nothing_is_stale_after_planning(file: ProjectFile) -> None:
    assert stale(file) == []


def test_what_was_never_made_is_stale(file: ProjectFile) -> None:
    assert stale(file, "多来两成") == list(STEPS)


def test_new_history_makes_everything_stale(file: ProjectFile) -> None:
    number = file.add_batch(ImportBatch("b.csv"), counted("2026-10-02", [3]))
    assert stale(file) == list(STEPS)
    file.remove_batch(number)
    assert stale(file) == []


def test_promotions_horizon_and_the_scenarios_factor_make_everything_stale(file: ProjectFile, project: Project) -> None:
    changes = (
        {"promotions": ()},
        {"horizon": Horizon(project.horizon.first_day, 3, 60)},
        {"scenarios": (Scenario(volume_factor=1.1),)},
    )
    for change in changes:
        file.change("change", replace(project, **change))
        assert stale(file) == list(STEPS), change
    file.change("undo", project)
    assert stale(file) == []


def test_goals_make_the_requirement_and_the_roster_stale(file: ProjectFile, project: Project) -> None:
    file.change("goals", replace(project, goals={"presale": Goals(shrinkage=0.2)}))
    assert stale(file) == ["requirement", "roster"]


def test_people_shifts_rules_and_seats_make_only_the_roster_stale(file: ProjectFile, project: Project) -> None:
    changes = (
        {"team": project.team[:1]},
        {"shifts": {"早": project.shifts["早"]}, "team": project.team[1:]},
        {"rulebook": project.rulebook.with_value("surplus_cost", "", 3.0)},
        {"seat_limit": 2},
        {"scenarios": (Scenario(agent_changes={"part_time": 1}),)},
    )
    for change in changes:
        file.change("change", replace(project, **change))
        assert stale(file) == ["roster"], change


def test_names_and_other_scenarios_make_nothing_stale(file: ProjectFile, project: Project) -> None:
    renamed = tuple(replace(agent, name=f"{agent.name}号") for agent in project.team)
    file.change("names", replace(project, name="另一个名字", team=renamed, scenarios=project.scenarios[:1]))
    assert stale(file) == []


def test_locks_do_not_make_a_roster_stale(file: ProjectFile, project: Project, requirement: Requirement) -> None:
    problem = problem_of(project, project.scenario("基准"), requirement)
    agents = dict(problem.agents)
    agents["P007"] = replace(agents["P007"], locks=(Lock(0, None),))
    file.save_solution("基准", replace(problem, agents=agents), Solution(Outcome.FEASIBLE))
    assert stale(file) == []


def test_a_forecast_made_from_an_older_state_is_stale_although_saved_later(
    file: ProjectFile, project: Project, forecast: Forecast
) -> None:
    with ProjectFile.open(file.path) as child:
        child.read()
        phase = replace(project.promotions[0].phases[0], start=datetime(2026, 11, 9, 19))
        file.change("phase", replace(project, promotions=(replace(project.promotions[0], phases=(phase,)),)))
        child.save_forecast("基准", forecast)
    assert "forecast" in stale(file)


def test_what_people_know_of_the_days_ahead_makes_everything_stale(file: ProjectFile, project: Project) -> None:
    day = project.horizon.start
    override = Override(day, day + timedelta(days=1), inquiries=0.0)
    for told in (Outlook(overrides=(override,)), Outlook(kept=(Kept("FC06", "presale"),))):
        file.change("told", replace(project, outlook=told))
        assert stale(file) == list(STEPS)
    file.change("undo", project)
    assert stale(file) == []


def test_an_occasion_written_to_a_day_makes_nothing_stale(file: ProjectFile, project: Project) -> None:
    file.change("told", replace(project, outlook=Outlook(occasions={project.horizon.first_day: "店庆"})))
    assert stale(file) == []


def test_actuals_of_a_horizon_that_is_over_are_for_the_review_and_make_nothing_stale(file: ProjectFile) -> None:
    project = file.read()
    horizon = project.horizon
    counted_then = History(30, {SeriesKey("", "presale"): Counts(horizon.starts(), np.ones(horizon.intervals))})
    for now, expected in ((horizon.end, []), (horizon.start + timedelta(hours=1), [*STEPS])):
        told = replace(project.outlook, actuals=Actuals(now, counted_then))
        file.change("actuals", replace(project, outlook=told))
        assert stale(file) == expected
    file.undo()
    file.add_import("kept", file.read(), [(ImportBatch("actuals"), counted_then)])
    assert stale(file) == []
