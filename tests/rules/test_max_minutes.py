from tests.rules.verdicts import agent, assert_broken, assert_kept, one, problem

RULE = "max_minutes"


def test_exactly_the_most_minutes_are_kept() -> None:
    assert_kept(problem(agent(max_minutes=960)), one("E-N"))


def test_a_minute_more_is_broken() -> None:
    assert_broken(RULE, problem(agent(max_minutes=959)), one("E-N"))
