"""The ramp-up of new agents: productivity by days since hire."""

from dataclasses import dataclass
from datetime import date

from forecasts.horizon import Horizon
from scheduler.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Ramp:
    """From `first` standard agents on the day of hire in a straight line to 1 after `days`."""

    first: float
    days: int

    def at(self, since_hire: int) -> float:
        """What an agent is worth so many days after the day of hire."""
        return min(1.0, self.first + (1 - self.first) * max(0, since_hire) / self.days) if self.days > 0 else 1.0

    def over(self, horizon: Horizon, hired: date | None) -> float:
        """The mean over the days of a horizon; 1 for an agent whose day of hire is not known."""
        if hired is None:
            return 1.0
        since = [(horizon.day(day) - hired).days for day in range(horizon.days)]
        return sum(self.at(days) for days in since) / len(since)


def ramp_of(rulebook: Rulebook) -> Ramp | None:
    """The ramp of a rulebook, None where it is switched off."""
    first, days = rulebook.value("new_agent_productivity"), rulebook.value("ramp_days")
    return None if first is None or not days else Ramp(min(1.0, first), int(days))
