from datetime import timedelta
from typing import Any

import numpy as np
import pytest

from forecasts.engine import forecast
from forecasts.forecast import Forecast, Volume
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from forecasts.overrides import Overridden, Override, overridden, whole_day
from forecasts.source import Source
from tests.forecasts.histories import MONDAY, PRESALE, at, history, table

OTHER = SeriesKey("", "aftersale")
HORIZON = Horizon(MONDAY, 3, 60)


def volume(level: float = 1.0) -> Volume:
    middle = table(3, level).ravel()
    return Volume(middle * 0.7, middle, middle * 1.5, middle, ("",) * 72)


def made() -> Forecast:
    return Forecast(HORIZON, {PRESALE: volume(), OTHER: volume(0.5)})


def days(result: Overridden, key: SeriesKey = PRESALE) -> np.ndarray:
    return np.asarray(result.forecast.series[key].p50.reshape(3, 24).sum(axis=1))


def ordered(result: Overridden) -> bool:
    series = result.forecast.series.values()
    return all((one.p10 <= one.p50).all() and (one.p50 <= one.p90).all() for one in series)


def test_a_factor_on_a_stretch_scales_quantiles_and_marks_it() -> None:
    result = overridden(made(), [Override(at(1, 9), at(1, 12), factor=2.0)])
    new, old = result.forecast.series[PRESALE], volume()
    for name in ("p10", "p50", "p90", "mean"):
        assert getattr(new, name)[33:36] == pytest.approx(2 * getattr(old, name)[33:36])
        assert np.delete(getattr(new, name), slice(33, 36)) == pytest.approx(
            np.delete(getattr(old, name), slice(33, 36))
        )
    assert np.flatnonzero(result.marks[PRESALE] == 0).tolist() == [33, 34, 35]


def test_one_interval_is_set_to_a_number() -> None:
    result = overridden(made(), [Override(at(0, 9), at(0, 10), inquiries=500, skill="presale")])
    assert result.forecast.series[PRESALE].p50[9] == pytest.approx(500)
    assert result.forecast.series[OTHER].p50[9] == volume(0.5).p50[9]
    assert (result.marks[OTHER] == -1).all()


def test_a_total_of_a_day_is_shared_by_series_in_proportion_and_keeps_the_shape() -> None:
    result = overridden(made(), [whole_day(MONDAY, inquiries=3000)])
    assert days(result)[0] == pytest.approx(2000)
    assert days(result, OTHER)[0] == pytest.approx(1000)
    assert result.forecast.series[PRESALE].p50[:24] / 2000 == pytest.approx(volume().p50[:24] / volume().p50[:24].sum())


def test_a_day_set_to_zero_is_zero_in_every_quantile() -> None:
    result = overridden(made(), [whole_day(MONDAY, factor=0.0)])
    assert not result.forecast.series[PRESALE].p90[:24].any()
    assert days(result)[1] == pytest.approx(volume().p50[24:48].sum())
    assert days(overridden(made(), [whole_day(MONDAY, inquiries=0.0)]))[0] == 0


def test_a_closed_day_can_be_opened_in_the_shape_of_other_days() -> None:
    counts = volume()
    closed: dict[str, Any] = {
        name: np.where(np.arange(72) < 24, 0.0, getattr(counts, name)) for name in ("p10", "p50", "p90", "mean")
    }
    lone = Forecast(HORIZON, {PRESALE: Volume(**closed, phases=("",) * 72)})
    result = overridden(lone, [whole_day(MONDAY, inquiries=800)])
    opened = result.forecast.series[PRESALE].p50[:24]
    assert opened.sum() == pytest.approx(800)
    assert opened[1:6].sum() == 0
    assert opened.argmax() == volume().p50[:24].argmax()
    assert ordered(result)
    assert result.forecast.series[PRESALE].p90[:24].sum() > 1.5 * 800


def test_a_forecast_of_nothing_takes_a_total_evenly() -> None:
    zero = np.zeros(72)
    lone = Forecast(HORIZON, {PRESALE: Volume(zero, zero, zero, zero, ("",) * 72)})
    assert overridden(lone, [whole_day(MONDAY, inquiries=240)]).forecast.series[PRESALE].p50[:24] == pytest.approx(10)


def test_later_overrides_act_on_what_earlier_ones_left() -> None:
    result = overridden(
        made(), [whole_day(MONDAY, factor=0.0), Override(at(0, 9), at(0, 10), inquiries=30, skill="presale")]
    )
    assert days(result)[0] == pytest.approx(30)
    assert result.marks[PRESALE][9] == 1
    assert set(result.marks[PRESALE][:24].tolist()) == {0, 1}


def test_overrides_survive_a_recomputation_with_other_intervals_and_days() -> None:
    layer = [whole_day(MONDAY + timedelta(days=84), inquiries=5000), Override(at(85, 20), at(85, 21), factor=3.0)]
    past = history(table(84, noise=1))
    for horizon in (Horizon(layer[0].start.date(), 3, 60), Horizon(layer[0].start.date(), 7, 15)):
        fresh, _ = forecast(past, horizon)
        after = overridden(fresh, layer).forecast.series[PRESALE].p50.reshape(horizon.days, -1)
        before = fresh.series[PRESALE].p50.reshape(horizon.days, -1)
        assert after[0].sum() == pytest.approx(5000)
        parts = horizon.intervals_per_day // 24
        assert after[1, 20 * parts : 21 * parts] == pytest.approx(3 * before[1, 20 * parts : 21 * parts])


def test_a_stretch_that_the_horizon_holds_in_part_gets_its_part() -> None:
    result = overridden(made(), [Override(at(2), at(4), inquiries=1000, skill="presale")])
    assert days(result)[2] == pytest.approx(500)
    outside = overridden(made(), [whole_day(MONDAY - timedelta(days=9), factor=5)])
    assert days(outside) == pytest.approx(volume().p50.reshape(3, 24).sum(axis=1))


def test_half_an_interval_is_changed_by_half() -> None:
    result = overridden(made(), [Override(at(0, 9), at(0, 9) + timedelta(minutes=30), factor=3.0)])
    assert result.forecast.series[PRESALE].p50[9] == pytest.approx(2 * volume().p50[9])


def test_the_forecast_below_is_unchanged_and_the_source_is_typed() -> None:
    below = made()
    result = overridden(below, [whole_day(MONDAY, factor=2.0, note="marketing")])
    assert below.series[PRESALE].p50[:24] == pytest.approx(volume().p50[:24])
    (told,) = result.forecast.sources[PRESALE]
    assert (told.subject, told.source, told.value) == ("override", Source.TYPED, 2.0)


@pytest.mark.parametrize(
    "typed",
    [{}, {"inquiries": 1.0, "factor": 1.0}, {"factor": -1.0}, {"inquiries": np.inf}, {"factor": float("nan")}],
)
def test_an_impossible_override_is_refused(typed: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="override"):
        Override(at(0), at(1), **typed)
    with pytest.raises(ValueError, match="ends after"):
        Override(at(1), at(0), factor=1.0)
