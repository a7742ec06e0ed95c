from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pytest

from forecasts.day_kinds import DayKind
from forecasts.horizon import Horizon
from forecasts.promotion import Phase, Promotion
from scheduler.agent import ForbiddenShift, MinutesInDays
from scheduler.agent_rules import OTHER_TURN
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.checks import check
from scheduler.past_roster import DAY_OFF, PastDay
from scheduler.planning import Circumstances, roster_problem
from scheduler.problem import Companion, Problem
from scheduler.problem_document import read_problem, write_problem
from scheduler.roster import Assignment, Roster
from scheduler.rulebook import DEFAULT_RULEBOOK, Rulebook
from scheduler.shift import Break, Shift
from scheduler.team import DatedProtection, Protection, TeamAgent
from scheduler.violation import Severity

NOVEMBER = Horizon(date(2026, 11, 2), 14, 60)
DAY = Shift("D", 540, 540, 480, tags=frozenset({"early"}))
LATE = Shift("L", 840, 510, 480, tags=frozenset({"late"}))
NIGHT = Shift("N", 1380, 540, 480, tags=frozenset({"night"}))
LONG = Shift("T", 540, 660, 600)
SHIFTS = (DAY, LATE, NIGHT, LONG)
ONE = TeamAgent("001", "客服01", skills=frozenset({"presale"}), hourly_cost=30.0)
TWO = replace(ONE, id="002", name="客服02")


def planned(
    *team: TeamAgent,
    horizon: Horizon = NOVEMBER,
    shifts: tuple[Shift, ...] = SHIFTS,
    rulebook: Rulebook = DEFAULT_RULEBOOK,
    **around: Any,
) -> Problem:
    requirement = {"presale": np.ones(horizon.intervals)}
    by_id = {shift.id: shift for shift in shifts}
    problem = roster_problem("test", horizon, team, by_id, rulebook, requirement, around=Circumstances(**around))
    again = read_problem(write_problem(problem))
    assert again.agents == problem.agents
    assert (again.companions, again.fairness, again.sources) == (problem.companions, problem.fairness, problem.sources)
    return problem


def test_a_month_allows_its_standard_hours_and_thirty_six_more() -> None:
    assert planned(ONE).agents["001"].max_minutes == 10 * 480 + 36 * 60


def test_a_horizon_over_two_months_has_an_account_for_each() -> None:
    agent = planned(ONE, horizon=Horizon(date(2026, 11, 26), 10, 60)).agents["001"]
    assert agent.max_minutes is None
    assert [(limit.first, limit.last, limit.minutes) for limit in agent.max_minutes_in_days] == [
        (0, 4, 3 * 480 + 36 * 60),
        (5, 9, 4 * 480 + 36 * 60),
    ]


def test_overtime_worked_before_the_horizon_is_taken_off_the_months_account() -> None:
    first = date(2026, 11, 16)
    week = [PastDay("001", date(2026, 11, 9) + timedelta(days=number), "T") for number in range(6)]
    allowed = planned(ONE, horizon=Horizon(first, 14, 60), past=tuple(week)).agents["001"].max_minutes
    assert allowed == 10 * 480 + 36 * 60 - (6 * 600 - 5 * 480)


def test_a_changed_calendar_changes_what_a_month_owes() -> None:
    off = {date(2026, 11, 3): DayKind.SWAPPED_OFF}
    assert planned(ONE, calendar=off).agents["001"].max_minutes == 9 * 480 + 36 * 60


def test_part_time_work_is_limited_to_four_hours_a_day_on_average_over_what_is_settled_at_once() -> None:
    part_time = replace(ONE, contract="part_time", legal_form="part_time")
    limits = planned(part_time, horizon=Horizon(date(2026, 11, 1), 30, 60)).agents["001"].max_minutes_in_days
    assert limits == (
        MinutesInDays(0, 14, 15 * 240, "max_average_minutes_per_day"),
        MinutesInDays(15, 29, 15 * 240, "max_average_minutes_per_day"),
    )


def test_who_is_protected_from_nights_works_no_shift_that_touches_them_on_those_days() -> None:
    protected = replace(ONE, protections=(DatedProtection(Protection.NO_NIGHT, None, date(2026, 11, 4)),))
    problem = planned(protected)
    assert problem.agents["001"].forbidden_shifts == (ForbiddenShift("tag:night_by_law", 0, 2),)
    assert {name for name, shift in problem.shifts.items() if "night_by_law" in shift.tags} == {"N", "L"}
    found = check(problem, Roster.of([Assignment("001", 2, "L"), Assignment("001", 3, "L")]))
    assert [(v.rule, v.day, v.severity) for v in found if v.rule == "forbidden_shifts"] == [
        ("forbidden_shifts", 2, Severity.LAW)
    ]


def test_nothing_in_the_problem_tells_why_an_agent_is_protected() -> None:
    nursing = planned(replace(ONE, protections=(DatedProtection(Protection.NO_NIGHT),)))
    intern = planned(replace(ONE, protections=(DatedProtection(Protection.NO_NIGHT),)))
    assert write_problem(nursing) == write_problem(intern)


def test_an_intern_works_neither_nights_nor_overtime_whatever_the_list_says() -> None:
    intern = replace(ONE, contract="intern")
    agent = planned(intern).agents["001"]
    assert agent.forbidden_shifts == (ForbiddenShift("tag:night_by_law"), ForbiddenShift("tag:long_day"))
    assert [limit.minutes for limit in agent.max_minutes_in_days] == [2400, 2400]
    book = DEFAULT_RULEBOOK.with_value("neither_nights_nor_overtime", "intern", None)
    assert planned(intern, rulebook=book).agents["001"].forbidden_shifts == ()


def test_a_student_works_as_much_as_part_time_law_allows_by_the_teams_own_rule() -> None:
    student = replace(ONE, contract="学生", legal_form="student")
    problem = planned(student, horizon=Horizon(date(2026, 11, 2), 14, 60))
    assert problem.agents["001"].max_minutes_per_week == 1440
    four = Roster.of(Assignment("001", day, "D") for day in range(4))
    assert [v.severity for v in check(problem, four) if v.rule == "max_minutes_per_week"] == [Severity.POLICY]


def test_who_is_protected_from_overtime_works_neither_long_days_nor_long_weeks() -> None:
    protected = replace(
        ONE, protections=(DatedProtection(Protection.NO_OVERTIME, date(2026, 11, 4), date(2026, 11, 10)),)
    )
    agent = planned(protected).agents["001"]
    assert agent.forbidden_shifts == (ForbiddenShift("tag:long_day", 2, 8),)
    assert agent.max_minutes_in_days == (
        MinutesInDays(2, 6, 2400, "protected_from_overtime"),
        MinutesInDays(7, 8, 2400, "protected_from_overtime"),
    )


def test_a_protection_can_be_switched_off_like_any_rule() -> None:
    book = DEFAULT_RULEBOOK.with_value("protected_from_nights", "", None)
    protected = replace(ONE, protections=(DatedProtection(Protection.NO_NIGHT),))
    assert planned(protected, rulebook=book).agents["001"].forbidden_shifts == ()


def test_a_new_agent_works_no_nights_in_the_first_month() -> None:
    new = replace(ONE, hired=date(2026, 10, 10))
    assert planned(new).agents["001"].forbidden_shifts == (ForbiddenShift("tag:night", 0, 6),)
    assert planned(replace(ONE, hired=date(2026, 9, 1))).agents["001"].forbidden_shifts == ()


def test_a_new_agent_is_given_company_where_somebody_can_give_it() -> None:
    new = replace(ONE, hired=date(2026, 10, 20))
    problem = planned(new, TWO)
    assert problem.companions == (Companion("mentor", "new", 1, 40.0),)
    assert (problem.agents["001"].tags, problem.agents["002"].tags) == (frozenset({"new"}), frozenset({"mentor"}))
    assert planned(new, replace(new, id="003")).companions == ()
    assert planned(ONE, TWO).companions == ()


def test_where_mentors_are_named_nobody_else_is_one() -> None:
    new, lead = replace(ONE, hired=date(2026, 10, 20)), replace(TWO, roles=frozenset({"lead"}))
    problem = planned(new, lead, replace(ONE, id="003"))
    assert problem.agents["003"].tags == frozenset()
    assert problem.agents["002"].tags == {"lead", "mentor"}
    assert problem.companions == (Companion("lead", None, 1, 60.0), Companion("mentor", "new", 1, 40.0))


def test_company_without_a_price_is_a_hard_rule() -> None:
    book = DEFAULT_RULEBOOK.with_value("lead_absent_cost", "", None)
    assert planned(replace(ONE, roles=frozenset({"lead"})), rulebook=book).companions == (Companion("lead"),)


def test_no_break_falls_into_the_first_half_hour_of_a_phase() -> None:
    phases = (
        Phase("opening", datetime(2026, 11, 10, 20), datetime(2026, 11, 11)),
        Phase("spot_sale", datetime(2026, 11, 11), datetime(2026, 11, 11, 0, 10)),
        Phase("returns", datetime(2026, 11, 20), datetime(2026, 11, 22)),
    )
    problem = planned(ONE, promotions=(Promotion("双11", phases),))
    assert problem.no_break == ((8 * 1440 + 1200, 8 * 1440 + 1230), (9 * 1440, 9 * 1440 + 10))


def test_no_early_shift_follows_a_late_one_or_a_night() -> None:
    assert planned(ONE).forbidden_successions == {("L", "D"), ("N", "D")}
    book = DEFAULT_RULEBOOK.with_value("no_early_after_late", "", None)
    assert planned(ONE, rulebook=book).forbidden_successions == frozenset()


def test_free_weekends_are_owed_once_the_rule_is_switched_on() -> None:
    book = DEFAULT_RULEBOOK.with_value("min_free_weekends_per_month", "", 1)
    month = Horizon(date(2026, 11, 1), 30, 60)
    assert planned(ONE, horizon=month, rulebook=book).agents["001"].max_weekends == 4
    assert planned(ONE, rulebook=book).agents["001"].max_weekends == 2
    assert planned(ONE, horizon=month).agents["001"].max_weekends is None


def test_nights_late_shifts_and_weekends_are_shared_within_a_contract() -> None:
    shared = {rule.name: rule.days for rule in planned(ONE, TWO).fairness}
    assert shared == {
        "night_fairness_cost": None,
        "late_fairness_cost": None,
        "weekend_fairness_cost": frozenset({5, 6, 12, 13}),
    }


def test_statutory_days_are_shared_where_there_are_any() -> None:
    october = planned(ONE, TWO, horizon=Horizon(date(2026, 9, 28), 14, 60))
    assert {r.name: r.days for r in october.fairness}["holiday_fairness_cost"] == frozenset({3, 4, 5})


def test_what_was_worked_before_counts_for_the_fair_shares() -> None:
    past = (
        PastDay("001", date(2026, 10, 31), "D"),
        PastDay("001", date(2026, 10, 30), "N"),
        PastDay("002", date(2026, 10, 31), DAY_OFF),
    )
    before = {rule.name: rule.before for rule in planned(ONE, TWO, past=past).fairness}
    assert before["weekend_fairness_cost"] == {"001": 1}
    assert before["night_fairness_cost"] == {"001": 1}
    assert before["late_fairness_cost"] == {}


def test_a_violation_names_the_article_and_the_gravity_of_the_rule_in_the_book() -> None:
    part_time = replace(TWO, contract="part_time", legal_form="part_time")
    problem = planned(ONE, part_time)
    week = [Assignment("002", day, "D") for day in range(4)] + [Assignment("001", 0, "N"), Assignment("001", 1, "D")]
    found = {v.rule: (v.severity, v.article) for v in check(problem, Roster.of(week)) if v.rule != "min_minutes"}
    assert found == {
        "max_minutes_per_week": (Severity.LAW, "劳动合同法 68"),
        "min_rest_minutes": (Severity.POLICY, ""),
        "forbidden_successions": (Severity.POLICY, ""),
    }


def test_a_long_part_time_span_is_a_hint_and_long_days_are_against_the_law() -> None:
    part_time = replace(TWO, contract="part_time", legal_form="part_time", limits={"max_minutes_per_week": 9999})
    problem = planned(part_time, shifts=(replace(DAY, paid_minutes=661),))
    found = check(problem, Roster.of([Assignment("002", day, "D") for day in (0, 1, 2, 3, 4, 7)]))
    gravity = {v.rule: v.severity for v in found}
    assert gravity == {"max_minutes_per_day": Severity.LAW, "max_minutes_in_days": Severity.HINT}


def test_an_agents_own_limit_is_an_agreement_and_not_law() -> None:
    stricter = replace(ONE, limits={"max_days_per_week": 3})
    problem = planned(stricter, TWO)
    four = Roster.of([Assignment("001", day, "D") for day in range(4)])
    assert [v.severity for v in check(problem, four) if v.rule == "max_days_per_week"] == [Severity.POLICY]
    seven = Roster.of([Assignment("002", day, "D") for day in range(7)])
    assert [v.severity for v in check(problem, seven) if v.rule == "max_days_per_week"] == [Severity.LAW]


def test_alternating_weeks_hold_for_whose_contract_has_them_and_half_the_team_may_take_the_other_turn() -> None:
    turn = AlternatingWeeks(date(2026, 11, 2))
    other = replace(TWO, limits={"alternating_weeks": OTHER_TURN})
    none = replace(TWO, id="003", limits={"alternating_weeks": 0})
    hourly = replace(TWO, id="004", contract="part_time")
    agents = planned(ONE, other, none, hourly, weeks=turn).agents.values()
    assert [agent.alternating_weeks for agent in agents] == [turn, turn.other_turn(), None, None]
    assert [agent.alternating_weeks for agent in planned(ONE, other).agents.values()] == [None, None]


def test_days_worked_before_the_horizon_count_in_a_week_whose_turn_it_is() -> None:
    past = tuple(PastDay("001", date(2026, 11, day), "D") for day in (2, 3))
    wednesday = Horizon(date(2026, 11, 4), 5, 60)
    problem = planned(ONE, horizon=wednesday, past=past, weeks=AlternatingWeeks(date(2026, 11, 2)))
    days = [Assignment("001", day, "D") for day in range(4)]
    assert "alternating_weeks" not in {v.rule for v in check(problem, Roster.of(days[:3]))}
    found = [v for v in check(problem, Roster.of(days)) if v.rule == "alternating_weeks"]
    assert [(v.day, v.facts["days"], v.severity) for v in found] == [(0, 6, Severity.POLICY)]


@pytest.mark.parametrize("roles", [frozenset(), frozenset({"mentor"})])
def test_a_team_without_a_lead_has_no_rule_about_leads(roles: frozenset[str]) -> None:
    assert planned(replace(ONE, roles=roles)).companions == ()


def test_long_shifts_have_short_rests_once_the_rule_is_switched_on() -> None:
    assert all(shift.rests == () for shift in planned(ONE).shifts.values())
    book = DEFAULT_RULEBOOK.with_value("short_rests", "", 2).with_value("short_rests_from_minutes", "", 500)
    rests = {name: shift.rests for name, shift in planned(ONE, rulebook=book).shifts.items()}
    assert rests == {"D": (), "L": (), "N": (), "T": (Break(15, 570, 825), Break(15, 900, 1155))}


def test_a_shift_too_short_for_its_rests_has_none() -> None:
    book = DEFAULT_RULEBOOK.with_value("short_rests", "", 4).with_value("short_rests_from_minutes", "", None)
    short = planned(ONE, shifts=(Shift("K", 540, 240, 240),), rulebook=book)
    assert short.shifts["K"].rests == ()
