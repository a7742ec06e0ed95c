import json
import sqlite3
import subprocess
import sys
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from app.project.batch import ImportBatch
from app.project.file import ProjectFile
from app.project.parts import batches
from app.project.project import Project, Scenario
from app.project.rostering import problem_of
from app.project.version import VersionState
from forecasts.findings import InputError
from forecasts.forecast import Forecast, Volume
from scheduler.problem_document import write_problem
from scheduler.roster import Assignment, Roster
from scheduler.solution import Outcome, Solution
from scheduler.staffing.requirement import Requirement

ROOT = Path(__file__).resolve().parents[2]


def test_a_project_reads_back_as_it_was_made(project: Project, path: Path) -> None:
    with ProjectFile.create(path, project) as file:
        assert file.read() == project
    with ProjectFile.open(path) as file:
        assert file.read() == project


def test_a_change_is_there_when_the_file_is_opened_again(project: Project, path: Path) -> None:
    changed = replace(
        project, name="新名字", seat_limit=None, team=project.team[::-1], scenarios=(Scenario("只此一个"),)
    )
    with ProjectFile.create(path, project) as file:
        file.change("rename", changed)
        with ProjectFile.open(path) as other:
            assert other.read() == changed


def test_every_change_has_its_row_in_the_log(project: Project, path: Path) -> None:
    with ProjectFile.create(path, project) as file:
        file.change("seat limit 50", replace(project, seat_limit=50))
        assert [entry.label for entry in file.change_log()] == ["new project", "seat limit 50"]


def test_only_the_rows_that_differ_are_written(project: Project, path: Path) -> None:
    with ProjectFile.create(path, project) as file:
        watcher = sqlite3.connect(path)
        watcher.executescript(
            "CREATE TABLE touched(name); CREATE TRIGGER t1 AFTER UPDATE ON agent BEGIN INSERT INTO touched VALUES('a');"
            "END; CREATE TRIGGER t2 AFTER UPDATE ON settings BEGIN INSERT INTO touched VALUES('s'); END;"
        )
        file.change("seat limit", replace(project, seat_limit=50))
        assert watcher.execute("SELECT name FROM touched").fetchall() == [("s",)]
        watcher.close()


def test_a_failure_in_the_middle_leaves_nothing_behind(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_arguments: object) -> int:
        raise RuntimeError("power cut")

    with ProjectFile.create(path, project) as file:
        monkeypatch.setattr(batches, "add_batch", fails)
        with pytest.raises(RuntimeError, match="power cut"):
            file.add_import("import", replace(project, name="halb"), [(ImportBatch("a.csv"), project.history)])
        assert file.read() == project
        assert [entry.label for entry in file.change_log()] == ["new project"]


def test_a_process_that_dies_after_a_change_has_kept_it(project: Project, path: Path) -> None:
    ProjectFile.create(path, project).close()
    code = (
        "import os, sys; from dataclasses import fields, replace; from pathlib import Path;"
        "from app.project.file import ProjectFile; file = ProjectFile.open(Path(sys.argv[1]));"
        "file.change('name', replace(file.read(), name='kept')); os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, check=False)
    assert done.returncode == 9
    with ProjectFile.open(path) as file:
        assert file.read() == replace(project, name="kept")


def test_a_process_that_dies_inside_a_change_leaves_the_state_before(project: Project, path: Path) -> None:
    ProjectFile.create(path, project).close()
    code = (
        "import os, sys; from dataclasses import fields, replace; from pathlib import Path;"
        "from app.project import file as module; from app.project.file import ProjectFile;"
        "module.batches.add_batch = lambda *a: os._exit(9); file = ProjectFile.open(Path(sys.argv[1]));"
        "p = file.read(); file.add_import('x', replace(p, name='lost'), [(None, p.history)])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, check=False)
    assert done.returncode == 9
    with ProjectFile.open(path) as file:
        assert file.read() == project


def test_two_open_files_see_each_others_changes(project: Project, path: Path) -> None:
    with ProjectFile.create(path, project) as window, ProjectFile.open(path) as child:
        window.read()
        child.add_batch(ImportBatch("b.csv"), replace(project.history, series={}))
        child.change("seats", replace(project, seat_limit=7))
        assert window.read().seat_limit == 7


def test_two_agents_of_one_id_are_refused(project: Project, path: Path) -> None:
    with ProjectFile.create(path, project) as file:
        with pytest.raises(InputError) as refused:
            file.change("double", replace(project, team=project.team * 2, scenarios=(Scenario("a"), Scenario("a"))))
        assert [finding.code for finding in refused.value.findings] == ["TM01", "TM01", "PF11"]
        assert file.read() == project


def test_forecast_and_requirement_read_back_as_saved(
    project: Project, path: Path, forecast: Forecast, requirement: Requirement
) -> None:
    with ProjectFile.create(path, project) as file:
        assert file.forecast("基准") is None
        assert file.requirement("基准") is None
        for _ in range(2):  # saving again replaces
            file.save_forecast("基准", forecast)
            file.save_requirement("基准", requirement)
        found, needed = file.forecast("基准"), file.requirement("基准")
    assert found is not None
    assert needed is not None
    assert (found.horizon, found.method, found.sources) == (forecast.horizon, forecast.method, forecast.sources)
    (key, volume), *_ = found
    for field in fields(Volume):
        np.testing.assert_array_equal(getattr(volume, field.name), getattr(forecast.series[key], field.name))
    part, stored = requirement.skills["presale"], needed.skills["presale"]
    assert stored.binding_goal == part.binding_goal
    for one, other in ((stored, part), (stored.service, part.service)):
        for name in one.__slots__:
            if name not in ("binding_goal", "service", "curves"):
                np.testing.assert_array_equal(getattr(one, name), getattr(other, name))


def test_rosters_are_numbered_and_come_back_with_their_problem(
    project: Project, path: Path, requirement: Requirement
) -> None:
    problem = problem_of(project, project.scenarios[0], requirement)
    roster = Roster.of([Assignment("00123", 0, "早", (720,)), Assignment("P007", 1, "晚")])
    solution = Solution(Outcome.FEASIBLE, roster, objective=120.5, bound=100.0, seconds=1.25, seed=3)
    with ProjectFile.create(path, project) as file:
        assert file.latest_version("基准") is None
        file.save_solution("基准", problem, replace(solution, roster=Roster()))
        saved = file.save_solution("基准", problem, solution, note="手工调整")
        latest, versions = file.latest_version("基准"), file.versions("基准")
        cells = sqlite3.connect(path)
        assert cells.execute("SELECT version, agent, day, shift, breaks FROM assignment").fetchall() == [
            (2, "00123", 0, "早", json.dumps([720])),
            (2, "P007", 1, "晚", json.dumps([])),
        ]
        cells.close()
    assert latest is not None
    assert [version.number for version in versions] == [1, 2]
    assert (latest.number, latest.state, latest.note) == (2, VersionState.DRAFT, "手工调整")
    assert latest.created == saved.created
    assert latest.solution == solution
    assert write_problem(latest.problem) == write_problem(problem)


def test_a_scenario_deleted_and_restored_finds_its_results_again(
    project: Project, path: Path, forecast: Forecast
) -> None:
    with ProjectFile.create(path, project) as file:
        file.save_forecast("多来两成", forecast)
        before = file.read()
        file.change("delete scenario", replace(project, scenarios=project.scenarios[:1]))
        assert file.forecast("多来两成") is None
        file.change("undo", before)
        assert file.forecast("多来两成") is not None


def test_what_was_published_is_carried_into_the_plan_after_it(
    project: Project, path: Path, requirement: Requirement
) -> None:
    problem = problem_of(project, project.scenarios[0], requirement)
    first, agents = project.horizon.first_day, project.team
    worked = Roster.of([Assignment(agents[0].id, day, "早", (720,)) for day in range(project.horizon.days)])
    after = replace(project, horizon=replace(project.horizon, first_day=first + timedelta(days=project.horizon.days)))
    with ProjectFile.create(path, project) as file:
        file.save_solution("基准", problem, Solution(Outcome.FEASIBLE, worked, 1.0, 0.0))
        file.change("next days", after)
        assert file.read().published == ()
        file.publish("publish", "基准", 1)
        read = file.read()
        file.change("the same again", read)
        assert file.read() == read
    assert {(day.agent, day.shift) for day in read.published} == {
        (agent.id, "早" if agent == agents[0] else "") for agent in agents
    }
    next_problem = problem_of(read, read.scenarios[0], requirement)
    assert next_problem.agents[agents[0].id].carry_in.consecutive_days == project.horizon.days
    assert next_problem.agents[agents[0].id].carry_in.last_shift_end is not None


def test_short_rests_come_back_with_the_roster(project: Project, path: Path, requirement: Requirement) -> None:
    problem = problem_of(project, project.scenarios[0], requirement)
    roster = Roster.of([Assignment("00123", 0, "早", (720,), (600, 930))])
    with ProjectFile.create(path, project) as file:
        file.save_solution("基准", problem, Solution(Outcome.FEASIBLE, roster, 1.0, 0.0))
        latest = file.latest_version("基准")
    assert latest is not None
    assert latest.solution.roster == roster
