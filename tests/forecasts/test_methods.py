import numpy as np
import pytest

from forecasts.blend import blend
from forecasts.methods import METHODS, OF_A_YEAR
from forecasts.methods.core import core
from forecasts.methods.holt import holt
from forecasts.methods.last_year import last_year
from forecasts.methods.season import season
from forecasts.past import Past
from tests.forecasts.histories import table

LEADS = np.arange(1, 15)


def past(totals: np.ndarray) -> Past:
    return Past(totals, np.arange(len(totals)) % 7)


def week(days: int) -> np.ndarray:
    return np.asarray(table(days).sum(axis=1))


@pytest.mark.parametrize("name", METHODS)
def test_a_week_that_repeats_is_said_again(name: str) -> None:
    assert METHODS[name](past(week(400)), LEADS) == pytest.approx(week(414)[400:], rel=1e-6)


@pytest.mark.parametrize("name", METHODS)
def test_without_a_single_total_nothing_is_said(name: str) -> None:
    assert METHODS[name](past(np.full(20, np.nan)), LEADS) == pytest.approx(0)


def seasonal(days: int) -> np.ndarray:
    return week(days) * (1 + 0.8 * np.sin(2 * np.pi * np.arange(days) / 364))


def test_a_season_that_comes_every_year_is_seen_coming() -> None:
    grown = seasonal(814) * np.where(np.arange(814) < 400, 1.0, 1.3)
    said = last_year(past(grown[:800]), LEADS)
    assert said == pytest.approx(grown[800:], rel=0.08)


def test_before_a_year_is_over_last_year_says_what_the_core_method_says() -> None:
    young = past(seasonal(200))
    assert last_year(young, LEADS) == pytest.approx(core(young, LEADS))
    assert season(young, LEADS) == pytest.approx(core(young, LEADS, half_life=4.0))


def test_the_level_moves_as_the_same_weeks_moved_a_year_ago_or_half_as_far() -> None:
    rise = np.where(np.arange(814) % 364 < 72, 1.0, 1.5)  # the last days known are the last low ones
    totals = past((week(814) * rise)[:800])
    flat = week(814)[800:]
    assert season(totals, LEADS)[7:] / flat[7:] == pytest.approx(1.5, rel=0.05)
    assert season(totals, LEADS, share=0.5)[7:] / flat[7:] == pytest.approx(np.sqrt(1.5), rel=0.05)


def test_methods_of_a_year_have_no_weight_in_a_younger_past() -> None:
    rng = np.random.default_rng(7)
    young, old = (blend(past(rng.poisson(seasonal(days)).astype(float)), LEADS).weights for days in (300, 500))
    assert {young[name] for name in OF_A_YEAR} == {0.0}
    assert min(old[name] for name in OF_A_YEAR) > 0


def test_a_trend_goes_on_but_dies_away() -> None:
    rising = week(120) * (1 + np.arange(120) / 60)
    said = holt(past(rising), np.arange(1, 141)) / week(260)[120:]
    assert said[0] == pytest.approx(3.0, rel=0.05)
    assert said[6] > said[0]
    assert said[139] < 3.5
    assert np.diff(said[::7][-3:]) == pytest.approx(0, abs=1e-3)
