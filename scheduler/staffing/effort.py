"""What one agent manages: a quick reading of the concurrency curve, light enough for the window."""

from scheduler.staffing.duration_curve import Measured, duration_at, measured_durations
from scheduler.staffing.goals import Goals


def handling_time_seconds(goals: Goals) -> float:
    """Effort of one agent per inquiry: that of all its replies."""
    return goals.seconds_per_reply * goals.replies_per_chat


def response_seconds(goals: Goals) -> list[float]:
    """Mean response at 1 … max concurrency: what measured durations leave beside the customer's thinking, a reply's
    effort at least; else by the recursion of `concurrency.concurrency_curve`.
    """
    thinking, measured = _thinking(goals), measured_durations(goals.chat_duration_by_level)
    if measured:
        return _measured_responses(goals, measured, thinking)
    found: list[float] = []
    waiting = 0.0
    for chats in range(1, goals.max_concurrency + 1):
        found.append(goals.seconds_per_reply * (1 + waiting))
        waiting = chats * found[-1] / (found[-1] + thinking)
    return found


def _measured_responses(goals: Goals, measured: Measured, thinking: float) -> list[float]:
    durations = (duration_at(measured, chats) for chats in range(1, goals.max_concurrency + 1))
    return [max(goals.seconds_per_reply, seconds / goals.replies_per_chat - thinking) for seconds in durations]


def working_level(goals: Goals) -> float:
    """Most chats an agent may hold on average for the response goal, between whole levels by interpolation."""
    found, most = response_seconds(goals), goals.goal.average_response_seconds
    if most is None or most >= found[-1]:
        return float(goals.max_concurrency)
    above = next(level for level, seconds in enumerate(found) if seconds > most)
    if above == 0:
        return 1.0
    return above + (most - found[above - 1]) / (found[above] - found[above - 1])


def chats_per_agent_hour(goals: Goals) -> float:
    """Chats that an agent at the working level finishes in an hour."""
    level, found = working_level(goals), response_seconds(goals)
    low = min(int(level), len(found)) - 1
    high = min(low + 1, len(found) - 1)
    response = found[low] + (level - low - 1) * (found[high] - found[low])
    duration = goals.replies_per_chat * (response + _thinking(goals))
    return 3600 * level / duration if duration > 0 else 0.0


def _thinking(goals: Goals) -> float:
    return (goals.replies_per_chat - 1) * goals.customer_think_seconds / goals.replies_per_chat
