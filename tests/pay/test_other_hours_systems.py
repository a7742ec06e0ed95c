from datetime import date

import pytest

from scheduler.pay.paid_minutes import PaidMinutes, wage
from scheduler.rulebook import DEFAULT_RULEBOOK, Rule, Rulebook
from tests.pay.pay_samples import hours, paid

NOVEMBER, OCTOBER, FEBRUARY = date(2026, 11, 1), date(2026, 10, 1), date(2026, 2, 1)


def test_comprehensive_hours_pay_the_total_above_the_months_standard() -> None:
    pay = paid("D" * 22 + "." * 8, NOVEMBER, "comprehensive")
    assert hours(pay) == pytest.approx((165.35, 176 - 165.35, 0, 0), abs=0.02)
    assert hours(paid("D" * 20 + "." * 10, NOVEMBER, "comprehensive")) == (160, 0, 0, 0)


def test_comprehensive_hours_pay_statutory_days_apart_and_rest_days_not() -> None:
    assert hours(paid("DDDDDDD" + "." * 24, OCTOBER, "comprehensive")) == (32, 0, 0, 24)
    assert hours(paid("." * 13 + "D" * 9 + "." * 6, FEBRUARY, "comprehensive")) == (40, 0, 0, 32)


def test_a_month_planned_in_part_owes_its_share() -> None:
    pay = paid("DDDDDDD", date(2026, 11, 9), "comprehensive")
    assert hours(pay)[1] == pytest.approx(56 - 165.36 * 5 / 21, abs=0.02)


def test_comprehensive_overtime_is_on_the_months_account() -> None:
    pay = paid("T" * 26 + "." * 4, NOVEMBER, "comprehensive")
    assert pay.left_in_month((2026, 11)) == pytest.approx((36 - (260 - 165.36)) * 60, abs=1)


def test_flexible_hours_know_no_multiple_by_the_national_rule() -> None:
    pay = paid("T" * 7, OCTOBER, "flexible")
    assert hours(pay) == (70, 0, 0, 0)
    assert pay.left_in_month((2026, 10)) is None


def test_a_local_rule_pays_flexible_hours_on_statutory_days() -> None:
    local = Rule("statutory_day_multiplier", 3.0, "times", "flexible")
    pay = paid("DDDD", OCTOBER, "flexible", rulebook=Rulebook((*DEFAULT_RULEBOOK.rules, local)))
    assert hours(pay) == (8, 0, 0, 24)


def test_part_time_is_paid_by_the_hour_without_multiples_unless_a_rule_says_so() -> None:
    pay = paid("HHHHHHH", OCTOBER, "part_time", "part_time")
    assert hours(pay) == (28, 0, 0, 0)
    assert wage(pay.account((2026, 10)), pay.terms, 24) == 28 * 24
    local = Rule("statutory_day_multiplier", 3.0, "times", "part_time")
    pay = paid("HHHHHHH", OCTOBER, "part_time", "part_time", rulebook=Rulebook((*DEFAULT_RULEBOOK.rules, local)))
    assert hours(pay) == (16, 0, 0, 12)
    assert wage(pay.account((2026, 10)), pay.terms, 24) == (16 + 3 * 12) * 24


def test_a_part_time_contract_with_standard_hours_has_the_laws_multiples() -> None:
    assert hours(paid("HHHH", OCTOBER, "standard", "part_time")) == (0, 0, 4, 12)


def test_an_hours_system_without_terms_counts_hours_only() -> None:
    assert hours(paid("TTTTTTT", OCTOBER, "provider", "outsourced")) == (70, 0, 0, 0)


@pytest.mark.parametrize(
    ("form", "expected"), [("standard", 3 * 30), ("comprehensive", 3 * 30), ("flexible", 30), ("part_time", 30)]
)
def test_an_hour_on_a_statutory_day_costs_its_multiple(form: str, expected: float) -> None:
    terms = paid("H", OCTOBER, form, "own").terms
    assert wage(PaidMinutes(statutory=60), terms, 30) == expected


def test_every_multiple_and_limit_names_its_source_or_is_policy() -> None:
    for form in ("standard", "comprehensive", "flexible", "part_time"):
        for rule in paid("H", OCTOBER, form, "own").terms.rules.values():
            assert rule.article or rule.severity == "policy"
