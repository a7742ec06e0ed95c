from datetime import date, timedelta

import pytest

from app.pipeline import forecast_with
from forecasts.findings import InputError
from forecasts.history import History
from forecasts.horizon import Horizon
from forecasts.outlook import Outlook
from forecasts.overrides import whole_day
from tests.forecasts.histories import MONDAY, PRESALE, history, table

AHEAD = Horizon(MONDAY + timedelta(days=5), 3, 30)


def typed(days: int, total: float = 480.0) -> Outlook:
    return Outlook(
        overrides=tuple(
            whole_day(AHEAD.first_day + timedelta(days=n), inquiries=total, skill="presale") for n in range(days)
        )
    )


def test_too_short_a_history_takes_the_days_typed_and_spreads_them_as_its_few_days_were() -> None:
    counts = table(5)
    made = forecast_with(history(counts), AHEAD, (), typed(3))[0]
    assert made.method == "typed"
    days = made.series[PRESALE].p50.reshape(3, -1)
    assert days.sum(axis=1) == pytest.approx([480] * 3)
    hours = days[0].reshape(24, -1).sum(axis=1)
    assert hours == pytest.approx(480 * counts.sum(axis=0) / counts.sum())


def test_without_any_history_the_spread_over_the_day_is_assumed() -> None:
    made = forecast_with(History(30, {}), AHEAD, (), typed(3))[0]
    assert made.series[PRESALE].p50.sum() == pytest.approx(3 * 480)
    assert [each.source.value for each in made.sources[PRESALE] if each.subject == "profile"] == ["assumed"]


def test_a_day_that_nobody_typed_leaves_the_refusal() -> None:
    with pytest.raises(InputError, match="FC01"):
        forecast_with(history(table(5)), AHEAD, (), typed(2))
    with pytest.raises(InputError, match="FC19"):
        forecast_with(History(30, {}), Horizon(date(2026, 11, 10), 2, 30), (), Outlook())
