"""The requirement with all that stands beside it: other quantiles, the baselines, and what cover is worth."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from forecasts.forecast import Forecast
from forecasts.horizon import Numbers
from scheduler.staffing.engine import staff, staff_baseline
from scheduler.staffing.erlang_c_baseline import erlang_c_requirement
from scheduler.staffing.goals import Goals
from scheduler.staffing.requirement import ERLANG_A, ERLANG_C, QUANTILES, VALUE, Requirement
from scheduler.staffing.value_of_cover import CustomerWorth, value_of_cover

OnStep = Callable[[float], None]
Mend = Callable[[Forecast, Mapping[str, Goals], Requirement, OnStep], Requirement]
"""Makes a better requirement of the chain's own, telling how far it is."""
Curves = dict[str, dict[str, Numbers]]


def unmended(_forecast: Forecast, _goals: Mapping[str, Goals], found: Requirement, _on_step: OnStep) -> Requirement:
    """The chain's own requirement as it is."""
    return found


def staff_with_curves(
    forecast: Forecast, goals: Mapping[str, Goals], on_step: OnStep = lambda _done: None, mend: Mend = unmended
) -> Requirement:
    """The requirement as `staff` finds it and `mend` makes it, every curve of `SkillRequirement` added; `value` for
    skills whose conversion and order value are known. Other quantiles are mended in the proportion that the one
    planned for is. Raises InputError as `staff` does.
    """
    own = staff(forecast, goals)
    steps = len(QUANTILES) + 3
    found = mend(forecast, goals, own, lambda done: on_step(done / steps))
    on_step(1 / steps)
    curves: Curves = {skill: {} for skill in found.skills}
    for number, quantile in enumerate(QUANTILES, start=2):
        at = _at(forecast, goals, quantile, own)
        _note(curves, quantile, {skill: numbers * _mended(own, found, skill) for skill, numbers in at.items()})
        on_step(number / steps)
    _note(curves, ERLANG_A, _required(staff_baseline(forecast, goals)))
    _note(curves, ERLANG_C, erlang_c_requirement(forecast, goals))
    on_step((steps - 1) / steps)
    _note(curves, VALUE, value_of_cover(forecast, found, goals, worth_of(goals)))
    skills = {skill: replace(part, curves={**part.curves, **curves[skill]}) for skill, part in found}
    return Requirement(found.horizon, skills)


def staff_for_roster(forecast: Forecast, goals: Mapping[str, Goals], mend: Mend = unmended) -> Requirement:
    """The same requirement with no curve but `value`: all that a roster is made from, several times as fast."""
    found = mend(forecast, goals, staff(forecast, goals), lambda _done: None)
    curves: Curves = {skill: {} for skill in found.skills}
    _note(curves, VALUE, value_of_cover(forecast, found, goals, worth_of(goals)))
    return Requirement(found.horizon, {skill: replace(part, curves=curves[skill]) for skill, part in found})


def worth_of(goals: Mapping[str, Goals]) -> dict[str, CustomerWorth]:
    """What a customer of each skill is worth, where that was told."""
    told = {skill: CustomerWorth(its.conversion, its.order_value) for skill, its in goals.items()}
    return {skill: worth for skill, worth in told.items() if worth.yuan > 0}


def _at(forecast: Forecast, goals: Mapping[str, Goals], quantile: str, found: Requirement) -> dict[str, Numbers]:
    """The requirement when all hours are planned for a quantile; known already where they are."""
    asked = {skill: replace(goals.get(skill, Goals()), plan_for=quantile) for skill in forecast.skills()}
    if asked == {skill: goals.get(skill, Goals()) for skill in asked}:
        return _required(found)
    return _required(staff(forecast, asked))


def _mended(own: Requirement, found: Requirement, skill: str) -> Numbers:
    """By which factor mending changed the requirement, shape (intervals,)."""
    before, after = own.skills[skill].requirement, found.skills[skill].requirement
    return np.divide(after, before, out=np.ones_like(after), where=before > 0)


def _required(requirement: Requirement) -> dict[str, Numbers]:
    return {skill: part.requirement for skill, part in requirement}


def _note(curves: Curves, name: str, found: Mapping[str, Numbers]) -> None:
    for skill, numbers in found.items():
        curves[skill][name] = numbers
