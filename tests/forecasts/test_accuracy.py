import numpy as np
import pytest

from forecasts.accuracy import accuracy, bias, inside, pinball, wape


def numbers(*values: float) -> np.ndarray:
    return np.array(values, dtype=float)


def test_errors_are_shares_of_what_came() -> None:
    actual, said = numbers(10, 20, 30), numbers(12, 20, 27)
    assert wape(actual, said) == pytest.approx(5 / 60)
    assert bias(actual, said) == pytest.approx(-1 / 60)


def test_missing_intervals_do_not_count() -> None:
    actual, said = numbers(10, np.nan, 30), numbers(11, 500, 30)
    assert wape(actual, said) == pytest.approx(1 / 40)
    assert accuracy(actual, said).intervals == 2


def test_with_nothing_to_compare_there_is_no_number() -> None:
    nothing = numbers(np.nan, np.nan)
    result = accuracy(nothing, numbers(1, 2), numbers(0, 1), numbers(2, 3))
    assert (result.intervals, result.wape, result.bias, result.inside, result.pinball) == (0, None, None, None, None)
    assert wape(numbers(0, 0), numbers(1, 1)) is None


def test_inside_counts_the_borders_and_leaves_closed_times_out() -> None:
    assert inside(numbers(5, 9, 0), numbers(5, 1, 0), numbers(6, 8, 0)) == pytest.approx(0.5)


def test_pinball_of_a_perfect_forecast_is_zero_and_misses_cost_by_their_side() -> None:
    actual = numbers(10)
    assert pinball(actual, actual, actual, actual) == 0
    assert pinball(actual, numbers(5), actual, actual) == pytest.approx(0.1 * 5 / 3 / 10)
    assert pinball(actual, actual, actual, numbers(5)) == pytest.approx(0.9 * 5 / 3 / 10)
