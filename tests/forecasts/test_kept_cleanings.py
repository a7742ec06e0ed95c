from datetime import date, timedelta

import numpy as np
import pytest

from forecasts.cleaning import Cleaned, clean
from forecasts.engine import forecast
from forecasts.history import Counts
from forecasts.horizon import Horizon
from forecasts.kept import Kept
from tests.forecasts.histories import MONDAY, PRESALE, counted, history, table

DAY = 30
THAT_DAY = MONDAY + timedelta(days=DAY)


def cleaned(counts: Counts, *kept: Kept) -> Cleaned:
    return clean(PRESALE, counts, 60, 60, kept=kept)


def codes(result: Cleaned) -> list[str]:
    return [finding.code for finding in result.findings]


def test_a_zero_day_taken_back_counts_as_a_true_zero() -> None:
    counts = table(56)
    counts[DAY] = 0
    result = cleaned(counted(counts), Kept("FC05", "presale", THAT_DAY))
    assert "FC05" not in codes(result)
    assert result.matrix.counts[DAY].sum() == 0


def test_a_half_day_taken_back_stays_half() -> None:
    counts = table(56, level=3)
    counts[DAY, 17:] = 0
    result = cleaned(counted(counts), Kept("FC04", "presale", THAT_DAY))
    assert "FC04" not in codes(result)
    assert result.totals[DAY] == pytest.approx(counts[DAY].sum())


def test_an_odd_day_taken_back_is_ordinary() -> None:
    counts = table(56, noise=1)
    counts[DAY] *= 3
    assert not cleaned(counted(counts)).ordinary[DAY]
    result = cleaned(counted(counts), Kept("FC06", "presale", THAT_DAY))
    assert result.ordinary[DAY]
    assert "FC06" not in codes(result)


def test_a_doubled_day_taken_back_is_not_halved() -> None:
    counts = table(56, level=4, noise=1)
    counts[DAY] *= 2
    assert "FC39" in codes(cleaned(counted(counts)))
    result = cleaned(counted(counts), Kept("FC39", "presale", THAT_DAY))
    assert result.fine.counts[DAY].sum() == counts[DAY].sum()


def test_repeated_rows_taken_back_are_added_up() -> None:
    once = counted(table(56))
    twice = Counts(np.append(once.starts, once.starts[100]), np.append(once.inquiries, 7.0))
    result = cleaned(twice, Kept("FC08", "presale"))
    assert "FC08" not in codes(result)
    assert result.fine.counts.ravel()[100] == once.inquiries[100] + 7


def test_a_decision_of_another_skill_or_day_changes_nothing() -> None:
    counts = table(56)
    counts[DAY] = 0
    for other in (Kept("FC05", "aftersale", THAT_DAY), Kept("FC05", "presale", MONDAY)):
        assert "FC05" in codes(cleaned(counted(counts), other))


def test_the_forecast_follows_what_was_taken_back() -> None:
    counts = table(56, noise=1)
    counts[50:53:2] *= 4
    kept = [Kept("FC06", "presale", MONDAY + timedelta(days=day)) for day in (50, 52)]
    horizon = Horizon(MONDAY + timedelta(days=56), 7, 60)
    made, believed = (forecast(history(counts), horizon, kept=one)[0].series[PRESALE].p50.sum() for one in ((), kept))
    assert believed > made


def test_two_hours_of_a_clock_change_are_added_up_when_taken_back() -> None:
    once = counted(table(56, level=3, noise=2))
    at = np.flatnonzero(once.starts == np.datetime64(THAT_DAY, "m") + np.timedelta64(60, "m"))
    twice = Counts(np.append(once.starts, once.starts[at]), np.append(once.inquiries, once.inquiries[at] + 6))
    assert "FC37" in codes(cleaned(twice))
    result = cleaned(twice, Kept("FC37", "presale", THAT_DAY))
    assert result.fine.counts.ravel()[at][0] == 2 * once.inquiries[at][0] + 6


def test_days_on_end_that_were_no_promotion_are_not_asked_about_again() -> None:
    counts = table(56, noise=1)
    counts[30:34] *= 3
    assert "FC07" in codes(cleaned(counted(counts)))
    assert "FC07" not in codes(cleaned(counted(counts), Kept("FC07", "presale", THAT_DAY)))


def test_days_on_end_around_a_platform_sale_name_it() -> None:
    counts = table(140, noise=1)
    day = (date(2026, 6, 18) - MONDAY).days
    assert 3 < day < 137
    counts[day - 2 : day + 2] *= 3
    (run,) = [finding for finding in cleaned(counted(counts)).findings if finding.code == "FC07"]
    assert run.facts["what"] == "sale_618"
