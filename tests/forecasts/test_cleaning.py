from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pytest

from forecasts.cleaning import Cleaned, clean
from forecasts.findings import Level
from forecasts.history import Counts
from forecasts.promotion import Phase
from tests.forecasts.histories import MONDAY, PRESALE, counted, table


def cleaned(counts: Counts, phases: Sequence[Phase] = ()) -> Cleaned:
    return clean(PRESALE, counts, 60, 60, phases)


def facts(result: Cleaned, code: str) -> list[dict[str, object]]:
    return [dict(finding.facts) for finding in result.findings if finding.code == code]


def test_a_clean_history_tells_nothing() -> None:
    result = cleaned(counted(table(56, noise=1)))
    assert result.findings == ()
    assert result.ordinary.all()
    assert result.whole_days == 56


def test_missing_days_are_listed_and_stay_missing() -> None:
    counts = table(56)
    counts[20:23] = np.nan
    result = cleaned(counted(counts))
    (missing,) = facts(result, "FC03")
    assert (missing["first"], missing["last"], missing["days"]) == (
        MONDAY + timedelta(days=20),
        MONDAY + timedelta(days=22),
        3,
    )
    assert np.isnan(result.totals[20:23]).all()


def test_a_zero_day_is_reported_and_not_learnt_from() -> None:
    counts = table(56)
    counts[30] = 0
    result = cleaned(counted(counts))
    assert [f["date"] for f in facts(result, "FC05")] == [MONDAY + timedelta(days=30)]
    assert not result.ordinary[30]


def test_a_half_day_of_zeros_is_filled_in_from_the_weekday() -> None:
    counts = table(56, level=3)
    whole = counts[33].sum()
    counts[33, 17:] = 0
    result = cleaned(counted(counts))
    assert [f["date"] for f in facts(result, "FC04")] == [MONDAY + timedelta(days=33)]
    assert result.totals[33] == pytest.approx(whole, rel=0.05)


def test_too_small_a_part_of_a_day_is_missing() -> None:
    counts = table(56)
    counts[55, 10:] = np.nan
    result = cleaned(counted(counts))
    assert [f["date"] for f in facts(result, "FC23")] == [MONDAY + timedelta(days=55)]
    assert np.isnan(result.totals[55])


@pytest.mark.parametrize("factor", [5.0, 2.2, 0.5])
def test_an_isolated_odd_day_is_set_aside(factor: float) -> None:
    counts = table(56, noise=2)
    counts[31] *= factor
    result = cleaned(counted(counts))
    assert [f["date"] for f in facts(result, "FC06")] == [MONDAY + timedelta(days=31)]
    assert not result.ordinary[31]
    assert result.ordinary.sum() == 55


def test_three_odd_days_on_end_are_kept_and_asked_about() -> None:
    counts = table(56, noise=3)
    counts[30:35] *= 2.5
    result = cleaned(counted(counts))
    (run,) = facts(result, "FC07")
    assert (run["first"], run["last"]) == (MONDAY + timedelta(days=30), MONDAY + timedelta(days=34))
    assert run["ratio"] == pytest.approx(2.5, rel=0.15)
    assert result.ordinary.all()
    assert {f.level for f in result.findings} == {Level.WARNING}


def test_repeated_starts_count_once() -> None:
    once = counted(table(28))
    twice = Counts(np.append(once.starts, once.starts[:24]), np.append(once.inquiries, once.inquiries[:24]))
    result = cleaned(twice)
    assert facts(result, "FC08")[0]["rows"] == 24
    assert result.totals[0] == pytest.approx(cleaned(once).totals[0])


def test_closed_hours_and_weekdays_read_as_closed_not_as_missing() -> None:
    counts = table(56)
    counts[:, :8] = np.nan
    counts[6::7] = np.nan
    result = cleaned(counted(counts))
    assert [f.code for f in result.findings] == ["FC09"]
    assert facts(result, "FC09")[0]["weekday"] == 7
    assert (result.matrix.counts[0, :8] == 0).all()


def test_an_export_without_empty_rows_is_read_with_zeros() -> None:
    counts = table(56, level=0.1, noise=4)
    sparse = np.where(counts == 0, np.nan, counts)
    result = cleaned(counted(sparse))
    assert np.nanmean(result.totals) == pytest.approx(counts.sum(axis=1).mean(), rel=0.02)
    assert facts(result, "FC16")


def test_odd_days_of_a_holiday_are_set_aside_however_many_they_are() -> None:
    first = date(2026, 8, 17)
    counts = table(70, noise=5)
    counts[45:52] *= 0.4
    result = cleaned(counted(counts, first))
    assert [f["date"] for f in facts(result, "FC06")] == [date(2026, 10, 1) + timedelta(days=n) for n in range(7)]
    assert not facts(result, "FC07")


def test_a_day_exported_twice_is_halved_and_told() -> None:
    counts = table(56, 3.0, noise=6)
    once = counts[40].copy()
    counts[40] *= 2
    result = cleaned(counted(counts))
    assert [told["date"] for told in facts(result, "FC39")] == [MONDAY + timedelta(days=40)]
    assert result.matrix.counts[40] == pytest.approx(once)
    assert result.ordinary[40]


def test_a_day_twice_as_busy_with_odd_counts_is_not_halved() -> None:
    counts = table(56, 3.0, noise=6)
    counts[40] = counts[40] * 2 + 1
    assert not facts(cleaned(counted(counts)), "FC39")


def test_counts_that_always_come_in_pairs_are_not_halved() -> None:
    counts = 2 * table(56, 3.0, noise=6)
    counts[40] *= 2
    assert not facts(cleaned(counted(counts)), "FC39")
