"""The seam of simulation: a forecast and a staffing or roster to the service they give, by playing days through."""

from collections.abc import Mapping, Sequence

import numpy as np

from forecasts.findings import refuse_if_any
from forecasts.forecast import Forecast
from forecasts.horizon import Numbers
from scheduler.simulation.ahead import ahead
from scheduler.simulation.day import Day
from scheduler.simulation.desks import desks_of
from scheduler.simulation.service import SimulatedService, Sums
from scheduler.simulation.trials import Trials, crowd_findings, for_skill, trials_findings
from scheduler.simulation.window import AgentWindow, windows_of_present, with_lead
from scheduler.staffing.arrivals import Arrivals, arrivals_of
from scheduler.staffing.checked import checked_volumes, goals_of, present_findings
from scheduler.staffing.forward import settled_agents
from scheduler.staffing.goals import Goals


def simulate(
    forecast: Forecast, present: Mapping[str, Numbers], goals: Mapping[str, Goals], trials: Trials | None = None
) -> Mapping[str, SimulatedService]:
    """The service that given agents give, by skill.

    `present`: skill to standard agents really at work in each interval, shape (intervals,), as for `predict`. Raises
    InputError as `predict` does, and for trials out of range (ST13) or too many customers (ST14).
    """
    arrivals, trials = checked_arrivals(forecast, goals), trials or Trials()
    refuse_if_any(present_findings(forecast.horizon, present, arrivals) + trials_findings(trials))
    found = {}
    for number, (skill, its) in enumerate(arrivals.items()):
        own = for_skill(trials, number, len(arrivals))
        found[skill] = simulate_present(its, np.asarray(present[skill], dtype=float), goals_of(goals, skill), own)
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
    arrivals, trials = checked_arrivals(forecast, goals), trials or Trials()
    refuse_if_any(trials_findings(trials))
    found = {}
    for number, (skill, its) in enumerate(arrivals.items()):
        own, work = for_skill(trials, number, len(arrivals)), goals_of(goals, skill)
        end = len(its.steps) * its.interval_seconds
        found[skill] = play(its, with_lead(windows.get(skill, ()), _before(its, work), end), work, own)
    return found


def checked_arrivals(forecast: Forecast, goals: Mapping[str, Goals]) -> dict[str, Arrivals]:
    """The arrivals of each skill. Raises InputError with everything wrong in the volumes and their goals, or where
    there are more customers than can be played one by one (ST14).
    """
    volumes = checked_volumes(forecast, goals)
    arrivals = {skill: arrivals_of(forecast.horizon, its, goals_of(goals, skill)) for skill, its in volumes.items()}
    refuse_if_any(finding for skill, its in arrivals.items() for finding in crowd_findings(skill, its))
    return arrivals


def simulate_present(arrivals: Arrivals, present: Numbers, goals: Goals, trials: Trials) -> SimulatedService:
    """One skill; agents present in each interval, shape (intervals,), fractions allowed."""
    windows = windows_of_present(present, arrivals.interval_seconds, _before(arrivals, goals))
    return play(arrivals, windows, goals, trials)


def play(arrivals: Arrivals, windows: Sequence[AgentWindow], goals: Goals, trials: Trials) -> SimulatedService:
    """One skill, with windows that include the lead-in before the horizon. The replications are played by `THREADS`
    at once and kept in their order; after a stop those that ran ahead of it are dropped.
    """
    day = Day(arrivals, desks_of(windows, goals, arrivals.own), goals, trials.manner)
    seeds = (np.random.SeedSequence(trials.seed, spawn_key=(number,)) for number in range(trials.replications))
    done: list[Sums] = []
    for sums in ahead(day.played, seeds):
        done.append(sums)
        if trials.on_progress:
            trials.on_progress(len(done) / trials.replications)
        if trials.stop and trials.stop():
            break
    return SimulatedService.of(done)


def _before(arrivals: Arrivals, goals: Goals) -> int:
    return settled_agents(arrivals.before, arrivals.step_seconds, goals)
