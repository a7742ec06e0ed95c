from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.window.roster.phase_lanes import MOST_LANES, bands_of
from app.window.roster.plan import RosterPlan
from forecasts.promotion import Phase, Promotion
from tests.window.roster_sample import sample_plan

PLAN = replace(sample_plan(2, 14), promotions=())
START = datetime(2026, 11, 4)


def plan_with(*spans: tuple[int, int]) -> RosterPlan:
    phases = tuple(
        Phase("opening", START + timedelta(hours=start), START + timedelta(hours=start + hours))
        for start, hours in spans
    )
    return replace(PLAN, promotions=(Promotion("双11", phases),))


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 60)), max_size=8), st.floats(0.1, 3.0))
def test_no_phase_is_left_out_and_names_never_run_into_the_next_band(
    spans: list[tuple[int, int]], name_days: float
) -> None:
    bands = bands_of(plan_with(*spans), lambda _name: name_days)
    assert len(bands) == len(spans)
    for band in bands:
        assert 0 <= band.lane < MOST_LANES
        assert band.room >= band.end or band.lane == MOST_LANES - 1


def test_phases_side_by_side_share_a_lane_when_their_names_fit() -> None:
    assert {band.lane for band in bands_of(plan_with((0, 48), (48, 48)), lambda _name: 1.0)} == {0}
    assert [band.lane for band in bands_of(plan_with((0, 6), (6, 48)), lambda _name: 1.0)] == [0, 1]


def test_a_band_is_cut_at_the_edges_of_the_horizon_and_keeps_its_times() -> None:
    (band,) = bands_of(plan_with((-24, 48)), lambda _name: 1.0)
    assert (band.start, band.end) == (0.0, 1.0)
    assert band.times == "11月3日 00:00 – 11月5日 00:00"


def test_with_several_promotions_each_band_names_its_own() -> None:
    promotions = tuple(
        Promotion(name, (Phase("opening", START, START + timedelta(days=1)),)) for name in ("双11", "店庆")
    )
    names = {band.name for band in bands_of(replace(PLAN, promotions=promotions), lambda _name: 1.0)}
    assert names == {"双11 开门红", "店庆 开门红"}
    assert bands_of(PLAN, lambda _name: pytest.fail("no name to measure")) == ()
