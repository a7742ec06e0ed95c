from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "eligible_shifts"


def test_a_shift_the_agent_may_work_is_kept() -> None:
    assert_kept(problem(agent(shifts=frozenset("EL"))), one("EL"))


def test_a_shift_the_agent_may_not_work_is_broken() -> None:
    assert_broken(RULE, problem(agent(shifts=frozenset("EL"))), one("EN"))


def test_an_agent_with_no_shift_can_only_be_off() -> None:
    assert_kept(problem(agent(shifts=frozenset())), one("-"))
