from math import inf

import numpy as np
import pytest

from scheduler.simulation.window import LEAD_SECONDS, AgentWindow, windows_of_present, with_lead
from tests.simulation.reference_spans import by_interval, most_at_once, present_at, spread

EDGES = np.array([0.0, 100.0, 200.0])


def test_who_has_been_there_longest_leaves_first() -> None:
    windows = windows_of_present(np.array([2.0, 3.0, 1.0]), 900, before=2)
    early = AgentWindow(-LEAD_SECONDS, 1800)
    assert windows == [early, early, AgentWindow(900, inf)]


def test_a_fraction_is_an_agent_of_that_productivity() -> None:
    windows = windows_of_present(np.array([1.25, 1.0]), 900, before=0)
    assert windows == [AgentWindow(0, 900, 0.25), AgentWindow(0, inf)]


def test_windows_give_the_agents_they_were_made_from() -> None:
    present = np.array([3.0, 0.0, 4.5, 4.5, 2.0])
    windows = windows_of_present(present, 100, before=1)
    edges = np.linspace(0.0, 500.0, 6)
    starts, ends = np.array([w.start for w in windows]), np.minimum([w.end for w in windows], 500)
    worth = np.array([w.productivity for w in windows])
    assert spread(starts, ends, worth, edges) / 100 == pytest.approx(present)


def test_a_roster_is_led_in_by_its_own_agents_first() -> None:
    given = [AgentWindow(0, 500), AgentWindow(300, 900)]
    led = with_lead(given, before=2, end=900)
    assert led == [AgentWindow(-LEAD_SECONDS, 0), AgentWindow(-LEAD_SECONDS, 500), AgentWindow(300, inf)]


def test_seconds_are_counted_in_the_intervals_they_fall_in() -> None:
    seconds = spread(np.array([-50.0, 50.0, 150.0]), np.array([20.0, 120.0, 400.0]), np.array([1.0, 2.0, 1.0]), EDGES)
    assert seconds.tolist() == [20 + 100, 40 + 50]


def test_moments_outside_the_intervals_count_nowhere() -> None:
    assert by_interval(np.array([-1.0, 0.0, 99.0, 100.0, 200.0]), EDGES).tolist() == [2, 1]
    assert by_interval(np.array([50.0, 150.0]), EDGES, np.array([3.0, 4.0])).tolist() == [3, 4]


def test_who_waits_at_a_moment_has_come_and_not_gone() -> None:
    assert present_at(np.array([0.0, 90.0]), np.array([100.0, 150.0]), EDGES[1:]).tolist() == [1, 0]


def test_spans_that_meet_do_not_overlap_and_those_carried_over_count() -> None:
    groups = np.array([1, 1, 2, 1])
    starts, ends = np.array([0.0, 50.0, 0.0, 60.0]), np.array([50.0, 150.0, 10.0, 120.0])
    assert most_at_once(groups, starts, ends, EDGES).tolist() == [2, 2]
