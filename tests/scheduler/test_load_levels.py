from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.load_levels import levelled, safety_costs
from scheduler.objective import cost
from scheduler.problem import LoadLevel, PriceStep, Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Shift

HORIZON = Horizon(date(2026, 11, 9), 2, 60)
SHIFTS = {"E": Shift("E", 480, 480, 480), "L": Shift("L", 840, 480, 480)}
AGENTS = {
    "客服01": Agent("客服01", skills=frozenset({"presale"})),
    "客服02": Agent("客服02", skills=frozenset({"aftersale", "presale"}), productivity=0.6),
    "客服03": Agent("客服03", skills=frozenset({"aftersale"})),
}
PRICES = {"presale": (PriceStep(1.0, 40.0), PriceStep(None, 90.0)), "aftersale": (PriceStep(None, 30.0),)}


def curve(height: float) -> np.ndarray:
    return np.where(np.arange(HORIZON.intervals) % 24 < 9, 0.0, height)


def problem(*levels: tuple[float, float, float]) -> Problem:
    return Problem(
        HORIZON,
        SHIFTS,
        AGENTS,
        shortage_costs=PRICES,
        surplus_cost=2.0,
        requirement={"presale": curve(1.0), "aftersale": curve(0.5)},
        shortage_weight={"presale": np.full(HORIZON.intervals, 1.5)},
        load_levels=tuple(
            LoadLevel(weight, {"presale": curve(presale), "aftersale": curve(aftersale)})
            for weight, presale, aftersale in levels
        ),
    )


LEVELS = problem((0.5, 0.8, 0.4), (0.3, 1.7, 0.9), (0.2, 3.0, 1.4))
rosters = st.dictionaries(
    st.tuples(st.sampled_from(sorted(AGENTS)), st.integers(0, 1)), st.sampled_from(sorted(SHIFTS))
).map(lambda cells: Roster.of(Assignment(agent, day, shift) for (agent, day), shift in cells.items()))


@given(roster=rosters)
def test_shortage_and_surplus_are_the_average_over_the_levels_with_agents_matched_anew_in_each(roster: Roster) -> None:
    found = cost(LEVELS, roster)
    alone = [cost(LEVELS.at(level), roster) for level in LEVELS.load_levels]
    for part in ("shortage", "surplus", "agent_hours_short"):
        expected = 0.5 * getattr(alone[0], part) + 0.3 * getattr(alone[1], part) + 0.2 * getattr(alone[2], part)
        assert getattr(found, part) == pytest.approx(expected)


@given(roster=rosters, weights=st.tuples(*[st.floats(0.05, 1.0)] * 3))
@settings(deadline=None)
def test_one_skill_for_each_level_costs_the_same_but_for_a_constant(
    roster: Roster, weights: tuple[float, float, float]
) -> None:
    total = sum(weights)
    asked = problem(*[(w / total, 1.0 + n, 0.5 * n) for n, w in enumerate(weights)])
    flat = levelled(asked)
    assert flat.raised(cost(flat.problem, roster).total) == pytest.approx(cost(asked, roster).total)


def test_a_single_level_is_the_problem_without_levels() -> None:
    sure = problem((1.0, 1.0, 0.5))
    roster = Roster.of([Assignment("客服01", 0, "E"), Assignment("客服02", 0, "L")])
    assert cost(sure, roster) == cost(problem(), roster)
    assert levelled(sure).missing == 0.0


def test_each_level_planned_for_says_what_it_would_cost_in_all_of_them() -> None:
    few, many = Roster.of([Assignment("客服01", 0, "E")]), Roster.of([Assignment(a, 0, "E") for a in AGENTS])
    costs = safety_costs(LEVELS, {"p50": few, "p90": many})
    by_level, expected = costs["p50"]
    assert [one.shortage for one in by_level] == sorted(one.shortage for one in by_level)
    assert expected.total == pytest.approx(cost(LEVELS, few).total)
    assert costs["p90"][0][2].shortage < by_level[2].shortage
