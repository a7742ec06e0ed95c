"""Whether there are seats for all agents that the requirement asks for at once."""

from math import ceil

import numpy as np

from forecasts.findings import Finding, Level
from scheduler.staffing.requirement import Requirement

_TOLERANCE = 1e-6


def seat_findings(requirement: Requirement, seat_limit: int | None) -> list[Finding]:
    """A warning (ST25) where all skills together ask for more agents than have a seat: the most asked for, when first,
    and for how many hours. One agent serves one skill at a time and holds one seat, worth a standard
    agent at most, so that the skills' requirements add up to the least heads.
    """
    if seat_limit is None or not requirement.skills:
        return []
    asked = np.sum([part.requirement for part in requirement.skills.values()], axis=0)
    beyond = asked > seat_limit + _TOLERANCE
    if not beyond.any():
        return []
    hours = float(beyond.sum()) * requirement.horizon.interval_hours
    start = requirement.horizon.starts()[int(np.argmax(asked))].astype("datetime64[m]").item()
    facts = {"seats": seat_limit, "agents": ceil(float(asked.max()) - _TOLERANCE), "start": start, "hours": hours}
    return [Finding("ST25", Level.WARNING, facts=facts)]
