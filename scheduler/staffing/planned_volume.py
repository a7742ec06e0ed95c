"""Which volume is staffed for: one quantile of the forecast, less what the robot finishes alone."""

from collections.abc import Iterable

import numpy as np

from forecasts.findings import Finding, InputError, Place
from forecasts.forecast import Forecast, Volume
from forecasts.horizon import Horizon, Numbers
from forecasts.quantiles import quantile
from scheduler.staffing.plan_for import MEAN, plan_for_of


def planned_volume(volume: Volume, plan_for: str, deflection: float = 0.0, horizon: Horizon | None = None) -> Numbers:
    """Inquiries per interval that reach an agent, shape (intervals,), for a text that `plan_for_of` understands.

    Between P10, P50 and P90 `forecasts.quantiles` interpolates. Other quantiles for some hours need the horizon;
    ValueError without it, or for a text that says nothing of the kind.
    """
    return _wanted(volume, plan_for, horizon) * (1 - deflection)


def _wanted(volume: Volume, text: str, horizon: Horizon | None) -> Numbers:
    plan = plan_for_of(text)
    if plan is None or (plan.spans and horizon is None):
        raise ValueError(f"cannot plan for {text!r}")
    if horizon is None or not plan.spans:
        return _named(volume, plan.usually)
    names = plan.by_interval(horizon)
    wanted = np.empty(len(volume.p50))
    for name in np.unique(names):
        wanted[names == name] = _named(volume, str(name))[names == name]
    return wanted


def _named(volume: Volume, name: str) -> Numbers:
    return volume.mean if name == MEAN else quantile(volume, int(name[1:]) / 100)


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
            yield Finding("ST08", place=Place(path=skill), facts={"skill": skill, "shops": tuple(names)})
