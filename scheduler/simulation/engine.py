"""The seam of simulation: a forecast and a staffing or roster to the service they give, by playing days through."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from forecasts.findings import refuse_if_any
from forecasts.forecast import Forecast
from forecasts.horizon import Numbers
from scheduler.simulation.customers import draw_customers
from scheduler.simulation.desks import Desks, desks_of
from scheduler.simulation.manner import Manner
from scheduler.simulation.message_mode import MessageFloor
from scheduler.simulation.rate_mode import RateFloor
from scheduler.simulation.service import SimulatedService
from scheduler.simulation.tally import Sums, Tally
from scheduler.simulation.window import AgentWindow, windows_of_present, with_lead
from scheduler.staffing.arrivals import Arrivals, arrivals_of
from scheduler.staffing.checked import checked_volumes, goals_of, present_findings
from scheduler.staffing.forward import settled_agents
from scheduler.staffing.goals import Goals

REPLICATIONS = 20

OnProgress = Callable[[float], None]
"""Called with the share done, 0–1."""
Stop = Callable[[], bool]
"""Asked after each replication."""


@dataclass(frozen=True, slots=True)
class Trials:
    """How often and how a day is played. The same seed and inputs give the same result; every staffing meets the same
    customers. `stop` ends after the replication under way, with those done.
    """

    replications: int = REPLICATIONS
    seed: int = 0
    manner: Manner = field(default_factory=Manner)
    on_progress: OnProgress | None = None
    stop: Stop | None = None


def simulate(
    forecast: Forecast, present: Mapping[str, Numbers], goals: Mapping[str, Goals], trials: Trials | None = None
) -> Mapping[str, SimulatedService]:
    """The service that given agents give, by skill.

    `present`: skill to standard agents really at work in each interval, shape (intervals,), as for `predict`. Raises
    InputError as `predict` does.
    """
    volumes = checked_volumes(forecast, goals)
    refuse_if_any(present_findings(forecast.horizon, present, volumes))
    found = {}
    for number, skill in enumerate(volumes):
        its = goals_of(goals, skill)
        arrivals = arrivals_of(forecast.horizon, volumes[skill], its)
        own = for_skill(trials or Trials(), number, len(volumes))
        found[skill] = simulate_present(arrivals, np.asarray(present[skill], dtype=float), its, own)
    return found


def simulate_windows(
    forecast: Forecast,
    windows: Mapping[str, Sequence[AgentWindow]],
    goals: Mapping[str, Goals],
    trials: Trials | None = None,
) -> Mapping[str, SimulatedService]:
    """The service that a roster gives: windows of agents at work on inquiries by skill, as `roster_windows` makes
    them; a skill without any has nobody. Raises InputError as `simulate` does.
    """
    volumes = checked_volumes(forecast, goals)
    found = {}
    for number, skill in enumerate(volumes):
        its = goals_of(goals, skill)
        arrivals = arrivals_of(forecast.horizon, volumes[skill], its)
        end = forecast.horizon.intervals * arrivals.interval_seconds
        shown = with_lead(windows.get(skill, ()), _before(arrivals, its), end)
        found[skill] = play(arrivals, shown, its, for_skill(trials or Trials(), number, len(volumes)))
    return found


def simulate_present(arrivals: Arrivals, present: Numbers, goals: Goals, trials: Trials) -> SimulatedService:
    """One skill; agents present in each interval, shape (intervals,), fractions allowed."""
    windows = windows_of_present(present, arrivals.interval_seconds, _before(arrivals, goals))
    return play(arrivals, windows, goals, trials)


def play(arrivals: Arrivals, windows: Sequence[AgentWindow], goals: Goals, trials: Trials) -> SimulatedService:
    """One skill, with windows that include the lead-in before the horizon."""
    desks = desks_of(windows, goals)
    edges = np.arange(len(arrivals.steps) + 1, dtype=float) * arrivals.interval_seconds
    tally = Tally(edges, goals, trials.manner)
    done: list[Sums] = []
    for number in range(trials.replications):
        seed = np.random.SeedSequence(trials.seed, spawn_key=(number,))
        done.append(_played(arrivals, desks, tally, seed))
        if trials.on_progress:
            trials.on_progress((number + 1) / trials.replications)
        if trials.stop and trials.stop():
            break
    return SimulatedService.of(done)


def _played(arrivals: Arrivals, desks: Desks, tally: Tally, seed: np.random.SeedSequence) -> Sums:
    manner = tally.manner
    customers = draw_customers(arrivals, tally.goals, manner.length, seed)
    mode = MessageFloor if manner.by_message else RateFloor
    floor = mode(customers, desks, manner.end_of_shift)
    floor.play()
    return tally.sums(customers, desks, floor)


def _before(arrivals: Arrivals, goals: Goals) -> int:
    return settled_agents(arrivals.before, arrivals.step_seconds, goals)


def part_of(report: OnProgress | None, number: int, of: int) -> OnProgress | None:
    """The progress of one of several parts, reported as a share of the whole."""
    return None if report is None else lambda done: report((number + done) / of)


def for_skill(trials: Trials, number: int, of: int) -> Trials:
    """Trials of one skill out of several, each with customers of its own."""
    return replace(trials, seed=trials.seed * of + number, on_progress=part_of(trials.on_progress, number, of))
