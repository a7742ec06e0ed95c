from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np
import pytest

from app.wording import choose_language, language
from app.wording.findings import sentence
from forecasts.duplicates import without_duplicates
from forecasts.engine import forecast
from forecasts.findings import Finding, InputError, Level
from forecasts.history import Counts, History, SeriesKey
from forecasts.horizon import Horizon
from forecasts.promotion import Phase, Promotion
from tests.forecasts.histories import MONDAY, PRESALE, at, counted, history, promotion, table


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = language()
    choose_language("en")
    yield
    choose_language(before)


HORIZON = Horizon(MONDAY + timedelta(days=56), 7, 60)


def refused(past: History) -> tuple[Finding, ...]:
    with pytest.raises(InputError) as error:
        forecast(past, HORIZON)
    return error.value.findings


def told(past: History, promotions: Sequence[Promotion] = (), code: str = "") -> list[Finding]:
    return [finding for finding in forecast(past, HORIZON, promotions)[1] if finding.code == code]


def test_six_whole_days_are_too_few_and_the_sentence_says_how_many_are_needed() -> None:
    (finding,) = refused(history(table(6)))
    assert finding.code == "FC01"
    assert "6" in sentence(finding)
    assert "7" in sentence(finding)


def test_nothing_but_zeros_is_refused_as_such() -> None:
    (finding,) = refused(history(np.zeros((30, 24))))
    assert finding.code == "FC34"
    assert "zero" in sentence(finding)


@pytest.mark.parametrize("wrong", [-3.0, np.inf])
def test_impossible_counts_are_refused_with_number_and_place(wrong: float) -> None:
    counts = table(30)
    counts[4, 9] = counts[20, 9] = wrong
    (finding,) = refused(history(counts))
    assert finding.code == "FC35"
    assert (finding.facts["rows"], finding.facts["start"]) == (2, "2026-03-06 09:00")
    assert f"{wrong:g}" in sentence(finding)


def test_fractions_are_counts() -> None:
    made, _ = forecast(history(table(56) * 0.37), HORIZON)
    assert made.series[PRESALE].p50 == pytest.approx(0.37 * table(63)[56:].ravel(), rel=1e-6)


def test_mixed_intervals_are_refused_with_the_first_start_off_the_grid() -> None:
    hours = counted(table(30))
    starts = np.sort(np.append(hours.starts, hours.starts[48:60] + np.timedelta64(30, "m")))
    (finding,) = refused(History(60, {PRESALE: Counts(starts, np.ones(len(starts)))}))
    assert finding.code == "FC36"
    assert finding.facts["start"] == "2026-03-04 00:30"
    assert "grid" in sentence(finding)


def test_every_unusable_series_is_named() -> None:
    past = History(60, {PRESALE: counted(np.zeros((30, 24))), SeriesKey("shop", "x"): counted(-table(30))})
    assert [finding.code for finding in refused(past)] == ["FC34", "FC35"]


AUTUMN = date(2026, 10, 25)


def with_hour_twice(factor: float) -> tuple[Counts, np.ndarray]:
    counts = counted(table(56, 4.0), AUTUMN - timedelta(days=40))
    hour = counts.starts == np.datetime64(AUTUMN, "m") + np.timedelta64(120, "m")
    again = counts.inquiries[hour] * factor + (factor != 1)
    return Counts(np.append(counts.starts, counts.starts[hour]), np.append(counts.inquiries, again)), hour


def test_the_hour_that_comes_twice_when_clocks_go_back_counts_as_one_ordinary_hour() -> None:
    counts, hour = with_hour_twice(3.0)
    kept, repeated = without_duplicates(counts)
    assert (repeated.rows, [f"{moment:%m-%d %H}" for moment in repeated.clock_changes]) == (0, ["10-25 02"])
    assert kept.inquiries[hour] == pytest.approx(np.mean(counts.inquiries[counts.starts == kept.starts[hour][0]]))
    horizon = Horizon(AUTUMN + timedelta(days=16), 7, 60)
    (finding,) = [one for one in forecast(History(60, {PRESALE: counts}), horizon)[1] if one.code == "FC37"]
    assert "02:00" in sentence(finding)


def test_an_hour_exported_twice_alike_is_dropped_as_a_duplicate() -> None:
    kept, repeated = without_duplicates(with_hour_twice(1)[0])
    assert (repeated.rows, repeated.clock_changes) == (1, ())
    assert len(kept) == 56 * 24


def test_a_day_exported_twice_keeps_the_later_rows() -> None:
    once = counted(table(28))
    twice = Counts(np.append(once.starts, once.starts[:24]), np.append(once.inquiries, once.inquiries[:24] * 2))
    kept, repeated = without_duplicates(twice)
    assert (repeated.rows, repeated.clock_changes) == (24, ())
    assert kept.inquiries[:24] == pytest.approx(2 * once.inquiries[:24])


def test_an_analog_without_clean_weeks_before_it_is_named() -> None:
    promos = (promotion("sale 2025", "opening", at(8, 20), 4), promotion("sale 2026", "opening", at(58, 20), 4))
    (finding,) = told(history(table(56)), promos, "FC14")
    assert "sale 2025" in sentence(finding)


def test_phases_of_one_promotion_that_overlap_are_told_and_nothing_is_lost() -> None:
    phases = (Phase("warm_up", at(57), at(59), uplift=2.0), Phase("opening", at(58), at(60), uplift=3.0))
    (finding,) = told(history(table(56)), (Promotion("sale", phases),), "IN08")
    assert finding.level is Level.NOTICE
    assert "overlap" in sentence(finding)


def test_phases_of_two_promotions_that_overlap_are_told() -> None:
    promos = (promotion("a", "warm_up", at(57), 48, uplift=2.0), promotion("b", "opening", at(58), 24, uplift=3.0))
    (finding,) = told(history(table(56)), promos, "FC38")
    assert "2026-04-29 00:00" in sentence(finding)
    assert not told(history(table(56)), promos[:1], "FC38")
