"""When the inquiries that reach an agent arrive, finer than the forecast's intervals, and the goals in force then."""

from dataclasses import dataclass

from forecasts.forecast import Volume
from forecasts.horizon import Horizon, Numbers
from scheduler.staffing.goals import Goals
from scheduler.staffing.goals_in_force import goals_by_interval
from scheduler.staffing.planned_volume import planned_volume
from scheduler.staffing.profile import arrival_profile, steps_of


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Inquiries that reach an agent: `steps` of shape (intervals, steps), and `before` in a step before the horizon.

    What came before is not known: taken is the first step's volume, but not more than the first day's average, so that
    an opening at the very start still comes as a jump. `own`: the goals in force in each interval; empty for those of
    the skill throughout.
    """

    steps: Numbers
    step_seconds: float
    before: float
    own: tuple[Goals, ...] = ()

    @property
    def interval_seconds(self) -> float:
        """Length of an interval."""
        return self.step_seconds * int(self.steps.shape[1])


def arrivals_of(horizon: Horizon, volume: Volume, goals: Goals) -> Arrivals:
    """The volume that is planned for and may not wait, spread over steps of about five minutes."""
    count = steps_of(horizon.interval_minutes)
    planned = planned_volume(volume, goals.plan_for, goals.robot_deflection, horizon) * (1 - goals.deferrable_share)
    steps = arrival_profile(planned, volume.phases, count)
    before = min(steps[0, 0], steps[: horizon.intervals_per_day].mean())
    own = goals_by_interval(goals, horizon, volume.work)
    return Arrivals(steps, horizon.interval_minutes * 60 / count, float(before), own)
