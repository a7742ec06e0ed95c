"""Where the bands of promotion phases run over the days: side by side in time, stacked when they overlap."""

from collections.abc import Callable
from dataclasses import dataclass

from app.window.formats import moment_text
from app.window.roster.plan import RosterPlan
from app.wording.names import name_of

MOST_LANES = 3
DENSE_LANES = 2


@dataclass(frozen=True, slots=True)
class Band:
    """One phase over the matrix. `start`, `end` in days from the horizon's start; `room`: where the next band of its
    lane begins, so that a short band may write its name beyond its end; `before`: until where its lane is taken, so
    that it may write it ahead of its start.
    """

    name: str
    start: float
    end: float
    lane: int
    room: float
    times: str
    before: float = 0.0


def bands_of(plan: RosterPlan, days_for: Callable[[str], float], most: int = MOST_LANES) -> tuple[Band, ...]:
    """Bands of every phase that touches the horizon, in at most `most` lanes; as long as there is room, each keeps its
    lane free for as many days as its name takes.
    """
    days, minutes = plan.horizon.days, 1440
    several = len({promotion.name for promotion, _phase in plan.phases()}) > 1
    placed: list[tuple[str, float, float, int, str]] = []
    taken: list[float] = []
    lanes: list[_Lane] = []
    for promotion, phase in plan.phases():
        start = max(0.0, plan.horizon.minute(phase.start) / minutes)
        end = min(float(days), plan.horizon.minute(phase.end) / minutes)
        name = f"{promotion.name} {name_of(phase.kind)}" if several else name_of(phase.kind)
        lane = _lane_for(lanes, start, most)
        taken.append(max(lanes[lane].band, lanes[lane].name) if lane < len(lanes) else 0.0)
        lanes[lane : lane + 1] = [_Lane(end, start + days_for(name))]
        placed.append((name, start, end, lane, f"{moment_text(phase.start)} – {moment_text(phase.end)}"))
    return tuple(
        Band(name, start, end, lane, _next_in_lane(placed, lane, end, days), times, before)
        for (name, start, end, lane, times), before in zip(placed, taken, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Lane:
    """Until when a lane is taken: by its last band, and by that band's name."""

    band: float
    name: float


def _lane_for(lanes: list[_Lane], start: float, most: int) -> int:
    """A lane free of band and name, else a new one; when there are enough, one whose band is over, else the last."""
    free = next((number for number, lane in enumerate(lanes) if max(lane.band, lane.name) <= start), None)
    if free is not None:
        return free
    if len(lanes) < most:
        return len(lanes)
    return next((number for number, lane in enumerate(lanes) if lane.band <= start), most - 1)


def _next_in_lane(placed: list[tuple[str, float, float, int, str]], lane: int, end: float, days: int) -> float:
    return min((start for _n, start, _e, other, _t in placed if other == lane and start >= end), default=float(days))
