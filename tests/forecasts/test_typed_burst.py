from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from forecasts.engine import forecast
from forecasts.horizon import Horizon
from forecasts.promotion import Promotion, promotion_findings
from forecasts.source import Provenance, Source
from tests.forecasts.histories import MONDAY, PRESALE, at, history, promotion, table

HORIZON = Horizon(MONDAY + timedelta(days=70), 7, 15)
SALE = promotion("sale", "opening", at(73, 20), 4)


def with_burst(*shares: float, sale: Promotion = SALE) -> Promotion:
    return replace(sale, phases=(replace(sale.phases[0], burst=shares),))


def said(sale: Promotion) -> tuple[np.ndarray, tuple[Provenance, ...]]:
    made, _ = forecast(history(table(70, 4.0)), HORIZON, (sale,))
    return made.series[PRESALE].p50.reshape(7, -1)[3], made.sources[PRESALE]


def test_typed_shares_of_the_day_come_in_their_parts_of_the_first_two_hours() -> None:
    day, _ = said(with_burst(0.2, 0.05, 0.03, 0.02))
    shares = day[80:88].reshape(4, 2).sum(axis=1) / day.sum()
    assert shares == pytest.approx([0.2, 0.05, 0.03, 0.02])
    ordinary, _ = said(with_burst())
    assert day[:80] == pytest.approx(ordinary[:80])


def test_one_number_is_the_share_of_both_hours_together() -> None:
    day, _ = said(with_burst(0.4))
    assert day[80:88].sum() / day.sum() == pytest.approx(0.4)
    assert day[80:88] == pytest.approx(day[80])


def test_it_wins_over_an_earlier_promotion_and_says_so() -> None:
    earlier = promotion("sale 2025", "opening", at(50, 20), 4)
    counts = history(table(70, 4.0, noise=1))
    made, _ = forecast(counts, HORIZON, (earlier, with_burst(0.3)))
    day = made.series[PRESALE].p50.reshape(7, -1)[3]
    assert day[80:88].sum() / day.sum() == pytest.approx(0.3)
    (told,) = [one for one in made.sources[PRESALE] if one.subject == "phase_burst"]
    assert told.source is Source.TYPED
    assert told.value == pytest.approx(0.3)


def test_an_assumed_burst_is_told_as_assumed() -> None:
    (told,) = [one for one in said(SALE)[1] if one.subject == "phase_burst"]
    assert (told.source, told.value) == (Source.ASSUMED, 0.2)


def test_a_typed_total_keeps_the_typed_shape() -> None:
    typed = replace(SALE, phases=(replace(SALE.phases[0], burst=(0.3, 0.1), expected_inquiries=900.0),))
    day, _ = said(typed)
    assert day[80:].sum() == pytest.approx(900)
    assert day[80:84].sum() / day[84:88].sum() == pytest.approx(3)


def test_parts_beyond_the_end_of_a_short_phase_fall_away() -> None:
    short = promotion("sale", "opening", at(73, 20), 1)
    day, _ = said(with_burst(0.2, 0.2, sale=short))
    assert day[80:84].sum() / day.sum() == pytest.approx(0.2)


@pytest.mark.parametrize("shares", [(0.6, 0.5), (-0.1, 0.3), (0.0,)])
def test_shares_that_cannot_be_are_refused(shares: tuple[float, ...]) -> None:
    (finding,) = promotion_findings([with_burst(*shares)])
    assert finding.code == "PE03"
