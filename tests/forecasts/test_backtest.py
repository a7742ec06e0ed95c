import numpy as np
import pytest

from forecasts.backtest import CHOICE, Backtest, BacktestRow, backtest
from forecasts.by_hand import BY_HAND, same_weekdays_mean
from forecasts.day_matrix import day_matrix
from forecasts.driver import Driver
from forecasts.findings import InputError
from forecasts.methods import METHODS
from forecasts.outlook import Outlook
from tests.forecasts.histories import at, counted, history, promotion, table
from tests.there import there


def rows(measured: Backtest, days: str = "ordinary") -> dict[str, BacktestRow]:
    return {row.method: row for row in measured.rows if row.days == days}


def test_every_method_and_the_choice_are_measured() -> None:
    measured = backtest(history(table(70, noise=1)), 7, 3)
    assert set(rows(measured)) == {CHOICE, BY_HAND, *METHODS}
    assert len(measured.first_days) == 3
    choice = rows(measured)[CHOICE]
    assert 0 < there(choice.by_day.wape) < there(choice.by_interval.wape) < 0.5
    assert 0.6 < there(choice.by_interval.inside) <= 1


def test_every_method_has_a_range_of_its_own_to_be_judged_by() -> None:
    measured = rows(backtest(history(table(98, noise=1)), 7, 3))
    for row in measured.values():
        assert 0.5 < there(row.by_interval.inside) <= 1
        assert 0 < there(row.by_interval.pinball) < there(row.by_interval.wape)
    assert len({row.by_interval.pinball for row in measured.values()}) > 5


def test_a_history_that_repeats_is_forecast_without_error() -> None:
    for row in rows(backtest(history(table(70)), 7, 2)).values():
        assert row.by_interval.wape == pytest.approx(0, abs=1e-6)


def test_promotion_days_are_measured_apart() -> None:
    counts = table(98, noise=2)
    counts[60] *= 3
    counts[88] *= 3
    promos = (promotion("a 2025", "spot_sale", at(60), 24), promotion("a 2026", "spot_sale", at(88), 24))
    measured = backtest(history(counts), 14, 2, promos)
    special = rows(measured, "promotion")
    assert there(special[CHOICE].by_day.wape) < 0.15
    assert there(special["mean4"].by_day.wape) > 0.5
    assert there(rows(measured)[CHOICE].by_day.wape) < 0.1


def test_a_spreadsheet_takes_the_mean_of_the_last_four_weeks_as_they_were() -> None:
    counts = table(35)
    counts[27] *= 5
    matrix = day_matrix(next(iter(history(counts[:28]).series.values())), 60)
    assert same_weekdays_mean(matrix, np.array([6, 7])) == pytest.approx(counts[33:35] * [[1], [2]])


def test_missing_days_are_not_compared() -> None:
    counts = table(70, noise=3)
    counts[65] = np.nan
    measured = backtest(history(counts), 7, 1)
    assert rows(measured)[CHOICE].by_day.intervals == 6


def test_a_history_too_short_for_one_origin_is_refused() -> None:
    with pytest.raises(InputError):
        backtest(history(table(20)), 14, 3)


def test_progress_counts_the_origins() -> None:
    done: list[int] = []
    backtest(history(table(56, noise=4)), 7, 3, progress=done.append)
    assert done == [1, 2, 3]


def test_each_week_ahead_is_measured_apart() -> None:
    counts = table(84, noise=5)
    counts[77:] *= 1.5
    measured = backtest(history(counts), 14, 1)
    choice = {row.week: row.by_day for row in measured.by_week if row.method == CHOICE}
    assert set(choice) == {1, 2}
    assert there(choice[1].wape) < 0.1 < there(choice[2].wape)
    assert choice[1].intervals == choice[2].intervals == 7
    assert {row.week for row in measured.rows} == {None}


def test_a_driver_as_it_came_is_measured_too() -> None:
    visitors = 1000 * np.exp(0.4 * np.random.default_rng(6).standard_normal(84))
    counts = table(84) * (visitors / 1000)[:, None]
    driver = Driver("visitors", counted(visitors[:, None]))
    blind, driven = (backtest(history(counts), 7, 3, told=Outlook(drivers=known)) for known in ((), (driver,)))
    assert there(rows(driven)[CHOICE].by_day.wape) < 0.3 * there(rows(blind)[CHOICE].by_day.wape)
    assert rows(driven)["mean4"] == rows(blind)["mean4"]
