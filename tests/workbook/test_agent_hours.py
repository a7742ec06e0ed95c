from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.workbook.agent_hours import agent_hours
from forecasts.horizon import Horizon
from scheduler.agent import Absence, Agent, CarryIn, Overtime
from scheduler.away import days_absent
from scheduler.pay.night import night_minutes
from scheduler.pay.run import longest_run
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift import Break, Shift
from tests.workbook.small_plan import SHIFTS, small_version


def problem(agent: Agent, days: int = 14, first: date = date(2026, 11, 9)) -> Problem:
    return Problem(Horizon(first, days, 60), SHIFTS, {agent.id: agent})


def test_hours_of_the_small_plan_are_those_counted_by_hand() -> None:
    version = small_version()
    hours = agent_hours(version.problem, version.solution.roster, version.problem.agents["00103"])
    assert (hours.days_worked, hours.days_absent, hours.days_off) == (3, 1, 0)
    assert hours.minutes == 3 * 480
    assert hours.overtime_minutes == 3 * 480 - 1200
    assert hours.longest_run == 3


@pytest.mark.parametrize(
    ("start", "minutes", "breaks", "expected"),
    [
        (480, 540, (), 0),
        (960, 540, (), 180),
        (1380, 540, (), 420),
        (1380, 540, (1620,), 360),
        (0, 480, (), 360),
        (1320, 480, (1320,), 420),
    ],
)
def test_night_hours_lie_between_ten_and_six_without_breaks(
    start: int, minutes: int, breaks: tuple[int, ...], expected: int
) -> None:
    shift = Shift("X", start, minutes, minutes - 60, (Break(60, start, start + minutes - 60),) * len(breaks))
    assert night_minutes(shift, Assignment("a", 0, "X", breaks)) == expected


@pytest.mark.parametrize(
    ("days", "before", "expected"),
    [(set(), 0, 0), (set(), 4, 4), ({0, 1}, 4, 6), ({1, 2}, 4, 4), ({0, 2, 3, 4}, 0, 3)],
)
def test_the_longest_run_goes_on_from_the_days_before(days: set[int], before: int, expected: int) -> None:
    assert longest_run(days, before) == expected


def test_overtime_counts_the_week_begun_before_the_horizon() -> None:
    agent = Agent("a", overtime=Overtime(2400, 1.5), carry_in=CarryIn(week_minutes=2100))
    plan = problem(agent, days=7, first=date(2026, 11, 12))
    roster = Roster.of([Assignment("a", 0, "E"), Assignment("a", 1, "E"), Assignment("a", 5, "E")])
    assert agent_hours(plan, roster, agent).overtime_minutes == 2100 + 960 - 2400


def test_an_absence_by_the_minute_counts_the_days_it_takes_whole() -> None:
    agent = Agent("a", absences=(Absence(start=720, end=3 * 1440 + 60), Absence(day=9), Absence(start=6000, end=6100)))
    assert days_absent(problem(agent), agent) == {1, 2, 9}


@given(st.sets(st.integers(0, 13)), st.sets(st.integers(0, 13)), st.sampled_from(list(SHIFTS)))
def test_each_day_is_worked_off_or_away_and_the_weeks_add_up(worked: set[int], away: set[int], shift: str) -> None:
    agent = Agent("a", absences=tuple(Absence(day=day) for day in away))
    plan = replace(problem(agent), agents={"a": agent})
    hours = agent_hours(plan, Roster.of(Assignment("a", day, shift) for day in worked), agent)
    assert hours.days_worked + hours.days_off + hours.days_absent == 14
    assert hours.minutes == len(worked) * SHIFTS[shift].paid_minutes
