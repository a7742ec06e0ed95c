from scheduler.roster import Assignment, Roster
from scheduler.shift import Break, Shift
from tests.rules.verdicts import agent, assert_broken, assert_kept, problem

RULE = "breaks"


def night(*starts: int) -> Roster:
    return Roster.of([Assignment("客服01", 0, "N", starts)])


def test_a_break_inside_its_window_is_kept_also_after_midnight() -> None:
    for start in (1500, 1560, 1620):
        assert_kept(problem(agent()), night(start))


def test_a_break_outside_its_window_is_broken() -> None:
    assert_broken(RULE, problem(agent()), night(1440))


def test_a_break_off_the_interval_border_is_broken() -> None:
    assert_broken(RULE, problem(agent()), night(1530))


def test_a_missing_break_is_broken() -> None:
    assert_broken(RULE, problem(agent()), night())


def test_two_breaks_that_overlap_are_broken() -> None:
    shift = Shift("S", 480, 600, 480, (Break(60, 660, 780), Break(120, 660, 780)))
    two = problem(agent(), shifts={"S": shift})
    assert_kept(two, Roster.of([Assignment("客服01", 0, "S", (780, 660))]))
    assert_broken(RULE, two, Roster.of([Assignment("客服01", 0, "S", (720, 660))]))


def test_agents_of_one_kind_may_take_their_breaks_at_different_times() -> None:
    cells = [Assignment("客服01", 0, "N", (1500,)), Assignment("客服02", 0, "N", (1620,))]
    assert_kept(problem(agent(), agent("客服02")), Roster.of(cells))
