import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forecasts.forecast import Volume
from forecasts.horizon import Numbers
from scheduler.staffing.plan_for import plan_for_of
from scheduler.staffing.planned_volume import planned_volume
from scheduler.staffing.profile import arrival_profile, steps_of


def volume(low: float, middle: float, high: float, mean: float) -> Volume:
    p10, p50, p90, middling = (np.array([float(value)]) for value in (low, middle, high, mean))
    return Volume(p10, p50, p90, middling, phases=("",))


@pytest.mark.parametrize(("name", "inquiries"), [("p10", 80), ("p50", 100), ("p90", 150), ("mean", 104)])
def test_the_named_quantile_is_staffed(name: str, inquiries: float) -> None:
    assert planned_volume(volume(80, 100, 150, 104), name)[0] == pytest.approx(inquiries)


def test_p80_lies_between_p50_and_p90_as_in_a_lognormal() -> None:
    assert planned_volume(volume(80, 100, 150, 104), "p80")[0] == pytest.approx(
        100 * 1.5 ** (0.8416 / 1.2816), rel=1e-4
    )


def test_p80_of_an_interval_that_is_usually_empty_is_interpolated_plainly() -> None:
    assert planned_volume(volume(0, 0, 3, 1), "p80")[0] == pytest.approx(3 * 0.8416 / 1.2816, rel=1e-4)


def test_the_robot_takes_its_share_off() -> None:
    assert planned_volume(volume(80, 100, 150, 104), "p50", deflection=0.35)[0] == pytest.approx(65)


@pytest.mark.parametrize(
    ("name", "known"), [("p50", True), ("p80", True), ("mean", True), ("p95", False), ("P50", False)]
)
def test_only_known_quantiles_are_accepted(name: str, known: bool) -> None:
    assert (plan_for_of(name) is not None) is known


VOLUMES = st.lists(st.just(0.0) | st.floats(1e-6, 5000), min_size=1, max_size=60).map(np.array)


@settings(deadline=None)
@given(VOLUMES, st.integers(1, 12))
def test_every_interval_keeps_its_total_and_nothing_is_negative(volumes: Numbers, steps: int) -> None:
    profile = arrival_profile(volumes, [""] * len(volumes), steps)
    assert profile.shape == (len(volumes), steps)
    assert profile.sum(axis=1) == pytest.approx(volumes, abs=1e-6)
    assert np.all(profile >= 0)


def test_nothing_of_an_opening_leaks_into_the_minutes_before_it() -> None:
    volumes = np.array([60.0, 60, 60, 900, 400, 200])
    phases = ["", "", "", "opening", "opening", "opening"]
    before, opening = np.split(arrival_profile(volumes, phases, 6), [3])
    assert before == pytest.approx(np.full((3, 6), 10.0))
    assert np.all(np.diff(opening[0]) < 0)


def test_a_rising_morning_rises_within_its_intervals_too() -> None:
    profile = arrival_profile(np.array([10.0, 30, 60, 100]), [""] * 4, 6)
    assert np.all(np.diff(profile.ravel()) >= -1e-9)


@pytest.mark.parametrize(("minutes", "steps"), [(5, 1), (15, 3), (30, 6), (60, 12), (4, 1), (12, 2)])
def test_steps_last_about_five_minutes(minutes: int, steps: int) -> None:
    assert steps_of(minutes) == steps
