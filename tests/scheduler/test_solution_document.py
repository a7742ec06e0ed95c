from datetime import date
from typing import Any

import numpy as np
import pytest

from forecasts.findings import InputError
from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.prices import Prices
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Break, Shift
from scheduler.solution import ConflictPart, Fix, Outcome, Solution
from scheduler.solution_document import read_solution, write_solution

NIGHT = Shift("N", 1320, 540, 480, (Break(60, 1500, 1620),))
PROBLEM = Problem(Horizon(date(2026, 11, 9), 2, 60), {"N": NIGHT}, {"客服01": Agent("客服01")}, name="小组")


def test_a_solution_is_written_with_clock_times_and_reads_back_as_it_was() -> None:
    roster = Roster.of([Assignment("客服01", 0, "N", (1500,))])
    solution = Solution(Outcome.FEASIBLE, roster, 12.5, 10.0, 1.5, 3)
    document = write_solution(PROBLEM, solution)
    assert document["assignments"] == [{"agent": "客服01", "day": 0, "shift": "N", "breaks": ["01:00"]}]
    assert (document["problem"], document["status"], document["bound"]) == ("小组", "feasible", 10.0)
    assert read_solution(document, PROBLEM) == solution


def test_a_conflict_reads_back_as_it_was() -> None:
    conflict = (
        ConflictPart("locks", "客服01", 0),
        ConflictPart("seat_limit", day=0),
        ConflictPart("min_minutes", "客服01"),
    )
    solution = Solution(Outcome.INFEASIBLE, conflict=conflict)
    document: dict[str, Any] = write_solution(PROBLEM, solution, "说明")
    assert document["conflict"]["sentence"] == "说明"
    assert read_solution(document, PROBLEM) == solution


def test_ways_out_of_a_conflict_read_back_as_they_were() -> None:
    fixes = (Fix(ConflictPart("locks", "客服01", 0)), Fix(ConflictPart("min_minutes", "客服01"), 960, 240.0))
    solution = Solution(Outcome.INFEASIBLE, conflict=(ConflictPart("locks", "客服01", 0),), fixes=fixes)
    assert read_solution(write_solution(PROBLEM, solution), PROBLEM) == solution


def test_shadow_prices_read_back_to_four_digits() -> None:
    prices = Prices({frozenset({"presale"}): np.array([0.25, 1 / 3])}, np.array([0.0, 2.0]), np.array([-1.5]))
    document = write_solution(PROBLEM, Solution(Outcome.FEASIBLE, prices=prices))
    read = read_solution(document, PROBLEM).prices
    assert read is not None
    assert read.cuts[frozenset({"presale"})].tolist() == [0.25, 0.3333]
    assert (read.seats.tolist(), read.targets.tolist()) == ([0.0, 2.0], [-1.5])


def test_prices_that_are_no_numbers_are_refused_with_their_path() -> None:
    prices = {"cuts": [], "seats": [1.0, "two"], "targets": []}
    document = {"format": "peakroster-solution/1", "status": "feasible", "assignments": [], "prices": prices}
    with pytest.raises(InputError) as refused:
        read_solution(document, PROBLEM)
    assert [(finding.code, finding.place.path) for finding in refused.value.findings] == [("RP27", "prices.seats")]


def test_unknown_names_are_read_and_left_to_the_checks() -> None:
    cells = [{"agent": "客服09", "day": 7, "shift": "X", "breaks": []}]
    document = {"format": "peakroster-solution/1", "status": "feasible", "assignments": cells}
    assert read_solution(document, PROBLEM).roster.shift("客服09", 7) == "X"


def test_everything_unreadable_is_reported_at_once() -> None:
    cell = {"agent": "客服01", "day": 0, "shift": "N", "breaks": ["25:00"]}
    document = {"format": "peakroster-solution/1", "status": "done", "extra": 1, "assignments": [cell, cell]}
    with pytest.raises(InputError) as refused:
        read_solution(document, PROBLEM)
    codes = sorted((finding.code, finding.place.path) for finding in refused.value.findings)
    assert codes == [
        ("RP03", "extra"),
        ("RP06", "assignments[0].breaks[0]"),
        ("RP06", "assignments[1].breaks[0]"),
        ("RP14", "status"),
        ("RP31", "assignments[1]"),
    ]
