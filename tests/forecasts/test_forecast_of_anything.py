from datetime import timedelta
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from forecasts.engine import forecast
from forecasts.findings import InputError
from forecasts.history import History
from forecasts.horizon import Horizon
from forecasts.promotion import PHASE_KINDS, Phase, Promotion
from tests.forecasts.histories import MONDAY, PRESALE, at, counted, table

DAYS = 60


@st.composite
def phases(draw: st.DrawFn) -> Phase:
    start = at(draw(st.integers(5, DAYS + 12)), draw(st.integers(0, 23))) + timedelta(minutes=draw(st.integers(0, 59)))
    end = start + timedelta(minutes=draw(st.integers(5, 6 * 1440)))
    typed: dict[str, Any] = draw(st.sampled_from([{}, {"uplift": 2.5}, {"expected_inquiries": 700.0}, {"uplift": 0.0}]))
    return Phase(draw(st.sampled_from([*PHASE_KINDS, "own word"])), start, end, **typed)


@st.composite
def histories_with_holes(draw: st.DrawFn) -> np.ndarray:
    counts = table(DAYS, draw(st.sampled_from([0.01, 0.3, 5.0])), noise=draw(st.integers(0, 999)))
    for day in draw(st.lists(st.integers(0, DAYS - 1), max_size=12)):
        counts[day] *= draw(st.sampled_from([0.0, 0.3, 4.0, np.nan]))
    for hour in draw(st.lists(st.integers(0, 23), max_size=6)):
        counts[:, hour] = draw(st.sampled_from([0.0, np.nan]))
    return counts


@given(
    counts=histories_with_holes(),
    calendar=st.lists(st.lists(phases(), min_size=1, max_size=4), max_size=3),
    first=st.integers(DAYS - 3, DAYS + 20),
    minutes=st.sampled_from([15, 30, 60]),
)
@settings(max_examples=40, deadline=None)
def test_any_history_and_calendar_give_ordered_finite_numbers_or_a_refusal(
    counts: np.ndarray, calendar: list[list[Phase]], first: int, minutes: int
) -> None:
    promotions = [Promotion(f"sale {number}", tuple(listed)) for number, listed in enumerate(calendar)]
    horizon = Horizon(MONDAY + timedelta(days=first), 7, minutes)
    try:
        made, _ = forecast(History(60, {PRESALE: counted(counts)}), horizon, promotions)
    except InputError:
        return
    volume = made.series[PRESALE]
    assert len(volume.p50) == len(volume.phases) == horizon.intervals
    assert np.isfinite(volume.p90).all()
    assert (volume.p10 >= 0).all()
    assert (volume.p10 <= volume.p50).all()
    assert (volume.p50 <= volume.p90).all()
