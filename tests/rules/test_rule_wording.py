import pytest

from app.wording import choose_language, language
from app.wording.rules import NAMES, SENTENCES, conflict_sentence, rule_name, violation_sentence
from scheduler import checks
from scheduler.agent import Absence, ForbiddenShift, Lock, MinutesInDays
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.checks import check
from scheduler.problem import Companion
from scheduler.roster import Assignment, Roster
from scheduler.solution import ConflictPart
from scheduler.violation import Violation
from tests.rules.verdicts import MONDAY, SHIFTS, agent, one, problem, roster


@pytest.fixture(autouse=True)
def english() -> object:
    before = language()
    choose_language("en")
    yield
    choose_language(before)


def said(violation: Violation) -> str:
    return violation_sentence(violation, lambda name: f"agent {name}", lambda day: f"day {day}")


def test_every_rule_has_a_name_and_a_sentence() -> None:
    rules = {module.__name__.rpartition(".")[2] for module in (*checks.AGENT_CHECKS, *checks.ROSTER_CHECKS)}
    assert rules == set(NAMES)
    assert rules <= set(SENTENCES)


def test_sentences_say_who_when_and_by_how_much_in_hours() -> None:
    found = check(problem(agent(min_rest_minutes=630)), one("LE"))
    assert [said(v) for v in found] == [
        "agent 客服01, day 1: rests 10 hours before the shift, at least 10.5 are asked."
    ]
    found = check(problem(agent(min_minutes=960)), one("E"))
    assert [said(v) for v in found] == ["agent 客服01: works 8 hours, at least 16 are owed."]


def test_a_locked_day_off_is_called_a_day_off() -> None:
    found = check(problem(agent(locks=(Lock(0, None),))), one("E"))
    assert [said(v) for v in found] == ["agent 客服01, day 0: shift day off is locked, the roster has E."]


def test_breaks_are_told_apart_by_what_is_wrong() -> None:
    found = check(problem(agent()), Roster.of([Assignment("客服01", 0, "N", ())]))
    assert [said(v) for v in found] == ["agent 客服01, day 0: 0 breaks instead of 1."]


def test_every_sentence_can_be_filled_with_what_its_check_tells() -> None:
    strict = agent(
        shifts=frozenset("EL"),
        absences=(Absence(day=0),),
        min_minutes=99999,
        max_minutes=0,
        max_minutes_per_week=0,
        max_minutes_per_day=0,
        max_minutes_in_days=(MinutesInDays(0, 3, 0),),
        forbidden_shifts=(ForbiddenShift("E"),),
        max_consecutive_shifts={"E": 0},
        tags=frozenset({"new"}),
        max_days_per_week=0,
        alternating_weeks=AlternatingWeeks(MONDAY).other_turn(),
        max_shifts={"E": 0},
        max_consecutive_days=1,
        min_consecutive_days=3,
        min_consecutive_days_off=2,
        max_weekends=0,
    )
    asked = problem(
        strict,
        forbidden_successions=frozenset({("E", "E")}),
        seat_limit=0,
        shifts=SHIFTS,
        companions=(Companion("lead"), Companion("mentor", of="new")),
        no_break=((0, 99999),),
        days=14,
    )
    found = check(asked, roster(客服01="EE-EE-NEEEEEE-", 客服09="E"))
    assert {violation.rule for violation in found} == set(NAMES) - {"breaks", "locks", "min_rest_minutes"}
    assert all("{" not in said(violation) for violation in found)


def test_a_conflict_is_one_sentence_with_every_part_in_it() -> None:
    parts = (
        ConflictPart("locks", "客服01", 0),
        ConflictPart("seat_limit", day=0),
        ConflictPart("min_minutes", "客服02"),
    )
    sentence = conflict_sentence(parts, str, lambda day: f"day {day}")
    assert "Locks (客服01 day 0); Seat limit (day 0); Least working time (客服02)" in sentence


def test_a_rule_from_elsewhere_keeps_its_own_name() -> None:
    assert rule_name("nap_time") == "nap_time"
    assert said(Violation("nap_time", "客服01")) == "nap_time: agent 客服01"
