from datetime import date

import numpy as np
import pytest

from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from scheduler.staffing.engine import staff
from scheduler.staffing.goals import Goals
from scheduler.staffing.safety_levels import LEVEL_SHARES, load_levels

HORIZON = Horizon(date(2026, 11, 11), 1, 60)
EVEN = np.full(24, 1000.0)
VOLUME = Volume(EVEN * 0.8, EVEN, EVEN * 1.5, EVEN * 1.04, ("",) * 24)
FORECAST = Forecast(HORIZON, {SeriesKey("", "presale"): VOLUME})
GOALS = {"presale": Goals(plan_for="p50 00:00-02:00=p90")}


def test_each_level_requires_what_its_quantile_does_all_day_long() -> None:
    levels = load_levels(FORECAST, GOALS)
    for quantile, level in levels.items():
        alone = staff(FORECAST, {"presale": Goals(plan_for=quantile)}).skills["presale"].requirement
        np.testing.assert_array_equal(level.requirement["presale"], alone)
    heights = [float(level.requirement["presale"].sum()) for level in levels.values()]
    assert heights == sorted(heights)
    assert heights[0] < heights[-1]


def test_the_shares_of_the_levels_make_one() -> None:
    assert sum(LEVEL_SHARES.values()) == pytest.approx(1.0)
    assert [level.weight for level in load_levels(FORECAST, GOALS).values()] == list(LEVEL_SHARES.values())
