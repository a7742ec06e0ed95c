from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.checks import check
from scheduler.cover import covered_intervals
from scheduler.problem import PriceStep, Problem
from scheduler.roster import Assignment, Roster
from scheduler.search import solve
from scheduler.search.rests import with_rests
from scheduler.shift import Break, Shift
from scheduler.short_rests import rest_starts
from scheduler.solution import SearchLimits

HORIZON = Horizon(date(2026, 11, 9), 2, 30)
DAY = Shift("D", 540, 240, 240, (Break(30, 630, 660),), rests=(Break(15, 570, 600), Break(15, 690, 735)))
NIGHT = Shift("N", 1320, 240, 240, rests=(Break(15, 1425, 1455),))
AGENTS = {f"客服0{n}": Agent(f"客服0{n}", skills=frozenset({"presale"})) for n in (1, 2, 3)}


def problem(requirement: np.ndarray, **other: Any) -> Problem:
    settings: dict[str, Any] = {"shortage_costs": {"presale": (PriceStep(1.0, 40.0), PriceStep(None, 90.0))}} | other
    return Problem(
        HORIZON, {"D": DAY, "N": NIGHT}, AGENTS, requirement={"presale": requirement}, surplus_cost=1.0, **settings
    )


def flat(height: float = 1.0) -> np.ndarray:
    return np.full(HORIZON.intervals, height)


def on_duty(asked: Problem, roster: Roster) -> np.ndarray:
    """Agents by quarter hour, their rests not taken out yet."""
    quarters = np.zeros(HORIZON.intervals * 2)
    for cell in roster:
        for interval in covered_intervals(asked, cell.day, cell.shift, cell.breaks):
            quarters[2 * interval : 2 * interval + 2] += 1
    return quarters


def resting(day: int, rests: tuple[int, ...]) -> np.ndarray:
    """The quarter hours of one agent's rests."""
    quarters = np.zeros(HORIZON.intervals * 2)
    for start in rests:
        at = (day * 1440 + start) // 15
        if at < quarters.size:
            quarters[at] += 1
    return quarters


def lost(asked: Problem, quarters: np.ndarray) -> np.ndarray:
    """Yuan of shortage with so many agents in each quarter hour, shape (…, quarters)."""
    short = np.maximum(np.repeat(asked.requirement["presale"], 2) - quarters, 0.0)
    yuan: np.ndarray = (np.minimum(short, 1.0) * 40 + np.maximum(short - 1.0, 0.0) * 90).sum(axis=-1) / 4
    return yuan


def test_rests_lie_in_their_windows_off_breaks_and_one_after_the_other() -> None:
    roster = Roster.of([Assignment("客服01", 0, "D", (630,)), Assignment("客服02", 0, "N")])
    placed = with_rests(problem(flat()), roster)
    assert check(problem(flat()), placed) == []
    assert [len(cell.rests) for cell in placed] == [2, 1]
    assert rest_starts(problem(flat()), 0, "D", (645,))[0] == [570, 585, 600]


def test_two_agents_do_not_rest_at_once_where_one_must_be_there() -> None:
    roster = Roster.of([Assignment(name, 0, "D", (start,)) for name, start in (("客服01", 630), ("客服02", 660))])
    first, second = with_rests(problem(flat()), roster)
    assert set(first.rests).isdisjoint(second.rests)


def test_rests_keep_out_of_times_without_breaks_where_they_can() -> None:
    calm = problem(flat(), no_break=((570, 600),))
    assert rest_starts(calm, 0, "D", (630,))[0] == [600]
    never = problem(flat(), no_break=((540, 700),))
    assert rest_starts(never, 0, "D", (630,))[0] == [570, 585, 600]


def test_a_rest_outside_its_window_or_on_the_break_breaks_the_rule_of_breaks() -> None:
    for rests in ((555, 690), (570,), (570, 765)):
        found = check(problem(flat()), Roster.of([Assignment("客服01", 0, "D", (630,), rests)]))
        assert [(v.rule, v.facts["why"]) for v in found] == [("breaks", "rests")]


def test_a_roster_without_shifts_that_rest_stays_as_it_is() -> None:
    roster = Roster.of([Assignment("客服01", 0, "D", (630,))])
    plain = problem(flat())
    without = replace(plain, shifts={"D": replace(DAY, rests=())})
    assert with_rests(without, roster) is roster


@given(
    heights=st.lists(st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.0]), min_size=96, max_size=96),
    breaks=st.lists(st.sampled_from([630, 660]), min_size=3, max_size=3),
)
@settings(max_examples=60, deadline=None)
def test_no_other_rests_of_a_day_lose_less_cover(heights: list[float], breaks: list[int]) -> None:
    asked = problem(np.array(heights))
    roster = Roster.of(Assignment(name, 0, "D", (b,)) for name, b in zip(AGENTS, breaks, strict=True))
    placed = with_rests(asked, roster)
    first, second, third = (
        np.array([resting(0, own) for own in product(*rest_starts(asked, 0, "D", cell.breaks))]) for cell in roster
    )
    every = first[:, None, None] + second[None, :, None] + third
    own = sum((resting(cell.day, cell.rests) for cell in placed), np.zeros(HORIZON.intervals * 2))
    best = lost(asked, on_duty(asked, roster) - every).min()
    assert lost(asked, on_duty(asked, placed) - own) == pytest.approx(best)


def test_a_roster_found_comes_with_its_rests() -> None:
    asked = problem(flat())
    solution = solve(asked, SearchLimits(seconds=3.0, gap=0.05, workers=2))
    assert check(asked, solution.roster) == []
    assert len(solution.roster) > 0
    assert all(len(cell.rests) == len(asked.shifts[cell.shift].rests) for cell in solution.roster)
