from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.pay.night import night_minutes
from scheduler.pay.run import longest_run, run_until
from scheduler.roster import Assignment
from scheduler.shift import Shift
from tests.pay.pay_samples import FIRST_BREAK, SHIFTS, paid


@pytest.mark.parametrize(
    ("start", "minutes", "expected"),
    [
        (1290, 480, 450),  # 21:30–05:30
        (840, 480, 0),  # ends at 22:00 sharp
        (360, 480, 0),  # begins at 06:00 sharp
        (870, 480, 30),  # ends at 22:30
        (1320, 480, 480),
        (345, 480, 15),
    ],
)
def test_night_is_counted_by_the_minute(start: int, minutes: int, expected: int) -> None:
    assert night_minutes(Shift("X", start, minutes, minutes), Assignment("A", 0, "X")) == expected


def test_a_break_at_night_is_no_night_work() -> None:
    assert night_minutes(SHIFTS["B"], Assignment("A", 0, "B", FIRST_BREAK["B"])) == 420


def test_a_night_belongs_to_the_day_it_starts() -> None:
    pay = paid("M", date(2026, 10, 31))
    assert [(shift.month, shift.worked.night) for shift in pay.shifts] == [((2026, 10), 450)]


@given(st.sets(st.integers(0, 30)), st.integers(0, 9))
def test_the_longest_run_is_the_longest_that_ends_on_any_day(days: set[int], before: int) -> None:
    ends = [run_until(days, day, before) for day in days]
    assert longest_run(days, before) == max([before, *ends])
