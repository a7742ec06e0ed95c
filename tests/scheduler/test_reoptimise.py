from datetime import date

import pytest

from forecasts.horizon import Horizon
from scheduler.agent import Absence, Agent, Lock
from scheduler.objective import cost
from scheduler.problem import Problem
from scheduler.reoptimise import Change, Revision, Scope, changes, is_possible, revised, with_absence
from scheduler.roster import Assignment, Roster
from scheduler.shift import Shift

DAY = Shift("D", 540, 480, 480)
NIGHT = Shift("N", 1320, 480, 480)
PROBLEM = Problem(
    Horizon(date(2026, 11, 9), 4, 60),
    {"D": DAY, "N": NIGHT},
    {"客服01": Agent("客服01", min_minutes=1440, locks=(Lock(3, "D"),)), "客服02": Agent("客服02")},
)
ROSTER = Roster.of([Assignment("客服01", 0, "D"), Assignment("客服01", 1, "N"), Assignment("客服02", 2, "D")])


def test_cells_outside_the_scope_are_locked_to_what_they_hold() -> None:
    held = revised(PROBLEM, ROSTER, Revision(Scope(days=frozenset({1})), change_price=0)).agents["客服01"]
    assert set(held.locks) == {Lock(3, "D"), Lock(0, "D", ()), Lock(2, None)}


def test_each_changed_day_costs_the_price_and_breaks_placed_otherwise_cost_nothing() -> None:
    priced = revised(PROBLEM, ROSTER, Revision(change_price=7.0))
    assert cost(priced, ROSTER).requests == 0
    moved = Roster.of([Assignment("客服01", 0, "N"), Assignment("客服01", 1, "N"), Assignment("客服01", 2, "D")])
    assert cost(priced, moved).requests == pytest.approx(3 * 7.0)


def test_an_assignment_that_has_become_impossible_is_not_held() -> None:
    away = with_absence(PROBLEM, ROSTER, "客服01", 0, 1440)
    held = revised(away, ROSTER, Revision(Scope(agents=frozenset()), change_price=0)).agents["客服01"]
    assert {lock.day for lock in held.locks} == {1, 2, 3}


def test_hours_lost_to_an_absence_need_not_be_made_up_for() -> None:
    assert with_absence(PROBLEM, ROSTER, "客服01", 0, 1440).agents["客服01"].min_minutes == 1440 - 480


def test_an_absence_of_whole_days_lets_the_night_before_end_on_them() -> None:
    away = with_absence(PROBLEM, ROSTER, "客服01", 2 * 1440, 3 * 1440).agents["客服01"]
    assert away.absences == (Absence(day=2),)
    assert away.min_minutes == 1440


def test_an_absence_within_a_day_takes_the_shifts_it_touches_and_their_locks() -> None:
    start = 3 * 1440 + 600
    away = with_absence(PROBLEM, Roster.of([Assignment("客服01", 3, "D")]), "客服01", start, start + 60).agents[
        "客服01"
    ]
    assert away.absences == (Absence(start=start, end=start + 60),)
    assert away.locks == ()


def test_an_absence_needs_an_agent_and_a_span() -> None:
    with pytest.raises(ValueError, match="ends at"):
        with_absence(PROBLEM, ROSTER, "客服01", 60, 60)
    with pytest.raises(KeyError):
        with_absence(PROBLEM, ROSTER, "客服09", 0, 60)


def test_a_day_off_is_always_possible_and_an_unknown_shift_never() -> None:
    agent = PROBLEM.agents["客服01"]
    assert is_possible(PROBLEM, agent, None)
    assert not is_possible(PROBLEM, agent, Assignment("客服01", 0, "X"))


def test_changes_list_what_was_added_dropped_and_exchanged() -> None:
    after = Roster.of([Assignment("客服01", 0, "N"), Assignment("客服02", 2, "D"), Assignment("客服02", 3, "D")])
    assert changes(ROSTER, after) == (
        Change("客服01", 0, "D", "N"),
        Change("客服01", 1, "N", None),
        Change("客服02", 3, None, "D"),
    )
