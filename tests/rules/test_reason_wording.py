from collections.abc import Iterator
from datetime import date

import pytest

from app.wording import choose_language, language
from app.wording.reasons import (
    change_sentence,
    difference_words,
    fix_sentence,
    hire_sentence,
    serves_sentence,
    shortage_sentence,
)
from app.wording.rules import conflict_sentence
from forecasts.horizon import Horizon
from scheduler.reasons.assignment import Served
from scheduler.reasons.hiring import Hire
from scheduler.reasons.shortage import COST, Shortage
from scheduler.reasons.standing import Difference
from scheduler.reoptimise import Change
from scheduler.solution import ConflictPart, Fix
from scheduler.violation import Violation

HORIZON = Horizon(date(2026, 11, 9), 3, 30)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = language()
    choose_language("en")
    yield
    choose_language(before)


def day_name(day: int) -> str:
    return HORIZON.day(day).isoformat()


def test_a_difference_says_what_it_costs_of_what_and_which_rules_it_breaks() -> None:
    broken = (Violation("min_rest_minutes", "客服01", 1), Violation("min_rest_minutes", "客服01", 2))
    assert difference_words(Difference(cover=-30.0, labour=10.5)) == "saves 19.50 yuan (cover -30.00, labour +10.50)"
    assert difference_words(Difference(cover=4.0, broken=broken)) == "costs 4.00 yuan more; breaks Rest between shifts"
    assert difference_words(Difference(cover=0.001)) == "costs the same"


def test_what_is_served_is_told_in_spans_of_the_clock() -> None:
    served = [Served(interval, 2.0, {}) for interval in (20, 21, 94, 95, 96)]
    said = serves_sentence(served, HORIZON)
    assert said == "Without this assignment cover costs 10.00 yuan more: 11-09 10:00–11:00, 11-10 23:00–00:30."
    assert serves_sentence([], HORIZON) == "No interval would be short without this assignment."


def test_a_shortage_says_how_many_are_stopped_by_what() -> None:
    found = Shortage("presale", 96, 2.25, {"min_rest_minutes": 3, COST: 1}, ())
    assert shortage_sentence(found, HORIZON) == (
        "Pre-sale is short of 2.2 standard agents at 11-11 00:00. "
        "What stops the others: 3 × Rest between shifts, 1 × wages above what it would save."
    )


def test_a_way_out_says_the_value_in_hours_and_what_it_costs() -> None:
    dropped = fix_sentence(Fix(ConflictPart("locks", "客服01", 1)), str, day_name)
    assert dropped == "Let go: Locks (客服01 2026-11-10)"
    lowered = fix_sentence(Fix(ConflictPart("min_minutes", "客服01"), 1920, 240.0), str, day_name)
    assert lowered == "Set to 32 h: Least working time (客服01) (hours worth 240.00 yuan)"
    assert fix_sentence(Fix(ConflictPart("seat_limit"), 12), str, day_name) == "Set to 12: Seat limit"


def test_advice_names_the_contract_the_hours_and_the_day() -> None:
    said = hire_sentence(Hire("客服09", 2, "P19", 310.0, 355.5), str, day_name, "part_time", "19:00–24:00")
    assert said == (
        "One more agent (Part-time, like 客服09) 19:00–24:00 on 2026-11-11 saves 310.00 yuan; "
        "the shadow prices say 355.50"
    )


def test_a_change_names_both_shifts() -> None:
    assert change_sentence(Change("客服01", 0, "早", None), str, day_name) == "客服01, 2026-11-09: 早 → day off"


def test_a_conflict_of_many_parts_names_the_first_few_and_counts_the_rest() -> None:
    parts = [ConflictPart("seat_limit", day=0), *(ConflictPart("locks", f"客服{n:02d}", 0) for n in range(20))]
    said = conflict_sentence(parts, str, day_name)
    assert "客服05" in said
    assert "客服06" not in said
    assert "14 more" in said
