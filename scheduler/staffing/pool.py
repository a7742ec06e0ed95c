"""Agents of one skill who share their chats: what happens a second, by the number of chats in the system.

A chat goes to the agent with the fewest; one agent holds at most K; further customers wait in one queue and leave
when their patience ends. So x chats spread as evenly as they can over n agents, each at its level's speed
(limited processor sharing: Luo & Zhang 2013, Tezcan & Zhang 2014).
"""

from dataclasses import dataclass
from functools import cached_property
from math import ceil, sqrt

import numpy as np

from forecasts.horizon import Numbers
from scheduler.staffing.concurrency import curve_of, prompt_shares
from scheduler.staffing.exam_window import FIRST_RESPONSE, ExamWindow
from scheduler.staffing.goals import Goals
from scheduler.staffing.waiting import answered_share, answered_within_share, wait_when_answered


def queue_room(arrivals_per_second: float, patience_seconds: float) -> int:
    """Waiting places that are practically never exceeded: if nobody answered at all, the queue would still be at most
    Poisson around arrivals × patience.
    """
    mean = arrivals_per_second * patience_seconds
    return ceil(mean + 8 * sqrt(mean) + 20)


@dataclass(frozen=True, eq=False)
class Pool:
    """`agents` at work (a real number ≥ 0) and the states 0 … capacity + room; every array has shape (states,)."""

    agents: float
    goals: Goals
    room: int

    @property
    def capacity(self) -> float:
        """Chats that all agents together may hold."""
        return self.agents * self.goals.max_concurrency

    @cached_property
    def chats(self) -> Numbers:
        """Chats in the system, waiting ones included."""
        return np.arange(ceil(self.capacity) + self.room + 1, dtype=float)

    @cached_property
    def queue(self) -> Numbers:
        """Customers waiting."""
        return np.maximum(self.chats - self.capacity, 0)

    @cached_property
    def completions(self) -> Numbers:
        """Chats finished a second."""
        return self._over_agents(curve_of(self.goals).chats_per_second)

    @cached_property
    def departures(self) -> Numbers:
        """Chats finished and customers leaving unanswered, a second."""
        return self.completions + self.queue / self.goals.patience_seconds

    @cached_property
    def replies(self) -> Numbers:
        """Replies a second."""
        return self._over_agents(curve_of(self.goals).replies_per_second)

    @cached_property
    def messages(self) -> Numbers:
        """Messages waiting for their reply at the agents; divided by `replies`, the mean response (Little)."""
        curve = curve_of(self.goals)
        return self._over_agents(curve.replies_per_second * curve.response_seconds)

    @cached_property
    def slow_replies(self) -> Numbers:
        """Replies a second in chats that become slow."""
        curve = curve_of(self.goals)
        return self._over_agents(curve.replies_per_second * curve.slow_share)

    @cached_property
    def answered(self) -> Numbers:
        """Probability that one who arrives now is answered before leaving."""
        return self._of_arrivals(1.0, answered_share(self._speed, self._ahead, self.goals.patience_seconds))

    @cached_property
    def answered_within(self) -> Numbers:
        """Probability that one who arrives now is taken up within the goal's time."""
        within = self.goals.goal.answer_within_seconds
        return self._of_arrivals(
            1.0, answered_within_share(self._speed, self._ahead, self.goals.patience_seconds, within)
        )

    @cached_property
    def first_response(self) -> Numbers:
        """Expected seconds until the first reply, times the probability of being answered."""
        response = curve_of(self.goals).response_seconds
        joined = np.minimum(self._level, self.goals.max_concurrency - 1).astype(int)
        wait = self._of_arrivals(0.0, wait_when_answered(self._speed, self._ahead, self.goals.patience_seconds))
        seconds: Numbers = wait + self.answered * response[joined]
        return seconds

    @cached_property
    def exams(self) -> tuple[tuple[Numbers, Numbers], ...]:
        """For each exam window of the goals: of one who arrives now, the probability of a first reply in time; and
        further replies in time a second (none where only first replies count).
        """
        return tuple(self._exam(window) for window in self.goals.exam_windows)

    def _exam(self, window: ExamWindow) -> tuple[Numbers, Numbers]:
        goals = self.goals
        prompt = prompt_shares(
            goals.max_concurrency,
            goals.seconds_per_reply,
            goals.customer_think_seconds,
            goals.replies_per_chat,
            window.within_seconds,
        )
        if window.metric == FIRST_RESPONSE:
            return self._first_within(window.within_seconds, prompt), np.zeros(len(self.chats))
        further = (goals.replies_per_chat - 1) / goals.replies_per_chat * curve_of(goals).replies_per_second
        return self._first_within(window.within_seconds, prompt), self._over_agents(further * prompt)

    def _first_within(self, seconds: float, prompt: Numbers) -> Numbers:
        """Who need not wait finds the level of the others; who waits has the mean time of a full agent's reply less."""
        joined = np.minimum(self._level, self.goals.max_concurrency - 1).astype(int)
        left = max(0.0, seconds - float(curve_of(self.goals).response_seconds[-1]))
        waiting = answered_within_share(self._speed, self._ahead, self.goals.patience_seconds, left)
        return np.concatenate((prompt[joined[: self._first_waiting]], waiting))

    @cached_property
    def _level(self) -> Numbers:
        """Chats held by one agent."""
        full = float(self.goals.max_concurrency)
        return np.minimum(self.chats / self.agents, full) if self.agents > 0 else np.full(len(self.chats), full)

    @property
    def _speed(self) -> float:
        """Chats finished a second when every agent is full."""
        return float(self.completions[-1])

    @cached_property
    def _first_waiting(self) -> int:
        """The least number of chats at which a newcomer (partly) waits."""
        return max(0, ceil(self.capacity - 1 + 1e-9))

    @cached_property
    def _ahead(self) -> Numbers:
        """Customers before a newcomer who waits; from -1, where he just does not."""
        return self.chats[self._first_waiting :] - self.capacity

    def _over_agents(self, by_level: Numbers) -> Numbers:
        """Sum over agents of something given at levels 1 … K (0 at level 0)."""
        levels = np.arange(len(by_level) + 1)
        summed: Numbers = self.agents * np.interp(self._level, levels, np.concatenate(([0.0], by_level)))
        return summed

    def _of_arrivals(self, at_once: float, waiting: Numbers) -> Numbers:
        """By chats in the system: `at_once` for those who need not wait, then the others'."""
        return np.concatenate((np.full(self._first_waiting, at_once), waiting))
