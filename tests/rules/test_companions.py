import pytest

from scheduler.agent import Absence, Agent, Lock
from scheduler.objective import cost
from scheduler.problem import Companion, Problem
from scheduler.search.conflicts.conflict import explain
from tests.rules.verdicts import agent, assert_broken, assert_kept, broken, problem, roster

RULE = "companions"
LEAD = agent("客服01", tags=frozenset({"lead", "mentor"}))
NEW = agent("客服02", tags=frozenset({"new"}))
OLD = agent("客服03")


def asked(*rules: Companion, team: tuple[Agent, ...] = (LEAD, NEW, OLD)) -> Problem:
    return problem(*team, companions=rules)


LED, TAUGHT = Companion("lead"), Companion("mentor", of="new")


def test_nobody_on_duty_needs_no_company() -> None:
    assert_kept(asked(LED, TAUGHT), roster())


def test_a_lead_on_duty_from_the_first_to_the_last_minute_is_company() -> None:
    assert_kept(asked(LED), roster(客服01="EL", 客服03="EL"))


def test_an_hour_without_a_lead_is_broken() -> None:
    assert_broken(RULE, asked(LED), roster(客服01="E", 客服03="L"))


def test_a_lead_may_be_alone() -> None:
    assert_kept(asked(LED), roster(客服01="E"))


def test_only_those_who_need_it_need_company() -> None:
    assert_kept(asked(TAUGHT), roster(客服03="EEE"))
    assert_broken(RULE, asked(TAUGHT), roster(客服02="E", 客服03="E"))
    assert_kept(asked(TAUGHT), roster(客服01="E", 客服02="E"))


def test_a_break_of_the_companion_does_not_leave_anybody_alone() -> None:
    assert_kept(asked(LED), roster(客服01="N", 客服03="N"))


def test_company_may_come_from_several_shifts_one_after_the_other() -> None:
    second = agent("客服04", tags=frozenset({"lead"}))
    late_lead = roster(客服01="E", 客服03="L", 客服04="L")
    assert_kept(asked(LED, team=(LEAD, OLD, second)), late_lead)


def test_two_companions_are_two() -> None:
    second = agent("客服04", tags=frozenset({"lead"}))
    two = asked(Companion("lead", least=2), team=(LEAD, OLD, second))
    assert_kept(two, roster(客服01="E", 客服03="E", 客服04="E"))
    assert_broken(RULE, two, roster(客服01="E", 客服03="E"))


def test_a_rule_with_a_price_costs_every_hour_without_company_and_is_never_broken() -> None:
    priced = asked(Companion("lead", cost=40.0))
    late = roster(客服01="E", 客服03="L")
    from_four_to_ten = 40.0 * 6
    assert broken(priced, late) == set()
    assert cost(priced, late).companions == pytest.approx(from_four_to_ten)
    assert cost(priced, late).total == pytest.approx(from_four_to_ten)


def test_what_cannot_be_led_is_explained_with_the_rule_and_the_locks() -> None:
    away = agent("客服01", tags=frozenset({"lead"}), absences=(Absence(day=0),))
    locked = agent("客服03", locks=(Lock(0, "E"),))
    free = agent("客服04")
    parts = explain(asked(LED, team=(away, locked, free)), 20.0)
    assert {(part.rule, part.agent) for part in parts} == {
        ("companions", ""),
        ("locks", "客服03"),
        ("absences", "客服01"),
    }
