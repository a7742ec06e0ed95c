"""Small days worked out by hand, and what must hold on any day."""

from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.simulation.customers import Customers, draw_customers
from scheduler.simulation.desks import Desks
from scheduler.simulation.manner import ChatLength, EndOfShift
from scheduler.staffing.arrivals import Arrivals
from scheduler.staffing.goals import Goals
from tests.simulation.reference_floor import NEVER, Floor
from tests.simulation.reference_messages import MessageFloor
from tests.simulation.reference_rates import RateFloor
from tests.simulation.simulation_days import customers, desks

BOTH = pytest.mark.parametrize("mode", [RateFloor, MessageFloor])
Mode = type[RateFloor] | type[MessageFloor]


def rates(them: Customers, there: Desks, end: EndOfShift = EndOfShift.FINISH) -> RateFloor:
    floor = RateFloor(them, there, end)
    floor.play()
    return floor


def messages(them: Customers, there: Desks, end: EndOfShift = EndOfShift.FINISH) -> MessageFloor:
    floor = MessageFloor(them, there, end)
    floor.play()
    return floor


def test_two_chats_share_their_agent() -> None:
    floor = rates(customers([0, 5]), desks((0, inf)))
    assert floor.started == [0, 5]
    assert floor.ended == pytest.approx([15, 20])


def test_a_third_chat_waits_until_a_place_is_free() -> None:
    floor = rates(customers([0, 5, 6]), desks((0, inf)))
    assert floor.started[2] == pytest.approx(15)


def test_a_customer_whose_patience_ends_is_never_taken() -> None:
    floor = rates(customers([0, 5, 6, 7], patience=[1e6, 1e6, 8, 100]), desks((0, inf)))
    assert floor.started[2] == NEVER
    assert floor.started[3] == pytest.approx(15)


@BOTH
def test_a_chat_goes_to_the_agent_with_the_fewest(mode: Mode) -> None:
    floor = mode(customers([0, 1, 2]), desks((0, inf), (0, inf)), EndOfShift.FINISH)
    floor.play()
    assert floor.desk_of == [0, 1, 0]


@BOTH
def test_nobody_is_taken_during_a_break_and_what_was_begun_is_finished(mode: Mode) -> None:
    floor = mode(customers([0, 6]), desks((0, 5), (65, inf)), EndOfShift.FINISH)
    floor.play()
    assert floor.started == [0, 65]
    assert floor.ended == pytest.approx([10, 75])
    assert floor.desk_of == [0, 1]


@BOTH
def test_with_nobody_present_all_customers_leave(mode: Mode) -> None:
    floor = mode(customers([0, 1], patience=[5, 5]), desks(), EndOfShift.FINISH)
    floor.play()
    assert floor.started == [NEVER, NEVER]


def test_a_chat_given_back_goes_before_those_who_wait_with_the_work_that_is_left() -> None:
    there = desks((0, 5), (65, inf))
    floor = rates(customers([0, 1, 2]), there, EndOfShift.TRANSFER)
    # both held chats advance at half speed from 1 to 5; they come back together, then the third is taken
    assert floor.started[:2] == [0, 1]
    assert floor.ended[0] == pytest.approx(65 + 2 * 7)
    assert floor.started[2] == pytest.approx(floor.ended[0])


def test_a_reply_under_way_begins_anew_with_the_agent_who_takes_over() -> None:
    floor = messages(customers([0], efforts=[[10]]), desks((0, 5), (65, inf)), EndOfShift.TRANSFER)
    assert floor.ended == [75]
    assert floor.response_times == [75]


def test_a_chat_given_back_while_the_customer_thinks_needs_nobody_until_the_customer_writes() -> None:
    there = desks((0, 15), (60, inf))
    floor = messages(customers([0], efforts=[[10, 10]], thinking=20), there, EndOfShift.TRANSFER)
    assert floor.replied_at == [10, 70]
    assert floor.response_times == [10, 40]


def test_messages_are_answered_one_at_a_time_in_their_order() -> None:
    floor = messages(customers([0, 2], efforts=[[10, 10], [10]]), desks((0, inf)))
    assert floor.replied_at == [10, 20, 40]
    assert floor.response_times == [10, 18, 10]
    assert floor.first_reply_at == [10, 20]


def test_an_agent_of_half_productivity_takes_twice_as_long_and_half_the_chats() -> None:
    floor = messages(customers([0, 1]), desks((0, inf, 0.5)))
    assert floor.ended == [20, 40]
    assert floor.started == [0, 20]


def test_responses_above_two_minutes_are_slow() -> None:
    floor = messages(customers([0, 1], efforts=[[119, 10], [150]]), desks((0, inf)))
    assert floor.slow_responses == [1, 1]


def played(
    mode: Mode, seed: int, windows: list[tuple[float, float, float]], end: EndOfShift
) -> tuple[Customers, Floor]:
    goals = Goals(max_concurrency=3, patience_seconds=120)
    them = draw_customers(Arrivals(np.full((4, 3), 4.0), 300, 2), goals, ChatLength(), np.random.SeedSequence(seed))
    there = desks(*windows, (3600, inf, 1.0), goals=goals)
    floor = mode(them, there, end)
    floor.play()
    return them, floor


@BOTH
@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 1000),
    spans=st.lists(
        st.tuples(st.integers(-3600, 3000), st.integers(60, 3600), st.sampled_from([0.4, 1.0])), min_size=1, max_size=5
    ),
    end=st.sampled_from(list(EndOfShift)),
)
def test_everybody_is_served_or_gone_in_the_order_of_arrival(
    mode: Mode, seed: int, spans: list[tuple[int, int, float]], end: EndOfShift
) -> None:
    windows = [(float(start), float(start + length), worth) for start, length, worth in spans]
    them, floor = played(mode, seed, windows, end)
    started, ended = np.array(floor.started), np.array(floor.ended)
    answered = started != NEVER
    wait = (started - them.arrived)[answered]
    assert np.all(ended[answered] > started[answered])
    assert np.all((wait >= 0) & (wait <= them.patience[answered]))
    assert np.all(np.diff(started[answered]) >= 0)
    assert set(floor.level) == {0}
    assert all(0 < chats <= 3 and until >= since for _, since, until, chats in floor.stretches)
