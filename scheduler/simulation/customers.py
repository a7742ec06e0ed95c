"""The customers of one replication: the same ones for every staffing that is tried (common random numbers)."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.simulation.manner import ChatLength
from scheduler.simulation.own_chats import own_chats
from scheduler.simulation.window import LEAD_SECONDS
from scheduler.staffing.arrivals import Arrivals
from scheduler.staffing.goals import Goals

Counts = NDArray[np.int64]


@dataclass(frozen=True, eq=False, slots=True)
class Customers:
    """In order of arrival, every array of shape (customers,): moments and patience in seconds, `work` with mean 1,
    `replies` each chat needs and where its first one stands in `efforts` and `thinking` (seconds, one per reply).
    """

    arrived: Numbers
    patience: Numbers
    work: Numbers
    replies: Counts
    first_reply: Counts
    efforts: Numbers
    thinking: Numbers


def draw_customers(arrivals: Arrivals, goals: Goals, length: ChatLength, seed: np.random.SeedSequence) -> Customers:
    """One day's customers, from a lead-in before the horizon to its end.

    Arrivals are one Poisson process of unit rate, run through the running volume, and each trait has numbers of its
    own: with more volume the customers of before come earlier and further ones after them.
    """
    when, patient, working, replying, writing, thinking = (np.random.default_rng(one) for one in seed.spawn(6))
    arrived = _arrived(arrivals, when)
    own = own_chats(arrivals, goals, arrived)
    replies = replying.geometric(1 / (own.replies if own else goals.replies_per_chat), len(arrived))
    total = int(replies.sum())
    drawn = Customers(
        arrived=arrived,
        patience=patient.exponential(goals.patience_seconds, len(arrived)),
        work=length.draw(working, len(arrived)),
        replies=replies,
        first_reply=np.cumsum(replies) - replies,
        efforts=writing.exponential(goals.seconds_per_reply, total),
        thinking=thinking.exponential(goals.customer_think_seconds, total),
    )
    if own is None:
        return drawn
    return replace(drawn, work=drawn.work * own.work, efforts=drawn.efforts * np.repeat(own.effort, replies))


def _arrived(arrivals: Arrivals, random: np.random.Generator) -> Numbers:
    volumes = arrivals.steps.ravel()
    lead = arrivals.before * LEAD_SECONDS / arrivals.step_seconds
    running = np.concatenate(([0.0, lead], lead + np.cumsum(volumes)))
    moments = np.concatenate(([-LEAD_SECONDS], np.arange(len(volumes) + 1) * arrivals.step_seconds))
    units = np.cumsum(random.exponential(1.0, _enough(float(running[-1]))))
    arrived: Numbers = np.interp(units[units < running[-1]], running, moments)
    return arrived


def _enough(mean: float) -> int:
    """More than a Poisson number of this mean ever is."""
    return int(mean + 10 * np.sqrt(mean) + 20)
