"""The requirement at several quantiles of the forecast, as the load levels of a roster: how safely to plan."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from forecasts.forecast import Forecast
from scheduler.problem import LoadLevel
from scheduler.staffing.engine import staff
from scheduler.staffing.goals import Goals

LEVEL_SHARES: Mapping[str, float] = MappingProxyType({"p50": 0.65, "p80": 0.20, "p90": 0.15})
"""Each quantile stands for the loads nearer to it than to the next one; the lowest also for everything below it."""


def load_levels(
    forecast: Forecast, goals: Mapping[str, Goals], shares: Mapping[str, float] = LEVEL_SHARES
) -> dict[str, LoadLevel]:
    """Quantile to load level, all day long whatever the goals plan for. Raises InputError as `staff` does."""
    levels = {}
    for quantile, share in shares.items():
        asked = {key.skill: replace(goals.get(key.skill, Goals()), plan_for=quantile) for key in forecast.series}
        requirement = staff(forecast, asked)
        levels[quantile] = LoadLevel(share, {skill: part.requirement for skill, part in requirement})
    return levels
