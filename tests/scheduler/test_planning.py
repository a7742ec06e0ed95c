from dataclasses import replace
from datetime import date, datetime

import numpy as np
import pytest

from forecasts.horizon import Horizon
from scheduler.agent import Absence
from scheduler.planned_agent import problem_agent
from scheduler.planning import roster_problem
from scheduler.problem import Problem
from scheduler.problem_document import read_problem, write_problem
from scheduler.rulebook import DEFAULT_RULEBOOK
from scheduler.shift import Shift
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent, team_findings

HORIZON = Horizon(date(2026, 11, 5), 14, 30)
DAY = Shift("D", 540, 540, 480)
NIGHT = Shift("N", 1380, 540, 480, tags=frozenset({"night"}))
AGENT = TeamAgent("001", "客服01", skills=frozenset({"presale", "aftersale"}), hourly_cost=30.0)
REQUIREMENT = {"presale": np.ones(HORIZON.intervals)}


def problem(*team: TeamAgent, shifts: tuple[Shift, ...] = (DAY, NIGHT), horizon: Horizon = HORIZON) -> Problem:
    requirement = {"presale": np.ones(horizon.intervals)}
    return roster_problem("test", horizon, team, {s.id: s for s in shifts}, DEFAULT_RULEBOOK, requirement)


def test_a_problem_made_for_the_search_is_one_that_its_own_reader_accepts() -> None:
    made = problem(AGENT, shifts=(DAY,))
    assert read_problem(write_problem(made)).agents == made.agents


def test_a_skill_that_nobody_requires_is_left_out() -> None:
    assert problem(AGENT).agents["001"].skills == {"presale"}


def test_a_limit_on_nights_is_left_out_when_no_shift_is_a_night_shift() -> None:
    assert problem(AGENT).agents["001"].max_shifts == {"tag:night": 4}
    assert problem(AGENT, shifts=(DAY,)).agents["001"].max_shifts == {}
    assert problem(AGENT, shifts=(DAY,)).fairness == ()


def test_leave_of_whole_days_forbids_those_days_and_not_the_night_before() -> None:
    leave = DatedAbsence(datetime(2026, 11, 9), datetime(2026, 11, 11), "年假")
    agent = problem_agent(replace(AGENT, absences=(leave,)), HORIZON, DEFAULT_RULEBOOK)
    assert agent.absences == (Absence(day=4), Absence(day=5))


def test_an_absence_of_hours_is_kept_by_the_minute() -> None:
    training = DatedAbsence(datetime(2026, 11, 6, 9, 15), datetime(2026, 11, 6, 11, 45), "培训")
    agent = problem_agent(replace(AGENT, absences=(training,)), HORIZON, DEFAULT_RULEBOOK)
    assert agent.absences == (Absence(start=1440 + 555, end=1440 + 705),)


def test_what_lies_outside_the_horizon_is_left_out() -> None:
    before = DatedAbsence(datetime(2026, 11, 1), datetime(2026, 11, 3))
    wish = DatedRequest(date(2026, 12, 1), None, "off", 5.0)
    agent = problem_agent(replace(AGENT, absences=(before,), requests=(wish,)), HORIZON, DEFAULT_RULEBOOK)
    assert (agent.absences, agent.requests) == ((), ())


def test_a_day_of_leave_lowers_the_minutes_owed() -> None:
    whole = problem_agent(AGENT, HORIZON, DEFAULT_RULEBOOK).min_minutes
    leave = DatedAbsence(datetime(2026, 11, 9), datetime(2026, 11, 10))
    less = problem_agent(replace(AGENT, absences=(leave,)), HORIZON, DEFAULT_RULEBOOK).min_minutes
    assert whole == 3840
    assert less == 1920 * 13 // 7


def test_an_agents_own_limit_wins_over_the_rulebook() -> None:
    agent = problem_agent(replace(AGENT, limits={"max_night_shifts_per_month": 0}), HORIZON, DEFAULT_RULEBOOK)
    assert agent.max_shifts == {"tag:night": 0}


def test_the_part_time_envelope_holds_for_part_time_agents_only() -> None:
    of_few_hours = replace(AGENT, contract="part_time", legal_form="part_time")
    part_time = problem_agent(of_few_hours, HORIZON, DEFAULT_RULEBOOK)
    full_time = problem_agent(AGENT, HORIZON, DEFAULT_RULEBOOK)
    assert (part_time.max_minutes_per_week, part_time.overtime) == (1440, None)
    assert full_time.max_minutes_per_week == 2880
    assert full_time.overtime is not None


def test_a_statutory_holiday_pays_threefold_and_its_swapped_days_do_not() -> None:
    october = Horizon(date(2026, 10, 1), 8, 60)
    assert problem(AGENT, horizon=october).pay_multipliers == {0: 3.0, 1: 3.0, 2: 3.0}


@pytest.mark.parametrize(
    ("agent", "code"),
    [
        (replace(AGENT, shifts=frozenset({"X"})), "TM03"),
        (replace(AGENT, shifts=frozenset({"X", "D"})), "TM02"),
        (replace(AGENT, skills=frozenset()), "TM04"),
        (replace(AGENT, productivity=-0.1), "TM05"),
    ],
)
def test_a_team_with_something_wrong_says_what(agent: TeamAgent, code: str) -> None:
    assert code in [finding.code for finding in team_findings([agent], {"D": DAY})]


def test_an_agent_id_that_stands_twice_is_found() -> None:
    assert [finding.code for finding in team_findings([AGENT, AGENT], {"D": DAY})] == ["TM01"]
