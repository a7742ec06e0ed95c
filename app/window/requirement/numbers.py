"""A skill's requirement in the numbers that decide."""

from dataclasses import dataclass
from math import ceil

import numpy as np

from forecasts.forecast import Volume
from forecasts.horizon import Horizon
from scheduler.staffing.requirement import SkillRequirement

TOLERANCE = 1e-6


def shown_agents(requirement: float) -> int:
    """A requirement as people read it: rounded up once, a hair over a whole number is that number."""
    return ceil(requirement - TOLERANCE)


@dataclass(frozen=True, slots=True)
class RequirementFigures:
    """`agent_hours` of the whole horizon; the peak and its interval; `service_level` and `lost` over all inquiries;
    the goal that decides most inquiries and its share of them.
    """

    agent_hours: float
    peak: int
    peak_interval: int
    service_level: float | None
    lost: float
    decider: str
    decided: float


def requirement_figures(horizon: Horizon, skill: SkillRequirement, volume: Volume | None) -> RequirementFigures:
    """Figures of one skill; weighted by the volume where it is known, else by intervals."""
    weight = np.ones(len(skill.base)) if volume is None else volume.mean
    peak = int(np.argmax(skill.requirement))
    known = np.isfinite(skill.service.service_level)
    level = None
    if known.any() and weight[known].sum() > 0:
        level = float(np.average(skill.service.service_level[known], weights=weight[known]))
    shares: dict[str, float] = {}
    for goal, share in zip(skill.binding_goal, weight, strict=True):
        shares[goal] = shares.get(goal, 0.0) + float(share)
    decider = max(shares, key=lambda goal: shares[goal])
    return RequirementFigures(
        agent_hours=float(skill.requirement.sum()) * horizon.interval_hours,
        peak=shown_agents(float(skill.requirement[peak])),
        peak_interval=peak,
        service_level=level,
        lost=float(np.nansum(skill.service.lost)),
        decider=decider,
        decided=shares[decider] / max(sum(shares.values()), TOLERANCE),
    )


def hardest_day(horizon: Horizon, skill: SkillRequirement) -> int:
    """The day with the highest requirement."""
    return int(np.argmax(skill.requirement)) // horizon.intervals_per_day
