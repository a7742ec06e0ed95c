"""The solver's objective, in whole numbers that never exceed the truth."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import floor, isclose, log10

from ortools.sat.python import cp_model

MOST_DIGITS = 6
LARGEST_TOTAL = 1e15  # keeps every sum exact in 64 bits


@dataclass
class ObjectiveModel:
    """Yuan per unit of variables that are never negative, plus a constant.

    When posted, every coefficient is scaled and rounded down. As all variables are zero or more, the posted objective
    of a roster is at most its true one, so a lower bound of the posted objective is one of the true objective.
    """

    variables: list[cp_model.IntVar] = field(default_factory=list)
    prices: list[float] = field(default_factory=list)
    largest: list[float] = field(default_factory=list)
    constant: float = 0.0
    scale: float = 1.0

    def add(self, variable: cp_model.IntVar, price: float, most: float = 1.0) -> None:
        """Yuan for each unit of a variable that reaches from 0 to `most`."""
        if price:
            self.variables.append(variable)
            self.prices.append(price)
            self.largest.append(most)

    def post(self, model: cp_model.CpModel) -> None:
        """Minimise it."""
        self.scale = _scale(self.prices, sum(abs(p) * m for p, m in zip(self.prices, self.largest, strict=True)))
        whole = [_round_down(price * self.scale) for price in self.prices]
        model.minimize(cp_model.LinearExpr.weighted_sum(self.variables, whole))

    def bound(self, posted: float) -> float:
        """The yuan that a bound on the posted objective stands for."""
        return posted / self.scale + self.constant


def _scale(prices: Sequence[float], total: float) -> float:
    """The smallest power of ten that makes all prices whole, as far as the total stays in range; sums beyond it are
    counted in tens, hundreds and so on.
    """
    if total * 10 > LARGEST_TOTAL:
        return float(10.0 ** floor(log10(LARGEST_TOTAL / total / 10)))
    for digits in range(MOST_DIGITS):
        scale = float(10**digits)
        if total * scale * 10 > LARGEST_TOTAL or all(_is_whole(price * scale) for price in prices):
            return scale
    return float(10**MOST_DIGITS)


def _is_whole(value: float) -> bool:
    return isclose(value, round(value), rel_tol=1e-12, abs_tol=1e-9)


def _round_down(value: float) -> int:
    """Down, but not for the last bit of binary arithmetic: 2.9999999999999996 is 3."""
    return int(round(value) if _is_whole(value) else floor(value))
