"""Which volume is staffed for: one quantile of the forecast, less what the robot finishes alone."""

import re
from collections.abc import Iterable
from statistics import NormalDist

import numpy as np

from forecasts.findings import Finding, InputError, Place
from forecasts.forecast import Forecast, Volume
from forecasts.horizon import Numbers

MEAN = "mean"
_QUANTILE = re.compile(r"p([1-8]\d|90)")
_Z90 = NormalDist().inv_cdf(0.9)


def knows_quantile(name: str) -> bool:
    """Whether a volume can be planned for: mean, or p10 … p90."""
    return name == MEAN or _QUANTILE.fullmatch(name) is not None


def planned_volume(volume: Volume, plan_for: str, deflection: float = 0.0) -> Numbers:
    """Inquiries per interval that reach an agent, shape (intervals,).

    Quantiles between P10, P50 and P90 are interpolated on the normal scale: in logarithms (a lognormal through the two
    neighbours, as volume is skewed), or plainly where one of the two is zero.
    """
    wanted = volume.mean if plan_for == MEAN else _quantile(volume, int(plan_for[1:]) / 100)
    return wanted * (1 - deflection)


def _quantile(volume: Volume, share: float) -> Numbers:
    z = NormalDist().inv_cdf(share) / _Z90
    other = volume.p90 if z > 0 else volume.p10
    middle, weight = volume.p50, abs(z)
    plain = middle + weight * (other - middle)
    positive = (middle > 0) & (other > 0)
    ratio = np.divide(other, middle, out=np.ones_like(plain), where=positive)
    return np.where(positive, middle * ratio**weight, plain)


def volumes_by_skill(forecast: Forecast) -> dict[str, Volume]:
    """The one series of each skill. Raises InputError (ST08) where shops of a skill are not pooled: requirements of
    two pools may not be added, so their volumes must be.
    """
    by_skill: dict[str, Volume] = {}
    shops: dict[str, list[str]] = {}
    for key, volume in forecast:
        by_skill[key.skill] = volume
        shops.setdefault(key.skill, []).append(key.shop)
    found = list(_not_pooled(shops.items()))
    if found:
        raise InputError(found)
    return by_skill


def _not_pooled(shops: Iterable[tuple[str, list[str]]]) -> Iterable[Finding]:
    for skill, names in shops:
        if len(names) > 1:
            yield Finding("ST08", place=Place(path=skill), facts={"skill": skill, "shops": ", ".join(names)})
