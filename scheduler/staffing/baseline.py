"""The baseline planners know: every interval on its own, in the steady state of its mean volume (Erlang A with the
exact concurrency). It knows no backlog and no run-up, so it misjudges a promotion's opening; shown to compare with.
"""

from collections.abc import Sequence

from forecasts.horizon import Numbers
from scheduler.staffing.chain import steady_state
from scheduler.staffing.goals import Goals
from scheduler.staffing.measures import Decision, Measures, binding_goal, measure, misses
from scheduler.staffing.pool import Pool, queue_room
from scheduler.staffing.smallest import smallest_agents


def steady_measures(agents: float, volume: float, seconds: float, goals: Goals) -> Measures:
    """What `agents` (a real number) give in the steady state of `volume` inquiries in `seconds`."""
    arrivals = volume / seconds
    pool = Pool(agents, goals, queue_room(arrivals, goals.patience_seconds))
    shares = steady_state(pool, arrivals).shares
    return measure(pool, seconds * shares, volume * shares, float(shares @ pool.queue))


def staff_steady(volumes: Numbers, seconds: float, own: Sequence[Goals]) -> list[Decision]:
    """A decision for each interval of `seconds`; `volumes` of shape (intervals,), with the goals that hold in each."""
    decisions: list[Decision] = []
    for volume, goals in zip(volumes, own, strict=True):
        decisions.append(_staff_interval(float(volume), seconds, goals, decisions[-1].agents if decisions else 0))
    return decisions


def _staff_interval(volume: float, seconds: float, goals: Goals, guess: int) -> Decision:
    tried: dict[int, Measures] = {}

    def enough(agents: int) -> bool:
        tried[agents] = steady_measures(agents, volume, seconds, goals)
        return not misses(tried[agents], goals)

    agents = smallest_agents(enough, goals.minimum_present, guess)
    return Decision(agents, binding_goal(tried.get(agents - 1), agents, goals), tried[agents])
