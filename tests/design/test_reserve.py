"""The cheapest agents to keep in reserve, against every other choice."""

from datetime import date
from itertools import combinations

import numpy as np
import pytest

from forecasts.horizon import Horizon
from scheduler.agent import Absence, Agent
from scheduler.checks import check_agent
from scheduler.design.reserve import DayCourse, Standby, candidates, cheapest_reserve, served_share
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Shift

HORIZON = Horizon(date(2026, 11, 10), 2, 60)
SHIFTS = {"早": Shift("早", 540, 480, 480), "晚": Shift("晚", 900, 480, 480)}
GOAL, SHARE, SECONDS = 0.75, 0.5, 20.0


def agent(name: str, yuan: float, **more: object) -> Agent:
    return Agent(name, skills=frozenset({"presale"}), hourly_cost=yuan, **more)  # type: ignore[arg-type]  # fields of an agent


def problem(seats: int | None = None) -> Problem:
    agents = [
        agent("1", 20.0),
        agent("2", 30.0),
        agent("3", 25.0),
        agent("4", 10.0, shifts=frozenset({"晚"})),
        agent("5", 1.0, absences=(Absence(0, 2 * 1440),)),
        agent("6", 2.0, max_minutes=480),
    ]
    zero = {"presale": np.zeros(48)}
    return Problem(HORIZON, SHIFTS, {a.id: a for a in agents}, requirement=zero, seat_limit=seats)


ROSTER = Roster.of([Assignment("3", 0, "早"), Assignment("6", 1, "早")])


def course(day: int, short: float, first: int = 9, last: int = 17, allowed: float = 0.0) -> DayCourse:
    curve = np.zeros(48)
    curve[day * 24 + first : day * 24 + last] = short
    return DayCourse(day, {"presale": curve}, allowed)


COURSES = [course(0, short) for short in (0.0, 1.0, 2.0, 3.0)]


def brute_force(stated: Problem, offered: list[Standby], courses: list[DayCourse]) -> float:
    best = float("inf")
    for count in range(len(offered) + 1):
        for chosen in combinations(offered, count):
            if len({one.assignment.agent for one in chosen}) == count and all(
                share >= GOAL for share in served_share(stated, courses, chosen).values()
            ):
                best = min(best, sum(one.yuan for one in chosen))
    return best


def test_only_lawful_shifts_on_days_off_are_offered() -> None:
    stated = problem()
    offered = candidates(stated, ROSTER, COURSES, SHARE)
    assert {(one.assignment.agent, one.assignment.day) for one in offered} == {("1", 0), ("2", 0), ("4", 0)}
    for one in offered:
        days = {**ROSTER.of_agent(one.assignment.agent), one.assignment.day: one.assignment}
        assert check_agent(stated, stated.agents[one.assignment.agent], days) == []
        assert one.yuan == SHARE * 8 * stated.agents[one.assignment.agent].hourly_cost


@pytest.mark.parametrize("allowed", [0.0, 2.0, 8.0, 24.0])
def test_the_reserve_is_the_cheapest_of_all_that_serve_enough_courses(allowed: float) -> None:
    stated = problem()
    courses = [course(0, short, allowed=allowed) for short in (0.0, 1.0, 2.0, 3.0)]
    courses += [course(1, short, 15, 19, allowed) for short in (0.0, 0.0, 1.0, 1.0)]
    offered = candidates(stated, ROSTER, courses, SHARE)
    found = cheapest_reserve(stated, ROSTER, offered, courses, GOAL, SECONDS)
    wanted = brute_force(stated, offered, courses)
    assert found is not None
    assert found.yuan == pytest.approx(wanted)
    assert found.bound == pytest.approx(wanted, abs=1e-3)
    assert all(share >= GOAL for share in found.served.values())
    assert len({one.assignment.agent for one in found.standbys}) == len(found.standbys)


def test_there_is_no_reserve_where_all_together_are_not_enough() -> None:
    stated = problem()
    courses = [course(0, 9.0) for _number in range(4)]
    assert cheapest_reserve(stated, ROSTER, candidates(stated, ROSTER, courses, SHARE), courses, GOAL, SECONDS) is None
    assert cheapest_reserve(stated, ROSTER, [], courses, GOAL, SECONDS) is None


def test_nobody_is_called_in_beyond_the_seat_limit() -> None:
    courses = [course(0, 2.0) for _number in range(4)]
    free, full = problem(seats=3), problem(seats=2)
    offered = candidates(free, ROSTER, courses, SHARE)
    assert cheapest_reserve(free, ROSTER, offered, courses, GOAL, SECONDS) is not None
    assert cheapest_reserve(full, ROSTER, offered, courses, GOAL, SECONDS) is None
