from collections.abc import Sequence

import numpy as np
import pytest

from forecasts.aftermath import aftermaths
from forecasts.cleaning import clean
from forecasts.engine import forecast
from forecasts.horizon import Horizon
from forecasts.phase_calendar import named_phases
from forecasts.promotion import Promotion
from tests.forecasts.histories import PRESALE, at, history, promotion, table

EARLIER, NOW = 60, 116
DECAY = 1 + 2 * np.exp(-np.arange(8) / 3)


def after_a_wave(days: int = 112, noise: int | None = None) -> np.ndarray:
    counts = table(days, 2.0, noise=noise)
    counts[EARLIER : EARLIER + 8] *= DECAY[:, None]
    return counts


def lasting(counts: np.ndarray, promotions: Sequence[Promotion]) -> set[tuple[str, int]]:
    past = history(counts)
    phases = named_phases(promotions)
    cleaned = clean(PRESALE, past.series[PRESALE], 60, 60, [named.phase for named in phases])
    return {(after.promotion, (after.phase.end - after.phase.start).days) for after in aftermaths(cleaned, phases)}


def mailing(hours: float = 24.0) -> tuple[Promotion, ...]:
    return (promotion("mail 1", "mail", at(EARLIER), hours), promotion("mail 2", "mail", at(NOW), hours))


def test_the_days_that_still_differ_belong_to_the_phase_before_them() -> None:
    assert lasting(after_a_wave(noise=1), mailing()) == {("mail 1", 6), ("mail 2", 6)}


def test_a_phase_without_consequences_leaves_nothing_behind() -> None:
    assert lasting(table(112, 2.0, noise=2), mailing()) == set()


def test_a_lasting_change_of_level_is_no_aftermath() -> None:
    counts = table(112, 2.0, noise=3)
    counts[EARLIER:] *= 1.5
    assert lasting(counts, mailing()) == set()


def test_days_after_a_one_day_phase_are_learnt_and_forecast() -> None:
    made, _ = forecast(history(after_a_wave()), Horizon(at(112).date(), 14, 60), mailing())
    volume = made.series[PRESALE]
    days = volume.p50.reshape(14, 24).sum(axis=1) / table(126, 2.0)[112:].sum(axis=1)
    assert days[:4] == pytest.approx(np.ones(4), rel=0.02)
    assert days[4:10] == pytest.approx(DECAY[:6], rel=0.15)
    assert days[12:] == pytest.approx(np.ones(2), rel=0.1)
    assert set(volume.phases[5 * 24 :]) == {""}


def test_the_rest_of_the_day_after_a_short_opening_is_learnt_too() -> None:
    counts = table(112, 20.0)
    counts[EARLIER] *= 3
    made, _ = forecast(history(counts), Horizon(at(NOW).date(), 2, 60), mailing(2.0))
    expected = made.series[PRESALE].p50.reshape(2, 24)
    usual = table(NOW + 2, 20.0)[NOW:]
    assert expected[0] == pytest.approx(3 * usual[0], rel=0.05)
    assert expected[1] == pytest.approx(usual[1], rel=0.02)


def test_the_next_phase_ends_the_aftermath() -> None:
    counts = after_a_wave(noise=4)
    sale = promotion("sale", "spot_sale", at(EARLIER + 3), 24)
    assert ("mail 1", 2) in lasting(counts, (*mailing(), sale))
