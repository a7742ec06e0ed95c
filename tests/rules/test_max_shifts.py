from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "max_shifts"


def test_as_many_as_allowed_are_kept() -> None:
    assert_kept(problem(agent(max_shifts={"E": 2, "tag:night": 1})), one("EE-LN"))


def test_one_too_many_of_a_shift_is_broken() -> None:
    assert_broken(RULE, problem(agent(max_shifts={"E": 1})), one("E-E"))


def test_one_too_many_of_a_tag_is_broken() -> None:
    assert_broken(RULE, problem(agent(max_shifts={"tag:night": 0})), one("N"))
