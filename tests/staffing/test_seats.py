"""More agents required at once than there are seats."""

from datetime import date, datetime

import numpy as np
import pytest

from forecasts.horizon import Horizon
from scheduler.staffing.requirement import Requirement, Service, SkillRequirement
from scheduler.staffing.seats import seat_findings

HORIZON = Horizon(date(2026, 11, 11), 1, 30)


def required(**skills: float) -> Requirement:
    """A flat requirement, twice as high from eight to nine in the evening."""
    nothing = np.zeros(HORIZON.intervals)
    service = Service(*[nothing] * 7)
    level = np.where((np.arange(48) == 40) | (np.arange(48) == 41), 2.0, 1.0)
    parts = {name: SkillRequirement(level * n, level * n, ("",) * 48, service) for name, n in skills.items()}
    return Requirement(HORIZON, parts)


def test_skills_that_together_ask_for_more_than_the_seats_are_warned_of() -> None:
    (found,) = seat_findings(required(presale=6.2, aftersale=3.0), 18)
    assert found.code == "ST25"
    assert found.facts == {"seats": 18, "agents": 19, "start": datetime(2026, 11, 11, 20), "hours": 1.0}


@pytest.mark.parametrize("seats", [None, 19])
def test_enough_seats_or_no_limit_are_not_spoken_of(seats: int | None) -> None:
    assert seat_findings(required(presale=6.2, aftersale=3.0), seats) == []
