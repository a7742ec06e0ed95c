"""Undo of everything a project file can be told, also after it was closed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from app.project.batch import ImportBatch
from app.project.file import ProjectFile
from app.project.project import Project, Scenario
from app.project.rostering import problem_of
from app.project.version import VersionState
from forecasts.forecast import Forecast
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.solution import Outcome, Solution
from scheduler.staffing.requirement import Requirement
from tests.project.project_samples import content

BASE = "基准"


@pytest.fixture
def file(path: Path, project: Project) -> Iterator[ProjectFile]:
    with ProjectFile.create(path, project) as made:
        yield made


def solution_for(project: Project, requirement: Requirement) -> tuple[Problem, Solution]:
    problem = problem_of(project, project.scenario(BASE), requirement)
    agent, shift = next(iter(problem.agents)), next(iter(problem.shifts))
    return problem, Solution(Outcome.FEASIBLE, Roster.of([Assignment(agent, 0, shift)]), 100.0, 90.0)


def test_a_new_project_has_nothing_to_undo(file: ProjectFile) -> None:
    assert file.undo_labels().undo == ""
    assert file.undo() is None
    assert file.redo() is None


def test_a_change_is_undone_and_redone_under_its_label(file: ProjectFile, project: Project) -> None:
    file.change("seat limit 50", replace(project, seat_limit=50))
    assert file.undo_labels().undo == "seat limit 50"
    assert file.undo() == "seat limit 50"
    assert file.read() == project
    assert file.undo_labels().redo == "seat limit 50"
    assert file.redo() == "seat limit 50"
    assert file.read().seat_limit == 50


def test_a_new_change_ends_what_could_be_redone(file: ProjectFile, project: Project) -> None:
    file.change("50", replace(project, seat_limit=50))
    file.undo()
    file.change("60", replace(project, seat_limit=60))
    assert file.redo() is None
    assert file.read().seat_limit == 60


def test_changes_are_undone_after_the_file_was_closed_and_opened_again(
    file: ProjectFile, project: Project, path: Path
) -> None:
    file.change("50", replace(project, seat_limit=50))
    file.change("60", replace(project, seat_limit=60))
    file.close()
    with ProjectFile.open(path) as again:
        again.undo()
        assert again.read().seat_limit == 50
        again.undo()
        assert again.read() == project
        again.redo()
        assert again.read().seat_limit == 50


def test_an_import_is_undone_and_redone_with_all_its_counts(file: ProjectFile, project: Project) -> None:
    before = file.read().history
    series = {key: replace(counts, inquiries=counts.inquiries * 2) for key, counts in project.history}
    file.add_batch(ImportBatch("again.csv"), replace(project.history, series=series))
    after = file.read().history
    assert after != before
    file.undo()
    assert file.read().history == before
    file.redo()
    assert file.read().history == after


def test_a_forecast_is_undone_with_the_change_it_follows(
    file: ProjectFile, project: Project, forecast: Forecast, path: Path
) -> None:
    file.save_forecast(BASE, forecast)
    before = content(path)
    file.change("seat limit", replace(project, seat_limit=50))
    file.save_forecast(BASE, replace(forecast, method="another"))
    assert file.undo() == "seat limit"
    assert content(path) == before


def test_a_roster_found_by_the_search_is_one_step(
    file: ProjectFile, project: Project, requirement: Requirement, path: Path
) -> None:
    before = content(path)
    file.save_solution(BASE, *solution_for(project, requirement))
    after = content(path)
    file.undo()
    assert file.latest_version(BASE) is None
    assert content(path) == before
    file.redo()
    assert content(path) == after


def test_an_edit_by_hand_changes_only_its_cells_and_counts_the_cost_anew(
    file: ProjectFile, project: Project, requirement: Requirement
) -> None:
    problem, solution = solution_for(project, requirement)
    file.save_solution(BASE, problem, solution)
    cell = next(iter(solution.roster))
    file.edit_roster("day off", BASE, 1, {(cell.agent, 0): None})
    version = file.latest_version(BASE)
    assert version is not None
    assert version.edited
    assert len(version.solution.roster) == 0
    assert version.solution.objective != solution.objective
    assert version.solution.bound == solution.bound
    file.undo()
    restored = file.latest_version(BASE)
    assert restored is not None
    assert restored.solution == solution


def test_a_published_version_stays_and_the_edit_becomes_a_new_draft(
    file: ProjectFile, project: Project, requirement: Requirement
) -> None:
    problem, solution = solution_for(project, requirement)
    file.save_solution(BASE, problem, solution)
    file.publish("publish", BASE, 1)
    cell = next(iter(solution.roster))
    assert file.edit_roster("day off", BASE, 1, {(cell.agent, 0): None}) == 2
    first, second = file.versions(BASE)
    assert (first.state, first.solution.roster) == (VersionState.PUBLISHED, solution.roster)
    assert (second.state, len(second.solution.roster)) == (VersionState.DRAFT, 0)


def test_locks_are_kept_and_undone(file: ProjectFile) -> None:
    file.edit_roster("lock", BASE, 0, {}, {("客服01", 0): True, ("客服01", 1): True})
    file.edit_roster("unlock", BASE, 0, {}, {("客服01", 0): False})
    assert file.results(BASE).locks == {("客服01", 1)}
    file.undo()
    assert file.results(BASE).locks == {("客服01", 0), ("客服01", 1)}


@pytest.mark.parametrize("seed", range(3))
def test_two_hundred_random_changes_forth_and_back_give_the_same_content(
    seed: int, file: ProjectFile, project: Project, forecast: Forecast, requirement: Requirement, path: Path
) -> None:
    random = Random(seed)
    problem, solution = solution_for(project, requirement)
    file.save_solution(BASE, problem, solution)
    begin, states = content(path), []
    acts = list(_acts(file, project, forecast, requirement, random))
    for number in range(200):
        labels = file.undo_labels()
        random.choice(acts)(number)
        if file.undo_labels() != labels:
            states.append(content(path))
        elif states:
            states[-1] = content(path)
        else:
            begin = content(path)
    for state in [*reversed(states[:-1]), begin]:
        file.undo()
        assert content(path) == state
    for state in states:
        file.redo()
        assert content(path) == state


def _acts(
    file: ProjectFile, project: Project, forecast: Forecast, requirement: Requirement, random: Random
) -> Iterator[Callable[[int], object]]:
    def now() -> Project:
        return file.read()

    agents, shifts = [agent.id for agent in project.team], list(project.shifts)

    def edit(number: int) -> None:
        latest = file.latest_version(BASE)
        assert latest is not None
        agent, day = random.choice(agents), random.randrange(project.horizon.days)
        cell = random.choice([None, Assignment(agent, day, random.choice(shifts))])
        file.edit_roster(f"edit {number}", BASE, latest.number, {(agent, day): cell})

    def publish(number: int) -> None:
        latest = file.latest_version(BASE)
        assert latest is not None
        file.publish(f"publish {number}", BASE, latest.number)

    yield lambda n: file.change(f"seats {n}", replace(now(), seat_limit=n))
    yield lambda n: file.change(f"team {n}", replace(now(), team=tuple(random.sample(now().team, 1))))
    yield lambda n: file.change(f"team back {n}", replace(now(), team=project.team))
    yield lambda n: file.change(f"promotions {n}", replace(now(), promotions=()))
    yield lambda n: file.change(f"promotions back {n}", replace(now(), promotions=project.promotions))
    yield lambda n: file.change(
        f"scenario {n}", replace(now(), scenarios=(*now().scenarios, Scenario(f"假如{n}", volume_factor=1.1)))
    )
    yield lambda n: file.add_batch(ImportBatch(f"{n % 3}.csv"), project.history)
    yield lambda _n: file.remove_batch(random.choice([batch.id for batch in file.batches()] or [0]))
    yield lambda n: file.save_forecast(BASE, replace(forecast, method=str(n)))
    yield lambda _n: file.save_requirement(BASE, requirement)
    yield lambda n: file.edit_roster(f"lock {n}", BASE, 0, {}, {(random.choice(agents), 0): random.random() < 0.5})
    yield edit
    yield publish
