"""The transient chain against the exact matrix exponential, identities, and its own conservation laws."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.linalg import expm
from scipy.stats import poisson

from forecasts.horizon import Numbers
from scheduler.staffing.chain import Pools, State, advance, steady_state
from scheduler.staffing.goals import Goals
from scheduler.staffing.pool import Pool

GOALS = Goals(max_concurrency=4)
AGENTS = st.integers(0, 30).map(lambda tenths: tenths / 5)


def exactly_after(pool: Pool, shares: Numbers, arrivals: float, seconds: float) -> Numbers:
    size = len(shares)
    births = np.full(size, arrivals)
    births[-1] = 0
    rates = np.diag(-(births + pool.departures)) + np.diag(births[:-1], -1) + np.diag(pool.departures[1:], 1)
    return expm(rates * seconds) @ shares


@pytest.mark.parametrize(("agents", "arrivals"), [(3.0, 0.02), (3.0, 0.08), (2.4, 0.05), (0.0, 0.05)])
def test_five_minutes_of_a_sudden_change_agree_with_the_matrix_exponential(agents: float, arrivals: float) -> None:
    pool = Pool(agents, GOALS, room=60)
    start = steady_state(pool, 0.005)
    exact = exactly_after(pool, start.shares, arrivals, 300)
    _, after = advance(start, pool, np.array([arrivals * 300]), 300)
    assert np.abs(after.shares - exact).sum() < 0.01
    assert after.shares @ pool.chats == pytest.approx(exact @ pool.chats, rel=0.005, abs=0.01)


def test_a_constant_volume_settles_where_erlang_a_says() -> None:
    pool = Pool(3, GOALS, room=60)
    state = steady_state(pool, 0.001)
    for _ in range(40):
        _, state = advance(state, pool, np.full(3, 0.05 * 300), 300)
    assert state.shares == pytest.approx(steady_state(pool, 0.05).shares, abs=1e-6)


def test_with_nobody_at_work_the_queue_is_poisson() -> None:
    pool = Pool(0, GOALS, room=80)
    expected = poisson(0.1 * GOALS.patience_seconds).pmf(pool.chats)
    assert steady_state(pool, 0.1).shares == pytest.approx(expected, abs=1e-9)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 300).map(lambda n: n / 5), st.floats(0, 2000)), min_size=1, max_size=4),
    st.floats(5, 2000),
)
def test_no_jump_however_wild_leaves_the_range_of_a_share(jumps: list[tuple[float, float]], patience: float) -> None:
    goals = replace(GOALS, patience_seconds=patience)
    pools = Pools(goals, max(volume for _, volume in jumps) / 300)
    state = steady_state(pools.of(2), jumps[-1][1] / 300)
    for agents, volume in jumps:
        measures, state = advance(state, pools.of(agents), np.array([volume]), 300)
        shares = np.array([measures.service_level, measures.reply_rate, measures.slow_share, measures.utilisation])
        assert np.all((np.isnan(shares)) | ((shares >= 0) & (shares <= 1 + 1e-9)))
        assert measures.lost >= 0
        assert measures.backlog >= 0


@settings(max_examples=30, deadline=None)
@given(AGENTS, AGENTS, st.lists(st.floats(0, 60), min_size=1, max_size=4))
def test_every_customer_is_served_lost_or_still_there(before: float, during: float, volumes: list[float]) -> None:
    pools = Pools(GOALS, max(volumes) / 300)
    there = steady_state(pools.of(before), volumes[0] / 300)
    _, start = advance(there, pools.of(during), np.zeros(0), 300)
    measures, end = advance(start, pools.of(during), np.array(volumes), 300)
    goals = GOALS
    replies = measures.utilisation * during * len(volumes) * 300 / goals.seconds_per_reply
    served = replies / goals.replies_per_chat
    change = end.shares @ end.pool.chats - start.shares @ start.pool.chats
    assert end.shares.sum() == pytest.approx(1)
    assert served + measures.lost + change == pytest.approx(sum(volumes), abs=1e-2)


def at(pool: Pool, chats: int) -> State:
    shares = np.zeros(len(pool.chats))
    shares[chats] = 1
    return State(pool, shares)


def chats_after_handover(chats: int, before: float, after: float) -> float:
    pools = Pools(GOALS, 0.1)
    _, state = advance(at(pools.of(before), chats), pools.of(after), np.zeros(0), 300)
    return float(state.shares @ state.pool.chats)


def test_leavers_take_their_chats_with_them_and_the_queue_stays() -> None:
    assert chats_after_handover(12, before=6, after=3) == pytest.approx(6)
    assert chats_after_handover(7, before=6, after=3) == pytest.approx(3.5)
    assert chats_after_handover(24 + 5, before=6, after=3) == pytest.approx(12 + 5)
    assert chats_after_handover(24 + 5, before=6, after=0) == pytest.approx(5)


def test_agents_who_come_find_everybody_still_there() -> None:
    assert chats_after_handover(15, before=3, after=5) == pytest.approx(15)


def test_real_numbers_of_agents_lie_between_the_whole_ones() -> None:
    pools = Pools(GOALS, 0.1)
    fewer, between, more = (pools.of(agents).completions[10] for agents in (3, 3.5, 4))
    assert fewer <= between <= more


def test_a_full_pool_works_at_the_level_of_its_limit_and_no_faster() -> None:
    pool = Pool(3, GOALS, room=20)
    assert pool.completions[12:] == pytest.approx(np.full(21, pool.completions[12]))
    assert pool.queue[12:14].tolist() == [0, 1]


def test_who_arrives_to_a_free_place_is_answered_at_once() -> None:
    pool = Pool(3, GOALS, room=20)
    assert pool.answered_within[:12].tolist() == [1.0] * 12
    assert np.all(np.diff(pool.answered_within[11:]) < 0)
    assert np.all(pool.answered_within <= pool.answered + 1e-12)


def test_a_longer_patience_loses_fewer_customers() -> None:
    def lost(patience: float) -> float:
        pool = Pool(2, replace(GOALS, patience_seconds=patience), room=200)
        return advance(steady_state(pool, 0.05), pool, np.array([15.0]), 300)[0].lost

    assert lost(60) > lost(180) > lost(600)
