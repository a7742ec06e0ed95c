from scheduler.roster import Assignment, Roster
from scheduler.shift import Shift
from tests.rules.verdicts import SHIFTS, agent, assert_broken, assert_kept, problem, roster

RULE = "seat_limit"


def test_as_many_agents_as_seats_are_kept() -> None:
    assert_kept(problem(agent(), agent("客服02"), seat_limit=2), roster(客服01="E", 客服02="E"))


def test_one_agent_more_is_broken() -> None:
    assert_broken(RULE, problem(agent(), agent("客服02"), seat_limit=1), roster(客服01="E", 客服02="L"))


def test_shifts_that_follow_one_another_share_a_seat() -> None:
    assert_kept(problem(agent(), agent("客服02"), seat_limit=1), roster(客服01="N", 客服02="-E"))


def test_who_is_on_a_break_holds_no_seat() -> None:
    two = problem(agent(), agent("客服02"), seat_limit=1, shifts=SHIFTS | {"S": Shift("S", 60, 60, 60)})
    during_the_break = [Assignment("客服01", 0, "N", (1500,)), Assignment("客服02", 1, "S")]
    assert_kept(two, Roster.of(during_the_break))
    before_the_break = [Assignment("客服01", 0, "N", (1560,)), Assignment("客服02", 1, "S")]
    assert_broken(RULE, two, Roster.of(before_the_break))
