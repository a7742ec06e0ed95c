"""The table of rosters: its rows, and the choice among them."""

from pathlib import Path

import pytest

from scheduler.search import solve
from scheduler.solution import SearchLimits
from tests.benchmarks import __main__ as bench
from tests.benchmarks.change_table import conflict, hours_owed, lock_and_absence, seats_and_locks
from tests.benchmarks.double11_team import double11_team
from tests.benchmarks.roster_table import Task, show


def test_the_same_seed_makes_the_same_team_and_another_one_another() -> None:
    assert double11_team(6, 7).agents == double11_team(6, 7).agents
    assert double11_team(6, 7).agents != double11_team(6, 7, seed=2).agents


def test_a_row_tells_objective_bound_and_what_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    show([Task("tiny team", lambda: double11_team(3, 3), 60.0, 1, "gap ≤ 1 %", one_model=False)])
    printed = capsys.readouterr().out.splitlines()
    assert printed[-1].startswith("tiny team")
    assert printed[-1].endswith("gap ≤ 1 %")
    assert "%" in printed[-1].removesuffix("gap ≤ 1 %")


def test_rows_are_chosen_by_words_and_their_time_is_scaled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(bench.ROWS, "40 leads")
    monkeypatch.setenv(bench.SCALE, "0.5")
    chosen = list(bench.tasks(tmp_path))
    assert [task.name for task in chosen].count("team 40 × 14, 30 min") == 5
    assert [task.seconds for task in chosen] == [30.0] * 6


def test_the_planted_conflicts_are_named() -> None:
    problem = double11_team(12, 14)
    assert "absences" in conflict(lock_and_absence(problem, 3))
    assert "min_minutes" in conflict(hours_owed(problem))
    assert "seat_limit" in conflict(seats_and_locks(problem, 3))
    assert solve(problem, SearchLimits(seconds=60.0, gap=0.5)).objective is not None
