"""A contract's own shrinkage, and how agents are worth more or less for it on a roster."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forecasts.horizon import Horizon
from scheduler.ramp import Ramp, ramp_of
from scheduler.rulebook import DEFAULT_RULEBOOK, Rulebook
from scheduler.staffing.goals import Goals
from scheduler.staffing.shrinkage_by_contract import contract_share_text, contract_shares
from scheduler.standard_agents import with_worth
from scheduler.team import TeamAgent

HORIZON = Horizon(date(2026, 11, 9), 7, 30)
GOALS = {"presale": Goals(shrinkage=0.2, shrinkage_by_contract="part_time=0.1 outsourced=0.36")}


def worth(agent: TeamAgent, rulebook: Rulebook = DEFAULT_RULEBOOK) -> float:
    (found,) = with_worth([agent], HORIZON, rulebook, GOALS, {"presale"})
    return found.productivity


def agent(contract: str = "full_time", productivity: float = 1.0, hired: date | None = None) -> TeamAgent:
    return TeamAgent(
        "01", "客服01", contract=contract, skills=frozenset({"presale"}), productivity=productivity, hired=hired
    )


@pytest.mark.parametrize(("contract", "counts"), [("full_time", 1.0), ("part_time", 1.125), ("outsourced", 0.8)])
def test_an_agent_counts_by_the_share_of_time_at_work(contract: str, counts: float) -> None:
    assert worth(agent(contract)) == counts
    assert worth(agent(contract, 0.5)) == counts / 2


@given(st.integers(0, 90), st.integers(0, 90), st.integers(1, 40))
def test_those_at_work_are_the_same_whichever_contract_covers(lost: int, own_lost: int, needed: int) -> None:
    usual, own = lost / 100, own_lost / 100
    goals = {"presale": Goals(shrinkage=usual, shrinkage_by_contract=contract_share_text({"part_time": own}))}
    (found,) = with_worth([agent("part_time")], HORIZON, DEFAULT_RULEBOOK, goals, {"presale"})
    heads = needed / (1 - usual) / found.productivity
    assert heads * (1 - own) == pytest.approx(needed, rel=2e-3)


def test_agents_without_a_required_skill_keep_their_productivity() -> None:
    (found,) = with_worth([agent("part_time")], HORIZON, DEFAULT_RULEBOOK, GOALS, {"live"})
    assert found.productivity == 1.0


@pytest.mark.parametrize("text", ["", "part_time=0.1", "full_time=0.15 part_time=0.1"])
def test_a_text_of_shares_is_read_and_written(text: str) -> None:
    shares = contract_shares(text)
    assert shares is not None
    assert contract_share_text(shares) == text


def test_a_new_agent_grows_in_a_straight_line() -> None:
    ramp = Ramp(0.5, 30)
    assert [ramp.at(days) for days in (-3, 0, 15, 30, 90)] == [0.5, 0.5, 0.75, 1.0, 1.0]
    assert ramp.over(HORIZON, date(2026, 11, 9)) == pytest.approx(0.5 + 0.5 * 3 / 30)
    assert ramp.over(HORIZON, None) == 1.0


def test_the_ramp_is_off_until_it_is_switched_on() -> None:
    assert ramp_of(DEFAULT_RULEBOOK) is None
    assert worth(agent(hired=date(2026, 11, 1))) == 1.0


def test_a_new_agent_counts_for_what_the_ramp_says_unless_less_was_entered() -> None:
    book = DEFAULT_RULEBOOK.with_value("new_agent_productivity", "", 0.4)
    new = worth(agent(hired=date(2026, 11, 9)), book)
    assert new == pytest.approx(0.4 + 0.6 * 3 / 30)
    assert worth(agent(productivity=0.3, hired=date(2026, 11, 9)), book) == 0.3
    assert worth(agent("part_time", hired=date(2026, 11, 9)), book) == pytest.approx(new * 1.125)
    assert worth(agent(hired=date(2026, 1, 9)), book) == 1.0
