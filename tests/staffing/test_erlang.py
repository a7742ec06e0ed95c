import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.staffing.erlang import ErlangC, OverloadError, blocking
from scheduler.staffing.erlang_a import ErlangA
from scheduler.staffing.smallest import smallest_agents

LOADS = st.floats(0.01, 400)
AGENTS = st.integers(1, 300)


@pytest.mark.parametrize(("agents", "erlangs"), [(9, 10.0), (10, 10.0), (0.5, 0.5)])
def test_erlang_c_refuses_a_load_that_reaches_the_agents(agents: float, erlangs: float) -> None:
    with pytest.raises(OverloadError, match="erlangs for"):
        ErlangC(agents, erlangs, 180)


@settings(deadline=None)
@given(st.floats(0, 500), LOADS)
def test_blocking_is_a_share_that_falls_with_more_agents(agents: float, erlangs: float) -> None:
    share, with_one_more = blocking(agents, erlangs), blocking(agents + 1, erlangs)
    assert 0 <= with_one_more <= share <= 1


@settings(deadline=None)
@given(st.integers(1, 200), LOADS)
def test_blocking_for_real_agents_joins_the_whole_numbers(agents: int, erlangs: float) -> None:
    assert blocking(agents + 1e-9, erlangs) == pytest.approx(blocking(agents, erlangs), rel=1e-6)


@pytest.mark.parametrize("erlangs", [99.9, 100.1])
def test_both_ways_to_a_fraction_of_an_agent_agree(erlangs: float) -> None:
    points = np.linspace(0, 60, 600_001)
    integral = np.trapezoid(np.exp(-points) * (1 + points / erlangs) ** 0.4, points)
    assert blocking(0.4, erlangs) == pytest.approx(1 / integral, rel=1e-8)


@settings(deadline=None)
@given(AGENTS, LOADS, st.floats(1, 5000), st.floats(0, 600))
def test_erlang_a_gives_shares_under_any_load(agents: int, erlangs: float, patience: float, within: float) -> None:
    system = ErlangA(agents, erlangs, 300, patience)
    answered = system.service_level(within)
    shares = (
        system.wait_probability,
        system.lost_share,
        system.occupancy,
        answered,
        system.service_level_without_early_leavers(within),
        system.service_level_of_answered(within),
    )
    assert all(-1e-9 <= share <= 1 + 1e-9 for share in shares)
    assert answered <= system.service_level_without_early_leavers(within) + 1e-9
    assert answered <= 1 - system.lost_share + 1e-9


def test_the_three_service_levels_keep_their_names_apart() -> None:
    system = ErlangA(50, 48, 60, 120)
    strict, without_leavers, of_answered = (
        system.service_level(20),
        system.service_level_without_early_leavers(20),
        system.service_level_of_answered(20),
    )
    assert (strict, without_leavers, of_answered) == pytest.approx((0.943, 0.972, 0.973), abs=1e-3)


def test_erlang_a_with_endless_patience_is_erlang_c() -> None:
    patient = ErlangA(14, 10, 180, 1e7)
    assert patient.service_level(20) == pytest.approx(ErlangC(14, 10, 180).service_level(20), abs=1e-4)


def test_twenty_thousand_agents_are_no_trouble() -> None:
    system = ErlangA(20_000, 24_000, 300, 180)
    assert system.lost_share == pytest.approx(1 - 20_000 / 24_000, abs=1e-6)
    assert 0 <= ErlangC(20_000, 19_900, 300).service_level(20) <= 1


@settings(deadline=None)
@given(st.integers(0, 3000), st.integers(0, 50), st.integers(0, 4000))
def test_the_smallest_number_is_found_from_any_guess(threshold: int, at_least: int, guess: int) -> None:
    assert smallest_agents(lambda agents: agents >= threshold, at_least, guess) == max(threshold, at_least)


def test_a_goal_that_no_number_reaches_is_an_error_not_an_endless_search() -> None:
    with pytest.raises(OverflowError):
        smallest_agents(lambda _agents: False)
