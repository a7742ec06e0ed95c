"""Results are kept under a scenario's id: renaming loses nothing, and a new name finds nothing old."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import text

from app.project.branches import with_copy, with_scenario
from app.project.database import engine_of, writing
from app.project.file import ProjectFile
from app.project.migrations import upgrade
from app.project.project import Project, Scenario
from app.project.rostering import problem_of
from app.project.waiver import Waiver
from forecasts.forecast import Forecast
from scheduler.roster import Roster
from scheduler.solution import Outcome, Solution
from scheduler.staffing.requirement import Requirement

OLD, NEW = "多来两成", "多两成"
SOLUTION = Solution(Outcome.FEASIBLE, Roster(), objective=100.0, bound=90.0)


def renamed(project: Project) -> Project:
    return with_scenario(project, OLD, replace(project.scenario(OLD), name=NEW))


def test_a_renamed_scenario_keeps_all_that_was_made_for_it(
    project: Project, path: Path, forecast: Forecast, requirement: Requirement
) -> None:
    with ProjectFile.create(path, project) as file:
        file.save_forecast(OLD, forecast)
        file.save_requirement(OLD, requirement)
        file.save_solution(OLD, problem_of(project, project.scenario(OLD), requirement), SOLUTION)
        file.edit_roster("lock", OLD, 1, {}, {("00123", 0): True})
        before = file.results(OLD)
        file.change("rename", renamed(file.read()))
        after = file.results(NEW)
        assert after.forecast is not None
        assert after.requirement is not None
        assert after.version is not None
        assert (after.version.scenario, after.version.number) == (NEW, 1)
        assert after.version.solution == SOLUTION
        assert after.locks == before.locks == {("00123", 0)}
        assert after.stale == before.stale
        assert file.latest_version(OLD) is None
        file.undo()
        assert file.latest_version(OLD) is not None


def test_a_new_scenario_under_the_old_name_has_no_results(project: Project, path: Path, forecast: Forecast) -> None:
    with ProjectFile.create(path, project) as file:
        file.save_forecast(OLD, forecast)
        file.change("rename", renamed(file.read()))
        now = file.read()
        file.change("add", replace(now, scenarios=(*now.scenarios, Scenario(OLD))))
        assert file.forecast(OLD) is None
        assert file.forecast(NEW) is not None


def test_a_copy_has_results_of_its_own(project: Project, path: Path, forecast: Forecast) -> None:
    with ProjectFile.create(path, project) as file:
        file.save_forecast(OLD, forecast)
        file.change("copy", with_copy(file.read(), OLD, "又一个"))
        assert file.forecast("又一个") is None
        twins = (*file.read().scenarios, replace(file.read().scenario(OLD), name="双生"))
        file.change("twins", replace(file.read(), scenarios=twins))
        assert file.forecast("双生") is None
        assert file.forecast(OLD) is not None


def test_exceptions_follow_the_scenario_that_they_are_of(project: Project) -> None:
    waivers = (
        Waiver(OLD, "max_days_per_week", "00123", None, "本人同意"),
        Waiver("基准", "seat_limit", "", None, "一"),
    )
    moved = renamed(replace(project, waivers=waivers))
    assert [waiver.scenario for waiver in moved.waivers] == [NEW, "基准"]


def test_results_of_an_older_file_are_found_after_a_rename(path: Path) -> None:
    engine = engine_of(path)
    with writing(engine, path) as connection:
        upgrade(connection, "0013")
        connection.execute(
            text(
                "INSERT INTO settings (id, name, first_day, days, interval_minutes) "
                "VALUES (1, '旧', '2026-11-01', 1, 60)"
            )
        )
        connection.execute(
            text("INSERT INTO scenario (name, position, volume_factor, agent_changes) VALUES (:name, 0, 1, '{}')"),
            {"name": OLD},
        )
        connection.execute(text("INSERT INTO forecast VALUES (:name, '2026-11-01', 1, 60, 'mean4', '')"), {"name": OLD})
    engine.dispose()
    with ProjectFile.open(path) as file:
        assert file.read().scenario(OLD).id == OLD
        file.change("rename", renamed(file.read()))
        assert file.forecast(NEW) is not None
