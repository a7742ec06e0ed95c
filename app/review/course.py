"""One course of the horizon, interval by interval: what it would have required and the service a roster gives."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from app.comparison import asked_of, services_of
from forecasts.forecast import Forecast
from forecasts.horizon import Numbers
from scheduler.cover import cover, serving
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.staffing.engine import staff
from scheduler.staffing.goals import Goals
from scheduler.staffing.value_of_cover import CustomerWorth


@dataclass(frozen=True, eq=False, slots=True)
class Course:
    """Arrays of shape (intervals,), skills added: `shortage` and `surplus` agent-hours against what the course itself
    requires; `asked` inquiries for agents, `answered` of them in time; `lost` customers and the yuan that they
    would have brought, `lost_sales`. `required`, `covered`: skill to standard agents.
    """

    required: Mapping[str, Numbers]
    covered: Mapping[str, Numbers]
    shortage: Numbers
    surplus: Numbers
    asked: Numbers
    answered: Numbers
    lost: Numbers
    lost_sales: Numbers


def course_of(problem: Problem, roster: Roster, volumes: Forecast, goals: Mapping[str, Goals]) -> Course:
    """A roster in one course; as in the comparison of scenarios its surplus serves too. Raises as `staff` does."""
    required = {skill: part.requirement for skill, part in staff(volumes, goals)}
    of_course = replace(problem, requirement=required, load_levels=())
    present = cover(of_course, roster)
    hours = problem.horizon.interval_hours
    asked, answered, lost, lost_sales = _served(volumes, serving(of_course, roster), goals)
    shortage = np.sum([present.shortage[skill] for skill in required], axis=0) * hours
    surplus = present.surplus * hours
    return Course(required, present.covered, shortage, surplus, asked, answered, lost, lost_sales)


def _served(volumes: Forecast, present: Mapping[str, Numbers], goals: Mapping[str, Goals]) -> Numbers:
    """Asked, answered, lost and lost sales, shape (4, intervals)."""
    services = services_of(volumes, present, goals)
    asked = asked_of(volumes, goals)
    found = np.zeros((4, volumes.horizon.intervals))
    for skill, service in services.items():
        its, lost = goals.get(skill, Goals()), np.nan_to_num(service.lost)
        found[0] += asked[skill]
        found[1] += np.nan_to_num(service.service_level) * asked[skill]
        found[2] += lost
        found[3] += lost * CustomerWorth(its.conversion, its.order_value).yuan
    return found
