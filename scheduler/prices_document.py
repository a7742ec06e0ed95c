"""Shadow prices in a solution's document: an optional key that lets a later search prove its bound at once."""

import math
from collections.abc import Mapping

import numpy as np

from forecasts.horizon import Numbers
from scheduler.document_fields import Fields
from scheduler.hall import Skills
from scheduler.prices import Prices

DIGITS = 4


def write_prices(prices: Prices) -> dict[str, object]:
    """Yuan, rounded: any prices near these prove a bound near theirs."""
    return {
        "cuts": [{"skills": sorted(cut), "yuan": _rounded(values)} for cut, values in prices.cuts.items()],
        "seats": _rounded(prices.seats),
        "targets": _rounded(prices.targets),
    }


def read_prices(fields: Fields) -> Prices | None:
    """The prices under the key `prices`; None when absent or not a list of numbers throughout (RP27)."""
    child = fields.child("prices") if fields.raw("prices") is not None else None
    if child is None:
        return None
    cuts: Mapping[Skills, Numbers | None] = {
        frozenset(map(str, cut.items("skills"))): _numbers(cut, "yuan") for cut in child.children("cuts")
    }
    known = {skills: values for skills, values in cuts.items() if values is not None}
    seats, targets = _numbers(child, "seats"), _numbers(child, "targets")
    return None if seats is None or targets is None or len(known) < len(cuts) else Prices(known, seats, targets)


def _rounded(values: Numbers) -> list[float]:
    return [round(float(value), DIGITS) for value in values]


def _numbers(fields: Fields, key: str) -> Numbers | None:
    """A list of finite numbers, negative ones too."""
    values = fields.items(key)
    found = [v for v in values if isinstance(v, int | float) and not isinstance(v, bool) and math.isfinite(v)]
    if len(found) < len(values):
        fields.findings.add("RP27", fields.at(key), values[:3])
        return None
    return np.array(found, dtype=np.float64)
