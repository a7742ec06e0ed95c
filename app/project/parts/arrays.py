"""Numbers that may be unknown: NaN in an array, NULL in a table."""

from collections.abc import Sequence

import numpy as np

from forecasts.horizon import Numbers


def nullable(numbers: Numbers) -> list[float | None]:
    """NaN as None, which every database keeps."""
    return [None if value != value else value for value in numbers.tolist()]  # noqa: PLR0124  # only NaN differs from itself


def numbers_of(values: Sequence[float | None]) -> Numbers:
    """None as NaN, shape (len(values),)."""
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
