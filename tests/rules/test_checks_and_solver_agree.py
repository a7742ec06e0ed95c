from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.agent import Absence, Agent, CarryIn, ForbiddenShift, Lock, MinutesInDays
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.problem import Companion
from tests.rules.verdicts import MONDAY, broken, problem, roster, solver_accepts

DAYS = 9
some = st.none() | st.integers(0, 3)
few_minutes = st.none() | st.integers(0, 5).map(lambda n: n * 480)
days = st.integers(0, DAYS - 1)
letters = st.sampled_from(["E", "L", "N"])
kinds = letters | st.just("tag:night")
tags = st.sampled_from(["lead", "new"])
stretches = st.tuples(days, days, few_minutes).map(lambda s: MinutesInDays(min(s[:2]), max(s[:2]), s[2] or 0))
forbidden_shifts = st.tuples(kinds, days, days).map(lambda s: ForbiddenShift(s[0], min(s[1:]), max(s[1:])))
companions = st.builds(Companion, st.just("lead"), st.none() | tags, st.integers(1, 2), st.none() | st.just(9.0))


def agents(name: str) -> st.SearchStrategy[Agent]:
    return st.builds(
        Agent,
        st.just(name),
        shifts=st.none() | st.frozensets(letters),
        absences=st.lists(st.builds(Absence, day=days), max_size=2).map(tuple),
        locks=st.lists(st.builds(Lock, days, st.none() | letters), max_size=1).map(tuple),
        min_minutes=few_minutes,
        max_minutes=few_minutes,
        max_minutes_per_week=few_minutes,
        max_days_per_week=some,
        alternating_weeks=st.none()
        | st.sampled_from([AlternatingWeeks(MONDAY), AlternatingWeeks(MONDAY).other_turn()]),
        max_minutes_per_day=st.none() | st.sampled_from([479, 480]),
        max_minutes_in_days=st.lists(stretches, max_size=2).map(tuple),
        forbidden_shifts=st.lists(forbidden_shifts, max_size=1).map(tuple),
        max_consecutive_shifts=st.dictionaries(kinds, st.integers(0, 2), max_size=1),
        tags=st.frozensets(tags, max_size=1),
        max_shifts=st.dictionaries(kinds, st.integers(0, 2), max_size=2),
        min_consecutive_days=some,
        max_consecutive_days=some,
        min_consecutive_days_off=some,
        max_weekends=some,
        min_rest_minutes=st.none() | st.sampled_from([0, 600, 660, 900, 1501]),
        carry_in=st.builds(
            CarryIn,
            st.integers(0, 4),
            st.none() | st.integers(-600, 400),
            st.sampled_from([0, 480, 960]),
            st.integers(0, 2),
        ),
    )


rows = st.lists(st.sampled_from(["-", "-", "E", "L", "N"]), min_size=DAYS, max_size=DAYS).map("".join)


@given(
    first=agents("客服01"),
    second=agents("客服02"),
    shifts=st.tuples(rows, rows),
    first_day=st.integers(0, 6).map(lambda later: MONDAY + timedelta(days=later)),
    forbidden=st.frozensets(st.tuples(letters, letters), max_size=3),
    seats=st.none() | st.integers(1, 2),
    company=st.lists(companions, max_size=1).map(tuple),
    no_break=st.lists(st.integers(0, DAYS * 24 - 1).map(lambda h: (h * 60, h * 60 + 60)), max_size=3).map(tuple),
)
@settings(max_examples=150, deadline=None)
def test_the_solver_accepts_a_roster_exactly_when_the_checks_do(
    first: Agent,
    second: Agent,
    shifts: tuple[str, str],
    first_day: date,
    forbidden: frozenset[tuple[str, str]],
    seats: int | None,
    company: tuple[Companion, ...],
    no_break: tuple[tuple[int, int], ...],
) -> None:
    asked = problem(
        first,
        second,
        days=DAYS,
        first_day=first_day,
        forbidden_successions=forbidden,
        seat_limit=seats,
        companions=company,
        no_break=no_break,
    )
    given_roster = roster(客服01=shifts[0], 客服02=shifts[1])
    assert solver_accepts(asked, given_roster) == (broken(asked, given_roster) == set())
