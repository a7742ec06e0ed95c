"""What one replication gave, summed by interval: the numerators and denominators of every measure."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.simulation.customers import Customers
from scheduler.simulation.desks import Desks
from scheduler.simulation.floor import NEVER, Floor
from scheduler.simulation.manner import Manner
from scheduler.simulation.message_mode import MessageFloor
from scheduler.simulation.spans import by_interval, most_at_once, present_at, spread
from scheduler.staffing.goals import SLOW_RESPONSES_ALLOWED, Goals

MEASURED_SECONDS = 120.0
"""A platform counts a customer as being served from this long before the chat to as long after it."""
Places = NDArray[np.int64]
Sums = Mapping[str, Numbers]
"""Name to sums of shape (intervals,)."""


@dataclass(frozen=True, eq=False)
class Tally:
    """Counts one skill's replications. `edges`: borders of the intervals in seconds."""

    edges: Numbers
    goals: Goals
    manner: Manner

    def sums(self, customers: Customers, desks: Desks, floor: Floor) -> Sums:
        """The sums of one replication; customers by their arrival, the rest by the clock."""
        replies = (
            self._messages(customers, desks, floor)
            if isinstance(floor, MessageFloor)
            else self._rates(customers, desks, floor)
        )
        return self._customers(customers, floor) | self._desks(desks, floor) | replies

    def _customers(self, customers: Customers, floor: Floor) -> dict[str, Numbers]:
        arrived, started, ended = customers.arrived, np.array(floor.started), np.array(floor.ended)
        answered = started != NEVER
        wait = np.where(answered, started - arrived, customers.patience)
        long = answered & (ended - started > self.manner.long_chat_seconds)
        in_time = answered & (wait <= self.goals.goal.answer_within_seconds)
        return {
            "arrivals": by_interval(arrived, self.edges),
            "answered": by_interval(arrived[answered], self.edges),
            "in_time": by_interval(arrived[in_time], self.edges),
            "long": by_interval(arrived[long], self.edges),
            "lost": by_interval((arrived + wait)[~answered], self.edges),
            "backlog": present_at(arrived, arrived + wait, self.edges[1:]),
            "measured_concurrency": most_at_once(
                np.array(floor.desk_of)[answered],
                started[answered] - MEASURED_SECONDS,
                ended[answered] + MEASURED_SECONDS,
                self.edges,
            ),
        }

    def _desks(self, desks: Desks, floor: Floor) -> dict[str, Numbers]:
        present = spread(desks.starts, np.minimum(desks.ends, self.edges[-1]), np.ones(len(desks.ends)), self.edges)
        desk, start, end, _ = _stretches(floor)
        after = end > desks.ends[desk]
        over = spread(np.maximum(start, desks.ends[desk])[after], end[after], np.ones(int(after.sum())), self.edges)
        return {"present_seconds": present, "overtime_seconds": over}

    def _rates(self, customers: Customers, desks: Desks, floor: Floor) -> dict[str, Numbers]:
        """Replies as the level of chats lets expect them."""
        desk, start, end, level = _stretches(floor)
        rate, response = desks.replies[desk, level], desks.responses[desk, level]
        effort = rate * self.goals.seconds_per_reply / desks.productivity[desk]
        inside = np.clip(end, start, np.maximum(desks.ends[desk], start))
        answered = np.array(floor.started) != NEVER
        arrived, waited = customers.arrived[answered], (np.array(floor.started) - customers.arrived)[answered]
        first = desks.responses[np.array(floor.desk_of)[answered], np.array(floor.joined)[answered]]
        return {
            "replies": spread(start, end, rate, self.edges),
            "response_seconds": spread(start, end, rate * response, self.edges),
            "effort_seconds": spread(start, inside, effort, self.edges),
            "slow": spread(start, end, rate * desks.slow[desk, level], self.edges),
            "slow_of": spread(start, end, rate, self.edges),
            "first_response_seconds": by_interval(arrived, self.edges, waited + first),
        }

    def _messages(self, customers: Customers, desks: Desks, floor: MessageFloor) -> dict[str, Numbers]:
        """Replies as they were given."""
        at, desk, effort = np.array(floor.replied_at), np.array(floor.reply_desks, dtype=int), floor.reply_efforts
        paid = at < desks.ends[desk]
        answered = np.array(floor.started) != NEVER
        arrived = customers.arrived[answered]
        slow = np.array(floor.slow_responses)[answered] > SLOW_RESPONSES_ALLOWED
        first = np.array(floor.first_reply_at)[answered] - arrived
        return {
            "replies": by_interval(at, self.edges),
            "response_seconds": by_interval(at, self.edges, np.array(floor.response_times)),
            "effort_seconds": by_interval(at[paid], self.edges, np.array(effort)[paid]),
            "slow": by_interval(arrived[slow], self.edges),
            "slow_of": by_interval(arrived, self.edges),
            "first_response_seconds": by_interval(arrived, self.edges, first),
        }


def _stretches(floor: Floor) -> tuple[Places, Numbers, Numbers, Places]:
    """Desk, from, to and chats held, each of shape (stretches,)."""
    desk, start, end, level = zip(*floor.stretches, strict=True) if floor.stretches else ((), (), (), ())
    return np.array(desk, dtype=int), np.array(start), np.array(end), np.array(level, dtype=int)
