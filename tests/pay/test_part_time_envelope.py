from datetime import date

from scheduler.agent import Agent
from scheduler.pay.part_time import Span, part_time_weeks, settlements
from tests.pay.pay_samples import paid, problem_of

MONDAY = date(2026, 11, 9)


def weeks(codes: str, first: date = MONDAY, before: int = 0) -> list[Span]:
    pay = paid(codes, first, "part_time", "part_time")
    worked = [shift.worked for shift in pay.shifts]
    problem = problem_of(len(codes), first, Agent("A"))
    return part_time_weeks(problem, worked, pay.terms.value("max_minutes_per_week"), before)


def spans(codes: str, first: date = MONDAY) -> list[Span]:
    pay = paid(codes, first, "part_time", "part_time")
    return settlements(problem_of(len(codes), first, Agent("A")), [shift.worked for shift in pay.shifts], pay.terms)


def test_twenty_four_hours_a_week_are_allowed_in_any_shifts() -> None:
    assert [week.over for week in weeks("HHHHHH.")] == [0]
    assert [week.over for week in weeks("DDD....")] == [0]


def test_a_quarter_of_an_hour_more_is_not() -> None:
    assert [week.over for week in weeks("DDD....", before=15)] == [0]
    assert [week.over for week in weeks("DDD...", date(2026, 11, 10), before=15)] == [15]


def test_minutes_before_the_horizon_count_for_the_first_week_only() -> None:
    first, second = weeks("HHHHHHHHHHHH", date(2026, 11, 11), before=480)
    assert (first.minutes, first.before, second.minutes) == (5 * 240 + 480, 480, 7 * 240)
    assert (first.over, second.over) == (240, 240)


def test_single_long_days_are_allowed_while_the_average_holds() -> None:
    (span,) = spans("DD....." * 2)
    assert (span.minutes, len(span.days), span.over) == (4 * 480, 14, 0)


def test_an_average_above_four_hours_is_told() -> None:
    (span,) = spans("DDDD...")
    assert span.measured == 4 * 480 / 7
    assert span.over == 4 * 480 / 7 - 240


def test_spans_are_nearly_equal_and_none_is_longer_than_fifteen_days() -> None:
    assert [len(span.days) for span in spans("." * 14)] == [14]
    assert [len(span.days) for span in spans("." * 16)] == [8, 8]
    assert [len(span.days) for span in spans("." * 31)] == [10, 10, 11]
    days = [day for span in spans("." * 31) for day in span.days]
    assert days == list(range(31))
