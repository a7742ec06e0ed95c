"""The compiled floor is the readable one, customer by customer, and counts what that one's records add up to."""

from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.simulation.counting import MEASURED_SECONDS
from scheduler.simulation.customers import Customers, draw_customers
from scheduler.simulation.day import Day
from scheduler.simulation.desks import Desks
from scheduler.simulation.floor import Floor as CompiledFloor
from scheduler.simulation.floor import floor_of
from scheduler.simulation.kernel import play_through
from scheduler.simulation.manner import ChatLength, EndOfShift, Manner
from scheduler.simulation.service import Sums
from scheduler.staffing.arrivals import Arrivals
from scheduler.staffing.goals import SLOW_RESPONSES_ALLOWED, Goals
from tests.simulation.reference_floor import NEVER, Floor
from tests.simulation.reference_messages import MessageFloor
from tests.simulation.reference_rates import RateFloor
from tests.simulation.reference_spans import by_interval, most_at_once, present_at, spread
from tests.simulation.simulation_days import desks

GOALS = Goals(max_concurrency=3, patience_seconds=120, seconds_per_reply=25)
ARRIVALS = Arrivals(np.full((4, 3), 6.0), 300, 2)
EDGES = np.linspace(0.0, 3600.0, 5)
WINDOWS = st.lists(
    st.tuples(st.integers(-3600, 3000), st.integers(60, 3600), st.sampled_from([0.4, 0.7, 1.0])),
    min_size=1,
    max_size=6,
)


def both(
    by_message: bool, seed: int, windows: list[tuple[int, int, float]], end: EndOfShift
) -> tuple[Customers, Desks, Floor, CompiledFloor, Sums]:
    them = draw_customers(ARRIVALS, GOALS, ChatLength(), np.random.SeedSequence(seed))
    there = desks(*((float(a), float(a + b), c) for a, b, c in windows), (3600.0, inf, 1.0), goals=GOALS)
    manner = Manner(by_message, end_of_shift=end)
    readable = (MessageFloor if by_message else RateFloor)(them, there, end)
    readable.play()
    compiled = floor_of(them, there, GOALS, manner, EDGES)
    play_through(compiled)
    sums = Day(ARRIVALS, there, GOALS, manner).played(np.random.SeedSequence(seed))
    return them, there, readable, compiled, sums


@pytest.mark.parametrize("by_message", [False, True])
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), windows=WINDOWS, end=st.sampled_from(list(EndOfShift)))
def test_every_customer_fares_alike(
    by_message: bool, seed: int, windows: list[tuple[int, int, float]], end: EndOfShift
) -> None:
    _, _, readable, compiled, _ = both(by_message, seed, windows, end)
    records = ["started", "ended", "desk_of", "joined"]
    records += ["first_reply_at", "slow_responses"] if by_message else []
    for name in records:
        assert compiled.customers[name].tolist() == getattr(readable, name), name


@pytest.mark.parametrize("by_message", [False, True])
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), windows=WINDOWS, end=st.sampled_from(list(EndOfShift)))
def test_the_sums_are_those_of_the_records(
    by_message: bool, seed: int, windows: list[tuple[int, int, float]], end: EndOfShift
) -> None:
    them, there, floor, _, sums = both(by_message, seed, windows, end)
    of_chats = message_sums(floor) if isinstance(floor, MessageFloor) else rate_sums(there, floor)
    expected = {**customer_sums(them, floor), **desk_sums(there, floor), **of_chats}
    for name, numbers in expected.items():
        assert sums[name] == pytest.approx(numbers, abs=1e-6), name


def customer_sums(them: Customers, floor: Floor) -> Sums:
    arrived, started, ended = them.arrived, np.array(floor.started), np.array(floor.ended)
    answered = started != NEVER
    wait = np.where(answered, started - arrived, them.patience)
    return {
        "arrivals": by_interval(arrived, EDGES),
        "answered": by_interval(arrived[answered], EDGES),
        "in_time": by_interval(arrived[answered & (wait <= GOALS.goal.answer_within_seconds)], EDGES),
        "long": by_interval(arrived[answered & (ended - started > 900)], EDGES),
        "lost": by_interval((arrived + wait)[~answered], EDGES),
        "backlog": present_at(arrived, arrived + wait, EDGES[1:]),
        "measured_concurrency": most_at_once(
            np.array(floor.desk_of)[answered],
            started[answered] - MEASURED_SECONDS,
            ended[answered] + MEASURED_SECONDS,
            EDGES,
        ),
    }


def desk_sums(there: Desks, floor: Floor) -> Sums:
    present = spread(there.starts, np.minimum(there.ends, EDGES[-1]), np.ones(len(there.ends)), EDGES)
    desk, start, end, _ = stretches(floor)
    after = end > there.ends[desk]
    over = spread(np.maximum(start, there.ends[desk])[after], end[after], np.ones(int(after.sum())), EDGES)
    return {"present_seconds": present, "overtime_seconds": over}


def rate_sums(there: Desks, floor: Floor) -> Sums:
    desk, start, end, level = stretches(floor)
    rate, response = there.replies[desk, level], there.responses[desk, level]
    paid = np.clip(end, start, np.maximum(there.ends[desk], start))
    effort = rate * GOALS.seconds_per_reply / there.productivity[desk]
    return {
        "replies": spread(start, end, rate, EDGES),
        "response_seconds": spread(start, end, rate * response, EDGES),
        "effort_seconds": spread(start, paid, effort, EDGES),
        "slow": spread(start, end, rate * there.slow[desk, level], EDGES),
    }


def message_sums(floor: MessageFloor) -> Sums:
    arrived = np.array(floor._arrived)
    answered = np.array(floor.started) != NEVER
    slow = answered & (np.array(floor.slow_responses) > SLOW_RESPONSES_ALLOWED)
    first = np.array(floor.first_reply_at) - arrived
    return {
        "replies": by_interval(np.array(floor.replied_at), EDGES),
        "response_seconds": by_interval(np.array(floor.replied_at), EDGES, np.array(floor.response_times)),
        "slow": by_interval(arrived[slow], EDGES),
        "first_response_seconds": by_interval(arrived[answered], EDGES, first[answered]),
    }


def stretches(floor: Floor) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    desk, start, end, level = zip(*floor.stretches, strict=True) if floor.stretches else ((), (), (), ())
    return np.array(desk, dtype=int), np.array(start), np.array(end), np.array(level, dtype=int)
