"""What holding several chats at once does to an agent's replies: duration curve, saturation, slow replies.

Machine-repair model solved by mean-value analysis: every chat is a customer who thinks, writes, and waits for the
one agent to reply; a = seconds per reply, z' = (R - 1) z / R thinking per reply, R replies per chat.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import log

import numpy as np
from scipy.special import gammaincc

from forecasts.horizon import Numbers
from scheduler.staffing.duration_curve import duration_at, measured_durations
from scheduler.staffing.goals import SLOW_RESPONSE_SECONDS, SLOW_RESPONSES_ALLOWED, Goals


@dataclass(frozen=True, eq=False, slots=True)
class ConcurrencyCurve:
    """One value per number of chats held, 1 … max concurrency, arrays of shape (max_concurrency,).

    `response_seconds`: mean time from a customer's message to the reply. `chat_duration_seconds`: whole chat.
    `replies_per_second`: by one agent. `utilisation`: share of time spent replying. `slow_share`: chats with more
    slow responses than allowed.
    """

    response_seconds: Numbers
    chat_duration_seconds: Numbers
    replies_per_second: Numbers
    utilisation: Numbers
    slow_share: Numbers
    saturation_level: float

    @property
    def chats_per_second(self) -> Numbers:
        """Chats one agent finishes."""
        levels = np.arange(1, len(self.chat_duration_seconds) + 1)
        finished: Numbers = levels / self.chat_duration_seconds
        return finished

    def allowed_level(self, response_seconds: float) -> float:
        """Most chats an agent may hold, between whole levels by interpolation, for a mean response within
        `response_seconds`; 0 when even a single chat takes longer.
        """
        if response_seconds < self.response_seconds[0]:
            return 0.0
        levels = np.arange(1, len(self.response_seconds) + 1)
        return float(np.interp(response_seconds, self.response_seconds, levels))


@lru_cache(maxsize=64)
def concurrency_curve(
    max_concurrency: int, seconds_per_reply: float, customer_think_seconds: float, replies_per_chat: float
) -> ConcurrencyCurve:
    """The curve by mean-value analysis: response(n) = a (1 + Q(n-1)), X(n) = n / (response + z'), Q(n) = X response."""
    thinking = (replies_per_chat - 1) * customer_think_seconds / replies_per_chat
    response = np.empty(max_concurrency)
    waiting = 0.0
    for index in range(max_concurrency):
        response[index] = seconds_per_reply * (1 + waiting)
        waiting = (index + 1) * response[index] / (response[index] + thinking)
    replies = np.arange(1, max_concurrency + 1) / (response + thinking)
    late = late_response_shares(max_concurrency, seconds_per_reply, thinking)
    return ConcurrencyCurve(
        response_seconds=response,
        chat_duration_seconds=replies_per_chat * (response + thinking),
        replies_per_second=replies,
        utilisation=replies * seconds_per_reply,
        slow_share=slow_share(late, replies_per_chat),
        saturation_level=(seconds_per_reply + thinking) / seconds_per_reply,
    )


def curve_of(goals: Goals) -> ConcurrencyCurve:
    """The curve of a skill's parameters; where durations were measured, with those."""
    work = (goals.max_concurrency, goals.seconds_per_reply, goals.customer_think_seconds, goals.replies_per_chat)
    if not goals.chat_duration_by_level:
        return concurrency_curve(*work)
    return measured_curve(*work, goals.chat_duration_by_level)


@lru_cache(maxsize=64)
def measured_curve(
    max_concurrency: int,
    seconds_per_reply: float,
    customer_think_seconds: float,
    replies_per_chat: float,
    durations: str,
) -> ConcurrencyCurve:
    """The curve of measured durations: replies take what the customer's thinking leaves of them, effort at least.
    How responses scatter around their mean is that of the model, stretched to the mean measured.
    """
    modelled = concurrency_curve(max_concurrency, seconds_per_reply, customer_think_seconds, replies_per_chat)
    measured = measured_durations(durations) or ()
    levels = np.arange(1, max_concurrency + 1)
    duration = np.array([duration_at(measured, int(level)) for level in levels])
    thinking = (replies_per_chat - 1) * customer_think_seconds / replies_per_chat
    response = np.maximum(duration / replies_per_chat - thinking, seconds_per_reply)
    replies = levels * replies_per_chat / duration
    limits = SLOW_RESPONSE_SECONDS * modelled.response_seconds / response
    late = np.array(
        [
            late_response_shares(int(n), seconds_per_reply, thinking, float(s))[-1]
            for n, s in zip(levels, limits, strict=True)
        ]
    )
    return ConcurrencyCurve(
        response_seconds=response,
        chat_duration_seconds=duration,
        replies_per_second=replies,
        utilisation=np.minimum(replies * seconds_per_reply, 1.0),
        slow_share=slow_share(late, replies_per_chat),
        saturation_level=modelled.saturation_level,
    )


@lru_cache(maxsize=64)
def prompt_shares(
    max_concurrency: int,
    seconds_per_reply: float,
    customer_think_seconds: float,
    replies_per_chat: float,
    seconds: float,
) -> Numbers:
    """Share of responses within `seconds` at 1 … max chats held."""
    thinking = (replies_per_chat - 1) * customer_think_seconds / replies_per_chat
    shares: Numbers = 1 - late_response_shares(max_concurrency, seconds_per_reply, thinking, seconds)
    return shares


def late_response_shares(
    max_concurrency: int, seconds_per_reply: float, thinking_seconds: float, seconds: float = SLOW_RESPONSE_SECONDS
) -> Numbers:
    """Share of responses slower than `seconds` at 1 … max chats held, exponential reply effort.

    A message finds k others waiting as in a system with one chat fewer (arrival theorem); it then takes k + 1 replies.
    """
    shares = np.empty(max_concurrency)
    for others in range(max_concurrency):
        found = _messages_found(others, seconds_per_reply, thinking_seconds)
        late = gammaincc(np.arange(1, others + 2), seconds / seconds_per_reply)
        shares[others] = np.dot(found, late)
    return shares


def _messages_found(chats: int, seconds_per_reply: float, thinking_seconds: float) -> Numbers:
    """Distribution of 0 … chats messages at an agent: p(k) ∝ chats! / (chats - k)! (a / z')^k."""
    if thinking_seconds == 0:
        all_of_them: Numbers = np.eye(chats + 1)[chats]
        return all_of_them
    steps = np.log(np.arange(chats, 0, -1)) + log(seconds_per_reply) - log(thinking_seconds)
    logs = np.concatenate(([0.0], np.cumsum(steps)))
    weights = np.exp(logs - logs.max())
    shares: Numbers = weights / weights.sum()
    return shares


def slow_share(late: Numbers, replies_per_chat: float) -> Numbers:
    """Chats with more than `SLOW_RESPONSES_ALLOWED` late responses, for a geometric number of replies.

    From any reply on, another late one comes with f = p / (1 - (1 - p) s), s = 1 - 1/R; then it must happen again.
    """
    going_on = 1 - 1 / replies_per_chat
    once = late / (1 - (1 - late) * going_on)
    share: Numbers = once * (going_on * once) ** SLOW_RESPONSES_ALLOWED
    return share
