from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forecasts.horizon import Horizon
from scheduler.agent import Agent, Request
from scheduler.objective import cost
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Shift
from scheduler.stability import with_change_price

DAYS = 4
SHIFTS = {name: Shift(name, start, 480, 480) for name, start in (("E", 480), ("L", 840))}
OWN = (Request(1, "E", "on", 3.0),)
PROBLEM = Problem(
    Horizon(date(2026, 11, 9), DAYS, 60), SHIFTS, {"客服01": Agent("客服01", requests=OWN), "客服02": Agent("客服02")}
)
rosters = st.dictionaries(
    st.tuples(st.sampled_from(sorted(PROBLEM.agents)), st.integers(0, DAYS - 1)), st.sampled_from(sorted(SHIFTS))
).map(lambda cells: Roster.of(Assignment(agent, day, shift) for (agent, day), shift in cells.items()))


def differing_days(first: Roster, second: Roster) -> int:
    return sum(first.shift(agent, day) != second.shift(agent, day) for agent in PROBLEM.agents for day in range(DAYS))


@given(published=rosters, other=rosters)
def test_every_day_that_differs_costs_the_price_and_nothing_else_does(published: Roster, other: Roster) -> None:
    priced = with_change_price(PROBLEM, published, 25.0)
    extra = cost(priced, other).total - cost(PROBLEM, other).total
    assert extra == pytest.approx(25.0 * differing_days(published, other))


def test_a_shift_that_no_longer_exists_cannot_be_kept_and_costs_nothing() -> None:
    published = Roster.of([Assignment("客服02", 0, "N")])
    priced = with_change_price(PROBLEM, published, 25.0)
    assert 0 not in {wish.day for wish in priced.agents["客服02"].requests}


def test_a_price_of_nothing_adds_no_wishes() -> None:
    assert with_change_price(PROBLEM, Roster(), 0.0).agents["客服01"].requests == OWN


def test_a_price_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot cost"):
        with_change_price(PROBLEM, Roster(), -1.0)
