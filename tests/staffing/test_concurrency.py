import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.staffing.concurrency import concurrency_curve, curve_of
from scheduler.staffing.findings import goals_findings
from scheduler.staffing.goals import Goals, ServiceGoal


def test_the_curve_of_the_defaults_is_the_known_one() -> None:
    curve = curve_of(Goals())
    assert curve.chat_duration_seconds.round() == pytest.approx([275, 288, 305, 328, 358, 395, 439, 489])
    assert curve.response_seconds.round(1) == pytest.approx([10, 12.2, 15.1, 18.9, 23.8, 30.0, 37.3, 45.7])


def test_more_chats_at_once_raise_throughput_less_and_less() -> None:
    factors = concurrency_curve(5, 10, 43, 6).replies_per_second
    assert (factors / factors[0]).round(1) == pytest.approx([1, 1.9, 2.7, 3.4, 3.8], abs=0.05)


@settings(deadline=None)
@given(st.integers(1, 30), st.floats(1, 60), st.floats(0, 200), st.floats(1, 30))
def test_nobody_replies_faster_than_effort_allows(levels: int, effort: float, think: float, replies: float) -> None:
    curve = concurrency_curve(levels, effort, think, replies)
    assert np.all(curve.utilisation <= 1 + 1e-9)
    assert np.all(np.diff(curve.chats_per_second) >= -1e-12)
    assert np.all(np.diff(curve.response_seconds) >= -1e-9)
    assert np.all((curve.slow_share >= 0) & (curve.slow_share <= 1))


def test_utilisation_is_the_share_of_time_spent_replying() -> None:
    utilisation = curve_of(Goals()).utilisation
    assert (utilisation[4], utilisation[7]) == pytest.approx((0.84, 0.98), abs=0.005)


@pytest.mark.parametrize(("level", "simulated"), [(8, 0.0), (10, 0.002), (12, 0.04), (15, 0.24)])
def test_slow_chats_are_a_cliff_as_in_message_level_simulation(level: int, simulated: float) -> None:
    assert concurrency_curve(15, 10, 43, 6).slow_share[level - 1] == pytest.approx(simulated, abs=0.005)


def test_the_working_level_follows_the_response_goal() -> None:
    curve = curve_of(Goals())
    assert curve.allowed_level(30.0) == pytest.approx(6, abs=0.01)
    assert curve.allowed_level(9.0) == 0
    assert curve.allowed_level(1000.0) == 8


def test_saturation_is_where_replying_fills_the_customers_thinking() -> None:
    assert curve_of(Goals()).saturation_level == pytest.approx((10 + 5 * 43 / 6) / 10)


@pytest.mark.parametrize("effort", [20.0, 60.0, 120.0])
def test_the_slow_share_out_of_reach_is_that_of_a_single_chat(effort: float) -> None:
    single = float(concurrency_curve(1, effort, 43, 6).slow_share[0])

    def codes(slow: float) -> list[str]:
        goal = ServiceGoal(average_response_seconds=None, slow_share=slow)
        return [finding.code for finding in goals_findings(Goals(seconds_per_reply=effort, goal=goal))]

    assert codes(single * 0.999) == ["ST06"]
    assert codes(single * 1.001) == []
